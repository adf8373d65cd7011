// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/contentstore.h"
#include "semantics/statuscode.h"

#include <QList>
#include <QMap>

#include <optional>

namespace Detour {

struct ServerSnippet
{
    QString code; ///< lines parted by LF, none at the end
    QString note; ///< one paragraph of Markdown; may be empty
};

/// A server or framework, and how it sends a redirect.
struct Server
{
    QString id; ///< a slug
    QString name;
    QString version;
    QString language;             ///< of the code, as a fence names it
    StatusCode defaultStatus = 0; ///< what it sends when none is named; 0: it has none
    QString defaultNote;          ///< may be empty
    QString any;                  ///< the code for every status that `codes` does not name; may be empty
    QMap<StatusCode, ServerSnippet> codes;
    QMap<StatusCode, QString> absent; ///< those that it has no good way to send, with the reason (may be empty)

    /// With status and phrase put in; none where the server has no good way to send it.
    [[nodiscard]] std::optional<ServerSnippet> snippetFor(StatusCode status) const;
};

/// The servers of content/servers.json (content/README.md has its format), read when first asked for and kept. For one
/// thread.
class ServerCatalog final
{
public:
    explicit ServerCatalog(ContentStore store)
        : m_store(std::move(store))
    {}

    /// In the order of the file. Errors: "no-content", "bad-servers" with the path of the offending member.
    [[nodiscard]] Result<QList<Server>> servers() const;

    [[nodiscard]] static Result<QList<Server>> fromJson(const QByteArray &json);

private:
    ContentStore m_store;
    mutable std::optional<Result<QList<Server>>> m_servers;
};

} // namespace Detour
