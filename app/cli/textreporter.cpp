// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/textreporter.h"

#include "semantics/clientmemorywords.h"
#include "semantics/displaytext.h"
#include "semantics/mask.h"
#include "semantics/requestedit.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

const QString hopIndent = QStringLiteral("    ");
const QString innerIndent = QStringLiteral("      ");

/// Fields of an answer that say nothing about where it leads or what it is.
bool isRoutine(const Field &field)
{
    return field.isNamed("Date") || field.isNamed("Connection") || field.isNamed("Keep-Alive")
           || field.isNamed("Content-Length") || field.isNamed("Server");
}

QString plural(qint64 count, const QString &one, const QString &many)
{
    return QString::number(count) + u' ' + (count == 1 ? one : many);
}

/// A hop alone, masked as a chain is: to mask all of a long chain at each hop would take the square of its length.
Hop maskedHop(const Hop &hop)
{
    RedirectChain alone;
    alone.hops.append(hop);
    return masked(alone).hops.constFirst();
}

QString changeText(const Change &change)
{
    switch (change.kind) {
    case ChangeKind::MethodChanged:
        return u"method %1 → %2"_s.arg(wireText(change.from), wireText(change.to));
    case ChangeKind::FieldChanged:
        return u"%1: %2 → %3"_s.arg(wireText(change.name), wireText(change.from), wireText(change.to));
    case ChangeKind::ContentDropped:
        return u"body dropped"_s;
    case ChangeKind::ContentEmptied:
        return u"body emptied"_s;
    case ChangeKind::ContentAdded:
        return u"body added again"_s;
    case ChangeKind::FieldRemoved:
        return u"%1 removed"_s.arg(wireText(change.name));
    case ChangeKind::FieldAdded:
        return u"%1 added"_s.arg(wireText(change.name));
    case ChangeKind::FragmentInherited:
        return u"fragment inherited"_s;
    case ChangeKind::SchemeChanged:
        return u"scheme %1 → %2"_s.arg(wireText(change.from), wireText(change.to));
    case ChangeKind::OriginChanged:
        return u"origin %1 → %2"_s.arg(wireText(change.from), wireText(change.to));
    case ChangeKind::TargetChanged: // the next request's line says it
        return {};
    }
    Q_UNREACHABLE();
}

QString changesText(const QList<Change> &changes)
{
    QStringList texts;
    for (const Change &change : changes) {
        if (const QString text = changeText(change); !text.isEmpty()) {
            texts.append(text);
        }
    }
    return texts.join(u", ");
}

TextStyle::Role roleOf(StatusCode status)
{
    constexpr StatusCode firstError = 400;
    if (isRedirection(status)) {
        return TextStyle::Role::Redirect;
    }
    return status >= firstError ? TextStyle::Role::Bad : TextStyle::Role::Good;
}

} // namespace

TextReporter::TextReporter(Output &out, Options options)
    : m_out(out)
    , m_style(options.isColoured)
    , m_showsSecrets(options.showsSecrets)
{}

void TextReporter::begin(const ClientPolicy &policy, std::optional<int> redirectLimit, bool follows)
{
    const int limit = redirectLimit.value_or(policy.redirectLimit);
    QString how = limit < 0 ? u"without a limit"_s : u"at most %1"_s.arg(plural(limit, u"redirect"_s, u"redirects"_s));
    if (!follows) {
        how = u"the first request only"_s;
    }
    write(u"As %1, %2.\n"_s.arg(policy.name, how));
}

void TextReporter::tell(const RedirectChain &chain)
{
    write(u"As %1, from a saved trace.\n"_s.arg(wireText(chain.clientName.toUtf8(), 80)));
    for (int hop = 1; hop <= chain.hops.size(); ++hop) {
        requestSent(hop, chain.hops.at(hop - 1).exchange.request);
        hopFinished(hop, chain);
    }
    end(chain);
}

void TextReporter::requestSent(int hop, const Request &request)
{
    Hop sent;
    sent.exchange.request = request;
    const Request safe = m_showsSecrets ? request : maskedHop(sent).exchange.request;
    const QString number = QString::number(hop).leftJustified(hopIndent.size() - 1) + u' ';
    write(u'\n' + m_style.dressed(number + safe.method.toString(), TextStyle::Role::Strong) + u' '
          + wireText(safe.target.toBytes()) + u'\n');
    writeFields(safe.fields);
    writeContent(safe.content);
}

void TextReporter::writeFields(const FieldList &fields)
{
    for (const Field &field : fields) {
        write(innerIndent + wireText(field.name) + u": "_s + wireText(field.value) + u'\n');
    }
}

void TextReporter::writeContent(const std::optional<ContentInfo> &content)
{
    if (!content) {
        return;
    }
    constexpr qsizetype digestStart = 12;
    QString text = u"body: "_s + plural(content->bytes, u"byte"_s, u"bytes"_s);
    if (content->oneShot) {
        text = u"body: from a pipe, can be sent once"_s;
    } else if (content->bytes < 0) {
        text = u"body: of unknown length"_s;
    } else if (content->bytes > 0 && !content->sha256.isEmpty()) {
        text += u", sha256 %1…"_s.arg(
            QString::fromLatin1(content->sha256.first(qMin(digestStart, content->sha256.size()))));
    }
    write(innerIndent + text + u'\n');
}

void TextReporter::hopFinished(int hop, const RedirectChain &chain)
{
    if (hop < 1 || hop > chain.hops.size()) {
        return;
    }
    const Hop &original = chain.hops.at(hop - 1);
    const Hop safe = m_showsSecrets ? original : maskedHop(original);
    if (original.exchange.changedByUser) {
        const QString edits = requestEditSentences(chain, hop).join(u' ');
        write(wrapped(u"Changed by you before it was sent. "_s + edits, hopIndent, innerIndent));
    }
    if (safe.exchange.answeredBy != AnswerSource::Server) {
        requestSent(hop, safe.exchange.request); // nobody told of it: it was not sent
    }
    writeResponse(safe.exchange);
    writeDecision(safe);
}

void TextReporter::writeResponse(const Exchange &exchange)
{
    if (exchange.sentTimes > 1) {
        write(hopIndent + u"sent %1 times: the connection was lost and Qt tried again\n"_s.arg(exchange.sentTimes));
    }
    if (!exchange.response) {
        return; // the end says why
    }
    if (const QString source = answerSourceSentence(exchange); !source.isEmpty()) {
        write(wrapped(source, hopIndent, hopIndent));
    }
    const Response &response = *exchange.response;
    m_hidesRepeats = m_hidesRepeats || !exchange.repeatedFieldsVisible;
    QString line = hopIndent + m_style.dressed(statusText(response), roleOf(response.status));
    if (exchange.timing.total && exchange.answeredBy == AnswerSource::Server) {
        line += m_style.dressed(u"  %1 ms"_s.arg(*exchange.timing.total, 0, 'f', 1), TextStyle::Role::Quiet);
    }
    write(line + u'\n');
    for (const Field &field : response.fields) {
        if (!isRoutine(field)) {
            writeFields({field});
        }
    }
    if (response.content && response.content->bytes > 0) {
        writeContent(response.content);
    }
    if (exchange.stored) {
        writeStored(*exchange.stored);
    }
    if (!exchange.note.isEmpty()) {
        write(wrapped(u"Note: "_s + withoutTrickery(exchange.note), hopIndent, hopIndent));
    }
}

/// What the client shows in the place of a 304.
void TextReporter::writeStored(const Response &stored)
{
    write(hopIndent + u"Stored: "_s + statusText(stored) + u'\n');
    if (stored.content && stored.content->bytes > 0) {
        writeContent(stored.content);
    }
}

void TextReporter::writeDecision(const Hop &hop)
{
    if (!hop.decision || !hop.exchange.response) {
        return;
    }
    const Decision &decision = *hop.decision;
    const QString sentence = decisionSentence(hop.exchange.request, *hop.exchange.response, decision);
    write(wrapped(withoutTrickery(sentence), hopIndent, hopIndent));
    for (const Reason &reason : decision.reasons) {
        const QString text = withoutTrickery(reason.text + u" ["_s + reason.reference + u']');
        write(wrapped(text, hopIndent + u"- "_s, innerIndent));
    }
    if (const QString changes = changesText(decision.changes); !changes.isEmpty()) {
        write(wrapped(u"Changed: "_s + changes, hopIndent, innerIndent));
    }
}

QString TextReporter::endText(const RedirectChain &chain) const
{
    const Hop *last = chain.lastHop();
    if (chain.outcome == Outcome::Completed && last && last->exchange.response) {
        const QString done = m_style.dressed(u"Done:"_s, TextStyle::Role::Good);
        return done
               + u" %1 after %2.\n"_s.arg(statusText(*last->exchange.response),
                                          plural(chain.redirectCount(), u"redirect"_s, u"redirects"_s));
    }
    const QString word = chain.outcome == Outcome::Stopped ? u"Stopped:"_s : u"Failed:"_s;
    const QString text = wrapped(word + u' ' + endSentence(chain, m_showsSecrets), {}, hopIndent);
    return m_style.dressed(word, TextStyle::Role::Bad) + text.sliced(word.size());
}

void TextReporter::end(const RedirectChain &chain)
{
    write(u"\n"_s);
    for (const Finding &finding : chain.findings) {
        write(wrapped(u"Found: "_s + withoutTrickery(finding.message), {}, hopIndent));
    }
    if (m_hidesRepeats) {
        write(u"Repeated fields are not observable outside the lab: equal names are shown joined.\n"_s);
    }
    write(endText(chain));
}

QString endSentence(const RedirectChain &chain, bool showsSecrets)
{
    if (chain.outcome == Outcome::Completed) {
        return {};
    }
    if (!chain.end) {
        return u"the trace did not come to its end."_s;
    }
    RedirectChain alone; // its end is masked without its hops
    alone.end = chain.end;
    return withoutTrickery((showsSecrets ? alone : masked(alone)).end->message);
}

} // namespace Detour
