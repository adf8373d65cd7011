// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace Detour {

enum class SearchKind {
    Page,
    Heading,
    Field,
    Client,
    Example,
    Action,
    Lesson,
    Scenario,
};

/// Something that a search can find.
struct SearchEntry
{
    SearchKind kind = SearchKind::Page;
    QString title;       ///< "307 Temporary Redirect", "Caching", "Location"
    QString where;       ///< in which page; of an action: its keys
    QString text;        ///< plain words that are searched, too
    QStringList aliases; ///< other names
    QString
        target; ///< page:SLUG, page:SLUG#ANCHOR, example:SLUG/ID#ANCHOR, client:ID, action:ID, lesson:ID or scenario:ID
};

} // namespace Detour
