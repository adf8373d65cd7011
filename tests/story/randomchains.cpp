// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/randomchains.h"

#include "semantics/samples.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace Detour::Test {

namespace {

constexpr int mostHops = 12;

class Roller final
{
public:
    explicit Roller(quint32 seed)
        : m_generator(seed)
    {}

    int below(int end) { return int(m_generator.bounded(quint32(end))); }
    bool oneIn(int chances) { return below(chances) == 0; }
    template<typename Value>
    Value anyOf(std::initializer_list<Value> values)
    {
        return *(values.begin() + below(int(values.size())));
    }

    Request firstRequest()
    {
        Request request;
        request.method = Method::known(anyOf({"GET", "POST", "PUT", "HEAD", "DELETE"}));
        request.target = target();
        if (!oneIn(3)) {
            request.content = content();
            request.fields.append("Content-Type", "application/json");
        }
        for (const char *name : {"Authorization", "Cookie", "X-Trace"}) {
            if (!oneIn(2)) {
                request.fields.append(name, "demo");
            }
        }
        return request;
    }

    TargetUri target()
    {
        const QByteArray scheme = anyOf({"http", "http", "https"});
        const QByteArray host = anyOf({"a.test", "b.test", "a.test:8080"});
        const QByteArray url = scheme + "://" + host + anyOf({"/", "/x", "/y?q=1"});
        return uri(url.constData());
    }

    ContentInfo content()
    {
        ContentInfo info;
        info.bytes = anyOf({0, 22, 4096});
        info.sha256 = QByteArray::number(info.bytes);
        info.oneShot = oneIn(8);
        return info;
    }

    Response response()
    {
        Response answer;
        answer.status = anyOf({300, 301, 302, 303, 307, 308, 307, 302, 301, 200, 304, 404});
        if (!oneIn(9)) {
            answer.fields.append("Location", oneIn(12) ? QByteArray("javascript:x") : target().toBytes());
        }
        answer.fields.append("Date", "Sat, 28 Nov 2026 12:00:00 GMT");
        return answer;
    }

    Timing timing()
    {
        Timing result;
        if (!oneIn(4)) {
            result.connect = below(40);
            result.wait = anyOf({0.2, 3.0, 250.0, 30'000.0});
            result.receive = below(9);
            result.total = *result.connect + *result.wait + *result.receive;
        }
        return result;
    }

private:
    QRandomGenerator m_generator;
};

/// As the fetcher notes it: once, when a cycle closes.
void noteCycle(RedirectChain &chain, const Request &request, bool &repeats)
{
    const std::optional<int> repeated = findCycle(chain.hops, request);
    if (repeated && !repeats) {
        chain.findings.append({u"cycle"_s, {*repeated, int(chain.hops.size()) + 1}, u"It goes in a circle."_s});
    }
    repeats = repeated.has_value();
}

} // namespace

RedirectChain randomChain(quint32 seed)
{
    Roller roll(seed);
    const QString id = roll.anyOf({u"fetch"_s, u"curl"_s, u"curl-X"_s, u"requests"_s, u"go"_s, u"urllib"_s, u"wget"_s,
                                   u"rfc9110"_s, u"follow-redirects"_s});
    const ClientPolicy policy = policyOf(id);
    RedirectChain chain;
    chain.traceId = QString::number(seed);
    chain.clientId = id;
    chain.clientName = policy.name;
    ChainContext context;
    context.locationTrusted = roll.oneIn(4);
    Request request = roll.firstRequest();
    context.first = request;
    bool repeats = false;
    bool changed = false;
    while (chain.outcome == Outcome::Running) {
        Hop hop;
        hop.exchange.request = request;
        hop.exchange.changedByUser = changed;
        hop.exchange.timing = roll.timing();
        noteCycle(chain, request, repeats);
        if (roll.oneIn(20)) {
            hop.exchange.failure = ExchangeFailure{u"timeout"_s, u"No answer in time."_s};
            chain.outcome = Outcome::Failed;
            chain.end = ChainEnd{u"timeout"_s, u"No answer in time."_s, int(chain.hops.size()) + 1};
            chain.hops.append(hop);
            break;
        }
        hop.exchange.response = roll.response();
        if (roll.oneIn(6)) {
            hop.exchange.answeredBy =
                roll.anyOf({AnswerSource::StoredRedirect, AnswerSource::StoredResponse, AnswerSource::HstsUpgrade});
        }
        context.cycleFound = repeats;
        hop.decision = decide(request, *hop.exchange.response, context, policy);
        ++context.redirectsSoFar;
        chain.hops.append(hop);
        const int number = int(chain.hops.size());
        if (hop.decision->action == Action::Deliver) {
            chain.outcome = Outcome::Completed;
        } else if (hop.decision->action == Action::Stop) {
            chain.outcome = Outcome::Stopped;
            chain.end = ChainEnd{hop.decision->stopCode, u"It stopped."_s, number};
        } else if (number == mostHops) {
            chain.outcome = Outcome::Failed;
            chain.end = ChainEnd{u"cancelled"_s, u"Cancelled."_s, number};
        } else {
            request = *hop.decision->next;
            changed = roll.oneIn(7);
            if (changed) {
                request.method = Method::known(roll.anyOf({"PUT", "PATCH"}));
                request.content = roll.content();
            }
        }
    }
    return chain;
}

} // namespace Detour::Test
