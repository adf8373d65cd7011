// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/page.h"
#include "session/session.h"

#include <QByteArray>
#include <QString>

namespace Detour {

/// How a draft's body was written; each kind implies a Content-Type.
enum class BodyKind {
    Text,
    Json,
    Form, ///< names and values; the bytes are their urlencoded form
    File,
};

/// What stands in the request bar: typed text, not yet a request.
struct RequestDraft
{
    QString method = QStringLiteral("GET");
    QString url;
    QString fieldLines;    ///< one "Name: value" a line; empty lines are passed over
    QStringList generated; ///< names of fields that a client made from its options, as curl's -u does
    bool hasBody = false;
    BodyKind bodyKind = BodyKind::Text;
    QByteArray body;
    QString bodyFile;        ///< with File, instead of `body`
    bool impliesType = true; ///< false: without a typed Content-Type, none is sent
    QString client = QStringLiteral("fetch");
    std::optional<int> redirectLimit; ///< absent: the client's own; -1: unlimited
    bool locationTrusted = false;     ///< credentials go along to other origins
    bool verifiesTls = true;
    bool keepsCookies = false; ///< for the trace alone
    bool remembers = false;    ///< redirects, other answers and strict hosts, from trace to trace
    std::optional<std::chrono::milliseconds> timeout; ///< for each hop; absent: as usual
    std::optional<Script> script; ///< the example that the lab plays, as long as the URL is still one of its hosts'

    /// As a person would type it. Of a long body, what its preview holds.
    [[nodiscard]] static RequestDraft fromRequest(const Request &request);
    [[nodiscard]] static RequestDraft fromScript(const Script &script);
    /// Its script, followed as the client that it names.
    [[nodiscard]] static RequestDraft fromExample(const Example &example);

    enum class For {
        Showing, ///< starts nothing and opens nothing: "lab:" stays unresolved, a file is a size
        Sending,
    };
    /// Errors: those of Session::resolveUrl(), "bad-method", "bad-field", "body-unreadable", "no-client".
    [[nodiscard]] Result<TraceSpec> toSpec(Session &session, For purpose) const;
    /// Of a file its size; 0 where there is none, -1 where only reading it would tell (a pipe).
    [[nodiscard]] qint64 bodySize() const;
    [[nodiscard]] int fieldCount() const;
    [[nodiscard]] bool hasField(const QString &name) const;
    /// The Content-Type that goes along because of the body's kind; empty: none, or a typed one does.
    [[nodiscard]] QByteArray impliedContentType() const;
};

} // namespace Detour
