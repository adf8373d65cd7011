// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/result.h"
#include "semantics/statuscode.h"

#include <QHash>
#include <QStringList>

namespace Detour {

/// A section of a page.
struct PagePlace
{
    QString slug;
    QString anchor; ///< may be empty: the page itself

    friend bool operator==(const PagePlace &, const PagePlace &) = default;
};

/// Where the pages explain each rule of the reason catalogue: content/rules.json (content/README.md has its format).
class RulePages final
{
public:
    /// Error "bad-rules" with the path of the offending member. Whether the places exist is for a test to say.
    [[nodiscard]] static Result<RulePages> fromJson(const QByteArray &json);

    /// Where `rule` is explained, for an answer with this status. A rule that is explained on the page of each code
    /// leads to the general place where the status has no page; one that nobody knows, too.
    [[nodiscard]] PagePlace placeOf(const QString &rule, StatusCode status) const;
    [[nodiscard]] bool knows(const QString &rule) const { return m_places.contains(rule); }
    [[nodiscard]] QStringList rules() const { return m_places.keys(); }

private:
    QHash<QString, QString> m_places; ///< rule → "SLUG#ANCHOR", the slug may be "{status}"
    QString m_otherwise;
};

} // namespace Detour
