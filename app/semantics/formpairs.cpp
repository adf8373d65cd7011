// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/formpairs.h"

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

QList<FormPair> formPairs(QByteArrayView form, qsizetype limit)
{
    QList<FormPair> pairs;
    for (qsizetype begin = 0; begin < form.size() && pairs.size() < limit;) {
        const qsizetype ampersand = form.indexOf('&', begin);
        const qsizetype end = ampersand < 0 ? form.size() : ampersand;
        const QByteArrayView piece = form.sliced(begin, end - begin);
        const qsizetype equals = piece.indexOf('=');
        if (equals >= 0) {
            pairs.append({decoded(piece.first(equals)), decoded(piece.sliced(equals + 1))});
        } else if (!piece.isEmpty()) {
            pairs.append({decoded(piece), QByteArray()});
        }
        begin = end + 1;
    }
    return pairs;
}

} // namespace Detour
