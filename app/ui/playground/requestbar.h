// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/playground/requestdraft.h"
#include "ui/theme.h"

#include <QWidget>

class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Detour {

class MethodButton;
class ValueButton;

/// Method, URL and Send; below them, quietly, fields, body and the client whose rules are followed.
class RequestBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestBar)

public:
    explicit RequestBar(Session &session, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    [[nodiscard]] const RequestDraft &draft() const { return m_draft; }
    void setDraft(const RequestDraft &draft);
    void setRunning(bool running);
    /// While a trace waits before `hop` (1-based), the bar holds the request that would be that hop; 0: no longer.
    void setAsking(int hop);
    /// Whether the trace that runs asks before each hop.
    void setStepping(bool stepping);
    /// The client whose rules are followed, by its id.
    void setClient(const QString &id);
    /// Something that kept the request from being sent; empty: nothing.
    void setError(const QString &sentence);
    void setCompact(bool compact);
    /// Send is primary unless another button on screen is.
    void setSendPrimary(bool primary);
    void focusUrl();

signals:
    void sendRequested();
    void cancelRequested();
    void stepRequested();
    void draftEdited();

private:
    [[nodiscard]] ValueButton *makeQuietButton(const QString &objectName);
    void buildRows();
    void dressFirstRow();
    void editFields();
    void editBody();
    void fillClientMenu();
    void refresh();
    void refreshSending();

    Session &m_session;
    RequestDraft m_draft;
    Theme m_theme = Theme::light();
    MethodButton *m_method = nullptr;
    QLineEdit *m_url = nullptr;
    QLabel *m_network = nullptr;
    QPushButton *m_send = nullptr;
    QPushButton *m_step = nullptr;
    QLabel *m_asked = nullptr; ///< that this is not the person's own request but the next one
    ValueButton *m_fields = nullptr;
    ValueButton *m_body = nullptr;
    ValueButton *m_client = nullptr;
    QLabel *m_error = nullptr;
    QFrame *m_box = nullptr;
    bool m_running = false;
    bool m_stepping = false;
    int m_askedHop = 0;
    bool m_compact = false;
};

} // namespace Detour
