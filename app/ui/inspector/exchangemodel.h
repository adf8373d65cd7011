// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/redirectchain.h"

#include <QAbstractTableModel>

namespace Detour {

/// A chain as a table, a hop a row: the twin of the stage for those who read rather than watch. Plain text only,
/// bounded.
class ExchangeModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExchangeModel)

public:
    enum Column { Number, MethodColumn, Target, Body, Digest, Status, Next, columnEnd };

    explicit ExchangeModel(QObject *parent = nullptr);

    /// Shows the first `told` hops: what the playhead has not reached is not shown.
    void setChain(const RedirectChain &chain, int told);
    [[nodiscard]] const RedirectChain &chain() const { return m_chain; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const Hop &hop, int row, int column) const;

    RedirectChain m_chain;
    int m_told = 0;
};

} // namespace Detour
