// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/overlaypanel.h"

#include <QApplication>
#include <QEvent>

namespace Detour {

OverlayPanel::OverlayPanel(QWidget *window)
    : QFrame(window)
{
    setObjectName(QStringLiteral("searchPanel")); // its look in the style sheet
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (isVisible() && now && now != this && !isAncestorOf(now) && now->window() == this->window())
            hide(); // one has gone elsewhere
    });
    window->installEventFilter(this);
    qApp->installEventFilter(this);
    hide();
}

OverlayPanel::~OverlayPanel() = default;

void OverlayPanel::openWith(QWidget &field)
{
    if (isHidden())
        m_before = window()->focusWidget();
    place();
    show();
    raise();
    field.setFocus(Qt::ShortcutFocusReason);
}

void OverlayPanel::close()
{
    hide();
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
}

bool OverlayPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (isHidden())
        return false;
    if (event->type() == QEvent::Resize && watched == parentWidget())
        place();
    if (event->type() == QEvent::MouseButtonPress && watched->isWidgetType()) {
        const auto *widget = static_cast<const QWidget *>(watched);
        if (widget != this && !isAncestorOf(widget) && widget->window() == window())
            hide();
    }
    return false;
}

} // namespace Detour
