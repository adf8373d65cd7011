// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <optional>

namespace Detour {

/// What an option of curl's means to Detour.
enum class CurlOption {
    Method,
    Header,
    Data,
    DataRaw,
    DataBinary,
    DataUrlencode,
    Json,
    UploadFile,
    User,
    BearerToken,
    Cookie,
    UserAgent,
    Referer,
    Head,
    Get,
    Follow,
    LocationTrusted,
    KeepPost, ///< --post301 and its like
    MaxRedirects,
    Insecure,
    Compressed,
    Timeout,
    Url,
    NoGlobbing,
    Next,
    OutputOnly, ///< changes what curl prints or saves, not what it sends
    Unsupported,
};

struct KnownCurlOption
{
    CurlOption meaning = CurlOption::Unsupported;
    bool takesValue = false;
};

/// By its long name, without dashes, as of curl 7.88.1; nothing for a name that it does not have.
[[nodiscard]] std::optional<KnownCurlOption> curlOptionNamed(QByteArrayView name);
[[nodiscard]] std::optional<KnownCurlOption> curlOptionOf(char letter);

} // namespace Detour
