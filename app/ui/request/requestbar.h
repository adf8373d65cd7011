// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/lessonfile.h"
#include "session/requestdraft.h"
#include "ui/theme.h"

#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;

namespace Detour {

class CurlNote;
class MethodButton;
class Settings;
class UrlField;
class ValueButton;
struct UrlSuggestion;

/// Method, URL and Send; below them, quietly, fields, body, options and the client whose rules are followed.
class RequestBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestBar)

public:
    explicit RequestBar(Session &session, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    [[nodiscard]] const RequestDraft &draft() const { return m_draft; }
    /// The same with what the settings say where it says nothing.
    [[nodiscard]] RequestDraft draftToSend() const;
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
    /// What may be used; a lesson keeps the rest as it is.
    void setControls(RequestControls controls);
    /// Send is primary unless another button on screen is.
    void setSendPrimary(bool primary);
    void focusUrl();
    /// Where the addresses that were sent are remembered; it must outlive the bar. Without it, none are.
    void setSettings(Settings &settings) { m_settings = &settings; }
    /// The draft's address was sent: it will be suggested.
    void rememberUrl();
    /// Fills everything in from a curl command, and says what could not be taken along.
    void pasteCurl(const QString &command);

signals:
    void sendRequested();
    void cancelRequested();
    void stepRequested();
    void draftEdited();

private:
    [[nodiscard]] ValueButton *makeQuietButton(const QString &objectName);
    void buildRows();
    void dressFirstRow();
    void connectParts();
    void editFields();
    void editBody();
    void editOptions();
    void pickClient();
    void takeSuggestion(const UrlSuggestion &suggestion);
    [[nodiscard]] QList<UrlSuggestion> suggestions();
    void changed();
    void refresh();
    void refreshSending();
    void refreshQuietButtons();
    void refreshControls();

    Session &m_session;
    Settings *m_settings = nullptr;
    RequestDraft m_draft;
    Theme m_theme = Theme::light();
    MethodButton *m_method = nullptr;
    UrlField *m_url = nullptr;
    QLabel *m_network = nullptr;
    QPushButton *m_send = nullptr;
    QPushButton *m_step = nullptr;
    QLabel *m_asked = nullptr; ///< that this is not the person's own request but the next one
    ValueButton *m_fields = nullptr;
    ValueButton *m_body = nullptr;
    ValueButton *m_options = nullptr;
    ValueButton *m_client = nullptr;
    QLabel *m_error = nullptr;
    CurlNote *m_note = nullptr;
    QFrame *m_box = nullptr;
    bool m_running = false;
    bool m_stepping = false;
    int m_askedHop = 0;
    bool m_compact = false;
    RequestControls m_controls = allRequestControls;
};

} // namespace Detour
