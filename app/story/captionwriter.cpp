// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/captionwriter.h"

#include "semantics/displaytext.h"
#include "semantics/origin.h"
#include "story/credentials.h"
#include "story/words.h"

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qsizetype captionLimit = 300;
constexpr qsizetype targetLimit = 48;

QString methodWord(const QByteArray &method)
{
    return shortText(method, 24);
}

QString article(const QString &word)
{
    const bool vowel = !word.isEmpty() && u"AEIOaeio"_s.contains(word.at(0));
    return vowel ? u"An "_s : u"A "_s;
}

bool opensBeat(BeatKind beat)
{
    return beat == BeatKind::Request || beat == BeatKind::Wait || beat == BeatKind::Answer
           || beat == BeatKind::LoopCloses || beat == BeatKind::End;
}

} // namespace

Caption CaptionWriter::at(BeatKind beat, int index, int turn) const
{
    Caption caption;
    const bool atHop = opensBeat(beat) || (beat == BeatKind::Stop && !m_drawing.isTurn());
    caption.lead = atHop ? u"Hop %1."_s.arg(index + 1) : u"Turn %1."_s.arg(turn);
    switch (beat) {
    case BeatKind::Request:
        caption.text = m_drawing.isFromMemory() ? recall() : request();
        break;
    case BeatKind::Wait:
        caption.text = waiting();
        break;
    case BeatKind::Answer:
        caption.text = answer();
        break;
    case BeatKind::SignArrives:
        caption.text = sign();
        break;
    case BeatKind::Flip:
        caption.text = flip();
        break;
    case BeatKind::SheetFalls:
        caption.text = fall();
        break;
    case BeatKind::TokenFalls:
        caption.text = tokenFalls();
        break;
    case BeatKind::PadlockTurns:
        caption.text = padlockTurns();
        break;
    case BeatKind::LoopCloses: // the loop has words of its own
        break;
    case BeatKind::Verdict:
    case BeatKind::End:
        caption.text = decided();
        break;
    case BeatKind::Stop:
        caption.text = stopped();
        break;
    }
    return caption;
}

QString CaptionWriter::stopped() const
{
    if (m_hop.decision && m_hop.decision->action == Action::Stop) {
        return decided();
    }
    if (m_hop.exchange.failure) {
        return shortText(m_hop.exchange.failure->message.toUtf8(), captionLimit);
    }
    return m_drawing.stopTitle + ". "_L1 + m_drawing.stopDetail;
}

QString CaptionWriter::host() const
{
    return shortText(m_hop.exchange.request.target.authority(), targetLimit);
}

QString CaptionWriter::request() const
{
    const Request &request = m_hop.exchange.request;
    const QString method = methodWord(m_drawing.method);
    const QString body = hasBody(request) ? byteCountInWords(request.content->bytes) : QString();
    const bool again = m_before && m_before->exchange.request.method == request.method;
    const bool sameBody = again && m_before->decision && m_before->decision->content == ContentFate::Same;
    QString text;
    if (m_hop.exchange.changedByUser) {
        text = "Changed by you: "_L1 + article(method).toLower() + method
               + (body.isEmpty() ? u" without a body"_s : QString(" with "_L1 + body));
    } else if (again && !body.isEmpty() && sameBody) {
        text = "The same "_L1 + method + ", with its "_L1 + body + u',';
    } else if (again && body.isEmpty() && !hasBody(m_before->exchange.request)) {
        text = "The same "_L1 + method + ", without a body,"_L1;
    } else {
        text = article(method) + method + (body.isEmpty() ? u" without a body"_s : QString(" with "_L1 + body));
    }
    text += " is on its way to "_L1 + shortText(request.target.originForm(), targetLimit);
    const bool elsewhere = m_before && !isSameOrigin(m_before->exchange.request.target, request.target);
    return text + (elsewhere ? QString(" at "_L1 + host()) : QString()) + u'.';
}

QString CaptionWriter::recall() const
{
    const QString target = shortText(m_hop.exchange.request.target.originForm(), targetLimit);
    if (m_drawing.answeredBy == AnswerSource::HstsUpgrade) {
        return "Nothing leaves the client: it knows that "_L1 + host() + u" wants https (RFC 6797 §8.3)."_s;
    }
    return "Nothing leaves the client: it has an answer for "_L1 + target + " in its memory."_L1;
}

QString CaptionWriter::waiting() const
{
    const QString text = "Waiting for the answer of "_L1 + host();
    const std::optional<double> wait = waitOf(m_hop.exchange.timing);
    if (m_pace != Pace::RealTime || !wait) {
        return text + u'.';
    }
    const qreal shown = durationOf(BeatKind::Wait, m_hop.exchange, m_pace);
    const QString measured = *wait < 1000 ? QString::number(*wait, 'f', *wait < 10 ? 1 : 0) + " ms"_L1
                                          : QString::number(*wait / 1000, 'f', 1) + " s"_L1;
    const bool cut = shown < *wait - 0.5;
    return text + ": "_L1 + measured + (cut ? ", shown in %1 s."_L1.arg(QString::number(shown / 1000)) : u"."_s);
}

QString CaptionWriter::answer() const
{
    const QString location = m_drawing.answerDetail;
    QString text = (m_drawing.isFromMemory() ? "The client answers itself, "_L1 : "The server answers "_L1)
                   + m_drawing.answerTitle;
    if (location.startsWith("Location: "_L1)) {
        text += ", with the Location "_L1 + location.mid(10);
    }
    return text + u'.';
}

QString CaptionWriter::sign() const
{
    const QString status = QString::number(m_drawing.status);
    const QString answered = m_drawing.isFromMemory() ? u"The memory says "_s : u"The server answered "_s;
    if (m_drawing.isAsked()) {
        return answered + status + ". What is sent next?"_L1;
    }
    if (!m_drawing.verdict) {
        return answered + status + ". The client reads the sign."_L1;
    }
    return answered + status + ". A copy of the last request"_L1
           + (m_drawing.sheet == Sheet::Full ? ", body and all, waits"_L1 : " waits"_L1) + " at the sign."_L1;
}

QString CaptionWriter::flip() const
{
    QString text = "The client turns the capsule over: "_L1 + methodWord(m_drawing.verdict->methodBefore)
                   + " becomes "_L1 + methodWord(m_drawing.verdict->methodAfter);
    for (const Change &change : m_hop.decision->changes) {
        if (change.kind != ChangeKind::MethodChanged) {
            continue;
        }
        for (const Reason &reason : m_hop.decision->reasons) {
            if (reason.rule == change.rule && !reason.reference.isEmpty()) {
                return text + " ("_L1 + shortText(reason.reference.toUtf8(), 60) + ")."_L1;
            }
        }
    }
    return text + u'.';
}

QString CaptionWriter::fall() const
{
    const bool fields = m_drawing.verdict->struckOut.size() > 1;
    const QString bytes = byteCountInWords(m_hop.exchange.request.content ? m_hop.exchange.request.content->bytes : 0);
    if (m_drawing.verdict->methodAfter == "GET") {
        return fields ? u"A GET carries no body, so the fields that described it go too."_s
                      : "A GET carries no body: "_L1 + bytes + " stay behind."_L1;
    }
    return "The body stays behind: "_L1 + bytes + " are not sent again."_L1;
}

QString CaptionWriter::tokenFalls() const
{
    const QStringList &lost = m_drawing.verdict->credentialsLost;
    const QString names = joinedWords(lost);
    const Decision &decision = *m_hop.decision;
    if (isSameOrigin(m_hop.exchange.request.target, decision.next->target)) {
        return names + (lost.size() == 1 ? " is not sent again."_L1 : " are not sent again."_L1);
    }
    const QString next = shortText(decision.next->target.authority(), targetLimit);
    return names + (lost.size() == 1 ? " stays behind: "_L1 : " stay behind: "_L1) + next
           + (lost.size() == 1 ? " is another origin and must not learn it."_L1
                               : " is another origin and must not learn them."_L1);
}

QString CaptionWriter::padlockTurns() const
{
    return m_drawing.verdict->scheme == SchemeTurn::Upgrade
               ? u"From http to https: the next request is encrypted."_s
               : u"From https to http: the next request can be read on the way."_s;
}

QString CaptionWriter::decided() const
{
    if (!m_hop.decision || !m_hop.exchange.response) {
        return "The answer is "_L1 + m_drawing.answerTitle + u'.';
    }
    const QString sentence = decisionSentence(m_hop.exchange.request, *m_hop.exchange.response, *m_hop.decision);
    return shortText(sentence.toUtf8(), captionLimit);
}

} // namespace Detour
