// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "fetch/fetcher.h"

#include <QElapsedTimer>
#include <QPointer>

namespace Detour {

namespace {

using namespace Qt::StringLiterals;

QByteArray defaultUserAgent(const FetchOptions &options, int hop)
{
    return "Detour/" + options.version + " (" + options.traceId.toLatin1() + "." + QByteArray::number(hop) + ")";
}

/// Where the content comes from when the caller gave no source: from the request itself, if it holds all of it.
std::shared_ptr<BodySource> sourceOf(const Request &request)
{
    if (request.content && request.content->preview.size() == request.content->bytes) {
        return bodyFromMemory(request.content->preview);
    }
    return nullptr;
}

} // namespace

class Fetcher::Private
{
public:
    enum class State { Idle, Asking, Sending };

    Private(Fetcher *fetcher, Transport &sender)
        : q(fetcher)
        , transport(sender)
    {}

    void ask();
    void take(const GateAnswer &answer);
    void send();
    void answerFromMemory(Exchange exchange);
    void receive(Exchange exchange);
    void noteCycle(const std::optional<int> &repeated);
    /// On the request as the rules made it: what memory added to it is no part of the next one.
    [[nodiscard]] Decision decideOn(const Exchange &exchange, bool isCycle) const;
    void conclude(const Hop &hop);
    void follow(const Decision &decision);
    void stop(Outcome outcome, const QString &code, const QString &message);
    void finish();
    [[nodiscard]] int nextHop() const { return static_cast<int>(chain.hops.size()) + 1; }

    Fetcher *q;
    Transport &transport;
    RedirectChain chain;
    ClientPolicy policy;
    FetchOptions options;
    Request request;                      ///< the next to be sent, as the rules made it
    QList<QByteArray> addedByMemory;      ///< to what goes out in its place
    std::shared_ptr<BodySource> body;     ///< of `request`; null where it has no content
    std::shared_ptr<BodySource> lastBody; ///< the last there was: a gate may bring dropped content back
    std::optional<Request> first;
    QElapsedTimer clock;
    double startedAt = 0.0;
    int redirects = 0;
    State state = State::Idle;
    quint64 question = 0;   ///< answers to earlier questions are not heard
    bool isChanged = false; ///< a gate replaced `request`
    bool isCancelled = false;
    bool repeatsCycle = false; ///< the hop before repeated an earlier one
};

Fetcher::Fetcher(Transport &transport, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, transport))
{
    connect(&transport, &Transport::finished, this, [this](const Exchange &exchange) {
        if (d->state == Private::State::Sending) {
            d->receive(exchange);
        }
    });
}

Fetcher::~Fetcher()
{
    if (d->state == Private::State::Sending) {
        d->transport.disconnect(this);
        d->transport.cancel();
    }
}

void Fetcher::start(const Request &request, std::shared_ptr<BodySource> body, const ClientPolicy &policy,
                    FetchOptions options)
{
    Q_ASSERT(d->state == Private::State::Idle);
    d->chain = RedirectChain();
    d->chain.traceId = options.traceId;
    d->chain.clientId = policy.id;
    d->chain.clientName = policy.name;
    d->policy = policy;
    d->options = std::move(options);
    d->request = request;
    d->body = body ? std::move(body) : sourceOf(request);
    d->lastBody = d->body;
    d->first.reset();
    d->redirects = 0;
    d->isChanged = false;
    d->isCancelled = false;
    d->repeatsCycle = false;
    d->clock.start();
    d->state = Private::State::Asking;
    const quint64 asked = ++d->question;
    QMetaObject::invokeMethod(
        this,
        [this, asked] {
            if (asked == d->question) {
                d->ask();
            }
        },
        Qt::QueuedConnection);
}

void Fetcher::cancel()
{
    if (d->state == Private::State::Idle || d->isCancelled) {
        return;
    }
    d->isCancelled = true;
    if (d->state == Private::State::Sending) {
        d->transport.cancel();
        return;
    }
    const quint64 asked = ++d->question;
    QMetaObject::invokeMethod(
        this,
        [this, asked] {
            if (asked == d->question) {
                d->stop(Outcome::Failed, u"cancelled"_s, u"Cancelled by you before hop %1."_s.arg(d->nextHop()));
            }
        },
        Qt::QueuedConnection);
}

bool Fetcher::isRunning() const
{
    return d->state != Private::State::Idle;
}

const RedirectChain &Fetcher::chain() const
{
    return d->chain;
}

void Fetcher::Private::ask()
{
    state = State::Asking;
    const quint64 asked = ++question;
    if (!options.gate) {
        send();
        return;
    }
    const auto reply = [fetcher = QPointer<Fetcher>(q), asked](const GateAnswer &answer) {
        if (fetcher && fetcher->d->question == asked && fetcher->d->state == State::Asking) {
            ++fetcher->d->question;
            fetcher->d->take(answer);
        }
    };
    const Gate gate = options.gate; // its answer may end or delete the fetcher
    gate({nextHop(), request, &chain}, reply);
}

void Fetcher::Private::take(const GateAnswer &answer)
{
    switch (answer.kind) {
    case GateAnswer::Kind::Proceed:
        send();
        return;
    case GateAnswer::Kind::Replace:
        request = answer.request;
        isChanged = true;
        if (answer.body) {
            lastBody = answer.body;
        }
        body = request.content ? (lastBody ? lastBody : sourceOf(request)) : nullptr;
        if (body && body->isReplayable()) {
            request.content = body->info(); // what is sent, whatever the replacement said of it
        }
        send();
        return;
    case GateAnswer::Kind::Stop:
        stop(Outcome::Failed, u"cancelled"_s, u"Stopped by you before hop %1."_s.arg(nextHop()));
        return;
    }
}

void Fetcher::Private::send()
{
    startedAt = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    Preparation prepared{request, {}, std::nullopt};
    const quint64 asked = question;
    if (options.prepare) {
        prepared = options.prepare(request);
    }
    if (asked != question) {
        return; // cancelled meanwhile
    }
    addedByMemory = prepared.added;
    if (prepared.fromMemory) {
        answerFromMemory(*std::move(prepared.fromMemory));
        return;
    }
    state = State::Sending;
    TransportOptions wanted = options.transport;
    if (wanted.userAgent.isEmpty()) {
        wanted.userAgent = defaultUserAgent(options, nextHop());
    }
    transport.send(prepared.request, body, wanted);
    emit q->requestSent(nextHop(), prepared.request);
}

/// In the next turn of the event loop, as a server's: redirects that lead in a circle must not fill the stack.
void Fetcher::Private::answerFromMemory(Exchange exchange)
{
    state = State::Asking; // nothing is under way that a cancel() would have to end
    exchange.sentTimes = 0;
    exchange.timing.total = 0.0;
    const quint64 asked = ++question;
    QMetaObject::invokeMethod(
        q,
        [this, asked, remembered = std::move(exchange)] {
            if (asked == question) {
                ++question;
                receive(remembered);
            }
        },
        Qt::QueuedConnection);
}

void Fetcher::Private::receive(Exchange exchange)
{
    state = State::Asking; // nothing is under way; a cancel() from here on ends the chain by itself
    exchange.timing.startedAt = startedAt;
    exchange.added += addedByMemory;
    exchange.changedByUser = isChanged;
    isChanged = false;
    if (options.complete) {
        options.complete(exchange);
    }
    request.content = exchange.request.content; // its digest, now that it was read
    if (!first) {
        first = request;
    }
    const std::optional<int> repeated = findCycle(chain.hops, exchange.request);
    noteCycle(repeated);

    Hop hop;
    if (exchange.response) {
        hop.decision = decideOn(exchange, repeated.has_value());
    }
    hop.exchange = std::move(exchange);
    conclude(hop);
}

/// Once for each cycle: as long as hop after hop repeats, it is the same one.
void Fetcher::Private::noteCycle(const std::optional<int> &repeated)
{
    if (repeated && !repeatsCycle) {
        chain.findings.append(
            {u"cycle"_s,
             {*repeated, nextHop()},
             u"Hop %1 sends the same request as hop %2: the redirects go in a circle."_s.arg(nextHop()).arg(
                 *repeated)});
    }
    repeatsCycle = repeated.has_value();
}

Decision Fetcher::Private::decideOn(const Exchange &exchange, bool isCycle) const
{
    ChainContext context;
    context.redirectsSoFar = redirects;
    context.first = first;
    context.redirectLimit = options.redirectLimit;
    context.locationTrusted = options.locationTrusted;
    context.cycleFound = isCycle;
    context.timesRedirectedHere = isCycle ? redirectsTo(chain.hops, exchange.request) : 0;
    Decision decision = decide(request, *exchange.response, context, policy);
    if (!options.follows && decision.action != Action::Deliver) {
        decision = Decision();
        decision.reasons.append(makeReason(u"not-followed"_s));
    }
    return decision;
}

void Fetcher::Private::conclude(const Hop &hop)
{
    chain.hops.append(hop);
    const QPointer<Fetcher> guard(q);
    const quint64 asked = question;
    const int number = static_cast<int>(chain.hops.size());
    const bool wasCancelled = isCancelled;
    emit q->hopFinished(number);
    if (!guard || question != asked) {
        return; // deleted or cancelled by who listened
    }
    if (hop.exchange.failure) {
        stop(Outcome::Failed, hop.exchange.failure->code, hop.exchange.failure->message);
    } else if (wasCancelled) {
        stop(Outcome::Failed, u"cancelled"_s, u"Cancelled by you after hop %1."_s.arg(number));
    } else {
        follow(*hop.decision);
    }
}

void Fetcher::Private::follow(const Decision &decision)
{
    switch (decision.action) {
    case Action::Deliver:
        chain.outcome = Outcome::Completed;
        finish();
        return;
    case Action::Stop:
        stop(Outcome::Stopped, decision.stopCode,
             decision.reasons.isEmpty() ? QString() : decision.reasons.constFirst().text);
        return;
    case Action::Follow:
        break;
    }
    ++redirects;
    // Only the last answer is kept whole: a long chain of large ones would fill the memory.
    if (auto &content = chain.hops.last().exchange.response->content)
        content->preview.truncate(ContentInfo::previewLimit);
    request = *decision.next;
    switch (decision.content) {
    case ContentFate::Same:
        if (request.content && !body) {
            body = lastBody; // Go: a content that a redirect had dropped returns
        }
        break;
    case ContentFate::None:
        body.reset();
        break;
    case ContentFate::Empty:
        body = bodyFromMemory({});
        break;
    }
    ask();
}

void Fetcher::Private::stop(Outcome outcome, const QString &code, const QString &message)
{
    chain.outcome = outcome;
    chain.end = ChainEnd{code, message, static_cast<int>(chain.hops.size())};
    finish();
}

void Fetcher::Private::finish()
{
    state = State::Idle;
    ++question;
    emit q->finished();
}

} // namespace Detour
