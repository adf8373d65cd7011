// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractTableModel>

#include <functional>

namespace Detour {

/// Names and values that are edited as a table: fields, or what a form sends. An empty row to write into always stands
/// last, until there are mostRows.
class NameValueModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NameValueModel)

public:
    struct Row
    {
        QString name;
        QString value;
        bool generated = false; ///< by a client's option; an edit makes it the user's own

        [[nodiscard]] bool isEmpty() const { return name.isEmpty() && value.isEmpty(); }
        friend bool operator==(const Row &, const Row &) = default;
    };
    enum Column { Name, Value, Remove };
    static constexpr int columns = 3;
    static constexpr qsizetype mostRows = 200;
    enum Role {
        TroubleRole = Qt::UserRole, ///< a sentence, or empty
        GeneratedRole,
    };
    /// What is wrong with a row, as one sentence; empty: nothing.
    using Check = std::function<QString(const Row &)>;

    NameValueModel(Check check, QObject *parent);

    /// Without the empty row.
    [[nodiscard]] QList<Row> rows() const;
    void setRows(const QList<Row> &rows);
    /// Puts them at a row, in place of it if it is empty. Returns how many there was room for.
    qsizetype insert(int row, const QList<Row> &rows);
    void removeRowAt(int row);
    /// The first row that has one; -1: none.
    [[nodiscard]] int firstTrouble() const;
    [[nodiscard]] QString trouble(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

signals:
    void edited();

private:
    void keepEmptyRow();

    Check m_check;
    QList<Row> m_rows; ///< the empty one included
};

/// "Name: value" lines as rows; a line without a colon is a name. Empty lines are passed over.
[[nodiscard]] QList<NameValueModel::Row> rowsFromLines(const QString &lines);
[[nodiscard]] QString linesFromRows(const QList<NameValueModel::Row> &rows);

} // namespace Detour
