// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/clientmemorywords.h"

#include "semantics/clientmemoryrules.h"
#include "semantics/displaytext.h"

#include <algorithm>
#include <array>

namespace Detour {

using namespace Qt::StringLiterals;
using std::chrono::seconds;

namespace {

struct Unit
{
    std::int64_t length; ///< seconds
    QStringView one;
    QStringView many;
};

constexpr std::array units = {Unit{std::int64_t(365) * 24 * 3600, u"year", u"years"}, Unit{24 * 3600, u"day", u"days"},
                              Unit{3600, u"hour", u"hours"}, Unit{60, u"minute", u"minutes"},
                              Unit{1, u"second", u"seconds"}};

QString counted(std::int64_t count, const Unit &unit)
{
    return QString::number(count) + u' ' + (count == 1 ? unit.one : unit.many);
}

const Unit &largestIn(seconds duration)
{
    const auto fits = [duration](const Unit &unit) { return duration.count() >= unit.length; };
    const auto found = std::find_if(units.begin(), units.end(), fits);
    return found == units.end() ? units.back() : *found;
}

QString urlText(const TargetUri &target)
{
    return safeText(target.masked().toBytes());
}

QString redirectEffect(const RememberedAnswer &answer, bool fresh)
{
    const QString location = elided(safeText(answer.response.fields.value("Location").value_or(QByteArray())));
    return fresh ? u"Leads to %1. Nothing is sent to find that out."_s.arg(location)
                 : u"Led to %1. No longer used: the server is asked again."_s.arg(location);
}

QString answerEffect(const RememberedAnswer &answer, bool fresh)
{
    if (fresh) {
        return u"Answers by itself. Nothing is sent."_s;
    }
    const FieldList conditions = conditionsFor(answer);
    if (conditions.isEmpty()) {
        return u"No longer used: the server is asked again."_s;
    }
    const Field &first = conditions.lines().constFirst();
    return u"The server is asked with %1: %2. A 304 makes it good again."_s.arg(safeText(first.name),
                                                                                elided(safeText(first.value)));
}

QString freshnessText(const RememberedAnswer &answer, const QDateTime &here)
{
    if (answer.freshness.isEndless()) {
        return u"kept without end: no field says how long"_s;
    }
    const seconds left = *answer.freshness.lifetime - ageOf(answer, here);
    if (left > seconds(0)) {
        return u"fresh for %1 more"_s.arg(durationInWords(left));
    }
    if (*answer.freshness.lifetime == seconds(0)) {
        return u"never fresh: asked about each time"_s;
    }
    return left == seconds(0) ? u"stale since now"_s : u"stale for %1"_s.arg(durationInWords(-left));
}

MemoryCard cardOf(const RememberedAnswer &answer, const QDateTime &here)
{
    const bool fresh = isFresh(answer, here);
    MemoryCard card;
    card.id = answer.id;
    card.kind = answer.isRedirect() ? MemoryCard::Kind::Redirect : MemoryCard::Kind::Answer;
    card.status = answer.response.status;
    card.isUsed = fresh;
    card.title = answer.method.toString() + u' ' + urlText(answer.target);
    card.effect = answer.isRedirect() ? redirectEffect(answer, fresh) : answerEffect(answer, fresh);
    card.age = u"%1 old"_s.arg(durationInWords(ageOf(answer, here)));
    card.lasts = freshnessText(answer, here);
    card.source = u"from its server’s answer %1"_s.arg(statusText(answer.response));
    return card;
}

MemoryCard cardOf(const RememberedHost &host, const QDateTime &here)
{
    const seconds left{here.secsTo(host.expires)};
    MemoryCard card;
    card.id = host.id;
    card.kind = MemoryCard::Kind::Host;
    card.status = 307;
    card.isUsed = left > seconds(0);
    card.title = safeText(host.host) + (host.includesSubdomains ? u" and every host below it"_s : QString());
    card.effect = card.isUsed ? u"http:// becomes https:// before anything is sent."_s
                              : u"No longer used: http:// is sent as it is."_s;
    card.age = u"%1 old"_s.arg(durationInWords(seconds(std::max<qint64>(0, host.notedAt.secsTo(here)))));
    card.lasts =
        card.isUsed ? u"holds for %1 more"_s.arg(durationInWords(left)) : u"over for %1"_s.arg(durationInWords(-left));
    card.source = u"from Strict-Transport-Security of %1"_s.arg(urlText(host.source));
    return card;
}

} // namespace

QList<MemoryCard> memoryCards(const ClientMemory &memory, const QDateTime &now)
{
    const QDateTime here = memory.timeAt(now);
    QList<MemoryCard> cards;
    for (const RememberedAnswer &answer : memory.answers()) {
        cards.append(cardOf(answer, here));
    }
    for (const RememberedHost &host : memory.hosts()) {
        cards.append(cardOf(host, here));
    }
    std::sort(cards.begin(), cards.end(), [](const MemoryCard &a, const MemoryCard &b) { return a.id > b.id; });
    return cards;
}

QString durationInWords(seconds duration)
{
    const Unit &unit = largestIn(duration);
    return counted(duration.count() / unit.length, unit);
}

QString clockInWords(seconds offset)
{
    if (offset == seconds(0)) {
        return u"now"_s;
    }
    const Unit &unit = largestIn(offset);
    const seconds rest{offset.count() % unit.length};
    const QString first = counted(offset.count() / unit.length, unit);
    return rest == seconds(0) ? u"%1 ahead"_s.arg(first) : u"%1 and %2 ahead"_s.arg(first, durationInWords(rest));
}

QString answerSourceSentence(const Exchange &exchange)
{
    switch (exchange.answeredBy) {
    case AnswerSource::Server:
        return exchange.stored ? u"Not changed: the client uses the answer that it had stored."_s : QString();
    case AnswerSource::StoredRedirect:
        return u"From memory: nothing was sent. The client had stored this redirect."_s;
    case AnswerSource::StoredResponse:
        return u"From memory: nothing was sent. The client had stored this answer, and it is still fresh."_s;
    case AnswerSource::HstsUpgrade:
        return u"From memory: nothing was sent. This host wants https only (HSTS)."_s;
    }
    Q_UNREACHABLE();
}

} // namespace Detour
