// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/statuscode.h"
#include "session/requestdraft.h"

namespace Detour {

struct ComparePreset
{
    QString name; ///< "POST with a body, 302"
    RequestDraft draft;
};

/// Requests to the lab over which clients are known to differ, to begin with.
[[nodiscard]] QList<ComparePreset> comparePresets();

/// The first code of a draft's chain in the lab; 0 if it is another request.
[[nodiscard]] StatusCode chainCodeOf(const RequestDraft &draft);
/// The same request, answered with `code` first.
[[nodiscard]] RequestDraft withChainCode(const RequestDraft &draft, StatusCode code);

} // namespace Detour
