// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/inspectortexts.h"

#include "semantics/displaytext.h"
#include "semantics/mask.h"
#include "semantics/safetext.h"
#include "ui/inspector/textpane.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

using Style = TextPane::Style;

constexpr qsizetype mostFieldLines = 200;
constexpr qsizetype longestValue = 2000;
/// A longer reason would not fit the one line that narrow windows have for it.
constexpr qsizetype mostBriefCharacters = 52;

QString tr(const char *text)
{
    return QCoreApplication::translate("Inspector", text);
}

void writeFields(TextPane &pane, const FieldList &fields)
{
    qsizetype shown = 0;
    for (const Field &field : fields) {
        if (++shown > mostFieldLines) {
            pane.paragraph();
            pane.write(tr("… and %1 more field lines.").arg(fields.size() - mostFieldLines), Style::Muted);
            break;
        }
        pane.paragraph();
        pane.write(wireText(field.name, 120), Style::WireName);
        pane.write(u": "_s + wireText(field.value, longestValue), Style::Wire);
    }
}

void writeContent(TextPane &pane, const std::optional<ContentInfo> &content)
{
    if (!content || content->bytes == 0)
        return;
    pane.paragraph(8);
    pane.write(contentText(*content), Style::Wire);
    const qsizetype shown = qMin(content->preview.size(), ContentInfo::previewLimit);
    if (content->bytes > shown) {
        pane.paragraph();
        pane.write(tr("The first %1 of %2.").arg(byteCount(shown), byteCount(content->bytes)), Style::Muted);
    }
}

QString contentSummary(const std::optional<ContentInfo> &content)
{
    if (!content)
        return tr("No body.");
    QString text = tr("Body: %1").arg(byteCount(content->bytes));
    if (!content->sha256.isEmpty())
        text += u", SHA-256 "_s + QString::fromLatin1(content->sha256.left(8)) + u'…'
                + QString::fromLatin1(content->sha256.right(8));
    return text + u'.';
}

void writeReference(TextPane &pane, const Reason &reason)
{
    const QString url = reasonUrl(reason.rule);
    if (url.isEmpty())
        pane.write(reason.reference, Style::Muted);
    else
        pane.writeLink(reason.reference, url);
}

/// Its first part, up to the first full stop or colon, stands out: that is the rule.
void writeSentence(TextPane &pane, const QString &text)
{
    const auto endOf = [&text](QLatin1StringView mark) {
        const qsizetype at = text.indexOf(mark);
        return at < 0 ? text.size() : at + 1;
    };
    const qsizetype end = qMin(endOf(". "_L1), endOf(": "_L1));
    pane.write(text.left(end), Style::Strong);
    pane.write(text.mid(end));
}

void writeReasons(TextPane &pane, const Decision &decision, bool brief)
{
    if (brief) {
        const Reason &first = decision.reasons.constFirst();
        pane.paragraph();
        if (first.text.size() <= mostBriefCharacters)
            writeSentence(pane, first.text + u' ');
        else
            pane.write(reasonTitle(first.rule) + u". "_s, Style::Strong);
        writeReference(pane, first);
        return;
    }
    pane.beginRows();
    bool first = true;
    for (const Reason &reason : decision.reasons) {
        const bool refused = decision.action == Action::Stop && first;
        pane.row(refused ? TextPane::Mark::Cross : TextPane::Mark::Tick);
        pane.nextCell();
        writeSentence(pane, reason.text);
        pane.nextCell();
        writeReference(pane, reason);
        first = false;
    }
    pane.endRows();
}

void writeEnd(TextPane &pane, const HopView &view)
{
    const auto &end = view.chain.end;
    if (!end || view.hop + 1 != end->hop)
        return;
    const Hop &hop = view.chain.hops.at(view.hop);
    if (hop.exchange.failure) {
        pane.beginRows(8); // what failed has no clause
        pane.row(TextPane::Mark::Cross);
        pane.nextCell();
        pane.write(end->message, Style::Strong);
        pane.nextCell();
        pane.endRows();
    }
    if (view.brief)
        return;
    pane.paragraph(6);
    pane.write(tr("In the terminal: "), Style::Muted);
    pane.write(u"detour trace"_s, Style::Wire);
    pane.write(tr(" ends with exit %1, reason ").arg(exitCodeOf(view.chain)), Style::Muted);
    pane.write(end->code, Style::Wire);
    pane.write(u"."_s, Style::Muted);
}

void writeLabRecord(TextPane &pane, const Exchange &exchange)
{
    if (!exchange.received)
        return;
    const bool same =
        exchange.received->content.has_value() == exchange.request.content.has_value()
        && (!exchange.received->content || exchange.received->content->sha256 == exchange.request.content->sha256);
    const auto &read = exchange.received->content;
    if (!read && !exchange.request.content)
        return;
    pane.paragraph(6);
    if (!read)
        pane.write(tr("The lab read no body."), Style::Muted);
    else if (same)
        pane.write(tr("The lab read the same %1.").arg(byteCount(read->bytes)), Style::Muted);
    else
        pane.write(tr("The lab read %1, not the same bytes.").arg(byteCount(read->bytes)), Style::Bad);
}

void writeNotes(TextPane &pane, const HopView &view)
{
    const Exchange &exchange = view.chain.hops.at(view.hop).exchange;
    if (exchange.sentTimes > 1) {
        pane.paragraph(4);
        pane.write(tr("This request went out %1 times: QNetworkAccessManager repeats safe methods by itself.")
                       .arg(exchange.sentTimes),
                   Style::Bad);
    }
    if (!exchange.note.isEmpty()) {
        pane.paragraph(4);
        pane.write(exchange.note, Style::Muted);
    }
    for (const Finding &finding : view.chain.findings) {
        if (finding.hops.contains(view.hop + 1)) {
            pane.paragraph(4);
            pane.write(finding.message, Style::Muted);
        }
    }
}

QString changeWords(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::MethodChanged:
        return tr("Method");
    case ChangeKind::TargetChanged:
        return tr("Target URI");
    case ChangeKind::FieldChanged:
        return tr("Field changed");
    case ChangeKind::ContentDropped:
        return tr("Body dropped");
    case ChangeKind::ContentEmptied:
        return tr("Body emptied");
    case ChangeKind::ContentAdded:
        return tr("Body added again");
    case ChangeKind::FieldRemoved:
        return tr("Field removed");
    case ChangeKind::FieldAdded:
        return tr("Field added");
    case ChangeKind::FragmentInherited:
        return tr("Fragment inherited");
    case ChangeKind::SchemeChanged:
        return tr("Scheme");
    case ChangeKind::OriginChanged:
        return tr("Origin");
    }
    return {};
}

void writeChange(TextPane &pane, const Change &change)
{
    pane.write(changeWords(change.kind) + u"  "_s, Style::Strong);
    if (!change.name.isEmpty())
        pane.write(wireText(change.name, 120) + u' ', Style::WireName);
    if (!change.from.isEmpty())
        pane.write(wireText(change.from, 300), change.to.isEmpty() ? Style::Struck : Style::Wire);
    if (!change.from.isEmpty() && !change.to.isEmpty())
        pane.write(u" → "_s, Style::Muted);
    if (!change.to.isEmpty())
        pane.write(wireText(change.to, 300), Style::WireStrong);
}

} // namespace

QList<NextStep> nextSteps(const HopView &view)
{
    const auto &end = view.chain.end;
    if (!end || view.hop + 1 != end->hop || !view.answerTold)
        return {};
    const auto &response = view.chain.hops.at(view.hop).exchange.response;
    QList<NextStep> steps;
    if (response)
        steps.append({tr("Read the %1 as an answer").arg(response->status), u"response:"_s});
    steps.append({tr("Send it again"), u"again:"_s});
    if (response && isRedirection(response->status))
        steps.append({tr("Open the page of %1").arg(response->status), u"page:%1"_s.arg(response->status)});
    return steps;
}

int changeCount(const Hop &hop)
{
    return hop.decision ? int(hop.decision->changes.size()) : 0;
}

void writeWhy(TextPane &pane, const HopView &view)
{
    const Hop &hop = view.chain.hops.at(view.hop);
    if (!view.answerTold || (!hop.decision && !hop.exchange.failure)) {
        pane.paragraph();
        pane.write(tr("The answer is not here yet."), Style::Muted);
        return;
    }
    if (hop.decision)
        writeReasons(pane, *hop.decision, view.brief);
    if (!view.brief) {
        writeLabRecord(pane, hop.exchange);
        writeNotes(pane, view);
    }
    writeEnd(pane, view);
}

void writeChanges(TextPane &pane, const HopView &view)
{
    const Hop &hop = view.chain.hops.at(view.hop);
    if (!view.answerTold || !hop.decision || changeCount(hop) == 0) {
        pane.paragraph();
        pane.write(view.answerTold ? tr("No request follows, so nothing changes.") : tr("The answer is not here yet."),
                   Style::Muted);
        return;
    }
    pane.beginRows();
    for (const Change &change : hop.decision->changes) {
        pane.row(TextPane::Mark::None);
        pane.nextCell();
        writeChange(pane, change);
        pane.nextCell();
        const QString url = reasonUrl(change.rule);
        if (url.isEmpty())
            pane.write(reasonTitle(change.rule), Style::Muted);
        else
            pane.writeLink(reasonTitle(change.rule), url);
    }
    pane.endRows();
}

void writeRequest(TextPane &pane, const HopView &view)
{
    const Exchange &exchange = view.chain.hops.at(view.hop).exchange;
    const Request &request = exchange.request;
    pane.paragraph();
    pane.write(exchange.changedByUser ? tr("As asked, changed by you before it was sent") : tr("As asked"),
               Style::Strong);
    pane.paragraph();
    pane.write(request.method.toString(), Style::WireStrong);
    pane.write(u' ' + elided(request.target.masked().toDisplayString(), longestValue), Style::Wire);
    writeFields(pane, masked(request.fields));
    pane.paragraph(2);
    pane.write(contentSummary(request.content), Style::Muted);
    writeContent(pane, request.content);
    if (!exchange.added.isEmpty()) {
        pane.paragraph(6);
        pane.write(tr("Added by the transport: "), Style::Muted);
        pane.write(wireText(exchange.added.join(", "), 400), Style::Wire);
    }
    if (!exchange.received)
        return;
    pane.paragraph(10);
    pane.write(tr("As the lab received it"), Style::Strong);
    pane.paragraph();
    pane.write(wireText(exchange.received->line, longestValue), Style::WireStrong);
    writeFields(pane, masked(exchange.received->fields));
    pane.paragraph(2);
    pane.write(contentSummary(exchange.received->content), Style::Muted);
}

void writeResponse(TextPane &pane, const HopView &view)
{
    const Exchange &exchange = view.chain.hops.at(view.hop).exchange;
    pane.paragraph();
    if (!view.answerTold || !exchange.response) {
        pane.write(!view.answerTold || !exchange.failure ? tr("The answer is not here yet.")
                                                         : exchange.failure->message,
                   Style::Muted);
        return;
    }
    pane.write(u"HTTP/1.1 "_s, Style::Wire);
    pane.write(statusText(*exchange.response), Style::WireStrong);
    writeFields(pane, masked(exchange.response->fields));
    pane.paragraph(2);
    pane.write(contentSummary(exchange.response->content), Style::Muted);
    if (!exchange.repeatedFieldsVisible) {
        pane.paragraph(2);
        pane.write(tr("Repeated fields are not observable through QNetworkAccessManager: it merges them."),
                   Style::Muted);
    }
    writeContent(pane, exchange.response->content);
}

} // namespace Detour
