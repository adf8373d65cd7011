// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/present/presentoptions.h"

#include "semantics/expectationwords.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

// Pixels of the drawing.
constexpr qreal gap = 14;
constexpr qreal padding = 12;
constexpr qreal side = 50; ///< of the key and of the capsule
constexpr qreal aboveWords = 3;
constexpr qreal edge = 3;
constexpr qreal corner = 9;
constexpr qreal mark = 34;
constexpr qreal tight = 8; ///< between what stands in a revealed card
constexpr qreal sizes[] = {30, 27, PresentScale::smallest};
constexpr int tooMany = 10'000;

Sheet sheetOf(const Expectation &option, const Request &request)
{
    switch (option.content) {
    case ContentFate::Same:
        return Sheet::Full;
    case ContentFate::None:
        return request.content ? Sheet::Dropped : Sheet::None;
    case ContentFate::Empty:
        return Sheet::Empty;
    }
    return Sheet::None;
}

} // namespace

PresentOptions::PresentOptions(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"presentOptions"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void PresentOptions::setLook(const Theme &theme, const PresentScale &scale)
{
    m_theme = theme;
    m_scale = scale;
    update();
}

void PresentOptions::ask(const PredictionQuestion &question)
{
    m_isRevealed = false;
    m_right = -1;
    m_options.clear();
    for (const Expectation &option : question.options) {
        const ExpectationWords words = expectationWords(option, question.options, question.request);
        m_options.append({option.sends, {option.method, sheetOf(option, question.request)}, words.title, words.detail});
    }
    describe();
    update();
}

void PresentOptions::reveal(int right, const VoteTally &tally)
{
    m_isRevealed = true;
    m_right = right;
    m_tally = tally;
    describe();
    update();
}

void PresentOptions::describe()
{
    QStringList words;
    for (int i = 0; i < m_options.size(); ++i) {
        const Option &option = m_options.at(i);
        QString line = tr("%1: %2, %3.").arg(i + 1).arg(option.title, option.detail);
        if (m_isRevealed)
            line += u' ' + (i == m_right ? tr("Right.") : tr("Not so.")) + u' ' + tr("Votes: %1.").arg(m_tally.of(i));
        words.append(line);
    }
    setAccessibleName(tr("Options"));
    setAccessibleDescription(words.join(u' '));
}

int PresentOptions::columns() const
{
    const auto count = int(m_options.size());
    const bool isTwoRows = count == 7 || count == 8;
    return count <= 4 ? qMax(1, count) : isTwoRows ? 4 : 3;
}

qreal PresentOptions::cardWidth(qreal width) const
{
    return (width - m_scale.px(gap) * (columns() - 1)) / columns();
}

QRectF PresentOptions::detailRoom(qreal width) const
{
    const qreal left = m_scale.px(padding + side + gap);
    return {left, qreal(m_scale.px(padding + side + aboveWords)), width - left - m_scale.px(padding), tooMany};
}

qreal PresentOptions::detailSize(qreal width) const
{
    const qreal room = detailRoom(width).width();
    for (const qreal size : sizes) {
        const QFontMetricsF metrics(m_scale.text(size));
        const bool fits = std::all_of(m_options.cbegin(), m_options.cend(), [&metrics, room](const Option &option) {
            return metrics.horizontalAdvance(option.detail) <= room;
        });
        if (fits)
            return size;
    }
    return PresentScale::smallest;
}

qreal PresentOptions::cardHeight(qreal width) const
{
    const qreal alone = m_scale.px(2 * padding + side);
    if (m_isRevealed)
        return alone;
    const QFontMetricsF metrics(m_scale.text(detailSize(width)));
    qreal words = metrics.height();
    for (const Option &option : m_options) {
        const QRectF room = detailRoom(width);
        words = qMax(words, metrics.boundingRect(room, Qt::TextWordWrap, option.detail).height());
    }
    return alone + m_scale.px(aboveWords) + words;
}

int PresentOptions::heightForWidth(int width) const
{
    if (m_options.isEmpty())
        return 0;
    const int rows = (int(m_options.size()) + columns() - 1) / columns();
    return qRound(cardHeight(cardWidth(width)) * rows) + m_scale.px(gap) * (rows - 1);
}

void PresentOptions::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal wide = cardWidth(width());
    const qreal high = cardHeight(wide);
    const QFont detail = m_scale.text(detailSize(wide));
    for (int i = 0; i < m_options.size(); ++i) {
        const int column = i % columns();
        const int row = i / columns();
        const QPointF at(column * (wide + m_scale.px(gap)), row * (high + m_scale.px(gap)));
        paintCard(painter, i, QRectF(at, QSizeF(wide, high)), detail);
    }
}

void PresentOptions::paintCard(QPainter &painter, int index, const QRectF &card, const QFont &detail) const
{
    const Option &option = m_options.at(index);
    paintBox(painter, card, index == m_right);
    const qreal square = m_scale.px(side);
    const qreal air = m_scale.px(m_isRevealed ? tight : gap);
    const QPointF corner(m_scale.px(m_isRevealed ? tight : padding), m_scale.px(padding));
    const QRectF key(card.topLeft() + corner, QSizeF(square, square));
    painter.setPen(QPen(m_theme.ink, edge * m_scale.unit()));
    painter.setBrush(m_theme.surface);
    painter.drawRoundedRect(key.adjusted(2, 2, -2, -2), m_scale.px(7), m_scale.px(7));
    painter.setFont(m_scale.mono(PresentScale::fact, QFont::DemiBold));
    painter.drawText(key, Qt::AlignCenter, QString::number(index + 1));
    const qreal left = key.right() + air;
    if (option.sends) {
        paintCapsule(painter, {left, key.top()}, square, option.capsule, m_theme);
    } else {
        paintStopSign(painter, QRectF(left, key.top(), square, square), m_theme);
        painter.setFont(m_scale.text(PresentScale::fact, QFont::Bold));
        painter.setPen(m_theme.ink);
        const QRectF words(left + square + air, key.top(), card.right() - left - square - air, square);
        const qreal taken = QFontMetricsF(painter.font()).horizontalAdvance(option.title);
        if (!m_isRevealed || words.left() + taken < outcomeLeft(index, card)) // its sign says it, too
            painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, option.title);
    }
    if (m_isRevealed) {
        paintOutcome(painter, index, card);
        return;
    }
    painter.setFont(detail);
    painter.setPen(m_theme.ink);
    QRectF room = detailRoom(card.width()).translated(card.topLeft());
    room.setBottom(card.bottom());
    painter.drawText(room, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, option.detail);
}

/// Once it is known the right one has a thick edge, the others a dashed one.
void PresentOptions::paintBox(QPainter &painter, const QRectF &card, bool isRight) const
{
    const qreal line = (isRight ? 2 * edge : edge) * m_scale.unit();
    QPen pen(isRight ? m_theme.ok : m_theme.edge, line);
    if (m_isRevealed && !isRight)
        pen.setDashPattern({3, 2.5});
    painter.setPen(pen);
    painter.setBrush(isRight ? m_theme.okSoft : m_theme.surface);
    painter.drawRoundedRect(card.adjusted(line / 2, line / 2, -line / 2, -line / 2), m_scale.px(corner),
                            m_scale.px(corner));
}

QRectF PresentOptions::markPlace(const QRectF &card) const
{
    const qreal square = m_scale.px(mark);
    return {card.right() - m_scale.px(tight) - square, card.center().y() - square / 2, square, square};
}

QString PresentOptions::votesFor(int index) const
{
    return m_tally.total() > 0 ? QString::number(m_tally.of(index)) : QString();
}

qreal PresentOptions::outcomeLeft(int index, const QRectF &card) const
{
    const QFontMetricsF metrics(m_scale.text(PresentScale::fact, QFont::DemiBold));
    return markPlace(card).left() - 2 * m_scale.px(tight) - metrics.horizontalAdvance(votesFor(index));
}

void PresentOptions::paintOutcome(QPainter &painter, int index, const QRectF &card) const
{
    constexpr StatusCode good = 200; // a ring with a tick
    const QRectF place = markPlace(card);
    const qreal inset = place.width() / 8;
    if (index == m_right)
        paintRing(painter, place, good, m_theme);
    else
        paintCross(painter, place.adjusted(inset, inset, -inset, -inset), m_theme.muted);
    painter.setFont(m_scale.text(PresentScale::fact, QFont::DemiBold));
    painter.setPen(m_theme.ink);
    painter.drawText(QRectF(card.left(), card.top(), place.left() - m_scale.px(tight) - card.left(), card.height()),
                     Qt::AlignVCenter | Qt::AlignRight, votesFor(index));
}

} // namespace Detour
