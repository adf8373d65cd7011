// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/predict/optioncard.h"

#include "semantics/expectationwords.h"
#include "ui/predict/optioncapsule.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QtMath>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

// All at text scale 1.
constexpr qreal keySide = 24;
constexpr qreal titleHeight = 24;
constexpr qreal gap = 8;
constexpr qreal wordsGap = 5; ///< between the capsule and the words below it
constexpr qreal barHeight = 5;
constexpr qreal textSize = 13.5;
constexpr qreal smallSize = 12;
constexpr qreal narrowest = 140;
constexpr qreal markSide = 16;
constexpr int mostLines = 3;
constexpr int linesBesideKey = 2; ///< longer words begin below the key, where there is more room

QFont painted(qreal size, QFont::Weight weight = QFont::Normal)
{
    return Theme::exactTextFont(size, weight);
}

} // namespace

OptionCard::OptionCard(int index, const QList<Expectation> &options, const Request &request, QWidget *parent)
    : QAbstractButton(parent)
    , m_index(index)
    , m_option(options.at(index))
{
    const ExpectationWords words = expectationWords(m_option, options, request);
    m_title = words.title;
    m_detail = words.detail;
    m_words = expectationWords(m_option, {m_option}, request).detail;
    if (m_words != m_detail)
        m_target = tr("to %1").arg(expectationTargetWord(m_option, request));
    m_capsule = capsuleOf(m_option, request);
    setFocusPolicy(Qt::NoFocus); // the panel's keys choose, wherever the focus is in it
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setToolTip(m_detail.toHtmlEscaped());
    describe();
}

void OptionCard::setTheme(const Theme &theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void OptionCard::setOutcome(const Outcome &outcome)
{
    m_outcome = outcome;
    setEnabled(false);
    describe();
    update();
}

void OptionCard::describe()
{
    QString name = tr("%1: %2, %3").arg(m_index + 1).arg(m_title, m_detail);
    if (m_outcome) {
        name += m_outcome->isRight ? tr(". Right.") : tr(". Not so.");
        if (m_outcome->all > 0)
            name += m_outcome->votes == 1 ? tr(" 1 vote.") : tr(" %1 votes.").arg(m_outcome->votes);
    }
    setAccessibleName(name);
}

int OptionCard::leastWidth()
{
    return qRound(Theme::scaled(narrowest));
}

void OptionCard::setDense(bool dense)
{
    if (m_isDense == dense)
        return;
    m_isDense = dense;
    updateGeometry();
    update();
}

qreal OptionCard::padding() const
{
    return m_isDense ? 7 : 10;
}

/// Below the words, for the votes.
qreal OptionCard::tallyRoom() const
{
    return m_isDense ? 11 : 13;
}

QFont OptionCard::wordsFont() const
{
    return painted((m_isDense ? smallSize : textSize) * unit());
}

QFont OptionCard::targetFont() const
{
    return Theme::exactMonoFont(smallSize * unit());
}

qreal OptionCard::targetHeight() const
{
    return m_target.isEmpty() ? 0 : QFontMetricsF(targetFont()).lineSpacing();
}

qreal OptionCard::wordsHeight(qreal width) const
{
    return QFontMetricsF(wordsFont())
        .boundingRect(QRectF(0, 0, qMax(1.0, width), 10'000), Qt::TextWordWrap, m_words)
        .height();
}

QRectF OptionCard::wordsRect(qreal width, qreal height) const
{
    const qreal u = unit();
    const qreal right = width - padding() * u;
    const qreal beside = (padding() + keySide + gap) * u;
    const qreal twoLines = QFontMetricsF(wordsFont()).lineSpacing() * linesBesideKey + 1;
    const bool isBelow = m_isDense || wordsHeight(right - beside) > twoLines;
    const qreal left = isBelow ? padding() * u : beside;
    const qreal top = (padding() + titleHeight + wordsGap) * u;
    return {left, top, qMax(1.0, right - left), qMax(1.0, height - top - (padding() + tallyRoom()) * u)};
}

int OptionCard::heightForWidth(int width) const
{
    const QRectF room = wordsRect(width, 10'000);
    const qreal most = QFontMetricsF(wordsFont()).lineSpacing() * mostLines;
    const qreal words = qMin(wordsHeight(room.width()), most);
    return qCeil(room.top() + words + targetHeight() + (padding() + tallyRoom()) * unit());
}

QSize OptionCard::sizeHint() const
{
    const int width = qRound(leastWidth() * 1.3);
    return {width, heightForWidth(width)};
}

QSize OptionCard::minimumSizeHint() const
{
    const qreal line = QFontMetricsF(wordsFont()).lineSpacing();
    // Narrower than the panel makes it: a panel must not widen its window.
    return {leastWidth() / 2,
            qCeil(wordsRect(1, 0).top() + line + targetHeight() + (padding() + tallyRoom()) * unit())};
}

void OptionCard::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter);
    paintKey(painter);
    paintTitle(painter);
    paintWords(painter);
    if (m_outcome)
        paintOutcome(painter);
}

/// The right one has a thick edge, the others a dashed one, once it is known.
void OptionCard::paintBox(QPainter &painter) const
{
    const bool isRight = m_outcome && m_outcome->isRight;
    const qreal line = (isRight ? 2.5 : 1.5);
    QPen edge(isRight ? m_theme.ok : m_theme.edge, line);
    if (m_outcome && !isRight)
        edge.setDashPattern({4, 3});
    painter.setPen(edge);
    painter.setBrush(isRight ? m_theme.okSoft : underMouse() && isEnabled() ? m_theme.code : m_theme.surface);
    constexpr qreal corner = 8;
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), corner, corner);
}

void OptionCard::paintKey(QPainter &painter) const
{
    const qreal u = unit();
    const QRectF key(padding() * u, padding() * u, keySide * u, keySide * u);
    painter.setPen(QPen(m_theme.ink, 1.25));
    painter.setBrush(m_theme.surface);
    painter.drawRoundedRect(key.adjusted(1, 1, -1, -1), 4 * u, 4 * u);
    painter.setFont(Theme::exactMonoFont(textSize * u, QFont::DemiBold));
    painter.setPen(m_theme.ink);
    painter.drawText(key, Qt::AlignCenter, QString::number(m_index + 1));
}

void OptionCard::paintTitle(QPainter &painter) const
{
    const qreal u = unit();
    const qreal left = (padding() + keySide + gap) * u;
    const qreal top = padding() * u;
    if (m_option.sends) {
        paintCapsule(painter, {left, top}, titleHeight * u, m_capsule, m_theme);
        return;
    }
    paintStopSign(painter, QRectF(left, top, titleHeight * u, titleHeight * u), m_theme);
    painter.setFont(painted(textSize * u, QFont::DemiBold));
    painter.setPen(m_theme.ink);
    const qreal words = left + (titleHeight + gap) * u;
    painter.drawText(QRectF(words, top, width() - words, titleHeight * u), Qt::AlignVCenter | Qt::AlignLeft, m_title);
}

void OptionCard::paintWords(QPainter &painter) const
{
    QRectF room = wordsRect(width(), height());
    painter.setFont(wordsFont());
    painter.setPen(m_theme.ink);
    QRectF taken;
    painter.drawText(room, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, m_words, &taken);
    if (m_target.isEmpty())
        return;
    // Scheme and host, and the end of the path: what is between them tells least.
    room.setTop(taken.bottom());
    const QString shown = QFontMetricsF(targetFont()).elidedText(m_target, Qt::ElideMiddle, room.width());
    painter.setFont(targetFont());
    painter.setPen(m_theme.muted);
    painter.drawText(QRectF(room.left(), room.top(), room.width(), targetHeight()), Qt::AlignLeft | Qt::AlignTop,
                     shown);
}

/// In the lowest row: right or not by a mark, then a bar, and how many votes it stands for.
void OptionCard::paintOutcome(QPainter &painter) const
{
    const qreal u = unit();
    const qreal side = markSide * u;
    const qreal rowHeight = (tallyRoom() + padding() - 2) * u;
    const QRectF row(padding() * u, height() - rowHeight - 2 * u, width() - 2 * padding() * u, rowHeight);
    const QRectF mark(row.left(), row.center().y() - side / 2, side, side);
    constexpr StatusCode good = 200; // a ring with a tick
    if (m_outcome->isRight) {
        paintRing(painter, mark, good, m_theme);
    } else {
        const qreal inset = side * 0.15;
        paintCross(painter, mark.adjusted(inset, inset, -inset, -inset), m_theme.muted);
    }
    if (m_outcome->all > 0)
        paintVotes(painter, row.adjusted(side + gap * u, 0, 0, 0));
}

void OptionCard::paintVotes(QPainter &painter, const QRectF &row) const
{
    const qreal u = unit();
    const QFont font = painted(smallSize * u, QFont::DemiBold);
    const qreal room = QFontMetricsF(font).horizontalAdvance(QString::number(m_outcome->all)) + 6 * u;
    painter.setFont(font);
    painter.setPen(m_theme.ink);
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, QString::number(m_outcome->votes));
    const QRectF whole(row.left(), row.center().y() - barHeight * u / 2, row.width() - room, barHeight * u);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.line);
    painter.drawRoundedRect(whole, whole.height() / 2, whole.height() / 2);
    QRectF part = whole;
    part.setWidth(whole.width() * m_outcome->votes / m_outcome->all);
    painter.setBrush(m_outcome->isRight ? m_theme.ok : m_theme.muted);
    if (m_outcome->votes > 0)
        painter.drawRoundedRect(part, part.height() / 2, part.height() / 2);
}

} // namespace Detour
