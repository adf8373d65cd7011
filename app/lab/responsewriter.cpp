// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/responsewriter.h"

namespace Detour {

namespace {

bool saysClose(const FieldList &fields)
{
    for (const QByteArray &value : fields.values("Connection")) {
        if (value.toLower().contains("close")) {
            return true;
        }
    }
    return false;
}

bool framesItsContent(const ScriptedAnswer &answer)
{
    if (answer.fields.contains("Transfer-Encoding")) {
        return false;
    }
    const auto lengths = answer.fields.values("Content-Length");
    return lengths.isEmpty() || (lengths.size() == 1 && lengths.first() == QByteArray::number(answer.content.size()));
}

} // namespace

bool mayHaveContent(StatusCode status)
{
    return status >= 200 && status != 204 && status != 304;
}

QByteArray writeHead(StatusCode status, const QByteArray &reasonPhrase, const FieldList &fields)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status).rightJustified(3, '0') + ' ' + reasonPhrase + "\r\n";
    for (const Field &field : fields) {
        head += field.name + ": " + field.value + "\r\n";
    }
    return head + "\r\n";
}

WireAnswer writeAnswer(const ScriptedAnswer &answer, const AnswerFraming &framing)
{
    WireAnswer wire;
    wire.fields = answer.fields;
    const bool hasContent = mayHaveContent(answer.status);
    if (hasContent && !answer.fields.contains("Content-Length") && !answer.fields.contains("Transfer-Encoding")) {
        wire.fields.append("Content-Length", QByteArray::number(answer.content.size()));
    }
    wire.keepsConnection =
        framing.keepsConnection && !saysClose(answer.fields) && (!hasContent || framesItsContent(answer));
    if (!answer.fields.contains("Connection") && (!wire.keepsConnection || framing.toOldClient)) {
        wire.fields.append("Connection", wire.keepsConnection ? "keep-alive" : "close");
    }
    if (hasContent && !framing.toHead) {
        wire.content = answer.content;
    }
    wire.head = writeHead(answer.status, answer.reasonPhrase, wire.fields);
    return wire;
}

} // namespace Detour
