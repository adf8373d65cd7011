// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/redirectchain.h"

#include <QSet>
#include <QStringList>

namespace Detour {

/// How the two ways of curl redirect: the profiles "curl" and "curl-X".
struct CurlRules
{
    ClientPolicy plain;       ///< the method follows from -d, -I and the like
    ClientPolicy namedMethod; ///< -X names it
};

/// What the exchanges do not say of how they were made.
struct CurlExportOptions
{
    bool showsSecrets = false; ///< otherwise credentials stand as ***
    bool verifiesTls = true;
    bool locationTrusted = false;
    std::optional<int> redirectLimit; ///< as in FetchOptions
    QByteArray bodyFile;              ///< the file that the content came from; empty: none
    bool answeredByExample = false;   ///< the lab played a page's example, which is there for its trace alone
};

/// A command for a POSIX shell, without a line end, and plain sentences on where curl would do otherwise.
struct CurlExport
{
    QString command;
    QStringList notes;
};

/// The hop's request alone: nothing is followed.
[[nodiscard]] CurlExport exportCurl(const Hop &hop, const CurlExportOptions &options = {});
/// The first request, and -L if the client went on from it. Options are added as far as curl then goes the chain's way
/// (--post302, --location-trusted, --max-redirs); the first step at which it would still not is told in the notes, by
/// asking decide() with `rules`.
[[nodiscard]] CurlExport exportCurl(const RedirectChain &chain, const CurlRules &rules,
                                    const CurlExportOptions &options = {});

} // namespace Detour
