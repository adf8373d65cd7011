// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/playground/whatif.h"

#include <QObject>

namespace Detour {

class GatePanel;
class RequestBar;
class TraceController;

/// Stands at the gate: puts the next request into panel and request bar, lets it be changed there, and gives the
/// answer. The person's own request is put back when the question is over.
class GateDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GateDesk)

public:
    /// All must outlive the desk.
    GateDesk(Session &session, TraceController &controller, RequestBar &request, GatePanel &panel,
             QObject *parent = nullptr);
    ~GateDesk() override;

    /// A question is on screen, and the request bar holds its request.
    [[nodiscard]] bool isOpen() const { return m_whatIf.has_value(); }
    /// Shows the question that waits, if one does and is not shown yet.
    void open();
    /// Takes the question off the screen without an answer: another request is about to come.
    void leave();
    /// The body that was sent last stands in this draft.
    void noteSent(const RequestDraft &draft);

public slots:
    /// Sends what stands in the bar. What cannot be sent is said below it, and the question stays.
    void send();
    void goOn();
    void stop();

signals:
    void opened();
    void closed();

private:
    void undo();
    void edited();

    Session &m_session;
    TraceController &m_controller;
    RequestBar &m_request;
    GatePanel &m_panel;
    std::optional<WhatIf> m_whatIf;
    RequestDraft m_own;  ///< what the bar held before
    RequestDraft m_sent; ///< its body is the one that was sent last
};

} // namespace Detour
