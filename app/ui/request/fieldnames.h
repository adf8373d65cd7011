// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace Detour {

/// Names of request fields that are offered while one is typed.
[[nodiscard]] QStringList usualFieldNames();

} // namespace Detour
