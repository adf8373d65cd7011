// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/lessonfile.h"
#include "ui/present/presentitem.h"

namespace Detour {

/// A lesson as it is shown to a class: its aim; of each step what is said, the request on the stage, and what it
/// showed; what to remember; the exercise.
[[nodiscard]] QList<PresentItem> itemsOfLesson(const Lesson &lesson);

/// The first item of a place of the lesson (PresentItem::place); of the beginning where no item has it.
[[nodiscard]] int itemOfPlace(const QList<PresentItem> &items, int place);

} // namespace Detour
