// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/help/palettemodel.h"

#include "ui/help/fuzzymatch.h"
#include "ui/help/keytable.h"
#include "ui/windowactions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int otherWord = 25; ///< less for what fits another name of the action only
constexpr int usedLately = 15;

struct Found
{
    PaletteRow row;
    int score = 0;
};

std::optional<FuzzyMatch> matchOf(const QString &typed, const QString &title, const QStringList &aliases)
{
    std::optional<FuzzyMatch> best = fuzzyMatch(typed, title);
    for (const QString &alias : aliases) {
        const std::optional<FuzzyMatch> other = fuzzyMatch(typed, alias);
        if (other && (!best || other->score - otherWord > best->score))
            best = FuzzyMatch{other->score - otherWord, {}};
    }
    return best;
}

} // namespace

PaletteModel::PaletteModel(const WindowActions &actions, QObject *parent)
    : QAbstractListModel(parent)
    , m_actions(actions)
{}

void PaletteModel::find(const QString &typed, const QStringList &recent)
{
    QList<Found> found;
    for (const QAction *action : m_actions.all()) {
        const QString id = action->objectName();
        if (id == u"palette") // one is in it
            continue;
        const QString title = action->text();
        const std::optional<FuzzyMatch> match = matchOf(typed, title, m_actions.aliases(id));
        if (!match)
            continue;
        const qsizetype age = recent.indexOf(id);
        int score = match->score;
        if (age >= 0)
            score += typed.isEmpty() ? 1000 - int(age) : usedLately;
        found.append({{id, title, keyText(id), m_actions.whyNot(id), match->letters}, score});
    }
    std::stable_sort(found.begin(), found.end(), [](const Found &a, const Found &b) { return a.score > b.score; });
    beginResetModel();
    m_rows.clear();
    for (const Found &each : found)
        m_rows.append(each.row);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::AccessibleTextRole: {
        QStringList parts{row.title, row.keys, row.whyNot};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    default: // a number, not an enum
        return {};
    }
}

} // namespace Detour
