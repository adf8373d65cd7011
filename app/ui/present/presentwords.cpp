// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/present/presentwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PresentWords)
};

/// How much of a hop is told: all of one that the playhead has passed.
HopFrame toldOf(const Frame &frame, int hop)
{
    HopFrame told;
    if (hop < frame.currentHop) {
        told.request = told.answer = told.sign = told.verdict = told.end = 1;
        return told;
    }
    for (const HopFrame &each : frame.hops) {
        if (each.hop == hop)
            told = each;
    }
    return told;
}

QString requestWords(const HopDrawing &drawing)
{
    return QString::fromLatin1(drawing.method) + u' ' + drawing.target;
}

QString verdictWords(const Verdict &verdict)
{
    const QString before = QString::fromLatin1(verdict.methodBefore);
    if (verdict.methodChanges)
        return Words::tr("%1 becomes %2").arg(before, QString::fromLatin1(verdict.methodAfter));
    if (!verdict.sentence.isEmpty())
        return verdict.sentence;
    switch (verdict.sheetAfter) {
    case Sheet::None:
    case Sheet::Dropped:
        return Words::tr("%1 again, without its body").arg(before);
    case Sheet::Empty:
        return Words::tr("%1 again, with an empty body").arg(before);
    case Sheet::Other:
        return Words::tr("%1 again, with another body").arg(before);
    case Sheet::Full:
        break;
    }
    return Words::tr("%1 again").arg(before);
}

QString titleOf(const HopDrawing &drawing, const HopFrame &told)
{
    if (told.stop > 0)
        return drawing.stopTitle;
    if (told.verdict > 0 && drawing.verdict)
        return verdictWords(*drawing.verdict);
    return told.answer >= 1 ? drawing.answerTitle : requestWords(drawing);
}

} // namespace

QString MomentWords::over() const
{
    const QString first = before == title ? QString() : before;
    return first + (first.isEmpty() || client.isEmpty() ? QString() : u" · "_s) + client;
}

MomentWords momentWords(const Storyboard &board, const Frame &frame)
{
    MomentWords words;
    if (board.isEmpty())
        return words;
    words.client = board.lanes().isEmpty() ? QString() : board.lanes().constFirst().detail;
    if (board.isWaiting()) {
        words.title = requestWords(board.hops().constFirst());
        words.before = Words::tr("Not sent yet");
        return words;
    }
    const int hop = qBound(0, frame.currentHop, int(board.hops().size()) - 1);
    const HopDrawing &drawing = board.hops().at(hop);
    const HopFrame told = toldOf(frame, hop);
    words.title = titleOf(drawing, told);
    words.isStopped = told.stop > 0;
    if (told.answer >= 1) {
        words.status = drawing.status;
        words.before = drawing.answerTitle;
    } else if (hop > 0) {
        words.status = board.hops().at(hop - 1).status;
    }
    return words;
}

QList<StripMark> stripMarks(const Storyboard &board, const Frame &frame, bool asks)
{
    QList<StripMark> marks;
    if (board.isWaiting())
        return marks;
    for (int hop = 0; hop <= frame.currentHop && hop < board.hops().size(); ++hop) {
        const HopDrawing &drawing = board.hops().at(hop);
        const HopFrame told = toldOf(frame, hop);
        marks.append({StripMark::Kind::Request, 0});
        if (told.answer >= 1 && drawing.status > 0) {
            const bool isSign = isRedirection(drawing.status);
            marks.append({isSign ? StripMark::Kind::Sign : StripMark::Kind::Done, drawing.status});
        }
        if (told.stop > 0)
            marks.append({StripMark::Kind::Stop, 0});
    }
    if (asks)
        marks.append({StripMark::Kind::Open, 0});
    return marks;
}

} // namespace Detour
