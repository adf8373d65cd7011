// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/session.h"
#include "ui/theme.h"

#include <QAbstractTableModel>

#include <deque>

namespace Detour {

/// The columns of the lab's log.
enum LabColumn : int {
    LabTime,
    LabConnectionNumber,
    LabPeer,
    LabTls,
    LabMethod,
    LabTarget,
    LabStatusCode,
    LabBytes,
    LabColumns, ///< how many there are
};

/// The newest exchanges of the lab, one a line. Holds what stands in the lines; the bytes stay with the lab's record,
/// which is asked for them by number. Grows when refresh() is called, never by itself.
class LabLogModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabLogModel)

public:
    /// `capacity`: so many lines are kept, the oldest go first.
    explicit LabLogModel(qsizetype capacity = 2000, QObject *parent = nullptr);

    void setTheme(const Theme &theme);
    void setShowsSecrets(bool shows);
    /// Takes what came since the last time, and what is now known of the answers that were under way.
    void refresh(const Transcript &transcript);
    /// Forgets the lines; a lab that starts anew counts from 1 again.
    void clear(quint64 lastSeen = 0);
    /// Of the lab's record; 0 where there is no such line.
    [[nodiscard]] quint64 numberAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line
    {
        quint64 number = 0;
        quint64 connection = 0;
        int peerPort = 0;
        bool tls = false;
        bool ended = false;
        double startedAt = 0;
        QByteArray method;
        QByteArray target;
        StatusCode status = 0;
        qint64 received = 0;
        qint64 sent = 0;
    };

    [[nodiscard]] static Line lineOf(const TranscriptEntry &entry);
    [[nodiscard]] QString textOf(const Line &line, int column) const;
    void append(const QList<TranscriptEntry> &entries);
    void complete(const Transcript &transcript);

    Theme m_theme = Theme::light();
    std::deque<Line> m_lines;
    QList<quint64> m_open; ///< lines whose answer was under way
    qsizetype m_capacity;
    quint64 m_lastSeen = 0;
    bool m_showsSecrets = false;
};

} // namespace Detour
