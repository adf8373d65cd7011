// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/hopsentence.h"

#include "semantics/decision.h"
#include "story/credentials.h"
#include "story/words.h"

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qsizetype nameLimit = 32;
constexpr qsizetype sentenceLimit = 400;

QString requestPart(const HopDrawing &drawing, const Request &request)
{
    QString words = shortText(drawing.method, nameLimit) + u' ' + drawing.target + " at "_L1
                    + shortText(request.target.authority(), 80);
    if (drawing.padlock != Padlock::None) {
        words += drawing.padlock == Padlock::Closed ? ", encrypted"_L1 : ", not encrypted"_L1;
    }
    words += ", "_L1 + drawing.requestDetail;
    if (!drawing.credentials.isEmpty()) {
        words += ", with "_L1 + joinedWords(drawing.credentials);
    }
    return words + u'.';
}

QString answerPart(const HopDrawing &drawing)
{
    const QString who = drawing.isFromMemory() ? u" Nothing was sent: "_s + drawing.memoryWords + u'.' : QString();
    return who + " The answer: "_L1 + drawing.answerTitle + ", "_L1 + drawing.answerDetail + u'.';
}

/// What decisionSentence() leaves out.
QString turnPart(const Verdict &verdict)
{
    QString words;
    if (!verdict.credentialsKept.isEmpty()) {
        words += u' ' + joinedWords(verdict.credentialsKept)
                 + (verdict.credentialsKept.size() == 1 ? " goes along to another origin."_L1
                                                        : " go along to another origin."_L1);
    }
    switch (verdict.scheme) {
    case SchemeTurn::None:
        break;
    case SchemeTurn::Upgrade:
        words += " From here on it is encrypted."_L1;
        break;
    case SchemeTurn::Downgrade:
        words += " From here on it is not encrypted."_L1;
        break;
    }
    return words;
}

} // namespace

QString hopSentence(const HopDrawing &drawing, const Hop &hop, int index)
{
    const Exchange &exchange = hop.exchange;
    QString sentence = u"Hop %1: "_s.arg(index + 1) + requestPart(drawing, exchange.request);
    if (drawing.sameAs >= 0) {
        sentence +=
            u" It is the same request as hop %1: round %2 of a circle."_s.arg(drawing.sameAs + 1).arg(drawing.round);
    }
    if (exchange.response) {
        sentence += answerPart(drawing);
    }
    if (exchange.response && hop.decision) {
        const QString decision = decisionSentence(exchange.request, *exchange.response, *hop.decision);
        sentence += u' ' + shortText(decision.toUtf8(), sentenceLimit);
        sentence += drawing.verdict ? turnPart(*drawing.verdict) : QString();
    } else if (!drawing.stopTitle.isEmpty()) {
        sentence += u' ' + drawing.stopTitle + ". "_L1 + drawing.stopDetail;
    } else if (drawing.isAsked()) {
        sentence += " What is sent next is not told yet."_L1;
    } else if (drawing.end == ArrowEnd::Pending) {
        sentence += " Not answered yet."_L1;
    }
    return sentence.trimmed();
}

} // namespace Detour
