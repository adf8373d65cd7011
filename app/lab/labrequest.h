// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "lab/wiresample.h"
#include "semantics/formpairs.h"
#include "semantics/message.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace Detour {

/// One request as the lab read it.
struct LabRequest
{
    QByteArray line; ///< "POST /a HTTP/1.1"
    Method method;
    QByteArray version;   ///< "HTTP/1.1" or "HTTP/1.0"
    QByteArray target;    ///< origin form, or "*"; of an absolute form what follows its authority
    QByteArray authority; ///< lower case: of an absolute form its own, otherwise Host's; empty if there is none
    FieldList fields;
    std::optional<ContentInfo> content;
    QByteArray rawHead;          ///< exact bytes, the final empty line included
    WireSample rawContent;       ///< what followed it, the framing of chunks included
    bool keepsConnection = true; ///< the client is ready for another answer on this connection

    /// The part of the target before "?".
    [[nodiscard]] QByteArray path() const;
    /// What is read of a query or a form.
    static constexpr qsizetype mostPairs = 1024;
    /// The query as a form, at most mostPairs.
    [[nodiscard]] QList<FormPair> queryItems() const;
};

/// "host" of "host:port"; brackets of IPv6 stay.
[[nodiscard]] QByteArray hostWithoutPort(const QByteArray &authority);

} // namespace Detour
