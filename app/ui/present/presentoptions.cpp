// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/present/presentoptions.h"

#include "semantics/expectationwords.h"
#include "ui/predict/optioncapsule.h"

#include <QPainter>

#include <algorithm>

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
        m_options.append({option.sends, capsuleOf(option, question.request), words.title, words.detail});
    }
    m_needsDetail = false;
    for (auto one = m_options.cbegin(); one != m_options.cend(); ++one) {
        m_needsDetail |= std::any_of(m_options.cbegin(), one, [one](const Option &other) {
            return other.title == one->title && other.capsule.sheet == one->capsule.sheet;
        });
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

QRectF PresentOptions::detailRoom(int index, qreal width, bool isBeside) const
{
    const Option &option = m_options.at(index);
    const qreal pad = m_scale.px(padding);
    const qreal keyRight = m_scale.px(padding + side + gap);
    if (!isBeside)
        return {keyRight, qreal(m_scale.px(padding + side + aboveWords)), width - keyRight - pad, tooMany};
    const QFontMetricsF bold(m_scale.text(PresentScale::fact, QFont::Bold));
    const qreal title = option.sends ? capsuleSize(option.capsule, m_scale.px(side)).width()
                                     : m_scale.px(side + gap) + bold.horizontalAdvance(option.title);
    const qreal left = keyRight + title + m_scale.px(gap);
    const QRectF card(0, 0, width, m_scale.px(side));
    const qreal right = m_isRevealed ? outcomeLeft(index, card) : width - pad;
    return {left, pad, right - left, tooMany};
}

PresentOptions::Arrangement PresentOptions::arranged(qreal width, int columns, bool isBeside) const
{
    Arrangement made{columns, isBeside, {}, PresentScale::smallest};
    const qreal card = (width - m_scale.px(gap) * (columns - 1)) / columns;
    const qreal alone = m_scale.px(2 * padding + side);
    qreal words = 0;
    for (const qreal size : sizes) {
        const QFontMetricsF metrics(m_scale.text(size));
        bool isOneLine = true;
        words = metrics.height();
        for (int i = 0; i < m_options.size(); ++i) {
            const QRectF room = detailRoom(i, card, isBeside);
            const QString &detail = m_options.at(i).detail;
            isOneLine &= metrics.horizontalAdvance(detail) <= room.width();
            words = qMax(words, metrics.boundingRect(room, Qt::TextWordWrap, detail).height());
        }
        made.detailSize = size;
        if (isOneLine)
            break;
    }
    const qreal high = isBeside ? qMax(alone, words + m_scale.px(2 * padding)) : alone + m_scale.px(aboveWords) + words;
    made.card = {card, showsDetail() ? high : alone};
    return made;
}

qreal PresentOptions::heightOf(const Arrangement &arrangement) const
{
    const int rows = (int(m_options.size()) + arrangement.columns - 1) / arrangement.columns;
    return arrangement.card.height() * rows + m_scale.px(gap) * (rows - 1);
}

PresentOptions::Arrangement PresentOptions::arrangement(qreal width) const
{
    constexpr int shortLines = 2;
    constexpr qreal leastRoom = 150; // pixels of the drawing
    Arrangement best = arranged(width, columns(), false);
    const qreal line = QFontMetricsF(m_scale.text(PresentScale::smallest)).lineSpacing();
    const qreal isShort = m_scale.px(2 * padding + side + aboveWords) + shortLines * line + 1;
    if (!showsDetail() || heightOf(best) <= isShort)
        return best;
    for (const int beside : {2, 3}) {
        const Arrangement made = arranged(width, beside, true);
        bool hasRoom = true;
        for (int i = 0; i < m_options.size(); ++i)
            hasRoom &= detailRoom(i, made.card.width(), true).width() >= m_scale.px(leastRoom);
        if (hasRoom && heightOf(made) < heightOf(best))
            best = made;
    }
    return best;
}

int PresentOptions::heightForWidth(int width) const
{
    return m_options.isEmpty() ? 0 : qRound(heightOf(arrangement(width)));
}

void PresentOptions::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Arrangement now = arrangement(width());
    for (int i = 0; i < m_options.size(); ++i) {
        const int column = i % now.columns;
        const int row = i / now.columns;
        const QPointF at(column * (now.card.width() + m_scale.px(gap)), row * (now.card.height() + m_scale.px(gap)));
        paintCard(painter, i, QRectF(at, now.card), now);
    }
}

void PresentOptions::paintCard(QPainter &painter, int index, const QRectF &card, const Arrangement &arrangement) const
{
    paintBox(painter, card, index == m_right);
    const qreal square = m_scale.px(side);
    const QPointF corner(m_scale.px(m_isRevealed ? tight : padding), m_scale.px(padding));
    const QRectF key(card.topLeft() + corner, QSizeF(square, square));
    painter.setPen(QPen(m_theme.ink, edge * m_scale.unit()));
    painter.setBrush(m_theme.surface);
    painter.drawRoundedRect(key.adjusted(2, 2, -2, -2), m_scale.px(7), m_scale.px(7));
    painter.setFont(m_scale.mono(PresentScale::fact, QFont::DemiBold));
    painter.drawText(key, Qt::AlignCenter, QString::number(index + 1));
    paintTitle(painter, index, card, key);
    const QRectF beside(card.topLeft(), QSizeF(card.width(), m_scale.px(2 * padding + side))); // the capsule
    if (m_isRevealed)
        paintOutcome(painter, index, arrangement.isBeside ? card : beside);
    if (!showsDetail())
        return;
    painter.setFont(m_scale.text(arrangement.detailSize));
    painter.setPen(m_theme.ink);
    QRectF room = detailRoom(index, card.width(), arrangement.isBeside).translated(card.topLeft());
    room.setBottom(card.bottom() - (arrangement.isBeside ? m_scale.px(padding) : 0));
    const Qt::Alignment middle = arrangement.isBeside ? Qt::AlignVCenter : Qt::AlignTop;
    painter.drawText(room, int(Qt::TextWordWrap | Qt::AlignLeft | middle), m_options.at(index).detail);
}

void PresentOptions::paintTitle(QPainter &painter, int index, const QRectF &card, const QRectF &key) const
{
    const Option &option = m_options.at(index);
    const qreal square = key.height();
    const qreal air = m_scale.px(m_isRevealed ? tight : gap);
    const qreal left = key.right() + air;
    if (option.sends) {
        paintCapsule(painter, {left, key.top()}, square, option.capsule, m_theme);
        return;
    }
    paintStopSign(painter, QRectF(left, key.top(), square, square), m_theme);
    painter.setFont(m_scale.text(PresentScale::fact, QFont::Bold));
    painter.setPen(m_theme.ink);
    const QRectF words(left + square + air, key.top(), card.right() - left - square - air, square);
    const qreal taken = QFontMetricsF(painter.font()).horizontalAdvance(option.title);
    if (!m_isRevealed || words.left() + taken < outcomeLeft(index, card)) // its sign says it, too
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, option.title);
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
