// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/markdowntree.h"
#include "document/pagecatalog.h"
#include "document/pageoptions.h"

namespace Detour::Test {

/// The pages that are built in; one catalogue for all classes.
[[nodiscard]] PageCatalog &builtInPages();
/// What the pages' fences are filled with.
[[nodiscard]] PageOptions builtInOptions();

/// One row a page, with the column "slug".
void addPageRows();
/// The page of the current row; null, and the test has failed, where it cannot be read.
[[nodiscard]] const Page *pageOfRow();

[[nodiscard]] Block treeOf(const Page &page);
[[nodiscard]] bool hasAnchor(const Page &page, const QString &anchor);
/// A whole page about a code: the sections' rules hold for it.
[[nodiscard]] bool isWholeCodePage(const Page &page);
/// Not so 305 and 306: their pages say why there is nothing to send.
[[nodiscard]] bool canBeSent(StatusCode code);

/// The page's name and what is wrong with it, as QVERIFY2 takes it.
class Failure final
{
public:
    Failure(const Page &page, const QString &what)
        : m_text((page.slug + QStringLiteral(": ") + what).toUtf8())
    {}
    explicit operator const char *() const { return m_text.constData(); }

private:
    QByteArray m_text;
};

} // namespace Detour::Test
