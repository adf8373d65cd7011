// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/valuebutton.h"

#include "ui/widgets/icons.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int padding = 6;
constexpr int gap = 7;
constexpr int chevron = 12;
constexpr int buttonHeight = 28;
constexpr int leastValue = 64; ///< pixels of a long value that are always shown

QFont wordFont()
{
    return Theme::textFont(13.5);
}

QFont valueFont()
{
    return Theme::textFont(13.5, QFont::DemiBold);
}

int widthOf(const QFont &font, const QString &text)
{
    return QFontMetrics(font).horizontalAdvance(text);
}

} // namespace

ValueButton::ValueButton(QWidget *parent)
    : QToolButton(parent)
{
    setProperty("kind", u"quiet"_s);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void ValueButton::setTheme(const Theme &theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void ValueButton::setValue(const QString &word, const QString &value)
{
    m_word = word;
    m_value = value;
    setAccessibleName(word + u' ' + value);
    updateGeometry();
    update();
}

QSize ValueButton::sizeHint() const
{
    return {padding + widthOf(wordFont(), m_word) + gap + widthOf(valueFont(), m_value) + gap + chevron + padding,
            Theme::scaled(buttonHeight)};
}

QSize ValueButton::minimumSizeHint() const
{
    const int saved = qMax(0, widthOf(valueFont(), m_value) - leastValue);
    return sizeHint() - QSize(saved, 0);
}

void ValueButton::paintEvent(QPaintEvent * /*event*/)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = {};
    painter.drawComplexControl(QStyle::CC_ToolButton, option);

    QRect rest = rect().adjusted(padding, 0, -padding, 0);
    const auto write = [&](const QFont &font, const QColor &color, const QString &text) {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text);
        rest.setLeft(rest.left() + widthOf(font, text) + gap);
    };
    write(wordFont(), m_theme.muted, m_word);
    const int room = rest.width() - gap - chevron + 1; // advances are rounded
    write(valueFont(), isEnabled() ? m_theme.ink : m_theme.muted,
          QFontMetrics(valueFont()).elidedText(m_value, Qt::ElideRight, room));
    if (!isEnabled())
        return; // nothing to open
    painter.setRenderHint(QPainter::Antialiasing);
    paintIcon(painter, QRectF(rest.left(), (height() - chevron) / 2.0, chevron, chevron), Icon::ChevronDown,
              m_theme.muted);
}

} // namespace Detour
