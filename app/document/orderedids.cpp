// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/orderedids.h"

namespace Detour {

using namespace Qt::StringLiterals;

QStringList orderedIds(const ContentStore &store, const QString &folder)
{
    QStringList left = store.list(folder, u".json"_s);
    for (QString &name : left)
        name.chop(5);
    QStringList result;
    if (const auto order = store.read(folder + "/order"_L1)) {
        for (const QString &line : QString::fromUtf8(*order).split(u'\n', Qt::SkipEmptyParts)) {
            if (left.removeOne(line.trimmed()))
                result.append(line.trimmed());
        }
    }
    return result + left;
}

} // namespace Detour
