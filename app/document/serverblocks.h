// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/markdowntree.h"
#include "document/servercatalog.h"

namespace Detour {

/// "**Express 5.3.** res.redirect(url) sends 302."
[[nodiscard]] Block serverLead(const Server &server);
/// The code that sends `status` and its note; where there is no good way, the sentence that says so.
[[nodiscard]] QList<Block> serverCode(const Server &server, StatusCode status);
/// Each server's lead and code, one after the other.
[[nodiscard]] QList<Block> allServers(const QList<Server> &servers, StatusCode status);

} // namespace Detour
