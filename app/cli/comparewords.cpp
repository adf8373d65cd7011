// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/comparewords.h"

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

Result<QList<QByteArray>> namedClients(const CommandLine &line, const PolicyCatalog &policies)
{
    QList<QByteArray> names;
    if (!line.has("as")) {
        const QStringList ids = policies.ids();
        for (const QString &id : ids) {
            names.append(id.toUtf8());
        }
        return names;
    }
    const QList<QByteArray> words = line.value("as")->split(',');
    for (const QByteArray &word : words) {
        const QByteArray name = word.trimmed();
        if (names.contains(name)) {
            return Error{u"bad-words"_s, u"--as names %1 twice"_s.arg(quotedWord(name))};
        }
        names.append(name);
    }
    return names;
}

} // namespace

Result<ComparePlan> comparePlan(const CommandLine &line, const PolicyCatalog &policies, int inputDescriptor)
{
    const Result<QList<QByteArray>> names = namedClients(line, policies);
    if (!names) {
        return names.error();
    }
    ComparePlan plan;
    for (const QByteArray &name : *names) {
        const Result<ClientPolicy> policy = clientNamed(name, policies);
        if (!policy) {
            return policy.error();
        }
        plan.clients.append(*policy);
    }
    const auto base = std::find_if(plan.clients.begin(), plan.clients.end(),
                                   [](const ClientPolicy &policy) { return policy.id == "fetch"_L1; });
    if (base != plan.clients.end()) {
        std::rotate(plan.clients.begin(), base, base + 1);
    }
    Result<TracePlan> trace = requestPlan(line, inputDescriptor);
    if (!trace) {
        return trace.error();
    }
    plan.trace = *std::move(trace);
    return plan;
}

} // namespace Detour
