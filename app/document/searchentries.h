// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/searchentry.h"

namespace Detour {

class LessonCatalog;
class PageCatalog;
class PolicyCatalog;
class ScenarioCatalog;
struct Page;

/// What there is to find in the content: every page, each of its sections, the fields that it speaks of, its examples;
/// and the clients. Reads all of them; what cannot be read is left out.
[[nodiscard]] QList<SearchEntry> searchEntriesOf(PageCatalog &pages, const PolicyCatalog &policies);

/// Every lesson and every scenario that can be read, by title; their aim and story are searched, too.
[[nodiscard]] QList<SearchEntry> searchEntriesOf(const LessonCatalog &lessons, const ScenarioCatalog &scenarios);

/// "307 Temporary Redirect", or a guide's title.
[[nodiscard]] QString nameOf(const Page &page);

/// Other words to find the page by.
[[nodiscard]] QStringList searchAliasesOf(const Page &page);

/// "Cache-Control" for `Cache-Control` and `Cache-Control: no-store`; empty for code that is no field. A field is a
/// registered name as it is commonly spelt, or one that begins with X-.
[[nodiscard]] QString fieldNameIn(const QString &code);

} // namespace Detour
