// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "scenario/script.h"

namespace Detour {

/// Reads the text of an `http` example: messages separated by lines of "---", request, response, request, response …
/// (content/README.md). The first request is what is sent; each response answers the request before it. Later requests
/// are what the client is expected to send; their method and target make the pattern of the next answer.
/// A Host with port 8309 is asked over https, every other one over http.
/// Error "bad-example" with the line number.
[[nodiscard]] Result<Script> scriptFromHttpBlocks(const QString &id, QStringView text);

} // namespace Detour
