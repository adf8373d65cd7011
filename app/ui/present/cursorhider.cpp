// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/present/cursorhider.h"

#include <QApplication>
#include <QMouseEvent>

namespace Detour {

CursorHider::CursorHider(QWidget &window, std::chrono::milliseconds still)
    : m_window(window)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(still);
    connect(&m_timer, &QTimer::timeout, this, &CursorHider::hidePointer);
    qApp->installEventFilter(this);
}

CursorHider::~CursorHider()
{
    showPointer();
}

bool CursorHider::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove: {
        const auto *widget = qobject_cast<QWidget *>(watched);
        const QPoint at = static_cast<QMouseEvent *>(event)->globalPosition().toPoint();
        // A window that changes under a pointer at rest is told of moves, too.
        if (widget && widget->window() == &m_window && at != m_last) {
            m_last = at;
            showPointer();
            m_timer.start();
        }
        break;
    }
    case QEvent::Show:
        if (watched == &m_window)
            m_timer.start();
        break;
    case QEvent::Hide:
    case QEvent::Leave:
    case QEvent::WindowDeactivate: // other windows need it
        if (watched == &m_window) {
            m_timer.stop();
            showPointer();
        }
        break;
    default: // hundreds of others
        break;
    }
    return false;
}

void CursorHider::hidePointer()
{
    if (!m_isHidden)
        QGuiApplication::setOverrideCursor(Qt::BlankCursor);
    m_isHidden = true;
}

void CursorHider::showPointer()
{
    if (m_isHidden)
        QGuiApplication::restoreOverrideCursor();
    m_isHidden = false;
}

} // namespace Detour
