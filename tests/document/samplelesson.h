// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonObject>

namespace Detour::Test {

/// A lesson of two steps and an exercise, with every member that there is.
[[nodiscard]] QJsonObject sampleLesson();

} // namespace Detour::Test
