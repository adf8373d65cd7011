// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/scenariocatalog.h"

#include "document/codespan.h"

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
    QStringList left = m_store.list(u"scenarios"_s, u".json"_s);
    for (QString &name : left)
        name.chop(5);
    QStringList result;
    if (const auto order = m_store.read(u"scenarios/order"_s)) {
        for (const QString &line : QString::fromUtf8(*order).split(u'\n', Qt::SkipEmptyParts)) {
            if (left.removeOne(line.trimmed()))
                result.append(line.trimmed());
        }
    }
    return result + left;
}

} // namespace Detour
