// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractListModel>

namespace Detour {

class WindowActions;

/// One action in the palette.
struct PaletteRow
{
    QString id;
    QString title;
    QString keys;
    QString whyNot;     ///< empty: it can be done now
    QList<int> letters; ///< of the title, that were typed
};

/// The actions that fit what was typed, best first; with nothing typed those last used, then all.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteModel)

public:
    /// `actions` must outlive the model.
    explicit PaletteModel(const WindowActions &actions, QObject *parent = nullptr);

    void find(const QString &typed, const QStringList &recent);
    [[nodiscard]] const PaletteRow &rowAt(int row) const { return m_rows.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    const WindowActions &m_actions;
    QList<PaletteRow> m_rows;
};

} // namespace Detour
