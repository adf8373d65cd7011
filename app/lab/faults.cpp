// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/faults.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype hugeValue = 1024 * 1024;
constexpr qsizetype endlessLines = 1024;

/// The content is what breaks: there must be some.
ScriptedAnswer withContent(ScriptedAnswer answer)
{
    if (answer.content.isEmpty()) {
        answer.content = "This answer is broken on purpose.\n";
        if (!answer.fields.contains("Content-Type")) {
            answer.fields.append("Content-Type", "text/plain; charset=utf-8");
        }
    }
    return answer;
}

WirePlan planOf(const ScriptedAnswer &answer, const WireAnswer &wire)
{
    WirePlan plan;
    plan.status = answer.status;
    plan.reasonPhrase = answer.reasonPhrase;
    plan.fields = wire.fields;
    plan.head = wire.head;
    plan.content = wire.content;
    plan.end = wire.keepsConnection ? WirePlan::End::Keep : WirePlan::End::Close;
    return plan;
}

WirePlan ordinary(const ScriptedAnswer &answer, const AnswerFraming &framing)
{
    return planOf(answer, writeAnswer(answer, framing));
}

WirePlan nothing(WirePlan::End end)
{
    WirePlan plan;
    plan.end = end;
    return plan;
}

WirePlan truncated(const ScriptedAnswer &answer, const AnswerFraming &framing)
{
    WirePlan plan = ordinary(withContent(answer), framing);
    plan.content.truncate(plan.content.size() / 2);
    return plan;
}

/// An answer with framing fields of its own; `content` is already framed.
WirePlan framed(ScriptedAnswer answer, const FieldList &framingFields, const QByteArray &content, bool toHead)
{
    for (const Field &field : framingFields) {
        answer.fields.append(field);
    }
    answer.fields.append("Connection", "close");
    WireAnswer wire;
    wire.fields = answer.fields;
    wire.head = writeHead(answer.status, answer.reasonPhrase, answer.fields);
    wire.keepsConnection = false;
    if (!toHead) {
        wire.content = content;
    }
    return planOf(answer, wire);
}

WirePlan badLength(const ScriptedAnswer &plain, const AnswerFraming &framing)
{
    const ScriptedAnswer answer = withContent(plain);
    const qsizetype size = answer.content.size();
    return framed(answer,
                  {{"Content-Length", QByteArray::number(size / 2)}, {"Content-Length", QByteArray::number(size * 2)}},
                  answer.content, framing.toHead);
}

WirePlan badChunk(const ScriptedAnswer &plain, const AnswerFraming &framing)
{
    const ScriptedAnswer answer = withContent(plain);
    const QByteArray content =
        QByteArray::number(answer.content.size(), 16) + "\r\n" + answer.content + "\r\nno size\r\nno chunk\r\n";
    return framed(answer, {{"Transfer-Encoding", "chunked"}}, content, framing.toHead);
}

WirePlan garbage()
{
    WirePlan plan = nothing(WirePlan::End::Close);
    plan.head = "\x8f\xfe These bytes are no status line.\r\n\x01\x02\x03\r\n\r\n";
    return plan;
}

WirePlan twice(const ScriptedAnswer &answer, const AnswerFraming &framing)
{
    WirePlan plan = ordinary(answer, framing);
    const WireAnswer second = writeAnswer(textAnswer(200, u"A second answer, which nobody asked for."_s), {});
    plan.content += second.head + second.content;
    return plan;
}

WirePlan endless(const ScriptedAnswer &plain, const AnswerFraming &framing)
{
    WirePlan plan = framed(withContent(plain), {}, {}, framing.toHead);
    if (!framing.toHead) {
        plan.repeated = QByteArray("This content does not end.\n").repeated(endlessLines);
    }
    return plan;
}

WirePlan huge(ScriptedAnswer answer, const AnswerFraming &framing)
{
    answer.fields.append("X-Huge", QByteArray(hugeValue, 'x'));
    return ordinary(answer, framing);
}

WirePlan planFor(const LabReply &reply, AnswerFraming framing)
{
    const AnswerFraming asWanted = framing;
    framing.keepsConnection = false;
    switch (reply.fault) {
    case WireFault::None:
        return ordinary(reply.answer, asWanted);
    case WireFault::Reset:
        return nothing(WirePlan::End::Reset);
    case WireFault::Close:
        return nothing(WirePlan::End::Close);
    case WireFault::Truncate:
        return truncated(reply.answer, framing);
    case WireFault::BadLength:
        return badLength(reply.answer, framing);
    case WireFault::BadChunk:
        return badChunk(reply.answer, framing);
    case WireFault::Garbage:
        return garbage();
    case WireFault::Twice:
        return twice(reply.answer, asWanted);
    case WireFault::Endless:
        return endless(reply.answer, framing);
    case WireFault::Huge:
        return huge(reply.answer, asWanted);
    }
    return ordinary(reply.answer, asWanted);
}

} // namespace

QByteArray WirePlan::take()
{
    const qsizetype once = head.size() + content.size();
    const bool isRepeating = m_taken >= once;
    const QByteArray &source = isRepeating ? repeated : m_taken < head.size() ? head : content;
    if (isRepeating && repeated.isEmpty()) {
        return {};
    }
    if (!dripMs) {
        const bool isFirst = m_taken == 0 && once > 0;
        m_taken = once;
        return isFirst ? QByteArray(head + content) : repeated;
    }
    const qsizetype before = isRepeating ? once : m_taken < head.size() ? 0 : head.size();
    QByteArray piece = source.mid(m_taken - before, 1);
    ++m_taken;
    if (isRepeating && m_taken == once + repeated.size()) {
        m_taken = once;
    }
    return piece;
}

WirePlan planAnswer(const LabReply &reply, AnswerFraming framing)
{
    WirePlan plan = planFor(reply, framing);
    plan.dripMs = reply.dripMs;
    return plan;
}

} // namespace Detour
