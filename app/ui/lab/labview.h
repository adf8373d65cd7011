// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/session.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QSplitter;
class QTreeView;

namespace Detour {

class LabAddresses;
class LabDetail;
class LabLogModel;
class ThemeController;

/// The lab as one would look into a server: its addresses, and the log of what passed, down to the bytes. While it is
/// seen it looks for news a few times a second, however many there are.
class LabView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabView)

public:
    /// Both must outlive the view.
    LabView(Session &session, ThemeController &theme, QWidget *parent = nullptr);

    [[nodiscard]] QTreeView *table() const { return m_table; }
    /// Takes over what the lab has recorded by now.
    void refresh();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void dress();
    void dressTable();
    void arrange();
    void connectParts();
    void applyTheme();
    void tick();
    void startOrStop();
    void labChanged();
    void showAddresses();
    void showSelected();
    void showEmptyState();
    void clearLog();
    void copy(const QString &text, const QString &what);
    [[nodiscard]] quint64 selectedNumber() const;

    Session &m_session;
    ThemeController &m_theme;
    LabLogModel *m_model = nullptr;
    QSortFilterProxyModel *m_filtered = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_error = nullptr;
    QPushButton *m_startStop = nullptr;
    LabAddresses *m_addresses = nullptr;
    QLineEdit *m_filter = nullptr;
    QPushButton *m_pause = nullptr;
    QPushButton *m_clear = nullptr;
    QCheckBox *m_secrets = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_empty = nullptr;
    QTreeView *m_table = nullptr;
    LabDetail *m_detail = nullptr;
    QSplitter *m_splitter = nullptr;
    QTimer m_timer{this};
    bool m_knowsCertificate = false;
    bool m_detailIsOpen = false; ///< the answer of the selected exchange is still being written
};

} // namespace Detour
