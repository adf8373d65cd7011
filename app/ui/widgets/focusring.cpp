// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/focusring.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QTabBar>

namespace Detour {

namespace {

constexpr int ringWidth = 2;
constexpr int offset = 2;
constexpr int buttonRadius = 8;

/// A field without a frame of its own stands in a box, which is ringed for it.
bool isBoxed(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) && widget->property("kind") == QStringLiteral("quiet")
           && widget->parentWidget();
}

bool wantsRing(const QWidget *widget)
{
    return isBoxed(widget) || qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget)
           || qobject_cast<const QTabBar *>(widget);
}

/// What is ringed of `target`, in its own coordinates.
QRect ringedRect(const QWidget *target)
{
    if (const auto *tabs = qobject_cast<const QTabBar *>(target))
        return tabs->tabRect(tabs->currentIndex()).adjusted(0, 4, 0, -6);
    if (isBoxed(target)) {
        const QWidget *box = target->parentWidget();
        return {target->mapFrom(box, QPoint(0, 0)), box->size()};
    }
    return target->rect();
}

} // namespace

FocusRing::FocusRing(QWidget *window)
    : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

FocusRing::~FocusRing() = default;

void FocusRing::setColor(const QColor &color)
{
    m_color = color;
    update();
}

void FocusRing::follow(QWidget *focused)
{
    // Who clicks knows where; the ring appears with the first key then.
    m_hidden = QGuiApplication::mouseButtons() != Qt::NoButton;
    const bool ours = focused && focused->window() == parentWidget() && wantsRing(focused);
    watch(ours ? focused : nullptr);
}

void FocusRing::watch(QWidget *target)
{
    // The ancestors are watched too: a moved pane moves its buttons without telling them.
    for (QWidget *widget = m_target; widget && widget != parentWidget(); widget = widget->parentWidget())
        widget->removeEventFilter(this);
    m_target = target;
    for (QWidget *widget = m_target; widget && widget != parentWidget(); widget = widget->parentWidget())
        widget->installEventFilter(this);
    place();
}

void FocusRing::place()
{
    if (!m_target || m_hidden || !m_target->isVisible()) {
        hide();
        return;
    }
    const int reach = ringWidth + offset;
    const QRect ringed = ringedRect(m_target);
    const QPoint corner = m_target->mapTo(parentWidget(), ringed.topLeft());
    setGeometry(QRect(corner, ringed.size()).adjusted(-reach, -reach, reach, reach));
    show();
    raise();
    update();
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
        place();
        break;
    case QEvent::KeyPress:
        m_hidden = false;
        place();
        break;
    case QEvent::Paint: // a tab bar tells nobody but its painter which tab is current
        if (watched == m_target && qobject_cast<QTabBar *>(m_target.data()))
            QMetaObject::invokeMethod(this, &FocusRing::place, Qt::QueuedConnection);
        break;
    default: // hundreds of other types
        break;
    }
    return false;
}

void FocusRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_color, ringWidth));
    const qreal half = ringWidth / 2.0;
    const qreal radius = buttonRadius + offset;
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), radius, radius);
}

} // namespace Detour
