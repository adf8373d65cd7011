// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/lab/lablogmodel.h"

#include "semantics/displaytext.h"
#include "semantics/mask.h"
#include "ui/lab/labbytes.h"

#include <algorithm>
#include <chrono>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTarget = 2048; ///< kept of a target; more does not fit in a line

QByteArray maskedTarget(const QByteArray &target)
{
    const QByteArray line = maskedHead("GET " + target);
    return line.sliced(4);
}

} // namespace

LabLogModel::LabLogModel(qsizetype capacity, QObject *parent)
    : QAbstractTableModel(parent)
    , m_capacity(std::max<qsizetype>(capacity, 1))
{}

void LabLogModel::setTheme(const Theme &theme)
{
    m_theme = theme;
    if (!m_lines.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, LabColumns - 1), {Qt::ForegroundRole, Qt::FontRole});
}

void LabLogModel::setShowsSecrets(bool shows)
{
    m_showsSecrets = shows;
    if (!m_lines.empty())
        emit dataChanged(index(0, LabTarget), index(rowCount() - 1, LabTarget));
}

LabLogModel::Line LabLogModel::lineOf(const TranscriptEntry &entry)
{
    return {entry.number,
            entry.connection,
            entry.peerPort,
            entry.tls,
            entry.writtenAt > 0 || entry.status == 0,
            entry.startedAt,
            entry.method.token(),
            entry.target.left(longestTarget),
            entry.status,
            wireBytes(entry, LabMessage::Request),
            wireBytes(entry, LabMessage::Answer)};
}

void LabLogModel::refresh(const Transcript &transcript)
{
    complete(transcript);
    QList<TranscriptEntry> entries = transcript.entriesAfter(m_lastSeen);
    if (entries.size() > m_capacity)
        entries.remove(0, entries.size() - m_capacity);
    if (!entries.isEmpty())
        append(entries);
}

void LabLogModel::append(const QList<TranscriptEntry> &entries)
{
    const qsizetype surplus = qsizetype(m_lines.size()) + entries.size() - m_capacity;
    if (surplus > 0) {
        beginRemoveRows({}, 0, int(surplus) - 1);
        m_lines.erase(m_lines.begin(), m_lines.begin() + surplus);
        endRemoveRows();
    }
    beginInsertRows({}, rowCount(), rowCount() + int(entries.size()) - 1);
    for (const TranscriptEntry &entry : entries) {
        m_lines.push_back(lineOf(entry));
        if (!m_lines.back().ended)
            m_open.append(entry.number);
    }
    m_lastSeen = entries.constLast().number;
    endInsertRows();
}

void LabLogModel::complete(const Transcript &transcript)
{
    const QList<quint64> open = std::exchange(m_open, {});
    for (const quint64 number : open) {
        const auto line = std::partition_point(m_lines.begin(), m_lines.end(),
                                               [number](const Line &other) { return other.number < number; });
        if (line == m_lines.end() || line->number != number)
            continue;
        if (const auto entry = transcript.finished(number, std::chrono::milliseconds(0))) {
            *line = lineOf(*entry);
            const int row = int(line - m_lines.begin());
            emit dataChanged(index(row, 0), index(row, LabColumns - 1));
            if (!line->ended)
                m_open.append(number);
        }
    }
}

void LabLogModel::clear(quint64 lastSeen)
{
    beginResetModel();
    m_lines.clear();
    m_open.clear();
    m_lastSeen = lastSeen;
    endResetModel();
}

quint64 LabLogModel::numberAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_lines[size_t(row)].number : 0;
}

int LabLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int LabLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : LabColumns;
}

QString LabLogModel::textOf(const Line &line, int column) const
{
    constexpr double millisecondsInSecond = 1000;
    switch (column) {
    case LabTime:
        return tr("%1 s").arg(line.startedAt / millisecondsInSecond, 0, 'f', 3);
    case LabConnectionNumber:
        return QString::number(line.connection);
    case LabPeer:
        return QString::number(line.peerPort);
    case LabTls:
        return line.tls ? tr("TLS") : QString();
    case LabMethod:
        return wireText(line.method, 32);
    case LabTarget:
        return wireText(m_showsSecrets ? line.target : maskedTarget(line.target), longestTarget);
    case LabStatusCode:
        return line.status == 0 ? tr("none") : QString::number(line.status);
    case LabBytes:
        return line.ended ? byteCount(line.received + line.sent) : tr("%1 …").arg(byteCount(line.received));
    default: // a number, not an enum
        return {};
    }
}

QVariant LabLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines[size_t(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return textOf(line, column);
    case Qt::AccessibleTextRole:
        return column == LabTls && !line.tls ? tr("no TLS") : textOf(line, column);
    case Qt::ToolTipRole:
        return column == LabTarget ? wireText(m_showsSecrets ? line.target : maskedTarget(line.target)) : QString();
    case Qt::FontRole:
        return column == LabMethod || column == LabTarget ? Theme::monoFont(12) : Theme::textFont(12);
    case Qt::ForegroundRole:
        if (column == LabStatusCode)
            return line.status == 0 ? m_theme.error : m_theme.kind(statusKind(line.status)).text;
        return column == LabMethod || column == LabTarget ? m_theme.ink : m_theme.muted;
    default: // a number, not an enum
        return {};
    }
}

QVariant LabLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Time"),   tr("Connection"), tr("From port"), tr("TLS"),
                            tr("Method"), tr("Target"),     tr("Status"),    tr("Bytes")};
    return names.value(section);
}

} // namespace Detour
