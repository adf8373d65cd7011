// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/contentstore.h"
#include "document/scenariofile.h"

#include <memory>

#include <QHash>

namespace Detour {

/// The scenarios of content/scenarios, read when first asked for and kept. For one thread.
class ScenarioCatalog final
{
public:
    explicit ScenarioCatalog(ContentStore store)
        : m_store(std::move(store))
    {}

    /// Errors: "no-scenario" (names the known ids), "bad-scenario" with the file's name. Lives as long as the catalog.
    [[nodiscard]] Result<const Scenario *> scenario(const QString &id) const;
    /// Ids in the order of content/scenarios/order, one a line; those that it does not name come after, by name.
    [[nodiscard]] QStringList ids() const;

private:
    ContentStore m_store;
    mutable QHash<QString, std::shared_ptr<const Scenario>> m_scenarios;
};

} // namespace Detour
