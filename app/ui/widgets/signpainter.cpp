// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/signpainter.h"

#include <QFontMetricsF>
#include <QPainterPath>
#include <QtMath>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

class Saved final
{
public:
    explicit Saved(QPainter &painter)
        : m_painter(painter)
    {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Saved() { m_painter.restore(); }
    Q_DISABLE_COPY_MOVE(Saved)

private:
    QPainter &m_painter;
};

/// A square standing on its corner inside `rect`, its corners rounded.
QPainterPath diamond(const QRectF &rect, qreal inset, qreal radius)
{
    const qreal half = qMin(rect.width(), rect.height()) / 2 - inset;
    const qreal side = half * M_SQRT2;
    QPainterPath path;
    path.addRoundedRect(QRectF(-side / 2, -side / 2, side, side), radius, radius);
    QTransform turn;
    turn.translate(rect.center().x(), rect.center().y());
    turn.rotate(45);
    return turn.map(path);
}

/// Smaller signs have no room for a line between their edge and their number.
constexpr qreal innerLineFrom = 38;

void paintDiamond(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &inner)
{
    const qreal size = qMin(rect.width(), rect.height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    // A rounded square's corner ends before the box does; letting it overshoot keeps the sign as large as its
    // rectangle.
    const qreal radius = size * 0.09;
    const qreal overshoot = radius * (M_SQRT2 - 1);
    painter.drawPath(diamond(rect, -overshoot * 0.7, radius));
    if (size >= innerLineFrom) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(inner, qMax(1.0, size / 34)));
        painter.drawPath(diamond(rect, size * 0.075, radius * 0.7));
    }
}

QRectF sheetRect(const QRectF &capsule, qreal height)
{
    const qreal side = height * 0.56;
    return {capsule.right() - height * 0.36 - side * 0.82, capsule.center().y() - side / 2, side * 0.82, side};
}

/// Drawn at any size and zoom: letters keep to no grid of pixels.
QFont scalable(QFont font)
{
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont capsuleFont(qreal height)
{
    return scalable(Theme::exactMonoFont(qMax(11.0, height * 0.52), QFont::Bold));
}

} // namespace

void paintSign(QPainter &painter, const QRectF &rect, StatusCode status, const Theme &theme)
{
    const Saved saved(painter);
    const KindColors colors = theme.kind(statusKind(status));
    const qreal size = qMin(rect.width(), rect.height());
    paintDiamond(painter, rect, colors.fill, colors.lettering);
    painter.setPen(colors.lettering);
    painter.setFont(scalable(Theme::exactTextFont(size * (size >= innerLineFrom ? 0.305 : 0.36), QFont::Bold)));
    const QString text = QString::number(status);
    painter.drawText(rect, Qt::AlignCenter, text);
    if (statusKind(status) == StatusKind::Retired) {
        const qreal width = QFontMetricsF(painter.font()).horizontalAdvance(text);
        painter.setPen(QPen(colors.lettering, qMax(1.5, size / 22)));
        painter.drawLine(rect.center() - QPointF(width * 0.62, 0), rect.center() + QPointF(width * 0.62, 0));
    }
}

void paintBullet(QPainter &painter, const QRectF &rect, StatusKind kind, const Theme &theme)
{
    const Saved saved(painter);
    const KindColors colors = theme.kind(kind);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.fill);
    painter.drawPath(diamond(rect, 0, qMin(rect.width(), rect.height()) * 0.12));
}

QSizeF capsuleSize(const Capsule &capsule, qreal height)
{
    const QString word = QString::fromLatin1(capsule.method.left(16));
    const qreal text = QFontMetricsF(capsuleFont(height)).horizontalAdvance(word);
    const qreal sheet = capsule.sheet == Sheet::None ? 0.0 : height * (0.46 + 0.2);
    return {text + height * 0.8 + sheet, height};
}

void paintCapsule(QPainter &painter, const QPointF &topLeft, qreal height, const Capsule &capsule, const Theme &theme,
                  qreal squash)
{
    const Saved saved(painter);
    const QRectF rect(topLeft, capsuleSize(capsule, height));
    if (squash < 1.0) {
        painter.translate(0, rect.center().y());
        painter.scale(1, qMax(0.02, squash));
        painter.translate(0, -rect.center().y());
    }
    const QColor fill = theme.method(capsule.method);
    const QColor lettering = theme.methodLettering();
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(rect, height / 2, height / 2);

    painter.setPen(lettering);
    painter.setFont(capsuleFont(height));
    const QRectF word = rect.adjusted(height * 0.4, 0, 0, 0);
    painter.drawText(word, Qt::AlignVCenter | Qt::AlignLeft, QString::fromLatin1(capsule.method.left(16)));

    switch (capsule.sheet) {
    case Sheet::None:
        break;
    case Sheet::Full:
        paintSheet(painter, sheetRect(rect, height), lettering, fill);
        break;
    case Sheet::Dropped:
        paintDroppedSheet(painter, sheetRect(rect, height), lettering);
        break;
    case Sheet::Empty:
        paintEmptySheet(painter, sheetRect(rect, height), lettering);
        break;
    case Sheet::Other:
        paintOtherSheet(painter, sheetRect(rect, height), lettering, fill);
        break;
    }
}

namespace {

QPainterPath sheetOutline(const QRectF &rect)
{
    const qreal fold = rect.width() * 0.34;
    const qreal radius = rect.width() * 0.14;
    QPainterPath path;
    path.moveTo(rect.left() + radius, rect.top());
    path.lineTo(rect.right() - fold, rect.top());
    path.lineTo(rect.right(), rect.top() + fold);
    path.lineTo(rect.right(), rect.bottom() - radius);
    path.quadTo(rect.bottomRight(), rect.bottomRight() - QPointF(radius, 0));
    path.lineTo(rect.left() + radius, rect.bottom());
    path.quadTo(rect.bottomLeft(), rect.bottomLeft() - QPointF(0, radius));
    path.lineTo(rect.left(), rect.top() + radius);
    path.quadTo(rect.topLeft(), rect.topLeft() + QPointF(radius, 0));
    return path;
}

} // namespace

void paintSheet(QPainter &painter, const QRectF &rect, const QColor &color, const QColor &lines)
{
    const Saved saved(painter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPath(sheetOutline(rect));
    painter.setPen(QPen(lines, qMax(1.0, rect.height() / 9), Qt::SolidLine, Qt::RoundCap));
    const qreal left = rect.left() + rect.width() * 0.26;
    for (const auto &[y, length] : {std::pair{0.44, 0.5}, std::pair{0.62, 0.5}, std::pair{0.8, 0.32}}) {
        const qreal at = rect.top() + rect.height() * y;
        painter.drawLine(QPointF(left, at), QPointF(left + rect.width() * length, at));
    }
}

void paintDroppedSheet(QPainter &painter, const QRectF &rect, const QColor &color)
{
    const Saved saved(painter);
    const qreal width = qMax(1.2, rect.height() / 10);
    QPen pen(color, width);
    pen.setDashPattern({1.6, 1.5});
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(sheetOutline(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)));
}

void paintEmptySheet(QPainter &painter, const QRectF &rect, const QColor &color)
{
    const Saved saved(painter);
    const qreal width = qMax(1.2, rect.height() / 10);
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(sheetOutline(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)));
}

void paintOtherSheet(QPainter &painter, const QRectF &rect, const QColor &color, const QColor &lines)
{
    const qreal offset = rect.width() * 0.18;
    paintEmptySheet(painter, rect.translated(-offset, -offset * 0.6), color);
    const Saved saved(painter);
    const QRectF front = rect.translated(offset, offset * 0.6);
    painter.setPen(QPen(lines, qMax(1.5, rect.height() / 8)));
    painter.setBrush(lines);
    painter.drawPath(sheetOutline(front));
    paintSheet(painter, front, color, lines);
}

void paintStopSign(QPainter &painter, const QRectF &rect, const Theme &theme)
{
    const Saved saved(painter);
    const auto octagon = [&rect](qreal inset) {
        QPolygonF polygon;
        const qreal radius = (qMin(rect.width(), rect.height()) / 2 - inset) / qCos(M_PI / 8);
        for (int corner = 0; corner < 8; ++corner) {
            const qreal angle = M_PI / 8 + corner * M_PI / 4;
            polygon << rect.center() + QPointF(qCos(angle), qSin(angle)) * radius;
        }
        return polygon;
    };
    const qreal size = qMin(rect.width(), rect.height());
    const QColor lettering = theme.kind(StatusKind::Failure).lettering;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.error);
    painter.drawPolygon(octagon(0));
    if (size >= 24) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(lettering, qMax(1.0, size / 26)));
        painter.drawPolygon(octagon(size * 0.08));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(lettering);
    const QSizeF bar(size * 0.46, size * 0.15);
    painter.drawRoundedRect(QRectF(rect.center() - QPointF(bar.width(), bar.height()) / 2, bar), size * 0.03,
                            size * 0.03);
}

void paintTick(QPainter &painter, const QRectF &rect, const QColor &color)
{
    const Saved saved(painter);
    painter.setPen(QPen(color, rect.width() * 0.15, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({rect.topLeft() + QPointF(rect.width() * 0.14, rect.height() * 0.54),
                                    rect.topLeft() + QPointF(rect.width() * 0.4, rect.height() * 0.8),
                                    rect.topLeft() + QPointF(rect.width() * 0.87, rect.height() * 0.24)}));
}

void paintCross(QPainter &painter, const QRectF &rect, const QColor &color)
{
    const Saved saved(painter);
    painter.setPen(QPen(color, rect.width() * 0.15, Qt::SolidLine, Qt::RoundCap));
    const QRectF inner =
        rect.adjusted(rect.width() * 0.2, rect.height() * 0.2, -rect.width() * 0.2, -rect.height() * 0.2);
    painter.drawLine(inner.topLeft(), inner.bottomRight());
    painter.drawLine(inner.topRight(), inner.bottomLeft());
}

void paintRing(QPainter &painter, const QRectF &rect, StatusCode status, const Theme &theme)
{
    const Saved saved(painter);
    const bool good = statusKind(status) == StatusKind::Success;
    const QColor color = good ? theme.ok : statusKind(status) == StatusKind::Failure ? theme.error : theme.muted;
    const qreal width = qMax(1.5, rect.width() / 10);
    painter.setPen(QPen(color, width));
    painter.setBrush(theme.surface);
    painter.drawEllipse(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2));
    const qreal inset = rect.width() * 0.24;
    const QRectF mark = rect.adjusted(inset, inset, -inset, -inset);
    if (good)
        paintTick(painter, mark, color);
    else
        paintCross(painter, mark, color);
}

void paintQuestionMark(QPainter &painter, const QRectF &rect, const Theme &theme)
{
    const Saved saved(painter);
    const qreal height = rect.height();
    const qreal width = qBound(1.2, height / 18, 3.0);
    QPen pen(theme.edge, width);
    pen.setDashPattern({3, 2});
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.setBrush(theme.surface);
    const QRectF edge = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2);
    painter.drawRoundedRect(edge, edge.height() / 2, edge.height() / 2);
    painter.setPen(theme.ink);
    painter.setFont(scalable(Theme::exactTextFont(qMax(9.0, height * 0.58), QFont::Bold)));
    painter.drawText(rect, Qt::AlignCenter, u"?"_s);
}

void paintLogo(QPainter &painter, const QRectF &rect, const Theme &theme)
{
    const Saved saved(painter);
    const KindColors colors = theme.kind(StatusKind::Temporary);
    paintDiamond(painter, rect, colors.fill, colors.fill);
    const qreal size = qMin(rect.width(), rect.height());
    const auto at = [&rect, size](qreal x, qreal y) { return rect.center() + QPointF(x, y) * size; };
    QPainterPath bend;
    bend.moveTo(at(-0.15, 0.2));
    bend.lineTo(at(-0.15, 0.06));
    bend.quadTo(at(-0.15, -0.08), at(-0.01, -0.08));
    bend.lineTo(at(0.06, -0.08));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors.lettering, size * 0.095, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.drawPath(bend);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.lettering);
    painter.drawPolygon(QPolygonF({at(0.05, -0.23), at(0.24, -0.08), at(0.05, 0.07)}));
}

} // namespace Detour
