// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/hostmap.h"

#include "lab/labrouter.h"

namespace Detour {

namespace {

QByteArray loopback()
{
    return QByteArrayLiteral("127.0.0.1");
}

bool isNameBelowLocalhost(const QByteArray &host)
{
    return host.endsWith(".localhost");
}

} // namespace

void HostMap::mount(const QList<Origin> &origins)
{
    for (const Origin &origin : origins) {
        if (origin.scheme == "https") {
            m_mounted.insert(origin, m_lab.https);
        } else {
            m_mounted.insert(origin, origin.port == defaultLabPorts.second ? m_lab.second : m_lab.first);
        }
    }
}

bool HostMap::isLab(const Origin &origin) const
{
    if (m_mounted.contains(origin)) {
        return true;
    }
    const bool isLabPort = origin.scheme == "https" ? origin.port == m_lab.https
                                                    : origin.port == m_lab.first || origin.port == m_lab.second;
    return origin.port > 0 && isLabPort && isLabHost(origin.host);
}

std::optional<Endpoint> HostMap::endpointOf(const Origin &origin) const
{
    if (const auto mounted = m_mounted.constFind(origin); mounted != m_mounted.cend()) {
        return labEndpoint(origin, *mounted);
    }
    if (isLab(origin)) {
        return labEndpoint(origin, origin.port);
    }
    if (isNameBelowLocalhost(origin.host)) {
        return Endpoint{loopback(), origin.port};
    }
    return std::nullopt;
}

Endpoint HostMap::labEndpoint(const Origin &origin, int port) const
{
    const bool isPinned = origin.scheme == "https" && m_certificate;
    return {loopback(), port, isPinned ? m_certificate() : QByteArray()};
}

} // namespace Detour
