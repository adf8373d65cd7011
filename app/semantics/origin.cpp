// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/origin.h"

namespace Detour {

Origin Origin::of(const TargetUri &uri)
{
    return {uri.scheme, uri.host.value_or(QByteArray()), uri.effectivePort()};
}

QByteArray Origin::serialized() const
{
    const bool isDefaultPort = port < 0 || (scheme == "http" && port == 80) || (scheme == "https" && port == 443);
    const QByteArray text = scheme + "://" + host;
    return isDefaultPort ? text : text + ':' + QByteArray::number(port);
}

} // namespace Detour
