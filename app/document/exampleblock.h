// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/page.h"

#include <QStringList>

namespace Detour {

/// What stands after a fence's three backticks.
struct FenceInfo
{
    QString language; ///< "http", "next", "js" …; may be empty
    QString run;      ///< ID of `run=ID`
    QString client;   ///< CLIENT of `as=CLIENT`; empty: none is named
    QString title;
    bool isIllustration = false;

    [[nodiscard]] bool isHttp() const { return language == QLatin1StringView("http"); }
    [[nodiscard]] bool isNext() const { return language == QLatin1StringView("next"); }
};

/// Error "bad-page" without a line: a word that an `http` fence does not know.
[[nodiscard]] Result<FenceInfo> readFenceInfo(const QString &info);

/// The lines of a `next` fence. Error "bad-page" with the line.
[[nodiscard]] Result<QList<NextClaim>> readNextClaims(const QString &text, int firstLine = 1);

/// The messages between lines of exactly "---", for showing: request, response, request … without a final LF.
[[nodiscard]] QStringList splitMessages(const QString &text);

/// Whether a message as written is a response.
[[nodiscard]] bool isResponse(const QString &message);
/// The status of a response as written; 0 where there is none.
[[nodiscard]] StatusCode statusOf(const QString &message);

/// The capsule of the request that each claim promises: its method, and whether its body is there or was dropped on the
/// way. `text` is the example's. Empty for a claim that sends nothing.
[[nodiscard]] QStringList claimPills(const QString &text, const QList<NextClaim> &claims);

} // namespace Detour
