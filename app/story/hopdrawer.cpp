// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/hopdrawer.h"

#include "semantics/displaytext.h"
#include "semantics/origin.h"
#include "story/credentials.h"
#include "story/memorywords.h"
#include "story/stopwords.h"
#include "story/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qsizetype targetLimit = 96;
constexpr qsizetype nameLimit = 32;
constexpr qsizetype sentenceLimit = 400;
constexpr qsizetype chipLimit = 8;

const Decision *followed(const Hop *hop)
{
    return hop && hop->decision && hop->decision->action == Action::Follow ? &*hop->decision : nullptr;
}

QString mediaType(const FieldList &fields)
{
    const QByteArray type = fields.value("Content-Type").value_or(QByteArray());
    const qsizetype parameters = type.indexOf(';');
    return shortText(QByteArrayView(type).first(parameters < 0 ? type.size() : parameters).trimmed(), 48);
}

/// "text/html · 312 B"; what is not known is left out.
QString contentWords(const FieldList &fields, const std::optional<ContentInfo> &content)
{
    QStringList parts;
    if (content && content->bytes > 0) {
        parts << mediaType(fields) << byteCount(content->bytes);
    } else {
        parts << u"no body"_s;
    }
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

/// The credentials that the turn before this request took away, because of where it goes.
QString lostCredentials(const Decision *decision)
{
    const QStringList lost = decision ? credentialsLostBy(*decision) : QStringList();
    if (lost.isEmpty()) {
        return {};
    }
    const QString names = "no "_L1 + lost.join(u" and no "_s);
    const bool elsewhere = std::any_of(decision->changes.begin(), decision->changes.end(),
                                       [](const Change &change) { return change.kind == ChangeKind::OriginChanged; });
    return elsewhere ? "another origin, so "_L1 + names : names;
}

bool isOtherContent(const std::optional<ContentInfo> &a, const std::optional<ContentInfo> &b)
{
    return a.has_value() != b.has_value() || (a && (a->bytes != b->bytes || a->sha256 != b->sha256));
}

/// What a person put in place of what the client had decided; without a decision to compare with, no more than that.
QString changeByUser(const Request &request, const Decision *before)
{
    QString words = u"changed by you"_s;
    if (!before || !before->next) {
        return words;
    }
    const Request &decided = *before->next;
    QStringList parts;
    if (request.method != decided.method) {
        parts << shortText(request.method.token(), 24) + " in place of "_L1 + shortText(decided.method.token(), 24);
    }
    if (request.target != decided.target) {
        parts << u"another address"_s;
    }
    if (request.fields != decided.fields) {
        parts << u"other fields"_s;
    }
    if (isOtherContent(request.content, decided.content)) {
        parts << u"another body"_s;
    }
    return parts.isEmpty() ? words : words + ": "_L1 + parts.join(u", "_s);
}

QString requestWords(const Exchange &exchange, const Decision *before)
{
    const Request &request = exchange.request;
    QStringList parts;
    if (exchange.changedByUser) {
        parts << changeByUser(request, before);
    }
    if (!hasBody(request)) {
        parts << (request.content.has_value() ? u"an empty body"_s : u"no body"_s);
    } else if (before && before->content == ContentFate::Same && !exchange.changedByUser) {
        parts << "the same "_L1 + byteCount(request.content->bytes);
    } else {
        parts << byteCount(request.content->bytes) << mediaType(request.fields);
    }
    if (!exchange.changedByUser) {
        parts << lostCredentials(before);
    }
    if (exchange.sentTimes > 1) {
        parts << u"sent %1 times"_s.arg(exchange.sentTimes);
    }
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

/// The sheet on the capsule of `request`, when the one before it had `before`.
Sheet sheetOf(const Request &request, Sheet before)
{
    if (hasBody(request)) {
        return Sheet::Full;
    }
    if (request.content.has_value()) {
        return Sheet::Empty;
    }
    return before == Sheet::None ? Sheet::None : Sheet::Dropped;
}

QString titleOf(const Response &response)
{
    const QString received = shortText(response.reasonPhrase, 40);
    const QString phrase = received.isEmpty() ? registeredReasonPhrase(response.status) : received;
    const QString code = QString::number(response.status);
    return phrase.isEmpty() ? code : code + u' ' + phrase;
}

QString answerWords(const Response &response)
{
    const QList<QByteArray> locations = response.fields.values("Location");
    if (!isRedirection(response.status) || locations.isEmpty()) {
        return contentWords(response.fields, response.content);
    }
    const QString location = "Location: "_L1 + shortReference(locations.first(), targetLimit);
    return locations.size() == 1 ? location : location + u" (+%1 more)"_s.arg(locations.size() - 1);
}

void addChips(Verdict &verdict, const Decision &decision)
{
    if (verdict.sheetFalls()) {
        verdict.struckOut << u"body"_s;
    }
    qsizetype more = 0;
    for (const Change &change : decision.changes) {
        if (change.kind != ChangeKind::FieldRemoved && change.kind != ChangeKind::FieldAdded) {
            continue;
        }
        QStringList &list = change.kind == ChangeKind::FieldRemoved ? verdict.struckOut : verdict.added;
        const QString name = shortText(change.name, nameLimit);
        if (name.isEmpty() || list.contains(name)) {
            continue;
        }
        if (list.size() < chipLimit) {
            list << name;
        } else if (&list == &verdict.struckOut) {
            ++more;
        }
    }
    if (more > 0) {
        verdict.struckOut << u"+%1"_s.arg(more);
    }
}

SchemeTurn schemeTurnOf(const Request &request, const Request &next)
{
    if (request.target.scheme == next.target.scheme) {
        return SchemeTurn::None;
    }
    return next.target.scheme == "https" ? SchemeTurn::Upgrade : SchemeTurn::Downgrade;
}

void setSentence(Verdict &verdict, const Request &next)
{
    const bool body = hasBody(next);
    if (!verdict.showsCapsules()) {
        verdict.sentence = body                                 ? u"Same method, same body"_s
                           : verdict.sheetAfter == Sheet::Empty ? u"Same method, empty body"_s
                                                                : u"Same method, no body"_s;
    }
    const bool again = body && (!verdict.showsCapsules() || verdict.sheetBefore == Sheet::Dropped);
    verdict.detail = again ? byteCount(next.content->bytes) + " sent again"_L1 : QString();
}

Verdict verdictOf(const Request &request, Sheet sheet, const Decision &decision)
{
    const Request &next = *decision.next;
    Verdict verdict;
    verdict.methodBefore = request.method.token();
    verdict.methodAfter = next.method.token();
    verdict.methodChanges = verdict.methodBefore != verdict.methodAfter;
    verdict.sheetBefore = sheet;
    verdict.sheetAfter = sheetOf(next, sheet);
    if (sheet == Sheet::Other && verdict.sheetAfter == Sheet::Full) {
        verdict.sheetBefore = Sheet::Full; // from here on it is the body that goes along
    }
    verdict.nextTarget = shortText(next.target.originForm(), targetLimit);
    verdict.scheme = schemeTurnOf(request, next);
    verdict.credentialsLost = credentialsLostBy(decision);
    verdict.credentialsKept = credentialsKeptAcross(request, decision);
    if (verdict.tokenFalls()) {
        const bool elsewhere = !isSameOrigin(request.target, next.target);
        const bool one = verdict.credentialsLost.size() == 1;
        verdict.tokenWords = joinedWords(verdict.credentialsLost)
                             + (elsewhere ? (one ? " stays: another origin"_L1 : " stay: another origin"_L1)
                                          : (one ? " stays behind"_L1 : " stay behind"_L1));
    }
    if (verdict.sheetFalls()) {
        verdict.dropped = byteCount(request.content ? request.content->bytes : 0)
                          + (verdict.sheetAfter == Sheet::Empty ? " emptied"_L1 : " dropped"_L1);
    }
    setSentence(verdict, next);
    if (verdict.scheme == SchemeTurn::Downgrade) {
        verdict.struckOut << u"https"_s;
    } else if (verdict.scheme == SchemeTurn::Upgrade) {
        verdict.added << u"https"_s;
    }
    addChips(verdict, decision);
    return verdict;
}

void drawStop(HopDrawing &drawing, const Hop &hop, const std::optional<ChainEnd> &end)
{
    const std::optional<ExchangeFailure> &failure = hop.exchange.failure;
    if (failure) {
        drawing.end = ArrowEnd::Failed;
        drawing.stopTitle = stopTitle(failure->code);
        drawing.stopDetail = shortText(failure->message.toUtf8(), sentenceLimit);
        return;
    }
    drawing.end = ArrowEnd::Stopped;
    const bool byRule = hop.decision && hop.decision->action == Action::Stop;
    const QString code = byRule ? hop.decision->stopCode : end ? end->code : QString();
    drawing.stopTitle = stopTitle(code);
    drawing.stopDetail = stopDetail(code);
    drawing.stopTargetNote = stopTargetNote(code);
    if (!hop.exchange.response || drawing.stopTargetNote.isEmpty()) {
        return;
    }
    const auto location = hop.exchange.response->fields.value("Location");
    drawing.stopTarget = location ? shortReference(*location, 64) : QString();
}

} // namespace

HopDrawing drawHop(const Hop &hop, const HopBefore &before, const std::optional<ChainEnd> &end, bool asked)
{
    const Exchange &exchange = hop.exchange;
    HopDrawing drawing;
    drawing.method = exchange.request.method.token();
    drawing.sheet = sheetOf(exchange.request, before.sheet);
    const Decision *past = followed(before.hop);
    drawing.changedByUser = exchange.changedByUser;
    if (exchange.changedByUser && past && past->next && drawing.sheet == Sheet::Full
        && isOtherContent(exchange.request.content, past->next->content)) {
        drawing.sheet = Sheet::Other;
    }
    drawing.credentials = credentialsOf(exchange.request);
    if (past && !exchange.changedByUser) {
        drawing.missingCredentials = credentialsLostBy(*past);
    }
    drawing.padlock = exchange.request.target.scheme == "https" ? Padlock::Closed
                      : before.padlock == Padlock::None         ? Padlock::None
                                                                : Padlock::Open;
    drawing.answeredBy = exchange.answeredBy;
    drawing.target = shortText(exchange.request.target.originForm(), targetLimit);
    drawing.requestDetail = requestWords(exchange, past);
    if (exchange.response) {
        drawing.end = asked ? ArrowEnd::Asked : ArrowEnd::Answered;
        drawing.status = exchange.response->status;
        drawing.kind = statusKind(drawing.status);
        drawing.answerTitle = titleOf(*exchange.response);
        drawing.answerDetail = answerWords(*exchange.response);
        drawing.memoryWords = memoryWords(exchange);
    }
    if (const Decision *decision = followed(&hop); decision && decision->next) {
        drawing.verdict = verdictOf(exchange.request, drawing.sheet, *decision);
    }
    if (exchange.failure || end || (hop.decision && hop.decision->action == Action::Stop)) {
        drawStop(drawing, hop, end);
    }
    return drawing;
}

} // namespace Detour
