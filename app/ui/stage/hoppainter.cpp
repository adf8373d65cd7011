// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/stage/hoppainter.h"

#include "ui/widgets/icons.h"

#include <QFontMetricsF>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qreal waitingHeight = 34;
constexpr qreal wordsBesideCapsule = 16;
constexpr qreal smallestTarget = 150; ///< with less room before its lane a target runs past it
constexpr qreal marginRight = 12;
constexpr qreal headRoom = 10; ///< of an arrow's head
constexpr qreal padlockRoom = 17;

} // namespace

void HopPainter::paint() const
{
    paintAnswer();
    paintTurn();
    paintQuestion();
    paintVerdict();
    paintRequest();
    paintCopy();
    paintFallingSheet();
    paintFallingToken();
    paintTurningPadlock();
    paintStop();
    paintEnd();
    paintOutline();
}

void HopPainter::paintRequest() const
{
    const qreal y = m_geometry.requestY(m_frame.hop);
    const QColor color = m_ink.theme().method(m_drawing.method);
    if (m_drawing.isFromMemory()) {
        m_ink.dot({m_geometry.clientX(), y}, color);
        paintRecall();
        return;
    }
    const qreal width = loadedWidth();
    paintRequestWords(width);
    m_ink.dot({m_geometry.clientX(), y}, color);
    if (m_frame.rest < 0.5) {
        paintTravelling(width);
        return;
    }
    paintArrow(width);
    paintLoaded(m_geometry.capsuleLeft(), part(m_frame.rest, 0.5, 1));
    paintChangeMark();
}

qreal HopPainter::loadedWidth() const
{
    const qreal height = m_scene.waiting ? waitingHeight : StageGeometry::capsuleHeight;
    const Tokens tokens = Tokens::of(m_drawing.credentials);
    const qreal capsule = capsuleSize({m_drawing.method, m_drawing.sheet}, height).width();
    return capsule + (tokens.isEmpty() ? 0 : tokenGap + tokensSize(tokens, tokenHeight).width());
}

void HopPainter::paintLoaded(qreal left, qreal squash) const
{
    const Capsule capsule{m_drawing.method, m_drawing.sheet};
    const qreal y = m_geometry.requestY(m_frame.hop);
    const qreal height = m_scene.waiting ? waitingHeight : StageGeometry::capsuleHeight;
    QPainter &painter = m_ink.painter();
    painter.save();
    painter.translate(0, y);
    painter.scale(1, qMax(0.02, squash));
    const Tokens tokens = Tokens::of(m_drawing.credentials);
    const QPointF behind(left + capsuleSize(capsule, height).width() + tokenGap, -tokenHeight / 2);
    paintTokens(painter, behind, tokenHeight, tokens, TokenState::Rides, m_ink.theme().method(m_drawing.method),
                m_ink.theme());
    paintCapsule(painter, {left, -height / 2}, height, capsule, m_ink.theme());
    painter.restore();
}

void HopPainter::paintChangeMark() const
{
    if (!m_drawing.changedByUser) {
        return;
    }
    const Theme &theme = m_ink.theme();
    QPainter &painter = m_ink.painter();
    const QPointF at(m_geometry.capsuleLeft() + 2, m_geometry.requestY(m_frame.hop) - StageGeometry::capsuleHeight / 2);
    painter.setPen(QPen(theme.ink, 1.5));
    painter.setBrush(theme.surface);
    painter.drawEllipse(at, 9, 9);
    paintIcon(painter, QRectF(at.x() - 5.5, at.y() - 5.5, 11, 11), Icon::Pen, theme.ink);
}

void HopPainter::paintTravelling(qreal width) const
{
    const qreal y = m_geometry.requestY(m_frame.hop);
    const qreal lane = m_geometry.laneX(m_drawing.lane);
    const qreal start = m_geometry.capsuleLeft();
    const qreal left = between(start, qMax(start, lane - headRoom - 2 - width), m_frame.request);
    m_ink.line({m_geometry.clientX(), y}, {left - 3, y}, m_ink.theme().method(m_drawing.method));
    if (left + width + 6 < lane) {
        m_ink.dots({left + width + 6, y}, {lane - 4, y});
    }
    paintLoaded(left, 1 - part(m_frame.rest, 0, 0.5));
}

void HopPainter::paintArrow(qreal capsuleWidth) const
{
    const qreal y = m_geometry.requestY(m_frame.hop);
    const qreal lane = m_geometry.laneX(m_drawing.lane);
    const qreal capsule = m_geometry.capsuleLeft();
    const QColor color = m_ink.theme().method(m_drawing.method);
    const qreal thick = m_scene.hovered || m_scene.selected ? 3 : 2;
    m_ink.line({m_geometry.clientX(), y}, {capsule - 3, y}, color, thick);
    const qreal from = qMin(capsule + capsuleWidth + 3, lane - headRoom);
    if (m_drawing.end == ArrowEnd::Failed && m_frame.stop > 0) {
        // It never came to an answer: the arrow ends in a cross before its lane.
        m_ink.line({from, y}, {lane - 22, y}, color, thick);
        paintCross(m_ink.painter(), QRectF(lane - 22, y - 9, 18, 18), m_ink.theme().error);
        return;
    }
    m_ink.line({from, y}, {lane - headRoom - 1, y}, color, thick);
    m_ink.arrowHead({lane - 2, y}, 1, color);
}

void HopPainter::paintRequestWords(qreal capsuleWidth) const
{
    const StageFonts &fonts = StageFonts::get();
    const qreal y = m_geometry.requestY(m_frame.hop);
    const qreal lane = m_geometry.laneX(m_drawing.lane);
    const qreal left = m_geometry.capsuleLeft() + capsuleWidth + wordsBesideCapsule;
    const qreal right = m_geometry.contentSize().width() - marginRight;
    const qreal beforeLane = lane - headRoom - left;
    const qreal width = beforeLane >= smallestTarget ? beforeLane : right - left;
    // While the capsule passes under them, the words make way.
    const qreal lift = between(9, 18, qMin(part(m_frame.request, 0, 0.04), 1 - m_frame.rest));
    const Theme &theme = m_ink.theme();
    qreal words = left;
    if (m_drawing.padlock != Padlock::None && width > 40) {
        const bool open = m_drawing.padlock == Padlock::Open;
        m_ink.painter().fillRect(QRectF(left - 3, y - lift - 12, padlockRoom + 3, 16), theme.surface);
        paintPadlock(m_ink.painter(), QRectF(left, y - lift - 11.5, 11, 14), open ? 1 : 0,
                     open ? theme.error : theme.muted);
        words += padlockRoom;
    }
    m_ink.text({words, y - lift}, m_drawing.target, fonts.target, theme.ink, width - (words - left));
    if (m_drawing.end == ArrowEnd::Pending && m_frame.arrived) {
        m_ink.text({left, y + 26}, u"waiting for the answer"_s, fonts.small, m_ink.theme().muted, right - left);
    } else if (m_scene.held) {
        m_ink.text({left, y + 18}, u"not sent yet"_s, fonts.small, m_ink.theme().muted, right - left);
    } else if (m_frame.rest >= 1) {
        const qreal taken = paintRound({left, y + 18}, right - left);
        m_ink.text({left + taken, y + 18}, m_drawing.requestDetail, fonts.small,
                   m_drawing.changedByUser ? theme.ink : theme.muted, right - left - taken);
    }
}

qreal HopPainter::paintRound(QPointF at, qreal width) const
{
    if (m_drawing.sameAs < 0) {
        return 0;
    }
    const Theme &theme = m_ink.theme();
    constexpr qreal icon = 16;
    m_ink.painter().fillRect(QRectF(at.x() - 3, at.y() - 12, icon + 3, 15), theme.surface);
    paintIcon(m_ink.painter(), QRectF(at.x() - 1, at.y() - 11, 13, 13), Icon::Repeat, theme.ink);
    const QString words = u"hop %1 again, round %2"_s.arg(m_drawing.sameAs + 1).arg(m_drawing.round);
    return icon + m_ink.text(at + QPointF(icon, 0), words, StageFonts::get().small, theme.ink, width - icon) + 10;
}

void HopPainter::paintAnswer() const
{
    if (m_frame.answer <= 0) {
        return;
    }
    const qreal y = m_geometry.answerY(m_frame.hop);
    if (m_drawing.isFromMemory()) {
        paintAnswerWords(m_geometry.clientX() + 2); // its way is a part of the recall's
        return;
    }
    const qreal lane = m_geometry.laneX(m_drawing.lane) - 3;
    const qreal head = between(lane - headRoom, m_geometry.clientX() + 2, m_frame.answer);
    const QColor color = m_ink.theme().kind(m_drawing.kind).fill;
    paintAnswerWords(head);
    m_ink.dashes({lane, y}, {head + headRoom, y}, color);
    m_ink.arrowHead({head, y}, -1, color);
}

void HopPainter::paintAnswerWords(qreal head) const
{
    const StageFonts &fonts = StageFonts::get();
    const Theme &theme = m_ink.theme();
    const qreal y = m_geometry.answerY(m_frame.hop);
    const qreal left = m_geometry.capsuleLeft() + 2;
    const qreal right = m_geometry.contentSize().width() - marginRight;
    const bool moves = m_frame.answer < 1 && !m_drawing.isFromMemory();
    QPainter &painter = m_ink.painter();
    if (moves) {
        painter.save();
        // The words are read behind the arrow's head, as it comes by.
        painter.setClipRect(QRectF(head + headRoom, y - 40, right, 80), Qt::IntersectClip);
    }
    const QColor color = theme.kind(m_drawing.kind).text;
    const qsizetype space = m_drawing.answerTitle.indexOf(u' ');
    const QString code = m_drawing.answerTitle.left(space < 0 ? m_drawing.answerTitle.size() : space);
    const qreal taken = m_ink.text({left, y - 9}, code, fonts.code, color, right - left);
    if (space >= 0) {
        const qreal from = left + taken + 5;
        m_ink.text({from, y - 9}, m_drawing.answerTitle.mid(space + 1), fonts.title, color, right - from);
    }

    const QString label = u"Location: "_s;
    qreal from = left;
    QString words = m_drawing.answerDetail;
    if (words.startsWith(label)) {
        from += m_ink.text({from, y + 17}, label, fonts.wire, theme.muted, right - from);
        words.remove(0, label.size());
    }
    m_ink.text({from, y + 17}, words, fonts.wire, theme.ink, m_geometry.textRight(m_frame.hop) - from);
    if (moves) {
        painter.restore();
    }
}

void HopPainter::paintEnd() const
{
    if (m_frame.end <= 0) {
        return;
    }
    // A 3xx stays a diamond where it is delivered; every other answer is a ring.
    const bool sign = isRedirection(m_drawing.status);
    const qreal size = (sign ? StageGeometry::signSize : StageGeometry::ringSize) * m_frame.end;
    const QRectF rect = m_geometry.ringRect(m_frame.hop, size);
    const qreal y = m_geometry.answerY(m_frame.hop);
    const QColor color = m_ink.theme().kind(m_drawing.kind).fill;
    m_ink.line({m_geometry.clientX(), y}, {rect.right() - (sign ? 2 : 1), y}, color);
    if (sign) {
        paintSign(m_ink.painter(), rect, m_drawing.status, m_ink.theme());
    } else {
        paintRing(m_ink.painter(), rect, m_drawing.status, m_ink.theme());
    }
}

QRectF HopPainter::capsuleRect() const
{
    constexpr qreal height = StageGeometry::capsuleHeight;
    return {m_geometry.capsuleLeft(), m_geometry.requestY(m_frame.hop) - height / 2, loadedWidth(), height};
}

void HopPainter::paintOutline() const
{
    if (m_frame.rest < 1 && !m_scene.waiting) {
        return;
    }
    QPainter &painter = m_ink.painter();
    const auto ring = [&painter, this](qreal gap, const QColor &color) {
        const QRectF rect = capsuleRect().adjusted(-gap, -gap, gap, gap);
        painter.setPen(QPen(color, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    };
    if (m_scene.focused) {
        ring(3, m_ink.theme().focus);
    } else if (m_scene.selected && m_frame.verdict <= 0) {
        ring(3, m_ink.theme().ink);
    } else if (m_scene.hovered) {
        ring(3, m_ink.theme().edge);
    }
}

} // namespace Detour
