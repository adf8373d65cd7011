// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/playground/requestdraft.h"

#include <functional>

class QWidget;

namespace Detour {

/// Small editors that open below a button and close on Escape or a click elsewhere. Every edit is reported at once.
void editFieldsBelow(QWidget *anchor, const QString &lines, std::function<void(const QString &)> edited);
void editBodyBelow(QWidget *anchor, const RequestDraft &draft, std::function<void(const RequestDraft &)> edited);

} // namespace Detour
