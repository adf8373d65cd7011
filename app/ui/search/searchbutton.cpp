// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/search/searchbutton.h"

#include "ui/widgets/icons.h"

#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int buttonHeight = 32;
constexpr int glassSize = 16;
constexpr int wideWidth = 420;
constexpr int shortWidth = 240;
constexpr int keysWidth = 56;
constexpr int padding = 10;
constexpr qreal radius = 8;

} // namespace

SearchButton::SearchButton(QWidget *parent)
    : QToolButton(parent)
{
    setObjectName(u"searchButton"_s);
    setAccessibleName(tr("Search (Ctrl+K)"));
    setToolTip(tr("Search pages, sections, fields, clients, examples and actions (Ctrl+K)"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SearchButton::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

void SearchButton::setRoom(Room room)
{
    if (room == m_room)
        return;
    m_room = room;
    updateGeometry();
    update();
}

QSize SearchButton::sizeHint() const
{
    switch (m_room) {
    case Room::Wide:
        return {wideWidth, buttonHeight};
    case Room::Short:
        return {shortWidth, buttonHeight};
    case Room::Icon:
        break;
    }
    return {buttonHeight, buttonHeight};
}

void SearchButton::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(m_theme.line, 1));
    painter.setBrush(isDown() ? m_theme.line : underMouse() ? m_theme.code : m_theme.sunk);
    painter.drawRoundedRect(box, radius, radius);
    const qreal iconLeft = m_room == Room::Icon ? (width() - glassSize) / 2.0 : padding;
    paintIcon(painter, QRectF(iconLeft, (height() - glassSize) / 2.0, glassSize, glassSize), Icon::Search,
              m_theme.muted);
    if (m_room == Room::Icon)
        return;
    const QRectF words = box.adjusted(padding + glassSize + 8, 0, -keysWidth - 12, 0);
    painter.setFont(Theme::textFont(13.5));
    painter.setPen(m_theme.muted);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     m_room == Room::Wide ? tr("Search codes, fields, clients, actions") : tr("Search"));
    const QRectF keys(box.right() - keysWidth - 6, box.top() + 6, keysWidth, box.height() - 12);
    painter.setBrush(m_theme.surface);
    painter.setPen(QPen(m_theme.line, 1));
    painter.drawRoundedRect(keys, 4, 4);
    painter.setFont(Theme::monoFont(12));
    painter.setPen(m_theme.muted);
    painter.drawText(keys, Qt::AlignCenter, tr("Ctrl K"));
}

} // namespace Detour
