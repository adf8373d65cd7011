// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "fetch/transport.h"
#include "lab/labserver.h"

#include <QHash>

namespace Detour {

/// Which origins are the lab, and where their requests really go. A value: each trace has its own.
class HostMap final
{
public:
    /// `lab`: the ports that it listens on; 0 (the default): the lab does not run.
    explicit HostMap(LabPorts lab = {})
        : m_lab(lab)
    {}

    /// Adds the origins that a mounted script names. One that names the lab's second default port goes to the second
    /// port, every other one to the first.
    void mount(const QList<Origin> &origins);

    /// True for http://127.0.0.1, localhost, [::1] and NAME.localhost on a port of the lab, and for mounted origins.
    [[nodiscard]] bool isLab(const Origin &origin) const;
    /// Where to connect; nothing: to the origin itself. A NAME.localhost that is not the lab is this computer, too
    /// (RFC 6761 §6.3): Qt would ask the network for it.
    [[nodiscard]] std::optional<Endpoint> endpointOf(const Origin &origin) const;

private:
    LabPorts m_lab;
    QHash<Origin, int> m_mounted; ///< origin → port of the lab
};

/// The ports that the window and `detour lab` try first; the pages' examples name them.
inline constexpr LabPorts defaultLabPorts{8307, 8308, false};

} // namespace Detour
