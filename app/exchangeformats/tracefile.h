// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/redirectchain.h"

namespace Detour {

/// The text that `detour trace --format json` prints and a saved trace holds. Secrets are masked unless `showsSecrets`.
[[nodiscard]] QByteArray traceText(const RedirectChain &chain, bool showsSecrets);
/// Writes it; what was in the file stays until all of the new one is there. Returns the file's name, or Error "file"
/// with one sentence.
[[nodiscard]] Result<QString> saveTraceFile(const RedirectChain &chain, const QString &file, bool showsSecrets);
/// Error as readTrace() has it, or "file". Reads no more than longestTrace bytes, and of regular files only.
[[nodiscard]] Result<RedirectChain> readTraceFile(const QString &file);

} // namespace Detour
