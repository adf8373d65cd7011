// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/clientmemory.h"

#include "semantics/clientmemoryrules.h"
#include "semantics/stricttransport.h"

#include <algorithm>
#include <numeric>

namespace Detour {

using std::chrono::seconds;

namespace {

constexpr seconds farthestClock{std::int64_t(100) * 365 * 24 * 3600};

/// What is shown of a stored answer when it answers (RFC 9111 §4): its Age, and no content for a HEAD.
Response answerFrom(const RememberedAnswer &stored, const Request &request, const QDateTime &now)
{
    Response response = stored.response;
    response.fields.set(QByteArrayLiteral("Age"), QByteArray::number(qint64(ageOf(stored, now).count())));
    if (request.method.is("HEAD")) {
        response.content.reset();
    }
    return response;
}

bool isBelow(const QByteArray &host, const QByteArray &parent)
{
    return host.size() > parent.size() && host.endsWith(parent) && host.at(host.size() - parent.size() - 1) == '.';
}

/// A host is the same with a dot at its end (RFC 6797 §8.3 compares labels).
QByteArray withoutTrailingDot(const QByteArray &host)
{
    return host.endsWith('.') ? host.chopped(1) : host;
}

qsizetype contentSize(const RememberedAnswer &answer)
{
    return answer.response.content ? answer.response.content->preview.size() : 0;
}

} // namespace

bool RememberedAnswer::isRedirect() const
{
    return isRedirectStatus(response.status) && response.fields.contains("Location");
}

seconds ageOf(const RememberedAnswer &answer, const QDateTime &now)
{
    return answer.initialAge + seconds(std::max<qint64>(0, answer.storedAt.secsTo(now)));
}

bool isFresh(const RememberedAnswer &answer, const QDateTime &now)
{
    return answer.freshness.isEndless() || *answer.freshness.lifetime > ageOf(answer, now);
}

Recollection ClientMemory::recall(const Request &request, const QDateTime &now) const
{
    const QDateTime here = timeAt(now);
    Recollection found;
    if (const RememberedHost *host = strictHost(request.target, here)) {
        found.kind = Recollection::Kind::Answer;
        found.source = AnswerSource::HstsUpgrade;
        found.response = hstsUpgrade(request.target);
        found.id = host->id;
        return found;
    }
    const RememberedAnswer *stored = isCacheable(request) ? find(request) : nullptr;
    if (!stored) {
        return found;
    }
    if (isFreshFor(*stored, request, here)) {
        found.kind = Recollection::Kind::Answer;
        found.source = stored->isRedirect() ? AnswerSource::StoredRedirect : AnswerSource::StoredResponse;
        found.response = answerFrom(*stored, request, here);
        found.repeatedFieldsVisible = stored->repeatedFieldsVisible;
        found.id = stored->id;
        return found;
    }
    found.conditions = request.method.is("GET") ? conditionsFor(*stored) : FieldList();
    if (!found.conditions.isEmpty()) {
        found.kind = Recollection::Kind::Validate;
        found.id = stored->id;
    }
    return found;
}

std::optional<Response> ClientMemory::learn(const Exchange &exchange, const ExchangeTimes &times, int validated,
                                            bool isSecure)
{
    if (exchange.answeredBy != AnswerSource::Server || !exchange.response) {
        return std::nullopt;
    }
    const Request &request = exchange.request;
    if (isSecure && request.target.scheme == "https") {
        noteStrictTransport(exchange, times.received);
    }
    if (invalidates(request.method, exchange.response->status)) {
        const TargetUri target = request.target.withoutFragment();
        m_answers.removeIf([&target](const RememberedAnswer &answer) { return answer.target == target; });
        return std::nullopt;
    }
    if (exchange.response->status == 304) {
        return validated > 0 ? freshen(exchange, times, validated) : std::nullopt;
    }
    if (isCacheable(request)) {
        keep(exchange, times);
    }
    return std::nullopt;
}

void ClientMemory::forget(int id)
{
    m_answers.removeIf([id](const RememberedAnswer &answer) { return answer.id == id; });
    m_hosts.removeIf([id](const RememberedHost &host) { return host.id == id; });
}

void ClientMemory::forgetAll()
{
    m_answers.clear();
    m_hosts.clear();
}

void ClientMemory::moveClock(seconds by)
{
    m_clockOffset = std::clamp(m_clockOffset + by, seconds(0), farthestClock);
}

/// The newest of those that fit: variants of one target lie beside each other (RFC 9111 §4.1).
const RememberedAnswer *ClientMemory::find(const Request &request) const
{
    const auto found = std::find_if(m_answers.crbegin(), m_answers.crend(),
                                    [&request](const RememberedAnswer &answer) { return answersTo(answer, request); });
    return found == m_answers.crend() ? nullptr : &*found;
}

const RememberedHost *ClientMemory::strictHost(const TargetUri &target, const QDateTime &now) const
{
    if (target.scheme != "http" || !target.host || !mayBeStrict(*target.host)) {
        return nullptr;
    }
    const QByteArray asked = withoutTrailingDot(*target.host);
    const auto applies = [&asked, &now](const RememberedHost &host) {
        return now < host.expires && (host.host == asked || (host.includesSubdomains && isBelow(asked, host.host)));
    };
    const auto found = std::find_if(m_hosts.cbegin(), m_hosts.cend(), applies);
    return found == m_hosts.cend() ? nullptr : &*found;
}

/// The newest answer takes the place of the one before, even if it may not be kept itself.
void ClientMemory::keep(const Exchange &exchange, const ExchangeTimes &times)
{
    const Request &request = exchange.request;
    m_answers.removeIf([&request](const RememberedAnswer &answer) {
        return answer.method == request.method && answersTo(answer, request);
    });
    const Freshness freshness = freshnessOf(*exchange.response, times.received);
    const std::optional<FieldList> varying = varyingFields(request, *exchange.response);
    if (!varying || !isWorthKeeping(request, *exchange.response, freshness)) {
        return;
    }
    RememberedAnswer answer;
    answer.id = ++m_lastId;
    answer.method = request.method;
    answer.target = request.target.withoutFragment();
    answer.response = *exchange.response;
    answer.varyingOn = *varying;
    answer.freshness = freshness;
    // By the real clock on both sides: a moved clock has not made this answer older.
    answer.initialAge = initialAge(*exchange.response, times.requested, times.received);
    answer.storedAt = timeAt(times.received);
    answer.repeatedFieldsVisible = exchange.repeatedFieldsVisible;
    m_answers.append(answer);
    trim();
}

std::optional<Response> ClientMemory::freshen(const Exchange &exchange, const ExchangeTimes &times, int id)
{
    const auto stored = std::find_if(m_answers.begin(), m_answers.end(),
                                     [id](const RememberedAnswer &answer) { return answer.id == id; });
    if (stored == m_answers.end() || !isMeantBy(*stored, *exchange.response)) {
        return std::nullopt;
    }
    stored->response.fields = freshenedFields(stored->response.fields, exchange.response->fields);
    stored->freshness = freshnessOf(stored->response, times.received);
    stored->initialAge = initialAge(*exchange.response, times.requested, times.received);
    stored->storedAt = timeAt(times.received);
    const Response given = stored->response;
    if (stored->freshness.basis == FreshnessBasis::NeverKept) {
        m_answers.erase(stored);
    }
    return given;
}

void ClientMemory::noteStrictTransport(const Exchange &exchange, const QDateTime &received)
{
    const QByteArray host = withoutTrailingDot(exchange.request.target.host.value_or(QByteArray()));
    const std::optional<StrictTransport> wanted = StrictTransport::fromFields(exchange.response->fields);
    if (!wanted || !mayBeStrict(host)) {
        return;
    }
    const auto known = std::find_if(m_hosts.begin(), m_hosts.end(),
                                    [&host](const RememberedHost &remembered) { return remembered.host == host; });
    if (wanted->maxAge == seconds(0)) {
        if (known != m_hosts.end()) {
            m_hosts.erase(known);
        }
        return;
    }
    RememberedHost remembered;
    remembered.id = known != m_hosts.end() ? known->id : ++m_lastId;
    remembered.host = host;
    remembered.includesSubdomains = wanted->includesSubdomains;
    remembered.source = exchange.request.target.withoutFragment().withoutUserinfo();
    remembered.notedAt = timeAt(received);
    remembered.expires = remembered.notedAt.addSecs(wanted->maxAge.count());
    if (known != m_hosts.end()) {
        *known = remembered;
    } else {
        m_hosts.append(remembered);
    }
    if (m_hosts.size() > hostLimit) {
        m_hosts.removeFirst();
    }
}

void ClientMemory::trim()
{
    qsizetype total =
        std::accumulate(m_answers.cbegin(), m_answers.cend(), qsizetype(0),
                        [](qsizetype sum, const RememberedAnswer &one) { return sum + contentSize(one); });
    while (m_answers.size() > answerLimit || total > totalLimit) {
        total -= contentSize(m_answers.constFirst());
        m_answers.removeFirst();
    }
}

} // namespace Detour
