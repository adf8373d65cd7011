// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "lab/labrequest.h"

#include <QString>

namespace Detour {

/// Why a request is refused before anybody looks at its target.
struct BadRequest
{
    StatusCode status = 400;
    QString reason; ///< one plain sentence

    friend bool operator==(const BadRequest &, const BadRequest &) = default;
};

/// How a request's content ends (RFC 9112 §6.3).
struct ContentFraming
{
    bool chunked = false;
    std::optional<qint64> length; ///< neither: there is no content
};

/// A request head, line by line. Each function returns what is wrong with it, if anything is.
class RequestHead final
{
public:
    /// RFC 9112 §3; `line` without its end. Origin form, absolute form (http, https), and "*" with OPTIONS.
    [[nodiscard]] std::optional<BadRequest> readRequestLine(QByteArrayView line);
    /// RFC 9112 §5.1; no folded lines, no space before the colon.
    [[nodiscard]] std::optional<BadRequest> readFieldLine(QByteArrayView line);
    /// To be called after the empty line: Host, framing, persistence. `contentLimit` in bytes.
    [[nodiscard]] std::optional<BadRequest> finish(qint64 contentLimit);

    [[nodiscard]] bool hasRequestLine() const { return !m_request.line.isEmpty(); }
    [[nodiscard]] const LabRequest &request() const { return m_request; }
    [[nodiscard]] const ContentFraming &framing() const { return m_framing; }
    /// RFC 9110 §10.1.1, of an HTTP/1.1 request that has content.
    [[nodiscard]] bool expectsContinue() const;

private:
    [[nodiscard]] std::optional<BadRequest> readTarget(QByteArrayView target);
    [[nodiscard]] std::optional<BadRequest> readHost();
    [[nodiscard]] std::optional<BadRequest> readFraming(qint64 contentLimit);
    void readPersistence();

    LabRequest m_request;
    ContentFraming m_framing;
    bool m_absoluteForm = false;
};

} // namespace Detour
