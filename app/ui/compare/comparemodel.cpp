// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/compare/comparemodel.h"

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

/// The internal id of a top-level line; a client's line has its group's number.
constexpr quintptr topLevel = ~quintptr(0);

} // namespace

CompareModel::CompareModel(QObject *parent)
    : QAbstractItemModel(parent)
{}

void CompareModel::setGroups(const QList<CompareGroup> &groups)
{
    beginResetModel();
    m_groups = groups;
    endResetModel();
}

const CompareGroup *CompareModel::group(const QModelIndex &index) const
{
    const bool isGroup = index.isValid() && !isFlat() && index.internalId() == topLevel;
    return isGroup ? &m_groups.at(index.row()) : nullptr;
}

const CompareRow *CompareModel::row(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    if (isFlat())
        return &m_groups.constFirst().rows.at(index.row());
    return index.internalId() == topLevel ? nullptr : &m_groups.at(int(index.internalId())).rows.at(index.row());
}

QModelIndex CompareModel::indexOfClient(int client) const
{
    for (int g = 0; g < m_groups.size(); ++g) {
        const QList<CompareRow> &rows = m_groups.at(g).rows;
        for (int r = 0; r < rows.size(); ++r) {
            if (rows.at(r).client == client)
                return createIndex(r, 0, isFlat() ? topLevel : quintptr(g));
        }
    }
    return {};
}

QModelIndex CompareModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) : topLevel);
}

QModelIndex CompareModel::parent(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() != topLevel ? createIndex(int(index.internalId()), 0, topLevel)
                                                             : QModelIndex();
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(isFlat() ? m_groups.constFirst().rows.size() : m_groups.size());
    const CompareGroup *above = parent.column() == 0 ? group(parent) : nullptr;
    return above ? int(above->rows.size()) : 0;
}

int CompareModel::columnCount(const QModelIndex & /*parent*/) const
{
    return compareColumns;
}

QString CompareModel::groupText(const CompareGroup &group) const
{
    const QString count = clientCount(group.rows.size());
    return (group.note.isEmpty() ? QStringList{group.title, count} : QStringList{group.title, group.note, count})
        .join(u", "_s);
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (const CompareGroup *above = group(index)) {
        const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
        return isText && index.column() == 0 ? QVariant(groupText(*above)) : QVariant();
    }
    const CompareRow *client = row(index);
    if (!client)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return client->texts.at(index.column());
    if (role == Qt::ToolTipRole)
        return client->why.toHtmlEscaped();
    return {};
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= compareColumns)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return compareColumnName(static_cast<CompareColumn>(section));
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

Qt::ItemFlags CompareModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return group(index) ? Qt::ItemIsEnabled : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace Detour
