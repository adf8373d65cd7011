// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/elidedlabel.h"

#include <QPainter>
#include <QTextLayout>

namespace Detour {

ElidedLabel::ElidedLabel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void ElidedLabel::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    setAccessibleName(text);
    setToolTip(text.toHtmlEscaped());
    updateGeometry();
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text), fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    if (fontMetrics().horizontalAdvance(m_text) <= width() || height() < fontMetrics().height() * 2) {
        painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(m_text, Qt::ElideRight, width()));
        return;
    }
    // Two lines at most: the first as many words as fit, the second elided.
    QTextLayout layout(m_text, font());
    layout.beginLayout();
    QTextLine first = layout.createLine();
    first.setLineWidth(width());
    layout.endLayout();
    const qsizetype rest = first.textStart() + first.textLength();
    const QRect upper(0, height() / 2 - fontMetrics().height(), width(), fontMetrics().height());
    painter.drawText(upper, Qt::AlignVCenter | Qt::AlignLeft, m_text.left(rest));
    painter.drawText(upper.translated(0, upper.height()), Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(m_text.mid(rest), Qt::ElideRight, width()));
}

} // namespace Detour
