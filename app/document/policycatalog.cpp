// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/policycatalog.h"

#include "document/codespan.h"

namespace Detour {

using namespace Qt::StringLiterals;

PolicyCatalog::PolicyCatalog(ContentStore store)
    : m_store(std::move(store))
{}

Result<ClientPolicy> PolicyCatalog::policy(const QString &id) const
{
    const auto known = m_policies.constFind(id);
    if (known != m_policies.constEnd()) {
        return *known;
    }
    // An id is a file's name; curl-X has a capital.
    const QString path = u"clients/%1.json"_s.arg(id);
    const auto bytes = isSlug(id.toLower()) ? m_store.read(path) : Result<QByteArray>(Error{});
    if (!bytes) {
        return Error{u"no-client"_s, u"There is no client “%1”. Clients: %2."_s.arg(id.left(40), ids().join(", "_L1))};
    }
    auto policy = ClientPolicy::fromJson(*bytes);
    if (!policy) {
        return Error{policy.error().code, path + ": "_L1 + policy.error().message};
    }
    if (policy->id != id) {
        return Error{u"bad-policy"_s, path + ": The id must be the file's name without “.json”."_L1};
    }
    m_policies.insert(id, *policy);
    return policy;
}

QStringList PolicyCatalog::ids() const
{
    QStringList left = m_store.list(u"clients"_s, u".json"_s);
    for (QString &name : left) {
        name.chop(5);
    }
    QStringList order{u"fetch"_s, u"rfc9110"_s};
    if (const auto bytes = m_store.read(u"clients/order"_s)) {
        order = QString::fromUtf8(*bytes).split(u'\n', Qt::SkipEmptyParts);
    }
    QStringList result;
    for (const QString &line : order) {
        if (left.removeOne(line.trimmed())) {
            result.append(line.trimmed());
        }
    }
    return result + left;
}

} // namespace Detour
