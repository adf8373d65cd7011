// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/responsewriter.h"

namespace Detour {

namespace {

/// RFC 9110 §6.4.1, §15.4.5.
bool mayHaveContent(StatusCode status)
{
    return status >= 200 && status != 204 && status != 304;
}

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
    wire.head =
        "HTTP/1.1 " + QByteArray::number(answer.status).rightJustified(3, '0') + ' ' + answer.reasonPhrase + "\r\n";
    for (const Field &field : wire.fields) {
        wire.head += field.name + ": " + field.value + "\r\n";
    }
    wire.head += "\r\n";
    return wire;
}

} // namespace Detour
