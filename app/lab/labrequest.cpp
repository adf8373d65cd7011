// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/labrequest.h"

#include "semantics/percentencoding.h"

namespace Detour {

namespace {

QByteArray decoded(QByteArrayView text)
{
    QByteArray bytes = text.toByteArray();
    bytes.replace('+', ' ');
    return percentDecoded(bytes);
}

} // namespace

QByteArray LabRequest::path() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? target : target.left(mark);
}

QList<std::pair<QByteArray, QByteArray>> LabRequest::queryItems() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? QList<std::pair<QByteArray, QByteArray>>() : formItems(QByteArrayView(target).sliced(mark + 1));
}

QList<std::pair<QByteArray, QByteArray>> formItems(QByteArrayView text)
{
    constexpr qsizetype limit = 1024;
    QList<std::pair<QByteArray, QByteArray>> items;
    for (qsizetype begin = 0; begin < text.size() && items.size() < limit;) {
        const qsizetype ampersand = text.indexOf('&', begin);
        const qsizetype end = ampersand < 0 ? text.size() : ampersand;
        const QByteArrayView item = text.sliced(begin, end - begin);
        const qsizetype equals = item.indexOf('=');
        if (equals >= 0) {
            items.append({decoded(item.first(equals)), decoded(item.sliced(equals + 1))});
        } else if (!item.isEmpty()) {
            items.append({decoded(item), QByteArray()});
        }
        begin = end + 1;
    }
    return items;
}

QByteArray hostWithoutPort(const QByteArray &authority)
{
    const qsizetype colon = authority.lastIndexOf(':');
    return colon > authority.lastIndexOf(']') ? authority.left(colon) : authority;
}

} // namespace Detour
