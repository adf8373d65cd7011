// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/result.h"

#include <QByteArray>

namespace Detour {

/// The host parser of the URL standard. `isSpecial`: of http, https and their like (percent-decoded, to ASCII, IPv4
/// forms); others have opaque hosts. The result is lower case where case does not matter; IPv6 stands in brackets.
/// Error "bad-url".
[[nodiscard]] Result<QByteArray> parseWhatwgHost(QByteArrayView text, bool isSpecial);

} // namespace Detour
