// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>

namespace Detour {

/// What a curl command asks for, as words that still have to be read as method, URL and fields.
struct CurlCommand
{
    QByteArray method;            ///< as curl would send it
    bool namesMethod = false;     ///< by -X, which then holds for every hop
    QByteArray url;               ///< as typed, its scheme added where curl would guess it; may be empty
    QList<QByteArray> fieldLines; ///< "Name: value" of -H and of the options that make fields
    /// Names of fields that curl makes itself from an option: Content-Type of -d, Cookie of -b, Authorization of -u and
    /// the like. Those of --json are not among them: curl 7.88.1 treats them as if -H had given them.
    QList<QByteArray> generated;
    std::optional<QByteArray> data; ///< the content in the command itself
    std::optional<QByteArray> file; ///< the content's file instead
    bool isForm = false;            ///< of -d and its like
    bool follows = false;           ///< -L
    bool locationTrusted = false;
    bool verifiesTls = true;
    std::optional<int> redirectLimit; ///< -1: unlimited
    std::optional<double> timeout;    ///< seconds
    QStringList notes;                ///< plain sentences on what was left out or read otherwise than it looks

    /// Id of the client profile that redirects as this command does.
    [[nodiscard]] QString clientId() const { return namesMethod ? QStringLiteral("curl-X") : QStringLiteral("curl"); }
};

/// True if it begins like one: "curl …", also after a prompt's "$".
[[nodiscard]] bool looksLikeCurl(QByteArrayView text);

/// Reads one command; every option that Detour has no use for is named in the notes. Errors: "bad-words" (not curl, an
/// open quote, an option without its value, no URL).
[[nodiscard]] Result<CurlCommand> importCurl(QByteArrayView text);

} // namespace Detour
