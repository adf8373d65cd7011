// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/hostmap.h"

#include "lab/labrouter.h"

namespace Detour {

namespace {

bool isNameBelowLocalhost(const QByteArray &host)
{
    return host.endsWith(".localhost");
}

} // namespace

void HostMap::mount(const QList<Origin> &origins)
{
    for (const Origin &origin : origins) {
        m_mounted.insert(origin, origin.port == defaultLabPorts.second ? m_lab.second : m_lab.first);
    }
}

bool HostMap::isLab(const Origin &origin) const
{
    if (m_mounted.contains(origin)) {
        return true;
    }
    const bool isLabPort = origin.port > 0 && (origin.port == m_lab.first || origin.port == m_lab.second);
    return origin.scheme == "http" && isLabPort && isLabHost(origin.host);
}

std::optional<Endpoint> HostMap::endpointOf(const Origin &origin) const
{
    const QByteArray loopback = QByteArrayLiteral("127.0.0.1");
    if (const auto mounted = m_mounted.constFind(origin); mounted != m_mounted.cend()) {
        return Endpoint{loopback, *mounted};
    }
    if (isLab(origin) || isNameBelowLocalhost(origin.host)) {
        return Endpoint{loopback, origin.port};
    }
    return std::nullopt;
}

} // namespace Detour
