// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/examplehops.h"

namespace Detour {

namespace {

constexpr qsizetype mostHops = 25;

ChainContext contextAt(const QList<Hop> &hops, const Request &request)
{
    ChainContext context;
    context.redirectsSoFar = int(hops.size());
    if (!hops.isEmpty())
        context.first = hops.constFirst().exchange.request;
    context.cycleFound = findCycle(hops, request).has_value();
    context.timesRedirectedHere = context.cycleFound ? redirectsTo(hops, request) : 0;
    return context;
}

} // namespace

QList<Hop> decidedHops(const Script &script, const ClientPolicy &policy)
{
    QList<Hop> hops;
    QList<int> used(script.steps.size(), 0);
    std::optional<Request> request = script.first;
    while (request && hops.size() < mostHops) {
        const QByteArray host = request->fields.value("Host").value_or(request->target.authority());
        const int step = script.stepFor(request->method, host, request->target.originForm(), used);
        if (step < 0)
            break;
        ++used[step];
        const ScriptedAnswer &answer = script.steps.at(step).answer;
        Hop hop;
        hop.exchange.request = *request;
        hop.exchange.response = Response{answer.status, answer.reasonPhrase, answer.fields, {}};
        hop.decision = decide(*request, *hop.exchange.response, contextAt(hops, *request), policy);
        request = hop.decision->next;
        hops.append(hop);
    }
    return hops;
}

} // namespace Detour
