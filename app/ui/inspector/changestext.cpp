// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/changestext.h"

#include "semantics/requestlines.h"
#include "ui/inspector/wirewriting.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

using Style = TextPane::Style;

constexpr int wordWidth = 72;

QString tr(const char *text)
{
    return QCoreApplication::translate("Inspector", text);
}

QString wordOf(LineChange change)
{
    switch (change) {
    case LineChange::Kept:
        return tr("kept");
    case LineChange::Changed:
        return tr("changed");
    case LineChange::Removed:
        return tr("removed");
    case LineChange::Added:
        return tr("added");
    }
    Q_UNREACHABLE();
}

/// The value as it was, and what it became.
void writeValues(TextPane &pane, const RequestLine &line)
{
    const QString before = wireText(line.before, longestValue);
    const QString after = wireText(line.after, longestValue);
    switch (line.change) {
    case LineChange::Kept:
        pane.write(after, Style::Wire);
        break;
    case LineChange::Changed:
        pane.write(before, Style::Struck);
        pane.write(u" → "_s, Style::Muted);
        pane.write(after, Style::WireStrong);
        break;
    case LineChange::Removed:
        pane.write(before, Style::Struck);
        break;
    case LineChange::Added:
        pane.write(after, Style::WireStrong);
        break;
    }
}

void writeContent(TextPane &pane, const RequestLine &line, const Request &before, const Request &after)
{
    pane.write(tr("Body  "), Style::Strong);
    if (before.content)
        pane.write(contentWords(before.content), line.change == LineChange::Kept ? Style::Wire : Style::Struck);
    if (line.change == LineChange::Changed)
        pane.write(u" → "_s, Style::Muted);
    if (after.content && line.change != LineChange::Kept)
        pane.write(contentWords(after.content), Style::WireStrong);
}

void writeLine(TextPane &pane, const HopView &view, const RequestLine &line, const Request &before,
               const Request &after)
{
    pane.nextCell();
    pane.writeMark(markOf(line.change));
    pane.nextCell();
    switch (line.part) {
    case RequestPart::Method:
        pane.write(tr("Method  "), Style::Strong);
        writeValues(pane, line);
        break;
    case RequestPart::Target:
        pane.write(tr("Target  "), Style::Strong);
        writeValues(pane, line);
        break;
    case RequestPart::Field:
        pane.write(wireText(line.name, 120) + u": "_s, Style::WireName);
        writeValues(pane, line);
        break;
    case RequestPart::Content:
        writeContent(pane, line, before, after);
        break;
    }
    pane.nextCell();
    pane.write(wordOf(line.change), line.change == LineChange::Kept ? Style::Muted : Style::Strong);
    pane.nextCell();
    for (const QString &rule : line.rules) {
        pane.write(rule == line.rules.constFirst() ? QString() : u"\n"_s);
        writeClause(pane, view, rule, reasonTitle(rule));
    }
}

void writeDifference(TextPane &pane, const HopView &view, const Request &before, const Request &after,
                     const QList<Change> &changes)
{
    QList<RequestLine> lines = requestLines(withoutSecrets(before), withoutSecrets(after), changes);
    // What changed first: it is what one looks for, and the room is small.
    std::stable_partition(lines.begin(), lines.end(),
                          [](const RequestLine &line) { return line.change != LineChange::Kept; });
    const qsizetype shown = qMin(lines.size(), mostFieldLines);
    pane.beginTable(int(shown), {24, 0, wordWidth, clauseWidth(pane)}, true);
    for (const RequestLine &line : lines.first(shown))
        writeLine(pane, view, line, before, after);
    pane.endTable();
    if (lines.size() > shown)
        writeNote(pane, tr("… and %1 more lines.").arg(lines.size() - shown));
}

void writeBrief(TextPane &pane, const Decision &decision)
{
    const auto &changes = decision.changes;
    const auto count = [&changes](std::initializer_list<ChangeKind> kinds) {
        return std::count_if(changes.cbegin(), changes.cend(), [&kinds](const Change &change) {
            return std::find(kinds.begin(), kinds.end(), change.kind) != kinds.end();
        });
    };
    const auto fields = count({ChangeKind::FieldChanged, ChangeKind::FieldRemoved, ChangeKind::FieldAdded});
    pane.paragraph();
    pane.write(tr("%1 in all").arg(changes.size()), Style::Strong);
    QString words = count({ChangeKind::MethodChanged}) > 0 ? tr(": another method") : tr(": the same method");
    words += count({ChangeKind::ContentDropped, ChangeKind::ContentEmptied, ChangeKind::ContentAdded}) > 0
                 ? tr(", another body")
                 : tr(", body as before");
    pane.write(words + tr(", fields: %1.").arg(fields), Style::Plain);
}

} // namespace

int changeCount(const Hop &hop)
{
    return hop.decision ? int(hop.decision->changes.size()) : 0;
}

void writeChanges(TextPane &pane, const HopView &view)
{
    const Hop &hop = view.shown();
    if (!view.answerTold) {
        writeNotYet(pane);
        return;
    }
    if (view.isWithheld()) {
        writeWithheld(pane);
        return;
    }
    if (!hop.decision || !hop.decision->next) {
        writeNote(pane, tr("No request follows, so nothing changes."));
        return;
    }
    if (view.brief) {
        writeBrief(pane, *hop.decision);
        return;
    }
    writeDifference(pane, view, hop.exchange.request, *hop.decision->next, hop.decision->changes);
    const bool isNextSent = view.hop + 1 < view.chain.hops.size();
    if (!isNextSent || !view.chain.hops.at(view.hop + 1).exchange.changedByUser)
        return;
    pane.paragraph(8);
    pane.write(tr("Then it was changed by hand, before it was sent"), Style::Strong);
    pane.paragraph();
    writeDifference(pane, view, *hop.decision->next, view.chain.hops.at(view.hop + 1).exchange.request, {});
}

} // namespace Detour
