// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/timingtext.h"

#include "ui/inspector/wirewriting.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

using Style = TextPane::Style;

constexpr int labelWidth = 104;
constexpr int numberWidth = 82;
constexpr int noteWidth = 160; ///< at least
constexpr int widestBar = 340;
constexpr int narrowestBar = 90;

QString tr(const char *text)
{
    return QCoreApplication::translate("Inspector", text);
}

struct Bar
{
    QString label;
    std::optional<double> from; ///< ms on the hop's own scale
    std::optional<double> length;
    QString note;
    bool ofLab = false;
};

/// "0.42 ms", "12.3 ms", "1.20 s".
QString duration(double milliseconds)
{
    if (milliseconds >= 1000)
        return u"%1 s"_s.arg(milliseconds / 1000, 0, 'f', 2);
    return u"%1 ms"_s.arg(milliseconds, 0, 'f', milliseconds < 10 ? 2 : 1);
}

QString unknownWords(bool isReused)
{
    return isReused ? tr("none: the connection was there already") : tr("not observed");
}

/// The parts follow one another, and the last one ends with the whole: what is left over lies at the front.
QList<Bar> clientBars(const Timing &timing, bool isReused, bool isHttps)
{
    const double total = timing.total.value_or(0);
    const double receiveAt = total - timing.receive.value_or(0);
    const double waitAt = receiveAt - timing.wait.value_or(0);
    const double tlsAt = waitAt - timing.tls.value_or(0);
    const double connectAt = tlsAt - timing.connect.value_or(0);
    const bool hasTls = timing.tls.has_value();
    const QString inTls = tr("in the TLS time");
    QList<Bar> bars;
    bars.append({tr("Connect"), connectAt, timing.connect, hasTls ? inTls : unknownWords(isReused), false});
    bars.append({tr("TLS"), tlsAt, timing.tls,
                 isHttps ? tr("not observed, or none: reused") : tr("none: the target is http"), false});
    bars.append({tr("Wait"), waitAt, timing.wait, unknownWords(false), false});
    bars.append({tr("Receive"), receiveAt, timing.receive, unknownWords(false), false});
    bars[0].note = bars.at(0).length ? QString() : bars.at(0).note;
    bars[1].note = hasTls ? tr("the connection included") : bars.at(1).note;
    bars[2].note = bars.at(2).length ? tr("sent to first byte") : bars.at(2).note;
    bars[3].note = bars.at(3).length ? tr("first byte to last") : bars.at(3).note;
    bars.append({tr("In all"), 0.0, timing.total, timing.total ? QString() : unknownWords(false), false});
    return bars;
}

/// The lab has a clock of its own: its times are laid from where the client had sent its request.
QList<Bar> labBars(const LabRecord &record, const Timing &timing)
{
    const double begin = qMax(0.0, timing.total.value_or(0) - timing.receive.value_or(0)
                                       - timing.wait.value_or(timing.total.value_or(0)));
    const double read = record.requestRead - record.requestBegun;
    const double made = record.answerBegun - record.requestRead;
    const double written = record.answerWritten - record.answerBegun;
    return {{tr("Lab reads"), begin, read, tr("first byte to last"), true},
            {tr("Lab answers"), begin + read, made, tr("until its first byte"), true},
            {tr("Lab writes"), begin + read + made, written, tr("until its last byte"), true}};
}

/// The 1-based hop before this one that used the same connection; 0: none, -1: nobody knows.
int earlierHop(const HopView &view)
{
    const auto &record = view.exchange().labRecord;
    if (!record)
        return -1;
    for (int hop = view.hop - 1; hop >= 0; --hop) {
        const auto &other = view.chain.hops.at(hop).exchange.labRecord;
        if (other && other->connection == record->connection)
            return hop + 1;
    }
    return 0;
}

void writeBars(TextPane &pane, const QList<Bar> &bars)
{
    double scale = 0;
    for (const Bar &bar : bars)
        scale = bar.length ? qMax(scale, bar.from.value_or(0) + *bar.length) : scale;
    const int room = qRound(pane.viewport()->width() / Theme::textScale()) - labelWidth - numberWidth - noteWidth - 60;
    const int width = qBound(narrowestBar, room, widestBar);
    pane.beginTable(int(bars.size()), {labelWidth, width + 10, numberWidth, 0});
    for (const Bar &bar : bars) {
        pane.nextCell();
        pane.write(bar.label, bar.ofLab ? Style::Muted : Style::Plain);
        pane.nextCell();
        if (bar.length && scale > 0)
            pane.writeBar(width, bar.from.value_or(0) / scale, (bar.from.value_or(0) + *bar.length) / scale, bar.ofLab);
        pane.nextCell();
        pane.write(bar.length ? duration(*bar.length) : tr("unknown"), bar.length ? Style::Wire : Style::Muted);
        pane.nextCell();
        pane.write(bar.note, Style::Muted);
    }
    pane.endTable();
}

void writeConnection(TextPane &pane, const HopView &view, int earlier)
{
    const Exchange &exchange = view.exchange();
    if (exchange.labRecord) {
        const LabRecord &record = *exchange.labRecord;
        const QString which =
            earlier > 0 ? tr("Connection %1 of the lab, the same as in hop %2").arg(record.connection).arg(earlier)
                        : tr("Connection %1 of the lab, new").arg(record.connection);
        writeNote(pane, which + tr("; the client’s port is %1.").arg(record.peerPort), 4);
        writeNote(pane, tr("The lab’s bars are hollow. Its clock is its own, so they are laid from where the request "
                           "had been sent."));
    } else {
        writeNote(pane, tr("The lab was not the server, so its times and the connection’s reuse are unknown."), 4);
    }
}

} // namespace

void writeTiming(TextPane &pane, const HopView &view)
{
    const Exchange &exchange = view.exchange();
    const Timing &timing = exchange.timing;
    if (!view.answerTold || (!exchange.response && !exchange.failure)) {
        writeNotYet(pane);
        return;
    }
    if (view.brief) {
        pane.paragraph();
        pane.write(timing.total ? tr("%1 in all").arg(duration(*timing.total)) : tr("How long it took is unknown"),
                   Style::Strong);
        pane.write(timing.wait ? tr(", %1 of it waiting.").arg(duration(*timing.wait)) : u"."_s);
        return;
    }
    if (exchange.answeredBy != AnswerSource::Server)
        writeNote(pane, tr("Nothing was sent, so there is nothing to time."));
    const int earlier = earlierHop(view);
    QList<Bar> bars = clientBars(timing, earlier > 0, exchange.request.target.scheme == "https");
    if (exchange.labRecord)
        bars += labBars(*exchange.labRecord, timing);
    writeBars(pane, bars);
    writeConnection(pane, view, earlier);
    if (timing.startedAt)
        writeNote(pane, tr("It began %1 after the trace did.").arg(duration(*timing.startedAt)));
    if (exchange.sentTimes > 1) {
        pane.paragraph();
        pane.write(tr("The request went out %1 times, and the times are those of the last.").arg(exchange.sentTimes),
                   Style::Bad);
    } else {
        writeNote(pane, tr("The request went out once."));
    }
}

} // namespace Detour
