// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/compare/comparetable.h"

#include <QAbstractItemModel>

namespace Detour {

/// The table of clients as a tree of two levels: groups, and in them the clients. Without groups the clients alone.
class CompareModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareModel)

public:
    explicit CompareModel(QObject *parent = nullptr);

    void setGroups(const QList<CompareGroup> &groups);
    /// Null for a client's line.
    [[nodiscard]] const CompareGroup *group(const QModelIndex &index) const;
    /// Null for a group's line.
    [[nodiscard]] const CompareRow *row(const QModelIndex &index) const;
    /// The line of a client by its index in the comparison; invalid if it is not shown.
    [[nodiscard]] QModelIndex indexOfClient(int client) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    /// One nameless group stands for none: its rows are the top level.
    [[nodiscard]] bool isFlat() const { return m_groups.size() == 1 && m_groups.constFirst().title.isEmpty(); }
    [[nodiscard]] QString groupText(const CompareGroup &group) const;

    QList<CompareGroup> m_groups;
};

} // namespace Detour
