// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "fetch/transport.h"
#include "lab/labserver.h"

#include <QHash>

#include <functional>

namespace Detour {

/// Which origins are the lab, and where their requests really go. A value: each trace has its own.
class HostMap final
{
public:
    /// `lab`: the ports that it listens on; 0 (the default): the lab does not run. `certificate` gives its certificate
    /// (PEM) when it is first needed; null: none is pinned.
    explicit HostMap(LabPorts lab = {}, std::function<QByteArray()> certificate = {})
        : m_lab(lab)
        , m_certificate(std::move(certificate))
    {}

    /// Adds the origins that a mounted script names. An https one goes to the https port, one that names the lab's
    /// second default port to the second port, every other one to the first.
    void mount(const QList<Origin> &origins);

    /// True for 127.0.0.1, localhost, [::1] and NAME.localhost on a port of the lab, by that port's scheme, and for
    /// mounted origins.
    [[nodiscard]] bool isLab(const Origin &origin) const;
    /// Where to connect; nothing: to the origin itself. A NAME.localhost that is not the lab is this computer, too
    /// (RFC 6761 §6.3): Qt would ask the network for it.
    [[nodiscard]] std::optional<Endpoint> endpointOf(const Origin &origin) const;

private:
    [[nodiscard]] Endpoint labEndpoint(const Origin &origin, int port) const;

    LabPorts m_lab;
    std::function<QByteArray()> m_certificate;
    QHash<Origin, int> m_mounted; ///< origin → port of the lab
};

/// The ports that the window and `detour lab` try first; the pages' examples name them.
inline constexpr LabPorts defaultLabPorts{8307, 8308, false, 8309};

} // namespace Detour
