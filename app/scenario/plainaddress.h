// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "scenario/script.h"

namespace Detour {

/// Which ports a script's addresses name, and where the lab listens in their place. 0: it does not.
struct ScriptPorts
{
    int first = 8307;
    int second = 8308;
    int https = 8309;

    friend bool operator==(const ScriptPorts &, const ScriptPorts &) = default;
};

/// Where a script can be played by any client, without a host map: below `prefix` ("/lab/scenario/ID/broken"), at the
/// hosts that it names itself. Those have to end at this computer in every client.
struct PlainAddress
{
    QByteArray prefix;
    ScriptPorts ports; ///< where the lab really listens

    /// The Host that the script knows for one that a client sent: "files.localhost:40411" → "files.localhost:8307".
    [[nodiscard]] QByteArray hostInScript(const QByteArray &authority) const;
    /// The target below the prefix: "/lab/scenario/ID/broken/a?b" → "/a?b"; "/" for the prefix itself.
    [[nodiscard]] QByteArray targetInScript(const QByteArray &target) const;
    /// The answer with each Location that leads to the script's own origins led below the prefix. Relative ones that do
    /// not begin with a slash, and those that lead elsewhere, stay as they are.
    [[nodiscard]] ScriptedAnswer outside(ScriptedAnswer answer, const Script &script) const;
    /// "http://files.localhost:40411/lab/scenario/ID/broken/upload": where a client begins.
    [[nodiscard]] QByteArray startOf(const Script &script) const;

private:
    [[nodiscard]] TargetUri outside(TargetUri uri) const;
    [[nodiscard]] QByteArray locationOutside(const QByteArray &location, const Script &script) const;
    [[nodiscard]] int portOutside(int port) const;
};

/// True if no client that plays the script can leave this computer: each host that it names is a loopback one.
[[nodiscard]] bool staysOnLoopback(const Script &script);

} // namespace Detour
