// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/redirectchain.h"

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// Without copies: a chain of 1,000 hops asks this half a million times.
bool isSameTarget(const TargetUri &a, const TargetUri &b)
{
    return a.path == b.path && a.query == b.query && a.host == b.host && a.port == b.port && a.scheme == b.scheme
           && a.userinfo == b.userinfo;
}

bool isSameContent(const std::optional<ContentInfo> &a, const std::optional<ContentInfo> &b)
{
    return a.has_value() == b.has_value() && (!a || (a->bytes == b->bytes && a->sha256 == b->sha256));
}

bool isRepetition(const Request &a, const Request &b)
{
    return isSameTarget(a.target, b.target) && a.method == b.method && isSameContent(a.content, b.content)
           && a.fields.values("Cookie") == b.fields.values("Cookie");
}

} // namespace

int RedirectChain::redirectCount() const
{
    return static_cast<int>(std::count_if(hops.cbegin(), hops.cend(), [](const Hop &hop) {
        return hop.decision && hop.decision->action == Action::Follow;
    }));
}

bool RedirectChain::isWithheld() const
{
    const Hop *last = lastHop();
    return last && outcome == Outcome::Running && !end && last->exchange.response && !last->decision
           && isRedirection(last->exchange.response->status);
}

std::optional<int> findCycle(const QList<Hop> &hops, const Request &next)
{
    for (qsizetype i = 0; i < hops.size(); ++i) {
        if (isRepetition(hops[i].exchange.request, next)) {
            return static_cast<int>(i) + 1;
        }
    }
    return std::nullopt;
}

int redirectsTo(const QList<Hop> &hops, const Request &request)
{
    if (hops.isEmpty()) {
        return 0; // the first request of all
    }
    return 1 + static_cast<int>(std::count_if(hops.cbegin() + 1, hops.cend(), [&request](const Hop &hop) {
               return isRepetition(hop.exchange.request, request);
           }));
}

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Running:
        return u"running"_s;
    case Outcome::Completed:
        return u"completed"_s;
    case Outcome::Stopped:
        return u"stopped"_s;
    case Outcome::Failed:
        return u"failed"_s;
    }
    Q_UNREACHABLE();
}

int exitCodeOf(const RedirectChain &chain)
{
    if (chain.end && chain.end->code == "cancelled"_L1) {
        return 130;
    }
    switch (chain.outcome) {
    case Outcome::Completed:
        return 0;
    case Outcome::Stopped:
        return 3;
    case Outcome::Running: // never finished
    case Outcome::Failed:
        return 4;
    }
    Q_UNREACHABLE();
}

} // namespace Detour
