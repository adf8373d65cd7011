// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/contentstore.h"
#include "document/page.h"
#include "document/policycatalog.h"
#include "document/rulepages.h"
#include "document/servercatalog.h"

#include <QHash>

#include <memory>
#include <optional>

namespace Detour {

/// Reads one page. Errors: "bad-page" with the line: front matter, an example that cannot be read, a duplicate anchor
/// or id.
[[nodiscard]] Result<Page> parsePage(const QByteArray &utf8);

/// The pages and what stands in their fences, read when first asked for and kept.
class PageCatalog final
{
public:
    explicit PageCatalog(ContentStore store);

    /// `slug` or a code's number. Error "no-page". The pointer lives as long as the catalogue.
    [[nodiscard]] Result<const Page *> page(const QString &slug);
    /// All slugs that exist: codes, guides in their order, the others.
    [[nodiscard]] QStringList slugs() const;
    /// The pages that en/order names, one a line, in its order, as far as they exist. Reads no page.
    [[nodiscard]] QStringList guides() const;

    /// What the pages' fences are filled from.
    [[nodiscard]] const PolicyCatalog &policies() const { return m_policies; }
    [[nodiscard]] const ServerCatalog &servers() const { return m_servers; }
    /// Where each rule is explained; a file that cannot be read knows no rule.
    [[nodiscard]] const RulePages &rules() const;

private:
    ContentStore m_store;
    PolicyCatalog m_policies;
    ServerCatalog m_servers;
    mutable std::optional<RulePages> m_rules; ///< once it was asked for
    QHash<QString, std::shared_ptr<const Page>> m_pages;
};

} // namespace Detour
