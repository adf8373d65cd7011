// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/whytext.h"

#include "semantics/displaytext.h"
#include "semantics/turn.h"
#include "ui/inspector/wirewriting.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

using Style = TextPane::Style;

/// A longer reason would not fit the one line that narrow windows have for it.
constexpr qsizetype mostBriefCharacters = 52;

QString tr(const char *text)
{
    return QCoreApplication::translate("Inspector", text);
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

void writeReasons(TextPane &pane, const HopView &view, const Decision &decision)
{
    if (view.brief) {
        const Reason &first = decision.reasons.constFirst();
        pane.paragraph();
        if (first.text.size() <= mostBriefCharacters)
            writeSentence(pane, first.text + u' ');
        else
            pane.write(reasonTitle(first.rule) + u". "_s, Style::Strong);
        writeClause(pane, view, first.rule, first.reference);
        return;
    }
    pane.beginTable(int(decision.reasons.size()), {24, 0, clauseWidth(pane)}, true);
    bool first = true;
    for (const Reason &reason : decision.reasons) {
        const bool refused = decision.action == Action::Stop && first;
        pane.nextCell();
        pane.writeMark(refused ? TextPane::Mark::Cross : TextPane::Mark::Tick);
        pane.nextCell();
        writeSentence(pane, reason.text);
        pane.nextCell();
        writeClause(pane, view, reason.rule, reason.reference);
        first = false;
    }
    pane.endTable();
}

void writeEnd(TextPane &pane, const HopView &view)
{
    const auto &end = view.chain.end;
    if (!end || view.hop + 1 != end->hop)
        return;
    const Hop &hop = view.chain.hops.at(view.hop);
    if (hop.exchange.failure) {
        pane.beginTable(1, {24, 0}); // what failed has no clause
        pane.nextCell();
        pane.writeMark(TextPane::Mark::Cross);
        pane.nextCell();
        pane.write(end->message, Style::Strong);
        pane.endTable();
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

/// What a person would try next: the same request as everybody.
void writeCompare(TextPane &pane, const HopView &view)
{
    const Hop &hop = view.shown();
    pane.paragraph(6);
    if (hop.decision && hop.decision->next && hop.decision->changes.size() == 1
        && hop.decision->changes.constFirst().kind == ChangeKind::TargetChanged) {
        const QString to = targetWord(hop.exchange.request.target, hop.decision->next->target);
        pane.write(tr("Only the target changes, to %1. ").arg(to), Style::Muted);
    }
    pane.writeLink(tr("Compare clients at this turn"), u"compare:"_s);
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

void writeWhy(TextPane &pane, const HopView &view)
{
    const Hop &hop = view.chain.hops.at(view.hop);
    if (view.answerTold && view.isWithheld()) {
        writeWithheld(pane);
        return;
    }
    if (!view.answerTold || (!hop.decision && !hop.exchange.failure)) {
        writeNotYet(pane);
        return;
    }
    if (hop.decision)
        writeReasons(pane, view, *hop.decision);
    if (!view.brief) {
        writeLabRecord(pane, hop.exchange);
        writeNotes(pane, view);
    }
    writeEnd(pane, view);
    if (!view.brief && hop.exchange.response)
        writeCompare(pane, view);
}

} // namespace Detour
