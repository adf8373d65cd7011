// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Detour {

/// The words at the octagon for a code of a stop (Decision::stopCode) or a failure (ExchangeFailure::code).
/// Unknown codes get plain words of their own, so that a new code is never drawn blank.
[[nodiscard]] QString stopTitle(const QString &code);
/// What was not done.
[[nodiscard]] QString stopDetail(const QString &code);
/// What is wrong with the Location, to stand behind it; empty where the Location is not to blame.
[[nodiscard]] QString stopTargetNote(const QString &code);

} // namespace Detour
