// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/redirectchain.h"

#include <QMimeData>

namespace Detour {

/// "detour-307-303-upload.json": made of the first hops, safe as the name of a file.
[[nodiscard]] QString suggestedTraceName(const RedirectChain &chain);
/// The one local file that is dragged; empty if it is none or more than one.
[[nodiscard]] QString draggedFile(const QMimeData &data);

} // namespace Detour
