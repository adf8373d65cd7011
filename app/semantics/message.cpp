// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/message.h"

#include <algorithm>

namespace Detour {

bool Request::isGenerated(QByteArrayView name) const
{
    return std::any_of(generated.cbegin(), generated.cend(),
                       [name](const QByteArray &one) { return name.compare(one, Qt::CaseInsensitive) == 0; });
}

} // namespace Detour
