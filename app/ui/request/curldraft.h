// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "exchangeformats/curlcommand.h"
#include "exchangeformats/curlexport.h"
#include "session/requestdraft.h"

namespace Detour {

/// The draft that a curl command fills in; followed as the command would be.
[[nodiscard]] RequestDraft draftFromCurl(const CurlCommand &command);

/// What a chain and a hop do not say of how they came to be sent.
[[nodiscard]] CurlExportOptions curlOptionsOf(const RequestDraft &draft);

/// What exportCurl() asks about a chain. Errors: PolicyCatalog::policy()'s.
[[nodiscard]] Result<CurlRules> curlRules(const PolicyCatalog &policies);

} // namespace Detour
