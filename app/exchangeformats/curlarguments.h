// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "exchangeformats/curlexport.h"

namespace Detour {

/// One request in the words of curl.
struct CurlArguments
{
    QList<QByteArray> options; ///< each an option with its value, quoted for a shell: "-H 'A: b'"
    QByteArray url;            ///< quoted
    bool namesMethod = false;  ///< -X is among the options
    Request sent;              ///< what curl then sends: the same request, but for who made which field
    QStringList notes;

    /// "curl …", on one line where it is short, else an option a line.
    [[nodiscard]] QString command() const;
};

/// `namesMethod`: with -X even where an option of curl's would say it.
[[nodiscard]] CurlArguments curlArguments(const Request &request, const CurlExportOptions &options,
                                          bool namesMethod = false);

} // namespace Detour
