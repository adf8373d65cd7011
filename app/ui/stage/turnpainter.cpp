// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/stage/hoppainter.h"

#include "story/easing.h"

#include <QFontMetricsF>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qreal lineWidth = 2.5;
constexpr int pathSteps = 48;
constexpr qreal smallCapsule = 20;
constexpr qreal inset = 12; ///< within the verdict's box
constexpr qreal chipGap = 12;

/// The bend: from the answer's row, round the life line on its left through the sign, to the row below.
QPolygonF bend(qreal client, qreal sign, qreal from, qreal to)
{
    const qreal middle = (from + to) / 2;
    constexpr qreal circle = 0.5523; // a quarter of an ellipse as a cubic curve
    QPainterPath path({client, from});
    path.cubicTo(between(client, sign, circle), from, sign, between(middle, from, circle), sign, middle);
    path.cubicTo(sign, between(middle, to, circle), between(client, sign, circle), to, client, to);
    QPolygonF points;
    for (int step = 0; step <= pathSteps; ++step) {
        points.append(path.pointAtPercent(qreal(step) / pathSteps));
    }
    return points;
}

QRectF scaled(const QRectF &rect, qreal scale)
{
    const QSizeF size = rect.size() * scale;
    return {rect.center() - QPointF(size.width(), size.height()) / 2, size};
}

/// The baseline that puts words into the middle of a row.
qreal middleBaseline(const QFont &font, qreal y)
{
    const QFontMetricsF metrics(font);
    return y + (metrics.ascent() - metrics.descent()) / 2;
}

} // namespace

void HopPainter::paintTurn() const
{
    if (m_frame.sign <= 0) {
        return;
    }
    const QRectF sign = m_geometry.signRect(m_frame.hop);
    const QPolygonF points =
        bend(m_geometry.clientX(), sign.center().x(), m_geometry.answerY(m_frame.hop), m_geometry.turnY(m_frame.hop));
    m_ink.partOf(points, m_frame.sign, m_ink.theme().kind(m_drawing.kind).fill, lineWidth);
    const qreal grown = sprung(part(m_frame.sign, 0.3, 0.9));
    if (grown > 0) {
        paintSign(m_ink.painter(), scaled(sign, grown), m_drawing.status, m_ink.theme());
    }
}

Capsule HopPainter::copyOfCapsule() const
{
    const Verdict &verdict = *m_drawing.verdict;
    const bool flipped = m_frame.flip >= 0.5;
    const Sheet sheet = m_frame.fall > 0 ? verdict.sheetAfter : verdict.sheetBefore;
    return {flipped ? verdict.methodAfter : verdict.methodBefore, sheet};
}

void HopPainter::paintCopy() const
{
    const qreal way = part(m_frame.sign, 0.3, 1);
    // Once the next request has begun, its own capsule stands here.
    if (!m_drawing.verdict || m_scene.next || way <= 0 || m_frame.stop > 0) {
        return;
    }
    constexpr qreal height = StageGeometry::capsuleHeight;
    const qreal y = between(m_geometry.requestY(m_frame.hop), m_geometry.turnY(m_frame.hop), way);
    const Capsule capsule = copyOfCapsule();
    const QPointF corner(m_geometry.capsuleLeft(), y - height / 2);
    const bool flips = m_frame.flip > 0 && m_frame.flip < 1;
    if (m_frame.flip > 0.05 && m_frame.flip < 0.95) {
        paintFlipMarks(QRectF(corner, capsuleSize(capsule, height)));
    }
    const qreal squash = flips ? qAbs(1 - 2 * m_frame.flip) : 1;
    paintCopiedTokens(corner + QPointF(capsuleSize(capsule, height).width(), height / 2), squash);
    paintCapsule(m_ink.painter(), corner, height, capsule, m_ink.theme(), squash);
}

void HopPainter::paintFlipMarks(const QRectF &capsule) const
{
    const StageFonts &fonts = StageFonts::get();
    const Theme &theme = m_ink.theme();
    QPainter &painter = m_ink.painter();
    const Verdict &verdict = *m_drawing.verdict;
    const QColor before = theme.method(verdict.methodBefore);

    QPen dots(before, 1.5);
    dots.setDashPattern({1.5, 1.5});
    painter.setPen(dots);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(capsule, capsule.height() / 2, capsule.height() / 2);

    const qreal left = capsule.left() + 14;
    m_ink.struckText({left, capsule.top() - 7}, QString::fromLatin1(verdict.methodBefore), fonts.code, before, 120);
    if (m_frame.flip >= 0.5) {
        m_ink.boxedText({left, capsule.bottom() + 17}, QString::fromLatin1(verdict.methodAfter), fonts.code,
                        theme.method(verdict.methodAfter), 120);
    }
    const qreal tokens = tokensSize(Tokens::of(m_drawing.credentials), tokenHeight).width();
    const QRectF turn(capsule.right() + tokens - 4, capsule.top(), 26, capsule.height());
    painter.setPen(QPen(theme.ink, 1.5));
    painter.drawArc(turn, 60 * 16, -120 * 16);
    const QPointF tip(turn.center().x() + turn.width() * 0.22, turn.bottom() - 1);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.ink);
    painter.drawPolygon(QPolygonF({tip, tip + QPointF(1.5, -8), tip + QPointF(7.5, -2.5)}));
}

void HopPainter::paintFallingSheet() const
{
    const bool gone = m_frame.stop > 0 || (m_scene.next && m_scene.next->rest >= 0.5);
    if (m_frame.fall <= 0 || !m_drawing.verdict || gone) {
        return;
    }
    constexpr qreal height = StageGeometry::capsuleHeight;
    const StageFonts &fonts = StageFonts::get();
    const Theme &theme = m_ink.theme();
    const Verdict &verdict = *m_drawing.verdict;
    const qreal width = capsuleSize(copyOfCapsule(), height).width();
    const qreal y = m_geometry.turnY(m_frame.hop);
    const QPointF from(m_geometry.capsuleLeft() + width - height * 0.58, y);
    const qreal words = QFontMetricsF(fonts.verdict).horizontalAdvance(verdict.dropped);
    const QPointF to(m_geometry.capsuleLeft() + 4 + words + 18, y + 32);
    const qreal drop = fallen(m_frame.fall);
    const QPointF at(between(from.x(), to.x(), handMoved(m_frame.fall)), between(from.y(), to.y(), drop));

    QPainter &painter = m_ink.painter();
    if (m_frame.fall > 0.8) {
        m_ink.text({m_geometry.capsuleLeft() + 4, y + 37}, verdict.dropped, fonts.verdict, theme.ink, words);
    }
    painter.save();
    painter.translate(at);
    painter.rotate(22 * drop);
    const QRectF sheet(-7.5, -9, 15, 18);
    if (m_scene.next) {
        paintDroppedSheet(painter, sheet, theme.muted);
    } else {
        paintSheet(painter, sheet, theme.method(verdict.methodBefore), theme.surface);
    }
    painter.restore();
}

void HopPainter::paintVerdict() const
{
    if (m_frame.verdict <= 0 || !m_drawing.verdict) {
        return;
    }
    const Theme &theme = m_ink.theme();
    const QRectF room = m_geometry.verdictRect(m_frame.hop);
    const bool capsules = m_drawing.verdict->showsCapsules();
    const QRectF inner = room.adjusted(inset, 0, -inset, 0);
    QRectF box = room;
    const qreal taken = capsules ? paintVerdictCapsules(inner, false) : paintVerdictWords(inner, false);
    box.setWidth(qMin(room.width(), taken + 2 * inset));

    QPainter &painter = m_ink.painter();
    painter.save();
    painter.setClipRect(QRectF(box.left() - 4, box.top() - 4, (box.width() + 8) * m_frame.verdict, box.height() + 8),
                        Qt::IntersectClip);
    const bool strong = m_scene.selected;
    m_ink.box(box, theme.surface, strong ? theme.ink : m_scene.hovered ? theme.edge : theme.line, strong ? 2 : 1);
    if (capsules) {
        paintVerdictCapsules(inner, true);
    } else {
        paintVerdictWords(inner, true);
    }
    painter.restore();
}

qreal HopPainter::paintVerdictWords(const QRectF &room, bool draw) const
{
    const StageFonts &fonts = StageFonts::get();
    const Theme &theme = m_ink.theme();
    const Verdict &verdict = *m_drawing.verdict;
    const qreal y = room.center().y();
    constexpr qreal words = 26; // after the sign of equality
    if (draw) {
        m_ink.line({room.left() + 2, y - 2.5}, {room.left() + 14, y - 2.5}, theme.ok);
        m_ink.line({room.left() + 2, y + 3}, {room.left() + 14, y + 3}, theme.ok);
    }
    const QFontMetricsF detail(fonts.detail);
    qreal left = room.left() + words;
    if (draw) {
        m_ink.boxedText({left, middleBaseline(fonts.verdict, y)}, verdict.sentence, fonts.verdict, theme.ink,
                        room.right() - left);
    }
    left += QFontMetricsF(fonts.verdict).horizontalAdvance(verdict.sentence);
    const qreal wanted = detail.horizontalAdvance(verdict.detail);
    // What was removed is worth more than the size of what was kept.
    const qreal chips = chipsWidth();
    if (wanted > 0 && left + 10 + wanted + chips <= room.right()) {
        left += 10;
        if (draw) {
            m_ink.boxedText({left, middleBaseline(fonts.detail, y)}, verdict.detail, fonts.detail, theme.muted,
                            wanted + 1);
        }
        left += wanted;
    }
    return paintChips(left, room, draw) - room.left();
}

qreal HopPainter::paintVerdictCapsules(const QRectF &room, bool draw) const
{
    const Verdict &verdict = *m_drawing.verdict;
    const Capsule before{verdict.methodBefore, verdict.sheetBefore};
    const Capsule after{verdict.methodAfter, verdict.sheetAfter};
    const qreal y = room.center().y();
    const qreal top = y - smallCapsule / 2;
    const qreal first = capsuleSize(before, smallCapsule).width();
    const qreal second = room.left() + first + 30;
    if (draw) {
        const QColor ink = m_ink.theme().ink;
        paintCapsule(m_ink.painter(), {room.left(), top}, smallCapsule, before, m_ink.theme());
        const qreal arrow = room.left() + first + 8;
        m_ink.line({arrow, y}, {arrow + 12, y}, ink, 1.5);
        m_ink.painter().setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_ink.painter().drawPolyline(
            QPolygonF({QPointF(arrow + 8, y - 4), QPointF(arrow + 12.5, y), QPointF(arrow + 8, y + 4)}));
        paintCapsule(m_ink.painter(), {second, top}, smallCapsule, after, m_ink.theme());
    }
    return paintChips(second + capsuleSize(after, smallCapsule).width(), room, draw) - room.left();
}

qreal HopPainter::chipsWidth() const
{
    const QFontMetricsF metrics(StageFonts::get().wire);
    qreal width = 0;
    for (const QString &chip : m_drawing.verdict->struckOut) {
        width += chipGap + metrics.horizontalAdvance(chip);
    }
    return width;
}

qreal HopPainter::paintChips(qreal left, const QRectF &room, bool draw) const
{
    const StageFonts &fonts = StageFonts::get();
    const Theme &theme = m_ink.theme();
    const QFontMetricsF metrics(fonts.wire);
    const qreal baseline = middleBaseline(fonts.wire, room.center().y());
    const qreal more = metrics.horizontalAdvance(u"+99"_s) + chipGap;
    const QStringList &struckOut = m_drawing.verdict->struckOut;
    for (qsizetype i = 0; i < struckOut.size(); ++i) {
        const qreal width = metrics.horizontalAdvance(struckOut.at(i));
        const bool last = i + 1 == struckOut.size();
        if (left + chipGap + width + (last ? 0 : more) > room.right()) {
            const QString rest = u"+%1"_s.arg(struckOut.size() - i);
            if (draw) {
                m_ink.boxedText({left + chipGap, baseline}, rest, fonts.wire, theme.error, more);
            }
            return left + chipGap + metrics.horizontalAdvance(rest);
        }
        if (draw) {
            m_ink.struckText({left + chipGap, baseline}, struckOut.at(i), fonts.wire, theme.error, width + 1);
        }
        left += chipGap + width;
    }
    return paintGains(left, room, draw);
}

qreal HopPainter::paintGains(qreal left, const QRectF &room, bool draw) const
{
    const StageFonts &fonts = StageFonts::get();
    const QFontMetricsF metrics(fonts.wire);
    const qreal baseline = middleBaseline(fonts.wire, room.center().y());
    const auto chip = [&](const QString &words, const QColor &color) {
        const qreal width = metrics.horizontalAdvance(words);
        if (left + chipGap + width > room.right()) {
            return;
        }
        if (draw) {
            m_ink.boxedText({left + chipGap, baseline}, words, fonts.wire, color, width + 1);
        }
        left += chipGap + width;
    };
    for (const QString &kept : m_drawing.verdict->credentialsKept) {
        chip(kept + " goes along"_L1, m_ink.theme().ink);
    }
    for (const QString &added : m_drawing.verdict->added) {
        chip("+ "_L1 + added, m_ink.theme().ok);
    }
    return left;
}

void HopPainter::paintStop() const
{
    if (m_frame.stop <= 0) {
        return;
    }
    const Theme &theme = m_ink.theme();
    const QPointF center = m_geometry.stopCenter(m_frame.hop);
    const qreal radius = m_geometry.stopRadius();
    const qreal reach = between(m_geometry.clientX(), center.x() - radius, part(m_frame.stop, 0, 0.5));
    m_ink.line({m_geometry.clientX(), center.y()}, {reach, center.y()}, theme.error);
    const qreal grown = part(m_frame.stop, 0.3, 0.8);
    if (grown > 0) {
        const qreal size = radius * grown;
        paintStopSign(m_ink.painter(), QRectF(center.x() - size, center.y() - size, 2 * size, 2 * size), theme);
    }
    if (m_frame.stop > 0.7) {
        paintStopWords();
    }
}

void HopPainter::paintStopWords() const
{
    const StageFonts &fonts = StageFonts::get();
    const Theme &theme = m_ink.theme();
    const QRectF room = m_geometry.stopTextRect(m_frame.hop);
    const qreal y = m_geometry.stopCenter(m_frame.hop).y();
    m_ink.text({room.left(), y - 8}, m_drawing.stopTitle, fonts.stop, theme.error, room.width());
    const int lines =
        m_ink.twoLines({room.left(), y + 14}, m_drawing.stopDetail, fonts.detail, theme.muted, room.width());
    if (m_drawing.stopTarget.isEmpty()) {
        return;
    }
    const QRectF line(room.left(), y + 22 + (lines > 1 ? 19 : 0) + 10, room.width(), 30);
    const qreal inner = line.width() - 2 * inset;
    const qreal note = QFontMetricsF(fonts.small).horizontalAdvance(m_drawing.stopTargetNote);
    const QFontMetricsF wire(fonts.wire);
    const qreal wanted = wire.horizontalAdvance(m_drawing.stopTarget);
    // Where both do not fit, the target is worth more than the note.
    const bool both = qMin(wanted, 120.0) + 10 + note <= inner;
    const qreal target = qMin(wanted, both ? inner - note - 10 : inner);
    QRectF box = line;
    box.setWidth(2 * inset + target + (both ? 10 + note : 0));
    m_ink.box(box, theme.surface, theme.edge, 1, true);
    const qreal left = box.left() + inset;
    const qreal taken = m_ink.struckText({left, middleBaseline(fonts.wire, box.center().y())}, m_drawing.stopTarget,
                                         fonts.wire, theme.error, target + 1);
    if (both) {
        m_ink.boxedText({left + taken + 10, middleBaseline(fonts.small, box.center().y())}, m_drawing.stopTargetNote,
                        fonts.small, theme.muted, note + 1);
    }
}

} // namespace Detour
