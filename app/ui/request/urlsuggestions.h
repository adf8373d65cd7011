// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace Detour {

class PageCatalog;

/// An address that is offered while one is typed.
struct UrlSuggestion
{
    enum class From {
        History,
        Lab,
        Page,         ///< an example: choosing it brings its method, fields, body and client, too
        ClearHistory, ///< no address: choosing it forgets the history
    };

    QString url;
    QString note; ///< where it is from, in a few words
    From from = From::Lab;
    QString slug;    ///< of the page, with Page
    QString example; ///< its id
};

/// Addresses of the lab that show something, as "lab:/…".
[[nodiscard]] QList<UrlSuggestion> labSuggestions();
/// The first requests of all examples that run.
[[nodiscard]] QList<UrlSuggestion> exampleSuggestions(PageCatalog &pages);
/// What `typed` may become: those that hold all its words, the ones that begin with it first, history before lab before
/// pages. At most `limit`.
[[nodiscard]] QList<UrlSuggestion> matching(const QList<UrlSuggestion> &all, const QString &typed,
                                            qsizetype limit = 60);

} // namespace Detour
