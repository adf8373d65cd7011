// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/contentstore.h"
#include "semantics/clientpolicy.h"

namespace Detour {

/// The client policies of content/clients, read when first asked for and kept.
class PolicyCatalog final
{
public:
    explicit PolicyCatalog(ContentStore store);

    /// Errors: "no-client" (names the known ids), "bad-policy".
    [[nodiscard]] Result<ClientPolicy> policy(const QString &id) const;
    /// Ids in the order of content/clients/order (fetch first).
    [[nodiscard]] QStringList ids() const;

private:
    ContentStore m_store;
};

} // namespace Detour
