// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "scenario/httpblocks.h"

#include "semantics/location.h"

#include <QCryptographicHash>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

Error badExample(qsizetype line, const QString &what)
{
    return {u"bad-example"_s, u"Line %1: %2"_s.arg(line).arg(what)};
}

/// One message as written; line numbers count from 1 in the whole text.
struct Block
{
    qsizetype line = 0; ///< of its start line
    QByteArray startLine;
    FieldList fields;
    QByteArray content;
};

struct RequestBlock
{
    Method method;
    TargetUri target;
    QByteArray host; ///< lower case, as in Host
};

struct Lines
{
    qsizetype first = 1;
    QList<QByteArray> texts;
};

/// The messages between lines of exactly "---". One LF at the very end belongs to the last line, not to a body.
QList<Lines> splitMessages(QStringView text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace("\r\n", "\n");
    if (bytes.endsWith('\n')) {
        bytes.chop(1);
    }
    QList<Lines> messages(1);
    qsizetype number = 0;
    for (const QByteArray &line : bytes.split('\n')) {
        ++number;
        if (line == "---") {
            messages.append(Lines{number + 1, {}});
        } else {
            messages.last().texts.append(line);
        }
    }
    return messages;
}

Result<Block> readBlock(const Lines &lines)
{
    Block block;
    block.line = lines.first;
    if (lines.texts.isEmpty() || lines.texts.first().isEmpty()) {
        return badExample(lines.first, u"a message begins with its start line."_s);
    }
    block.startLine = lines.texts.first();
    qsizetype i = 1;
    for (; i < lines.texts.size() && !lines.texts.at(i).isEmpty(); ++i) {
        auto field = Field::fromLine(lines.texts.at(i));
        if (!field) {
            return badExample(lines.first + i, field.error().message);
        }
        if (field->isNamed("Transfer-Encoding")) {
            return badExample(lines.first + i, u"the lab frames a message by Content-Length alone."_s);
        }
        block.fields.append(*std::move(field));
    }
    if (i < lines.texts.size()) {
        block.content = lines.texts.mid(i + 1).join('\n');
    }
    const auto lengths = block.fields.values("Content-Length");
    if (lengths.size() > 1 || (lengths.size() == 1 && lengths.first() != QByteArray::number(block.content.size()))) {
        return badExample(lines.first,
                          u"Content-Length must be %1, the bytes of the body."_s.arg(block.content.size()));
    }
    return block;
}

Result<RequestBlock> readRequest(const Block &block)
{
    const QList<QByteArray> words = block.startLine.split(' ');
    if (words.size() != 3 || words.at(2) != "HTTP/1.1") {
        return badExample(block.line, u"a request begins with METHOD TARGET HTTP/1.1."_s);
    }
    const auto method = Method::fromToken(words.at(0));
    if (!method) {
        return badExample(block.line, method.error().message);
    }
    const auto hosts = block.fields.values("Host");
    if (hosts.size() != 1 || hosts.first().isEmpty()) {
        return badExample(block.line, u"a request has exactly one Host."_s);
    }
    if (!block.content.isEmpty() && !block.fields.contains("Content-Length")) {
        return badExample(block.line, u"a request with a body has a Content-Length."_s);
    }
    if (!words.at(1).startsWith('/')) {
        return badExample(block.line, u"the target of a request begins with a slash."_s);
    }
    // In origin form a request does not say its scheme: the port of the lab that speaks TLS does.
    const QByteArray scheme = hosts.first().endsWith(":8309") ? "https://" : "http://";
    const auto target = parseAbsoluteUri(QByteArray(scheme + hosts.first() + words.at(1)), LocationDialect::Rfc3986);
    if (!target) {
        return badExample(block.line, target.error().message);
    }
    return RequestBlock{*method, *target, hosts.first().toLower()};
}

Result<ScriptedAnswer> readResponse(const Block &block)
{
    const QByteArray &line = block.startLine;
    bool isNumber = false;
    const int status = line.mid(9, 3).toInt(&isNumber);
    if (!line.startsWith("HTTP/1.1 ") || !isNumber || status < 200 || (line.size() > 12 && line.at(12) != ' ')) {
        return badExample(block.line,
                          u"a response begins with HTTP/1.1, a status code from 200 on and a reason phrase."_s);
    }
    const bool hasNoContent = status == 204 || status == 304;
    if (hasNoContent && !block.content.isEmpty()) {
        return badExample(block.line, u"a response with this status has no body."_s);
    }
    return ScriptedAnswer{status, line.mid(13), block.fields, block.content};
}

/// What the user sends: Host and Content-Length come from the transport.
Request firstRequest(const RequestBlock &parsed, const Block &block)
{
    Request request;
    request.method = parsed.method;
    request.target = parsed.target;
    request.fields = block.fields;
    request.fields.remove("Host");
    if (request.fields.remove("Content-Length") > 0) {
        ContentInfo content;
        content.bytes = block.content.size();
        content.sha256 = QCryptographicHash::hash(block.content, QCryptographicHash::Sha256).toHex();
        content.preview = block.content;
        request.content = content;
    }
    return request;
}

void addOrigin(QList<Origin> &origins, const TargetUri &uri)
{
    const Origin origin = Origin::of(uri);
    if (uri.isHttp() && !origins.contains(origin)) {
        origins.append(origin);
    }
}

/// A Location names an origin too, even where the example never goes there: another client may.
void addLocationOrigins(QList<Origin> &origins, const TargetUri &base, const FieldList &fields)
{
    for (const QByteArray &location : fields.values("Location")) {
        for (const LocationDialect dialect : {LocationDialect::WhatwgUrl, LocationDialect::Rfc3986}) {
            if (const auto target = resolveLocation(base, location, dialect)) {
                addOrigin(origins, *target);
            }
        }
    }
}

/// Adds one request and its response to the script; returns what is wrong, if anything is.
std::optional<Error> addPair(Script &script, const Lines &requestLines, const Lines &responseLines)
{
    const auto requestBlock = readBlock(requestLines);
    if (!requestBlock) {
        return requestBlock.error();
    }
    const auto request = readRequest(*requestBlock);
    if (!request) {
        return request.error();
    }
    const auto responseBlock = readBlock(responseLines);
    if (!responseBlock) {
        return responseBlock.error();
    }
    const auto answer = readResponse(*responseBlock);
    if (!answer) {
        return answer.error();
    }
    if (script.steps.isEmpty()) {
        if (requestBlock->content.size() > ContentInfo::previewLimit) {
            return badExample(requestBlock->line, u"the body is larger than 64 KiB."_s);
        }
        script.first = firstRequest(*request, *requestBlock);
    }
    addOrigin(script.origins, request->target);
    addLocationOrigins(script.origins, request->target, answer->fields);
    script.steps.append({request->method, request->host, request->target.originForm(), *answer});
    return std::nullopt;
}

} // namespace

Result<Script> scriptFromHttpBlocks(const QString &id, QStringView text)
{
    const QList<Lines> messages = splitMessages(text);
    Script script;
    script.id = id;
    for (qsizetype i = 0; i + 1 < messages.size(); i += 2) {
        if (const auto error = addPair(script, messages.at(i), messages.at(i + 1))) {
            return *error;
        }
    }
    if (messages.size() % 2 != 0) {
        return badExample(messages.last().first, u"every request is followed by its response."_s);
    }
    return script;
}

} // namespace Detour
