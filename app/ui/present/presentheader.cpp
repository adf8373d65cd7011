// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/present/presentheader.h"

#include "ui/present/fittedlabel.h"
#include "ui/widgets/signpainter.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

// Pixels of the drawing.
constexpr qreal signSide = 80;
constexpr qreal afterSign = 24;
constexpr qreal overHeight = 32;
constexpr qreal overSize = 26;
constexpr qreal titleSize = 44;
constexpr qreal smallestTitle = 30;

} // namespace

PresentHeader::PresentHeader(QWidget *parent)
    : QWidget(parent)
    , m_over(new FittedLabel(this))
    , m_title(new FittedLabel(this))
{
    m_over->setObjectName(u"presentOver"_s);
    m_over->setSizes(overSize, PresentScale::smallest);
    m_title->setObjectName(u"presentTitle"_s);
    m_title->setSizes(titleSize, smallestTitle, QFont::Bold);
    m_title->setPrefersOneLine(true);
}

void PresentHeader::setLook(const Theme &theme, const PresentScale &scale)
{
    m_theme = theme;
    m_scale = scale;
    m_over->setScale(scale);
    m_over->setColor(theme.muted);
    m_title->setScale(scale);
    m_title->setColor(theme.ink);
    place();
    update();
}

void PresentHeader::setWords(const MomentWords &words)
{
    m_words = words;
    m_over->setText(words.over());
    m_title->setText(words.title);
    place();
    update();
}

void PresentHeader::resizeEvent(QResizeEvent * /*event*/)
{
    place();
}

void PresentHeader::place()
{
    const int left = m_scale.px(signSide + afterSign);
    const QFontMetricsF smallest(m_scale.text(smallestTitle, QFont::Bold));
    const bool isLong = smallest.horizontalAdvance(m_words.title) > width() - left; // it needs the small line's room
    const int over = isLong || m_over->text().isEmpty() ? 0 : m_scale.px(overHeight);
    m_over->setVisible(over > 0);
    m_over->setGeometry(left, 0, width() - left, over);
    m_title->setGeometry(left, over, width() - left, height() - over);
}

void PresentHeader::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const qreal side = qMin<qreal>(height(), m_scale.px(signSide));
    const QRectF rect(0, (height() - side) / 2, side, side);
    const qreal air = side * 0.06;
    const QRectF round = rect.adjusted(air, air, -air, -air);
    if (m_words.isStopped)
        paintStopSign(painter, round, m_theme);
    else if (m_words.status == 0)
        paintLogo(painter, rect, m_theme);
    else if (isRedirection(m_words.status))
        paintSign(painter, rect, m_words.status, m_theme);
    else
        paintRing(painter, round, m_words.status, m_theme);
}

} // namespace Detour
