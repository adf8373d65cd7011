// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/present/fittedlabel.h"

#include <QPainter>
#include <QTextLayout>

namespace Detour {

namespace {

constexpr qreal sizeStep = 2;

} // namespace

FittedLabel::FittedLabel(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void FittedLabel::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    nameIt();
}

void FittedLabel::setLead(const QString &lead)
{
    if (m_lead == lead)
        return;
    m_lead = lead;
    nameIt();
}

void FittedLabel::nameIt()
{
    setAccessibleName(whole());
    update();
}

void FittedLabel::setSizes(qreal largest, qreal smallest, QFont::Weight weight)
{
    m_largest = largest;
    m_smallest = smallest;
    m_weight = weight;
    update();
}

void FittedLabel::setPrefersOneLine(bool prefers)
{
    m_prefersOneLine = prefers;
    update();
}

void FittedLabel::setScale(const PresentScale &scale)
{
    m_scale = scale;
    update();
}

void FittedLabel::setColor(const QColor &color)
{
    m_color = color;
    update();
}

void FittedLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

QString FittedLabel::whole() const
{
    const QString space = m_lead.isEmpty() || m_text.isEmpty() ? QString() : QStringLiteral(" ");
    return m_lead + space + m_text;
}

FittedLabel::Fit FittedLabel::fitAt(qreal pixels) const
{
    Fit result{m_scale.text(pixels, m_weight), m_scale.text(pixels, QFont::DemiBold), {}, true};
    const QString text = whole();
    QTextLayout layout(text, result.font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    if (!m_lead.isEmpty()) {
        QTextLayout::FormatRange lead{0, int(m_lead.size()), {}};
        lead.format.setFont(result.strong);
        layout.setFormats({lead});
    }
    const qreal lineHeight = QFontMetricsF(result.font).height();
    const int most = qMax(1, int((height() + 0.5) / lineHeight));
    layout.beginLayout();
    while (true) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width());
        if (result.lines.size() == most) {
            result.isWhole = false;
            result.lines.last().length = text.size() - result.lines.last().start;
            break;
        }
        result.lines.append({line.textStart(), line.textLength()});
    }
    layout.endLayout();
    return result;
}

std::optional<FittedLabel::Fit> FittedLabel::largest(bool oneLine) const
{
    const int steps = int((m_largest - m_smallest) / sizeStep);
    for (int step = 0; step <= steps; ++step) {
        Fit result = fitAt(m_largest - step * sizeStep);
        if (result.isWhole && (!oneLine || result.lines.size() == 1))
            return result;
    }
    return std::nullopt;
}

FittedLabel::Fit FittedLabel::fit() const
{
    std::optional<Fit> best = m_prefersOneLine ? largest(true) : std::nullopt;
    if (!best)
        best = largest(false);
    return best ? *best : fitAt(m_smallest);
}

void FittedLabel::paintEvent(QPaintEvent * /*event*/)
{
    const QString text = whole();
    if (text.isEmpty())
        return;
    const Fit shown = fit();
    const QFontMetricsF metrics(shown.font);
    const QFontMetricsF strong(shown.strong);
    const qreal block = metrics.height() * qreal(shown.lines.size());
    const qreal air = height() - block;
    qreal y = m_alignment & Qt::AlignBottom ? air : m_alignment & Qt::AlignTop ? 0 : air / 2;
    y += metrics.ascent();
    QPainter painter(this);
    painter.setPen(m_color);
    for (const Line &line : shown.lines) {
        const qsizetype bold = qBound<qsizetype>(0, m_lead.size() - line.start, line.length);
        const QString lead = text.mid(line.start, bold);
        const qreal taken = strong.horizontalAdvance(lead);
        QString rest = text.mid(line.start + bold, line.length - bold);
        while (rest.endsWith(u' ')) // where the line was broken
            rest.chop(1);
        rest = metrics.elidedText(rest, Qt::ElideRight, width() - taken + 1);
        const qreal used = taken + metrics.horizontalAdvance(rest);
        const qreal x = m_alignment & Qt::AlignRight ? width() - used : 0;
        painter.setFont(shown.strong);
        painter.drawText(QPointF(x, y), lead);
        painter.setFont(shown.font);
        painter.drawText(QPointF(x + taken, y), rest);
        y += metrics.height();
    }
}

} // namespace Detour
