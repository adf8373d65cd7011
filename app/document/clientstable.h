// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/codespan.h"
#include "document/fencebody.h"
#include "document/markdowntree.h"
#include "semantics/clientpolicy.h"

namespace Detour {

/// What each client sends after one status: asked of decide(), so that it cannot disagree with the policies.
class ClientsTable final
{
public:
    struct Cell
    {
        enum class Outcome {
            Sent,
            NotFollowed,
            Error,
        };
        Outcome outcome = Outcome::Sent;
        CodeSpan sent;             ///< the capsule of the next request, with Sent
        bool hasEmptyBody = false; ///< the body was dropped, and Content-Length: 0 is sent in its place
    };
    struct Row
    {
        QString client;
        QString version;
        QList<Cell> cells; ///< one a method
    };

    /// The response has a Location to the same origin. POST, PUT and PATCH have a body, the other methods none.
    ClientsTable(const QList<ClientPolicy> &clients, const ClientsFence &fence);

    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    [[nodiscard]] Block toBlock() const;

private:
    QStringList m_header;
    QList<Row> m_rows;
};

} // namespace Detour
