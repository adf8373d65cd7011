// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/fieldpairs.h"

#include <QHash>

namespace Detour {

QList<FieldPair> pairFields(const FieldList &before, const FieldList &after)
{
    QHash<QByteArray, QList<qsizetype>> places; // of the lines in `after` that are free still
    for (qsizetype i = 0; i < after.size(); ++i)
        places[after.lines().at(i).name.toLower()].append(i);
    QList<bool> isTaken(after.size(), false);
    QList<FieldPair> pairs;
    for (const Field &line : before) {
        QList<qsizetype> &free = places[line.name.toLower()];
        if (free.isEmpty()) {
            pairs.append({LineChange::Removed, line, std::nullopt});
            continue;
        }
        const qsizetype at = free.takeFirst();
        isTaken[at] = true;
        const Field &other = after.lines().at(at);
        pairs.append({line.value == other.value ? LineChange::Kept : LineChange::Changed, line, other});
    }
    for (qsizetype i = 0; i < after.size(); ++i) {
        if (!isTaken.at(i))
            pairs.append({LineChange::Added, std::nullopt, after.lines().at(i)});
    }
    return pairs;
}

} // namespace Detour
