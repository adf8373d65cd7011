// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/help/keycaps.h"

#include "ui/help/keytable.h"

namespace Detour {

namespace {

constexpr qreal gap = 5;
constexpr qreal padding = 6;
constexpr qreal radius = 4;

QFont capFont()
{
    return Theme::monoFont(12);
}

/// A row of many is told by its ends: Alt+1 … Alt+9.
QStringList textsOf(const QList<QKeySequence> &keys)
{
    constexpr qsizetype most = 3;
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts.append(keyText(key));
    return texts.size() <= most ? texts : QStringList{texts.constFirst(), QStringLiteral("…"), texts.constLast()};
}

bool isDots(const QString &text)
{
    return text == QStringLiteral("…");
}

} // namespace

KeyCaps::KeyCaps(const QList<QKeySequence> &keys, QWidget *parent)
    : QWidget(parent)
    , m_texts(textsOf(keys))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(m_texts.join(QStringLiteral(", ")));
}

void KeyCaps::setTheme(const Theme &theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

QSize KeyCaps::sizeHint() const
{
    qreal width = 0;
    for (const QString &text : m_texts)
        width += capWidth(text) + gap;
    return QSizeF(qMax(0.0, width - gap), capHeight()).toSize() + QSize(1, 1);
}

qreal KeyCaps::capWidth(const QString &text)
{
    const qreal words = QFontMetricsF(capFont()).horizontalAdvance(text);
    return isDots(text) ? words : qMax(capHeight(), words + 2 * Theme::scaled(padding));
}

qreal KeyCaps::capHeight()
{
    return Theme::scaled(22.0);
}

qreal KeyCaps::paintCap(QPainter &painter, QPointF right, const QString &text, const Theme &theme)
{
    const qreal width = capWidth(text);
    const QRectF box(right.x() - width, right.y() - capHeight() / 2, width, capHeight());
    if (!isDots(text)) {
        painter.setPen(QPen(theme.edge, 1));
        painter.setBrush(theme.surface);
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }
    painter.setFont(capFont());
    painter.setPen(isDots(text) ? theme.muted : theme.ink);
    painter.drawText(box, Qt::AlignCenter, text);
    return width;
}

void KeyCaps::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    qreal right = width();
    for (auto text = m_texts.crbegin(); text != m_texts.crend(); ++text)
        right -= paintCap(painter, {right, height() / 2.0}, *text, m_theme) + gap;
}

} // namespace Detour
