// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/rulepages.h"

#include "semantics/jsonobjectreader.h"

#include <QJsonDocument>

namespace Detour {

using namespace Qt::StringLiterals;

Result<RulePages> RulePages::fromJson(const QByteArray &json)
{
    QJsonParseError parsing{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    if (!document.isObject())
        return Error{u"bad-rules"_s, u"rules.json: "_s + parsing.errorString()};
    std::optional<Error> error;
    JsonObjectReader reader(document.object(), {}, error);
    RulePages pages;
    if (reader.text(u"schema"_s) != u"detour.rules/1")
        reader.fail(u"schema"_s, u"it has to be “detour.rules/1”"_s);
    pages.m_otherwise = reader.text(u"otherwise"_s);
    JsonObjectReader rules = reader.object(u"rules"_s);
    for (const QString &rule : rules.names())
        pages.m_places.insert(rule, rules.text(rule));
    rules.finish();
    reader.finish();
    if (error)
        return Error{u"bad-rules"_s, u"rules.json: "_s + error->message};
    return pages;
}

PagePlace RulePages::placeOf(const QString &rule, StatusCode status) const
{
    QString place = m_places.value(rule, m_otherwise);
    if (place.startsWith(u"{status}"_s))
        place = referenceStatusCodes().contains(status) ? place.replace(u"{status}"_s, QString::number(status))
                                                        : m_otherwise;
    return {place.section(u'#', 0, 0), place.section(u'#', 1)};
}

} // namespace Detour
