// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/labrequest.h"

namespace Detour {

QByteArray LabRequest::path() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? target : target.left(mark);
}

QList<FormPair> LabRequest::queryItems() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? QList<FormPair>() : formPairs(QByteArrayView(target).sliced(mark + 1), mostPairs);
}

QByteArray hostWithoutPort(const QByteArray &authority)
{
    const qsizetype colon = authority.lastIndexOf(':');
    return colon > authority.lastIndexOf(']') ? authority.left(colon) : authority;
}

} // namespace Detour
