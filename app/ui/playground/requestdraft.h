// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/page.h"
#include "session/session.h"

#include <QByteArray>
#include <QString>

namespace Detour {

/// What stands in the request bar: typed text, not yet a request.
struct RequestDraft
{
    QString method = QStringLiteral("GET");
    QString url;
    QString fieldLines; ///< one "Name: value" a line; empty lines are passed over
    bool hasBody = false;
    QByteArray body;
    QString bodyFile; ///< instead of `body`, where not empty
    QString client = QStringLiteral("fetch");
    std::optional<int> redirectLimit; ///< absent: the client's own; -1: unlimited
    bool keepsCookies = false;        ///< for the trace alone
    bool remembers = false;           ///< redirects, other answers and strict hosts, from trace to trace
    std::optional<Script> script;     ///< the example that the lab plays, as long as the URL is still one of its hosts'

    /// As a person would type it. Of a long body, what its preview holds.
    [[nodiscard]] static RequestDraft fromRequest(const Request &request);
    [[nodiscard]] static RequestDraft fromScript(const Script &script);
    /// Its script, followed as the client that it names.
    [[nodiscard]] static RequestDraft fromExample(const Example &example);

    enum class For {
        Showing, ///< starts nothing: "lab:" stays unresolved
        Sending,
    };
    /// Errors: those of Session::resolveUrl(), "bad-method", "bad-field", "body-unreadable", "no-client".
    [[nodiscard]] Result<TraceSpec> toSpec(Session &session, For purpose) const;
    [[nodiscard]] qint64 bodySize() const;
    [[nodiscard]] int fieldCount() const;
};

} // namespace Detour
