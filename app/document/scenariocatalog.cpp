// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/scenariocatalog.h"

#include "document/codespan.h"
#include "document/orderedids.h"

namespace Detour {

using namespace Qt::StringLiterals;

Result<const Scenario *> ScenarioCatalog::scenario(const QString &id) const
{
    if (const auto known = m_scenarios.constFind(id); known != m_scenarios.constEnd())
        return known->get();
    const QString path = u"scenarios/%1.json"_s.arg(id);
    const auto bytes = isSlug(id) ? m_store.read(path) : Result<QByteArray>(Error{});
    if (!bytes) {
        return Error{u"no-scenario"_s,
                     u"There is no scenario “%1”. Scenarios: %2."_s.arg(id.left(40), ids().join(", "_L1))};
    }
    auto scenario = readScenario(id, *bytes);
    if (!scenario)
        return Error{scenario.error().code, path + ": "_L1 + scenario.error().message};
    return m_scenarios.insert(id, std::make_shared<const Scenario>(*std::move(scenario)))->get();
}

QStringList ScenarioCatalog::ids() const
{
    return orderedIds(m_store, u"scenarios"_s);
}

} // namespace Detour
