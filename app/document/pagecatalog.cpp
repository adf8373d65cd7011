// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/pagecatalog.h"

#include "document/codespan.h"

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

PageCatalog::PageCatalog(ContentStore store)
    : m_store(std::move(store))
    , m_policies(m_store)
    , m_servers(m_store)
{}

Result<const Page *> PageCatalog::page(const QString &slug)
{
    const auto known = m_pages.constFind(slug);
    if (known != m_pages.constEnd()) {
        return known->get();
    }
    const QString path = u"en/%1.md"_s.arg(slug);
    const auto bytes = isSlug(slug) ? m_store.read(path) : Result<QByteArray>(Error{});
    if (!bytes) {
        return Error{u"no-page"_s, u"There is no page “%1”. Pages: %2."_s.arg(slug.left(40), slugs().join(", "_L1))};
    }
    auto page = parsePage(*bytes);
    if (!page) {
        return Error{page.error().code, path + ": "_L1 + page.error().message};
    }
    if (page->slug != slug) {
        return Error{u"bad-page"_s, path + ": The slug must be the file's name without “.md”."_L1};
    }
    auto kept = std::make_shared<const Page>(*std::move(page));
    return m_pages.insert(slug, std::move(kept))->get();
}

QStringList PageCatalog::slugs() const
{
    QStringList result = m_store.list(u"en"_s, u".md"_s);
    for (QString &name : result) {
        name.chop(3);
    }
    const auto isCode = [](const QString &slug) { return referenceStatusCodes().contains(slug.toInt()); };
    const auto others = std::stable_partition(result.begin(), result.end(), isCode);
    const QStringList order = guides();
    const auto place = [&order](const QString &slug) {
        const qsizetype at = order.indexOf(slug);
        return at < 0 ? order.size() : at;
    };
    std::stable_sort(others, result.end(),
                     [&place](const QString &left, const QString &right) { return place(left) < place(right); });
    return result;
}

QStringList PageCatalog::guides() const
{
    const auto bytes = m_store.read(u"en/order"_s);
    if (!bytes) {
        return {};
    }
    const QStringList files = m_store.list(u"en"_s, u".md"_s);
    QStringList result;
    for (const QString &line : QString::fromUtf8(*bytes).split(u'\n', Qt::SkipEmptyParts)) {
        const QString slug = line.trimmed();
        if (files.contains(slug + ".md"_L1) && !result.contains(slug)) {
            result.append(slug);
        }
    }
    return result;
}

const RulePages &PageCatalog::rules() const
{
    if (!m_rules) {
        const Result<QByteArray> json = m_store.read(u"rules.json"_s);
        const Result<RulePages> rules = json ? RulePages::fromJson(*json) : Result<RulePages>(json.error());
        if (!rules)
            qWarning("%s", qPrintable(rules.error().message));
        m_rules = rules ? *rules : RulePages();
    }
    return *m_rules;
}

} // namespace Detour
