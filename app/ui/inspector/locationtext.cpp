// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/locationtext.h"

#include "semantics/displaytext.h"
#include "semantics/locationsteps.h"
#include "ui/inspector/wirewriting.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

using Style = TextPane::Style;

constexpr int partWidth = 92;
constexpr int stepClauseWidth = 132;
constexpr qsizetype mostLocations = 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("Inspector", text);
}

void writeSum(TextPane &pane, const QString &label, const QString &value, Style style)
{
    pane.nextCell();
    pane.write(label, Style::Muted);
    pane.nextCell();
    if (value.isEmpty())
        pane.write(tr("(empty)"), Style::Muted);
    else
        pane.write(value, style);
}

/// Base + reference = target.
void writeEquation(TextPane &pane, const LocationWork &work)
{
    pane.beginTable(3, {partWidth, 0});
    writeSum(pane, tr("Base"), wireText(work.base.masked().toBytes(), longestValue), Style::Wire);
    writeSum(pane, tr("+ Location"), wireText(work.reference, longestValue), Style::Wire);
    if (work.target)
        writeSum(pane, tr("= Target"), wireText(work.target->masked().toBytes(), longestValue), Style::WireStrong);
    else
        writeSum(pane, tr("= Target"), tr("none: %1").arg(work.problem), Style::Bad);
    pane.endTable();
}

void writeStep(TextPane &pane, const LocationStep &step)
{
    pane.nextCell();
    pane.write(uriPartName(step.part), Style::Muted);
    pane.nextCell();
    pane.write(step.text + u' ');
    if (step.from != step.to && !step.from.isEmpty()) {
        pane.write(wireText(step.from, longestValue), Style::Wire);
        pane.write(u" → "_s, Style::Muted);
    }
    if (step.to.isEmpty())
        pane.write(step.part == UriPart::Whole ? QString() : tr("(nothing)"), Style::Muted);
    else
        pane.write(wireText(step.to, longestValue), Style::WireStrong);
    pane.nextCell();
    if (step.url.isEmpty())
        pane.write(step.clause.isEmpty() ? tr("its own way") : step.clause, Style::Muted);
    else
        pane.writeLink(step.clause, step.url);
}

void writeSteps(TextPane &pane, const LocationWork &work)
{
    pane.beginTable(int(work.steps.size()), {partWidth, 0, stepClauseWidth}, true);
    for (const LocationStep &step : work.steps)
        writeStep(pane, step);
    pane.endTable();
}

void writeAll(TextPane &pane, const QList<QByteArray> &values)
{
    for (const QByteArray &value : values.first(qMin(values.size(), mostLocations))) {
        pane.paragraph();
        pane.write(u"Location: "_s, Style::WireName);
        pane.write(wireText(value, longestValue), Style::Wire);
    }
    if (values.size() > mostLocations)
        writeNote(pane, tr("… and %1 more.").arg(values.size() - mostLocations));
}

/// What the policy does in the odd cases stands in the decision's first reason.
QString firstReason(const HopView &view)
{
    const auto &decision = view.shown().decision;
    return decision && !decision->reasons.isEmpty() ? decision->reasons.constFirst().text : QString();
}

void writeWithout(TextPane &pane, const HopView &view)
{
    const QString status = statusText(*view.exchange().response);
    pane.paragraph();
    pane.write(tr("%1 has no Location. ").arg(status), Style::Strong);
    pane.write(isRedirection(view.status()) ? firstReason(view) : tr("It is an answer, and leads nowhere."));
}

/// What else became of the target: rules about credentials, or a hand.
void writeAfterwards(TextPane &pane, const HopView &view, const LocationWork &work)
{
    const auto &decision = view.shown().decision;
    if (!decision || !decision->next) {
        if (work.target)
            writeNote(pane, tr("The target is not asked: %1").arg(firstReason(view)), 4);
        return;
    }
    const QByteArray next = decision->next->target.toBytes();
    if (work.target && next != work.target->toBytes())
        writeNote(pane, tr("Other rules of the client then make it %1; see Changes.").arg(wireText(next, longestValue)),
                  4);
}

void writeHow(TextPane &pane, const HopView &view, const LocationWork &work)
{
    QString words = view.policy ? tr("Worked out as %1 reads it.").arg(view.policy->name)
                                : tr("Worked out by RFC 3986; how this client reads it is not known here.");
    if (work.target && work.isByTheBook)
        words += tr(" It is what RFC 3986 asks for.");
    writeNote(pane, words, 4);
}

void writeSeveral(TextPane &pane, const QList<QByteArray> &values, const std::optional<QByteArray> &counts)
{
    pane.paragraph();
    pane.write(tr("The answer has %1 Location fields. ").arg(values.size()), Style::Strong);
    pane.write(!counts                    ? tr("They differ, so none counts.")
               : values.contains(*counts) ? tr("The one that counts is worked out below.")
                                          : tr("Joined, they are worked out below."));
    writeAll(pane, values);
    pane.paragraph();
}

} // namespace

void writeLocation(TextPane &pane, const HopView &view)
{
    if (!view.hasAnswer()) {
        if (view.answerTold && view.exchange().failure)
            writeNote(pane, tr("There is no answer, so there is no Location."));
        else
            writeNotYet(pane);
        return;
    }
    const QList<QByteArray> values = view.exchange().response->fields.values("Location");
    if (view.isWithheld()) { // how this client reads it is part of the answer
        writeAll(pane, values);
        writeWithheld(pane);
        return;
    }
    if (values.isEmpty()) {
        writeWithout(pane, view);
        return;
    }
    const auto duplicates = view.policy ? view.policy->duplicateLocations : DuplicateLocations::Stop;
    const std::optional<QByteArray> counts = locationThatCounts(values, duplicates);
    if (view.brief) {
        pane.paragraph();
        pane.write(u"Location: "_s, Style::WireName);
        pane.write(wireText(counts.value_or(values.constFirst()), 120), Style::Wire);
        return;
    }
    if (values.size() > 1)
        writeSeveral(pane, values, counts);
    if (!counts)
        return;
    const Request &request = view.exchange().request;
    const TargetUri base = view.policy ? locationBase(request, *view.policy) : request.target;
    const LocationWork work =
        locationSteps(base, *counts, view.policy ? view.policy->dialect : LocationDialect::Rfc3986,
                      !view.policy || view.policy->inheritsFragment);
    writeEquation(pane, work);
    writeAfterwards(pane, view, work);
    writeSteps(pane, work);
    writeHow(pane, view, work);
}

} // namespace Detour
