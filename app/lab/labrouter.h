// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "lab/labreply.h"
#include "lab/labrequest.h"
#include "lab/publishedscripts.h"
#include "lab/scriptmounts.h"

namespace Detour {

/// Whose host is it, and which address: mounted scripts first, then the lab's own names, everything else is 421.
/// The port of Host is not compared: a host map may send "files.localhost:8307" to any port the lab has.
[[nodiscard]] LabReply routeRequest(LabRequest request, const LabPlace &place, ScriptMounts &mounts,
                                    PublishedScripts &published);

/// localhost, 127.0.0.1, [::1] and NAME.localhost; lower case, without a port.
[[nodiscard]] bool isLabHost(QByteArrayView host);

} // namespace Detour
