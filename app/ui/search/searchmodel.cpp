// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/search/searchmodel.h"

using namespace Qt::StringLiterals;

namespace Detour {

SearchModel::SearchModel(QObject *parent)
    : QAbstractListModel(parent)
{}

void SearchModel::setHits(const QList<SearchHit> &hits)
{
    beginResetModel();
    m_hits = hits;
    endResetModel();
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SearchEntry &entry = m_hits.at(index.row()).entry;
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::AccessibleTextRole: {
        QStringList parts{entry.title, entry.where, kindName(entry.kind)};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    default: // a number, not an enum
        return {};
    }
}

QString SearchModel::kindName(SearchKind kind)
{
    switch (kind) {
    case SearchKind::Page:
        return tr("Page");
    case SearchKind::Heading:
        return tr("Section");
    case SearchKind::Field:
        return tr("Field");
    case SearchKind::Client:
        return tr("Client");
    case SearchKind::Example:
        return tr("Example");
    case SearchKind::Action:
        return tr("Action");
    case SearchKind::Lesson:
        return tr("Lesson");
    case SearchKind::Scenario:
        return tr("Scenario");
    }
    return {};
}

} // namespace Detour
