// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/search/searchbutton.h"

#include "ui/help/keytable.h"
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
    setAccessibleName(withKey(tr("Search"), u"search"_s));
    setToolTip(withKey(tr("Search pages, sections, fields, clients, examples and actions"), u"search"_s));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SearchButton::setTheme(const Theme &theme)
{
    m_theme = theme;
    updateGeometry();
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
        return {Theme::scaled(wideWidth), Theme::scaled(buttonHeight)};
    case Room::Short:
        return {Theme::scaled(shortWidth), Theme::scaled(buttonHeight)};
    case Room::Icon:
        break;
    }
    return {Theme::scaled(buttonHeight), Theme::scaled(buttonHeight)};
}

void SearchButton::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(m_theme.line, 1));
    painter.setBrush(isDown() ? m_theme.line : underMouse() ? m_theme.code : m_theme.sunk);
    painter.drawRoundedRect(box, radius, radius);
    const qreal glass = Theme::scaled(qreal(glassSize));
    const qreal iconLeft = m_room == Room::Icon ? (width() - glass) / 2.0 : padding;
    paintIcon(painter, QRectF(iconLeft, (height() - glass) / 2.0, glass, glass), Icon::Search, m_theme.muted);
    if (m_room == Room::Icon)
        return;
    const qreal cap = Theme::scaled(qreal(keysWidth));
    const QRectF words = box.adjusted(padding + glass + 8, 0, -cap - 12, 0);
    painter.setFont(Theme::textFont(13.5));
    painter.setPen(m_theme.muted);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     m_room == Room::Wide ? tr("Search codes, fields, clients, actions") : tr("Search"));
    const QRectF keys(box.right() - cap - 6, box.top() + 6, cap, box.height() - 12);
    painter.setBrush(m_theme.surface);
    painter.setPen(QPen(m_theme.line, 1));
    painter.drawRoundedRect(keys, 4, 4);
    painter.setFont(Theme::monoFont(12));
    painter.setPen(m_theme.muted);
    painter.drawText(keys, Qt::AlignCenter, keyText(u"search"_s).replace(u'+', u' '));
}

} // namespace Detour
