// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/request/namevaluemodel.h"

using namespace Qt::StringLiterals;

namespace Detour {

NameValueModel::NameValueModel(Check check, QObject *parent)
    : QAbstractTableModel(parent)
    , m_check(std::move(check))
    , m_rows({Row()})
{}

QList<NameValueModel::Row> NameValueModel::rows() const
{
    QList<Row> result;
    for (const Row &row : m_rows) {
        if (!row.isEmpty())
            result.append(row);
    }
    return result;
}

void NameValueModel::setRows(const QList<Row> &rows)
{
    beginResetModel();
    m_rows = rows.first(qMin(rows.size(), mostRows));
    if (m_rows.size() < mostRows)
        m_rows.append(Row());
    endResetModel();
}

qsizetype NameValueModel::insert(int row, const QList<Row> &rows)
{
    const qsizetype room = qMin(rows.size(), mostRows - NameValueModel::rows().size());
    if (room <= 0)
        return 0;
    beginResetModel();
    qsizetype at = qBound(qsizetype(0), qsizetype(row), m_rows.size());
    if (at < m_rows.size() && m_rows.at(at).isEmpty())
        m_rows.removeAt(at);
    for (qsizetype i = 0; i < room; ++i)
        m_rows.insert(at++, rows.at(i));
    if (m_rows.size() > mostRows)
        m_rows.removeLast(); // the empty one
    else if (m_rows.size() < mostRows && !m_rows.constLast().isEmpty())
        m_rows.append(Row());
    endResetModel();
    emit edited();
    return room;
}

void NameValueModel::removeRowAt(int row)
{
    const bool isEmptyLast = row == m_rows.size() - 1 && row >= 0 && m_rows.at(row).isEmpty();
    if (row < 0 || row >= m_rows.size() || isEmptyLast)
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    keepEmptyRow();
    emit edited();
}

void NameValueModel::keepEmptyRow()
{
    if (m_rows.size() >= mostRows || (!m_rows.isEmpty() && m_rows.constLast().isEmpty()))
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size()));
    m_rows.append(Row());
    endInsertRows();
}

QString NameValueModel::trouble(int row) const
{
    if (row < 0 || row >= m_rows.size() || m_rows.at(row).isEmpty() || !m_check)
        return {};
    return m_check(m_rows.at(row));
}

int NameValueModel::firstTrouble() const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (!trouble(row).isEmpty())
            return row;
    }
    return -1;
}

int NameValueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int NameValueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant NameValueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows.at(index.row());
    const QString &text = index.column() == Name ? row.name : row.value;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return index.column() == Remove ? QString() : text;
    case Qt::AccessibleTextRole:
        if (index.column() == Remove)
            return row.isEmpty() ? QString() : tr("Remove %1").arg(row.name);
        if (row.isEmpty())
            return index.column() == Name ? tr("New name") : tr("New value");
        return text;
    case Qt::ToolTipRole:
        if (index.column() == Remove)
            return row.isEmpty() ? QString() : tr("Remove (Delete)");
        return row.generated ? tr("Made from an option of the client") : trouble(index.row()).toHtmlEscaped();
    case TroubleRole:
        return trouble(index.row());
    case GeneratedRole:
        return row.generated;
    default:
        return {};
    }
}

QVariant NameValueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Value:
        return tr("Value");
    default:
        return {};
    }
}

Qt::ItemFlags NameValueModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.column() == Remove ? flags : flags | Qt::ItemIsEditable;
}

bool NameValueModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || index.column() == Remove)
        return false;
    Row &row = m_rows[index.row()];
    QString &text = index.column() == Name ? row.name : row.value;
    if (text == value.toString())
        return true;
    text = value.toString();
    row.generated = false;
    emit dataChanged(this->index(index.row(), 0), this->index(index.row(), columns - 1));
    keepEmptyRow();
    emit edited();
    return true;
}

QList<NameValueModel::Row> rowsFromLines(const QString &lines)
{
    QList<NameValueModel::Row> rows;
    for (const QString &line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty())
            continue;
        const qsizetype colon = trimmed.indexOf(u':');
        if (colon < 0)
            rows.append({trimmed, {}});
        else
            rows.append({trimmed.left(colon).trimmed(), trimmed.mid(colon + 1).trimmed()});
    }
    return rows;
}

QString linesFromRows(const QList<NameValueModel::Row> &rows)
{
    QString lines;
    for (const NameValueModel::Row &row : rows) {
        QString value = row.value;
        value.replace(u'\n', u' ').replace(u'\r', u' ');
        lines += QString(row.name + u": "_s + value).trimmed() + u'\n';
    }
    return lines;
}

} // namespace Detour
