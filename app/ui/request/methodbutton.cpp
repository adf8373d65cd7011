// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/request/methodbutton.h"

#include "ui/request/methodeditor.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/signpainter.h"

#include <QMenu>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qreal capsuleHeight = 22;
constexpr int chevron = 12;

} // namespace

MethodButton::MethodButton(QWidget *parent)
    : QToolButton(parent)
{
    setObjectName(u"method"_s);
    setPopupMode(InstantPopup);
    setToolTip(tr("Request method"));
    auto *menu = new QMenu(this);
    for (const auto &method :
         {u"GET"_s, u"HEAD"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s, u"OPTIONS"_s, u"TRACE"_s})
        connect(menu->addAction(method), &QAction::triggered, this, [this, method] { emit methodChosen(method); });
    menu->addSeparator();
    connect(menu->addAction(tr("Other…")), &QAction::triggered, this, &MethodButton::askForOther);
    setMenu(menu);
}

void MethodButton::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

void MethodButton::setMethod(const QString &method)
{
    m_method = method;
    setAccessibleName(tr("Request method %1").arg(method));
    setToolTip(method.size() > 12 ? method : tr("Request method"));
    updateGeometry();
    update();
}

QSize MethodButton::sizeHint() const
{
    const QSizeF capsule = capsuleSize({m_method.toLatin1(), Sheet::None}, capsuleHeight);
    return {qRound(capsule.width()) + chevron + 12, 28};
}

void MethodButton::askForOther()
{
    auto *editor = new MethodEditor(m_theme, m_method, this);
    connect(editor, &MethodEditor::chosen, this, &MethodButton::methodChosen);
    editor->open();
}

void MethodButton::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Capsule capsule{m_method.toLatin1(), Sheet::None};
    const QPointF at(2, (height() - capsuleHeight) / 2);
    paintCapsule(painter, at, capsuleHeight, capsule, m_theme);
    const qreal right = at.x() + capsuleSize(capsule, capsuleHeight).width();
    if (isEnabled())
        paintIcon(painter, QRectF(right + 5, (height() - chevron) / 2.0, chevron, chevron), Icon::ChevronDown,
                  m_theme.muted);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
    }
}

} // namespace Detour
