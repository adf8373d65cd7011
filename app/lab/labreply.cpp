// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/labreply.h"

#include <QJsonDocument>
#include <QStringDecoder>

namespace Detour {

using namespace Qt::StringLiterals;

ScriptedAnswer plainAnswer(StatusCode status)
{
    ScriptedAnswer answer;
    answer.status = status;
    answer.reasonPhrase = registeredReasonPhrase(status).toLatin1();
    return answer;
}

ScriptedAnswer textAnswer(StatusCode status, const QString &text)
{
    ScriptedAnswer answer = plainAnswer(status);
    answer.fields.append("Content-Type", "text/plain; charset=utf-8");
    answer.content = text.toUtf8() + '\n';
    return answer;
}

ScriptedAnswer jsonAnswer(StatusCode status, const QJsonObject &object)
{
    ScriptedAnswer answer = plainAnswer(status);
    answer.fields.append("Content-Type", "application/json");
    answer.content = QJsonDocument(object).toJson(QJsonDocument::Indented);
    return answer;
}

std::optional<QString> utf8Text(QByteArrayView bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8.decode(bytes);
    return utf8.hasError() ? std::nullopt : std::optional(std::move(text));
}

QString jsonText(QByteArrayView bytes)
{
    return utf8Text(bytes).value_or(QString::fromLatin1(bytes));
}

ScriptedAnswer methodNotAllowed(const QByteArray &allow)
{
    ScriptedAnswer answer = textAnswer(405, u"This address takes %1."_s.arg(QString::fromLatin1(allow)));
    answer.fields.append("Allow", allow);
    return answer;
}

} // namespace Detour
