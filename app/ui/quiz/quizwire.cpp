// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/quiz/quizwire.h"

#include "semantics/safetext.h"

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qsizetype longestLine = 160;
constexpr qsizetype mostFields = 12;

/// What a transport adds, and what says nothing about where to go.
bool isNoise(const Field &field)
{
    constexpr const char *names[] = {
        "User-Agent", "Accept", "Accept-Encoding", "Accept-Language", "Connection", "Content-Length", "Date", "Host"};
    for (const char *name : names) {
        if (field.isNamed(name))
            return true;
    }
    return false;
}

QStringList fieldLines(const FieldList &fields)
{
    QStringList lines;
    for (const Field &field : fields) {
        if (!isNoise(field) && lines.size() < mostFields)
            lines.append(wireText(QByteArray(field.name + ": " + field.value), longestLine));
    }
    return lines;
}

} // namespace

QString wireTextOf(const Request &request)
{
    const QByteArray line = request.method.token() + ' ' + request.target.originForm() + " HTTP/1.1";
    QStringList lines{wireText(line, longestLine),
                      wireText(QByteArray("Host: " + request.target.authority()), longestLine)};
    lines += fieldLines(request.fields);
    if (request.content && !request.content->preview.isEmpty())
        lines += {QString(), wireText(request.content->preview, longestLine)};
    return lines.join(u'\n');
}

QString wireTextOf(const Response &response)
{
    const QByteArray line = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + response.reasonPhrase;
    return (QStringList(wireText(line, longestLine)) + fieldLines(response.fields)).join(u'\n');
}

} // namespace Detour
