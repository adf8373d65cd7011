// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/clientpolicy.h"

#include <algorithm>

namespace Detour {

const StatusRow *ClientPolicy::rowFor(StatusCode status) const
{
    const auto row = rows.constFind(status);
    if (row != rows.cend()) {
        return &row.value();
    }
    return isRedirection(status) && otherRedirection ? &*otherRedirection : nullptr;
}

int ClientPolicy::effectiveLimit(std::optional<int> option) const
{
    if (!option) {
        return redirectLimit;
    }
    if (*option == 0 && zeroLimit == Handling::Follow) {
        return -1;
    }
    return *option < 0 ? -1 : std::max(*option + limitOptionOffset, 0);
}

} // namespace Detour
