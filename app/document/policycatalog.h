// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/contentstore.h"
#include "semantics/clientpolicy.h"

#include <QHash>

namespace Detour {

/// The client policies of content/clients, read when first asked for and kept. For one thread.
class PolicyCatalog final
{
public:
    explicit PolicyCatalog(ContentStore store);

    /// Errors: "no-client" (names the known ids), "bad-policy".
    [[nodiscard]] Result<ClientPolicy> policy(const QString &id) const;
    /// Ids in the order of content/clients/order, one a line; those that it does not name come after, by name. Without
    /// that file: fetch, rfc9110, then the others by name. Reads no policy.
    [[nodiscard]] QStringList ids() const;

private:
    ContentStore m_store;
    mutable QHash<QString, ClientPolicy> m_policies; ///< those read so far
};

} // namespace Detour
