// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/clientpolicy.h"

#include <QVersionNumber>

#include <algorithm>

namespace Detour {

bool VersionRange::holds(const QString &version) const
{
    const QVersionNumber number = QVersionNumber::fromString(version);
    return !number.isNull() && QVersionNumber::fromString(from) <= number
           && number < QVersionNumber::fromString(before);
}

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

std::optional<ClientPolicy> ClientPolicy::forVersion(const QString &wanted) const
{
    for (const VersionRange &range : versions) {
        if (range.holds(wanted)) {
            return *range.policy;
        }
    }
    const QVersionNumber number = QVersionNumber::fromString(wanted);
    if (!number.isNull() && number == QVersionNumber::fromString(version)) {
        return *this;
    }
    return std::nullopt;
}

} // namespace Detour
