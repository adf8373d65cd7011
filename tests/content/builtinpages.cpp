// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "content/builtinpages.h"

#include <QTest>

#include <algorithm>

namespace Detour::Test {

using namespace Qt::StringLiterals;

PageCatalog &builtInPages()
{
    static PageCatalog catalog{ContentStore()};
    return catalog;
}

PageOptions builtInOptions()
{
    PageOptions options;
    options.catalog = &builtInPages();
    return options;
}

void addPageRows()
{
    QTest::addColumn<QString>("slug");
    const QStringList slugs = builtInPages().slugs();
    for (const QString &slug : slugs) {
        QTest::newRow(qPrintable(slug)) << slug;
    }
}

const Page *pageOfRow()
{
    const QString slug = *static_cast<QString *>(QTest::qData("slug", QMetaType::QString));
    const auto page = builtInPages().page(slug);
    if (!page) {
        QTest::qFail(qPrintable(page.error().message), __FILE__, __LINE__);
        return nullptr;
    }
    return *page;
}

Block treeOf(const Page &page)
{
    auto tree = parseMarkdown(page.markdown);
    return tree ? *std::move(tree) : Block();
}

bool hasAnchor(const Page &page, const QString &anchor)
{
    return std::any_of(page.headings.begin(), page.headings.end(),
                       [&anchor](const Heading &heading) { return heading.anchor == anchor; });
}

bool isWholeCodePage(const Page &page)
{
    return page.code != 0 && !page.brief;
}

bool canBeSent(StatusCode code)
{
    return code != 305 && code != 306;
}

} // namespace Detour::Test
