// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/quiz/quizcard.h"

#include "ui/widgets/signpainter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QtMath>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

// At text scale 1.
constexpr qreal padding = 10;
constexpr qreal keySide = 26;
constexpr qreal gap = 12;
constexpr qreal markSide = 22;
constexpr qreal noteRoom = 96; ///< for "your answer"
constexpr qreal textSize = 16;
constexpr int leastWidth = 200;

qreal unit()
{
    return Theme::textScale();
}

} // namespace

QuizCard::QuizCard(int index, const QString &words, QWidget *parent)
    : QAbstractButton(parent)
    , m_index(index)
    , m_words(words)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    describe();
}

void QuizCard::setTheme(const Theme &theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void QuizCard::setMark(Mark mark, bool chosen)
{
    m_mark = mark;
    m_isChosen = chosen;
    setEnabled(mark == Mark::Open);
    unsetCursor();
    describe();
    update();
}

QString QuizCard::note() const
{
    return m_isChosen ? tr("your answer") : QString();
}

void QuizCard::describe()
{
    QString name = tr("%1: %2").arg(m_index + 1).arg(m_words);
    QStringList news;
    if (m_isChosen)
        news.append(tr("Your answer."));
    if (m_mark == Mark::Right)
        news.append(tr("Right."));
    else if (m_mark == Mark::Wrong)
        news.append(tr("Not so."));
    setAccessibleName(news.isEmpty() ? name : name + u". "_s + news.join(u' '));
}

QRectF QuizCard::wordsRect(qreal width, qreal height) const
{
    const qreal u = unit();
    const qreal left = (padding + keySide + gap) * u;
    const qreal right = (padding + markSide + gap + noteRoom) * u;
    return {left, padding * u, qMax(1.0, width - left - right), qMax(1.0, height - 2 * padding * u)};
}

int QuizCard::heightForWidth(int width) const
{
    const QFontMetricsF metrics(Theme::exactTextFont(textSize * unit()));
    const QRectF room = wordsRect(width, 10'000);
    const QRectF words = metrics.boundingRect(QRectF(0, 0, room.width(), 10'000), Qt::TextWordWrap, m_words);
    return qCeil(qMax(words.height(), keySide * unit()) + 2 * padding * unit());
}

QSize QuizCard::sizeHint() const
{
    const int width = Theme::scaled(2 * leastWidth);
    return {width, heightForWidth(width)};
}

QSize QuizCard::minimumSizeHint() const
{
    return {Theme::scaled(leastWidth), qCeil((keySide + 2 * padding) * unit())};
}

void QuizCard::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter);
    paintKey(painter);
    painter.setFont(Theme::exactTextFont(textSize * unit(), m_mark == Mark::Right ? QFont::DemiBold : QFont::Normal));
    painter.setPen(m_mark == Mark::Passed ? m_theme.muted : m_theme.ink);
    painter.drawText(wordsRect(width(), height()), Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignVCenter, m_words);
    paintMark(painter);
}

void QuizCard::paintBox(QPainter &painter) const
{
    const bool isMarked = m_mark == Mark::Right || m_mark == Mark::Wrong;
    const qreal line = isMarked ? 2.5 : 1.5;
    QPen edge(m_mark == Mark::Passed ? m_theme.line : m_theme.edge, line);
    QColor ground = underMouse() && isEnabled() ? m_theme.code : m_theme.surface;
    if (m_mark == Mark::Right) {
        edge.setColor(m_theme.ok);
        ground = m_theme.okSoft;
    } else if (m_mark == Mark::Wrong) {
        edge.setColor(m_theme.error);
        edge.setDashPattern({4, 3});
        ground = m_theme.errorSoft;
    }
    painter.setPen(edge);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), 8, 8);
}

void QuizCard::paintKey(QPainter &painter) const
{
    const qreal u = unit();
    const QRectF key(padding * u, (height() - keySide * u) / 2, keySide * u, keySide * u);
    const QColor ink = m_mark == Mark::Passed ? m_theme.muted : m_theme.ink;
    painter.setPen(QPen(ink, 1.25));
    painter.setBrush(m_theme.surface);
    painter.drawRoundedRect(key.adjusted(1, 1, -1, -1), 4 * u, 4 * u);
    painter.setFont(Theme::exactMonoFont(13.5 * u, QFont::DemiBold));
    painter.setPen(ink);
    painter.drawText(key, Qt::AlignCenter, QString::number(m_index + 1));
}

void QuizCard::paintMark(QPainter &painter) const
{
    const qreal u = unit();
    const qreal side = markSide * u;
    const QRectF mark(width() - padding * u - side, (height() - side) / 2, side, side);
    constexpr StatusCode good = 200; // a ring with a tick
    if (m_mark == Mark::Right) {
        paintRing(painter, mark, good, m_theme);
    } else if (m_mark == Mark::Wrong) {
        const qreal inset = side * 0.2;
        paintCross(painter, mark.adjusted(inset, inset, -inset, -inset), m_theme.error);
    }
    painter.setFont(Theme::exactTextFont(13.5 * u));
    painter.setPen(m_theme.ink);
    const QRectF noteRect(mark.left() - (gap / 2 + noteRoom) * u, 0, noteRoom * u, height());
    painter.drawText(noteRect, Qt::AlignVCenter | Qt::AlignRight, note());
}

} // namespace Detour
