// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/request/formtext.h"

#include "semantics/formpairs.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

QByteArray encoded(const QString &text)
{
    // The application/x-www-form-urlencoded percent-encode set leaves only these as they are.
    return text.toUtf8().toPercentEncoding(" *", "~").replace(' ', '+');
}

} // namespace

QByteArray formBytes(const QList<NameValueModel::Row> &rows)
{
    QByteArray bytes;
    for (const NameValueModel::Row &row : rows) {
        if (!bytes.isEmpty())
            bytes += '&';
        bytes += encoded(row.name) + '=' + encoded(row.value);
    }
    return bytes;
}

QList<NameValueModel::Row> formRows(const QByteArray &bytes)
{
    QList<NameValueModel::Row> rows;
    for (const auto &[name, value] : formPairs(bytes))
        rows.append({QString::fromUtf8(name), QString::fromUtf8(value)});
    return rows;
}

bool isFormText(const QByteArray &bytes)
{
    const QList<NameValueModel::Row> rows = formRows(bytes);
    return rows.size() <= NameValueModel::mostRows && formBytes(rows) == bytes;
}

QList<NameValueModel::Row> formRowsFromText(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (!trimmed.contains(u'\n') && trimmed.contains(u'='))
        return formRows(trimmed.toUtf8());
    QList<NameValueModel::Row> rows;
    for (const QString &line : trimmed.split(u'\n', Qt::SkipEmptyParts)) {
        const qsizetype equals = line.indexOf(u'=');
        if (equals >= 0)
            rows.append({line.left(equals).trimmed(), line.mid(equals + 1).trimmed()});
        else
            rows += rowsFromLines(line);
    }
    return rows;
}

} // namespace Detour
