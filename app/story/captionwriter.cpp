// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/captionwriter.h"

#include "semantics/displaytext.h"
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
    return beat == BeatKind::Request || beat == BeatKind::Wait || beat == BeatKind::Answer || beat == BeatKind::End;
}

} // namespace

Caption CaptionWriter::at(BeatKind beat, int index, int turn) const
{
    Caption caption;
    const bool atHop = opensBeat(beat) || (beat == BeatKind::Stop && !m_drawing.isTurn());
    caption.lead = atHop ? u"Hop %1."_s.arg(index + 1) : u"Turn %1."_s.arg(turn);
    switch (beat) {
    case BeatKind::Request:
        caption.text = request();
        break;
    case BeatKind::Wait:
        caption.text = "Waiting for the answer of "_L1 + host() + u'.';
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
    if (again && !body.isEmpty() && sameBody) {
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

QString CaptionWriter::answer() const
{
    const QString location = m_drawing.answerDetail;
    QString text = "The server answers "_L1 + m_drawing.answerTitle;
    if (location.startsWith("Location: "_L1)) {
        text += ", with the Location "_L1 + location.mid(10);
    }
    return text + u'.';
}

QString CaptionWriter::sign() const
{
    const QString status = QString::number(m_drawing.status);
    if (!m_drawing.verdict) {
        return "The server answered "_L1 + status + ". The client reads the sign."_L1;
    }
    return "The server answered "_L1 + status + ". A copy of the last request"_L1
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

QString CaptionWriter::decided() const
{
    if (!m_hop.decision || !m_hop.exchange.response) {
        return "The answer is "_L1 + m_drawing.answerTitle + u'.';
    }
    const QString sentence = decisionSentence(m_hop.exchange.request, *m_hop.exchange.response, *m_hop.decision);
    return shortText(sentence.toUtf8(), captionLimit);
}

} // namespace Detour
