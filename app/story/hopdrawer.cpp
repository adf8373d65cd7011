// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/hopdrawer.h"

#include "semantics/displaytext.h"
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
    if (!decision) {
        return {};
    }
    const auto of = [decision](ChangeKind kind) {
        return std::any_of(decision->changes.begin(), decision->changes.end(),
                           [kind](const Change &change) { return change.kind == kind; });
    };
    QStringList lost;
    for (const Change &change : decision->changes) {
        const QByteArray name = change.name.toLower();
        if (change.kind == ChangeKind::FieldRemoved && (name == "authorization" || name == "cookie")) {
            lost << shortText(change.name, nameLimit);
        }
    }
    if (lost.isEmpty()) {
        return {};
    }
    lost.removeDuplicates();
    const QString names = "no "_L1 + lost.join(u" and no "_s);
    return of(ChangeKind::OriginChanged) ? "another origin, so "_L1 + names : names;
}

QString requestWords(const Exchange &exchange, const Decision *before)
{
    const Request &request = exchange.request;
    QStringList parts;
    if (!hasBody(request)) {
        parts << (request.content.has_value() ? u"an empty body"_s : u"no body"_s);
    } else if (before && before->content == ContentFate::Same && !exchange.changedByUser) {
        parts << "the same "_L1 + byteCount(request.content->bytes);
    } else {
        parts << byteCount(request.content->bytes) << mediaType(request.fields);
    }
    if (exchange.changedByUser) {
        parts << u"changed by hand"_s;
    } else {
        parts << lostCredentials(before);
    }
    if (exchange.sentTimes > 1) {
        parts << u"sent %1 times"_s.arg(exchange.sentTimes);
    }
    parts.removeAll(QString());
    return parts.join(u" · "_s);
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
        if (list.contains(name)) {
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

Verdict verdictOf(const Request &request, Sheet sheet, const Decision &decision)
{
    const Request &next = *decision.next;
    Verdict verdict;
    verdict.methodBefore = request.method.token();
    verdict.methodAfter = next.method.token();
    verdict.methodChanges = verdict.methodBefore != verdict.methodAfter;
    verdict.sheetBefore = sheet;
    verdict.sheetAfter = hasBody(next) ? Sheet::Full : sheet == Sheet::None ? Sheet::None : Sheet::Dropped;
    verdict.nextTarget = shortText(next.target.originForm(), targetLimit);
    if (verdict.sheetFalls()) {
        verdict.dropped = byteCount(request.content ? request.content->bytes : 0) + " dropped"_L1;
    }
    if (!verdict.showsCapsules()) {
        const bool body = hasBody(next);
        verdict.sentence = body ? u"Same method, same body"_s : u"Same method, no body"_s;
        verdict.detail = body ? byteCount(next.content->bytes) + " sent again"_L1 : QString();
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

QString sentenceOf(const HopDrawing &drawing, const Hop &hop, int index)
{
    const Request &request = hop.exchange.request;
    QString sentence = u"Hop %1: %2 "_s.arg(index + 1).arg(shortText(drawing.method, nameLimit)) + drawing.target
                       + " at "_L1 + shortText(request.target.authority(), 80) + ", "_L1 + drawing.requestDetail + u'.';
    if (hop.exchange.response) {
        sentence += " The answer: "_L1 + drawing.answerTitle + ", "_L1 + drawing.answerDetail + u'.';
    }
    if (hop.exchange.response && hop.decision) {
        sentence +=
            u' ' + shortText(decisionSentence(request, *hop.exchange.response, *hop.decision).toUtf8(), sentenceLimit);
    } else if (!drawing.stopTitle.isEmpty()) {
        sentence += u' ' + drawing.stopTitle + ". "_L1 + drawing.stopDetail;
    } else if (drawing.end == ArrowEnd::Pending) {
        sentence += " Not answered yet."_L1;
    }
    return sentence.trimmed();
}

} // namespace

HopDrawing drawHop(const Hop &hop, int index, const HopBefore &before, const std::optional<ChainEnd> &end)
{
    const Exchange &exchange = hop.exchange;
    HopDrawing drawing;
    drawing.method = exchange.request.method.token();
    drawing.sheet = hasBody(exchange.request)     ? Sheet::Full
                    : before.sheet == Sheet::None ? Sheet::None
                                                  : Sheet::Dropped;
    drawing.target = shortText(exchange.request.target.originForm(), targetLimit);
    drawing.requestDetail = requestWords(exchange, followed(before.hop));
    if (exchange.response) {
        drawing.end = ArrowEnd::Answered;
        drawing.status = exchange.response->status;
        drawing.kind = statusKind(drawing.status);
        drawing.answerTitle = titleOf(*exchange.response);
        drawing.answerDetail = answerWords(*exchange.response);
    }
    if (const Decision *decision = followed(&hop); decision && decision->next) {
        drawing.verdict = verdictOf(exchange.request, drawing.sheet, *decision);
    }
    if (exchange.failure || end || (hop.decision && hop.decision->action == Action::Stop)) {
        drawStop(drawing, hop, end);
    }
    drawing.sentence = sentenceOf(drawing, hop, index);
    return drawing;
}

} // namespace Detour
