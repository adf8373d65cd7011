// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/servercatalog.h"

#include "document/codespan.h"
#include "semantics/jsonobjectreader.h"

#include <QJsonDocument>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestSnippet = 4000;

QString snippetText(JsonObjectReader &reader, const QString &name)
{
    QString code = reader.text(name, longestSnippet);
    if (code.contains(u'\t') || code.contains(u'\r')) {
        reader.fail(name, u"code is indented with spaces, and its lines end with LF"_s);
    }
    while (code.endsWith(u'\n')) {
        code.chop(1);
    }
    return code;
}

/// A member's name as a status; 0 and an error where it is none.
StatusCode statusNamed(JsonObjectReader &reader, const QString &name)
{
    const StatusCode status = name.toInt();
    if (!isRedirection(status)) {
        reader.fail(name, u"it has to be a status from 300 to 399"_s);
        return 0;
    }
    return status;
}

void readCodes(JsonObjectReader reader, Server &server)
{
    for (const QString &name : reader.names()) {
        const StatusCode status = statusNamed(reader, name);
        if (reader.takeNull(name)) {
            server.absent.insert(status, QString());
            continue;
        }
        JsonObjectReader entry = reader.object(name);
        ServerSnippet snippet{snippetText(entry, u"code"_s), {}};
        if (entry.has(u"note"_s)) {
            snippet.note = entry.text(u"note"_s);
        }
        entry.finish();
        server.codes.insert(status, snippet);
    }
}

void readAbsent(JsonObjectReader reader, Server &server)
{
    for (const QString &name : reader.names()) {
        const StatusCode status = statusNamed(reader, name);
        if (!server.absent.contains(status)) {
            reader.fail(name, u"“codes” has to hold a null for it"_s);
        }
        server.absent.insert(status, reader.text(name));
    }
}

Server readServer(JsonObjectReader &reader)
{
    Server server;
    server.id = reader.text(u"id"_s);
    if (!isSlug(server.id)) {
        reader.fail(u"id"_s, u"it has to be lower-case letters, digits and hyphens"_s);
    }
    server.name = reader.text(u"name"_s);
    server.version = reader.text(u"version"_s);
    server.language = reader.text(u"language"_s);
    if (!reader.takeNull(u"default"_s)) {
        server.defaultStatus = reader.integer(u"default"_s, 300, 399);
    }
    if (reader.has(u"defaultNote"_s)) {
        server.defaultNote = reader.text(u"defaultNote"_s);
    }
    if (reader.has(u"any"_s)) {
        server.any = snippetText(reader, u"any"_s);
    }
    if (reader.has(u"codes"_s)) {
        readCodes(reader.object(u"codes"_s), server);
    }
    if (reader.has(u"absent"_s)) {
        readAbsent(reader.object(u"absent"_s), server);
    }
    if (server.any.isEmpty() && server.codes.isEmpty()) {
        reader.fail(QString(), u"it needs “any” or “codes”"_s);
    }
    reader.finish();
    return server;
}

} // namespace

std::optional<ServerSnippet> Server::snippetFor(StatusCode status) const
{
    const auto own = codes.constFind(status);
    if (own == codes.constEnd() && (any.isEmpty() || absent.contains(status))) {
        return std::nullopt;
    }
    ServerSnippet snippet = own == codes.constEnd() ? ServerSnippet{any, {}} : *own;
    snippet.code.replace("{status}"_L1, QString::number(status));
    snippet.code.replace("{phrase}"_L1, registeredReasonPhrase(status));
    return snippet;
}

Result<QList<Server>> ServerCatalog::servers() const
{
    if (!m_servers) {
        const QString path = u"servers.json"_s;
        const auto bytes = m_store.read(path);
        if (!bytes) {
            return bytes.error();
        }
        auto servers = fromJson(*bytes);
        m_servers = servers
                        ? std::move(servers)
                        : Result<QList<Server>>(Error{servers.error().code, path + ": "_L1 + servers.error().message});
    }
    return *m_servers;
}

Result<QList<Server>> ServerCatalog::fromJson(const QByteArray &json)
{
    const QString code = u"bad-servers"_s;
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject()) {
        const bool isJson = problem.error == QJsonParseError::NoError;
        return Error{
            code, isJson ? u"The file has to hold an object."_s
                         : u"The JSON cannot be read at byte %1: %2."_s.arg(problem.offset).arg(problem.errorString())};
    }
    std::optional<Error> error;
    JsonObjectReader reader(document.object(), {}, error);
    if (reader.text(u"schema"_s) != "detour.servers/1"_L1) {
        reader.fail(u"schema"_s, u"it has to be detour.servers/1"_s);
    }
    QList<Server> servers;
    QSet<QString> ids;
    for (JsonObjectReader &entry : reader.objects(u"servers"_s)) {
        servers.append(readServer(entry));
        if (ids.contains(servers.last().id)) {
            entry.fail(u"id"_s, u"it stands twice"_s);
        }
        ids.insert(servers.last().id);
    }
    if (servers.isEmpty()) {
        reader.fail(u"servers"_s, u"it is empty"_s);
    }
    reader.finish();
    if (error) {
        return Error{code, error->message};
    }
    return servers;
}

} // namespace Detour
