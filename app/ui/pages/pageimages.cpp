// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/pages/pageimages.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/signpainter.h"

#include <QPainter>
#include <QUrlQuery>

#include <functional>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qreal defaultHeight = 20;

/// Something to draw: its size in logical pixels, and how.
struct Drawing
{
    QSizeF size;
    std::function<void(QPainter &, const QRectF &)> paint;
};

Capsule capsuleNamed(const QString &name)
{
    Capsule capsule;
    QString method = name;
    if (method.endsWith(u"+body"_s))
        capsule.sheet = Sheet::Full;
    else if (method.endsWith(u"-body"_s))
        capsule.sheet = Sheet::Dropped;
    if (capsule.sheet != Sheet::None)
        method.chop(5);
    capsule.method = method.toLatin1();
    return capsule;
}

Drawing drawingFor(const QString &path, qreal height, const Theme &theme)
{
    const QString kind = path.section(u'/', 0, 0);
    const QString name = path.section(u'/', 1);
    const QSizeF square(height, height);
    if (kind == u"pill") {
        const Capsule capsule = capsuleNamed(name);
        return {capsuleSize(capsule, height), [capsule, theme](QPainter &painter, const QRectF &rect) {
                    paintCapsule(painter, rect.topLeft(), rect.height(), capsule, theme);
                }};
    }
    if (kind == u"logo") {
        return {square, [theme](QPainter &painter, const QRectF &rect) { paintLogo(painter, rect, theme); }};
    }
    if (kind == u"icon") {
        const Icon icon = name == u"play" ? Icon::Play : name == u"link" ? Icon::Link : Icon::Copy;
        const QColor color = icon == Icon::Play ? theme.ink : icon == Icon::Link ? theme.edge : theme.muted;
        return {square,
                [icon, color](QPainter &painter, const QRectF &rect) { paintIcon(painter, rect, icon, color); }};
    }
    const StatusCode code = name.toInt();
    if (kind == u"sign") {
        return {square,
                [code, theme](QPainter &painter, const QRectF &rect) { paintSign(painter, rect, code, theme); }};
    }
    if (kind == u"bullet") {
        return {square, [code, theme](QPainter &painter, const QRectF &rect) {
                    paintBullet(painter, rect, statusKind(code), theme);
                }};
    }
    return {};
}

} // namespace

void PageImages::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_images.clear();
}

void PageImages::setScale(qreal devicePixelRatio, qreal zoom)
{
    if (qFuzzyCompare(devicePixelRatio, m_devicePixelRatio) && qFuzzyCompare(zoom, m_zoom))
        return;
    m_devicePixelRatio = devicePixelRatio;
    m_zoom = zoom;
    m_images.clear();
}

QImage PageImages::image(const QUrl &url)
{
    if (url.scheme() != u"detour")
        return {};
    if (const auto known = m_images.constFind(url); known != m_images.cend())
        return *known;
    const QString asked = QUrlQuery(url).queryItemValue(u"size"_s);
    const qreal height = asked.isEmpty() ? defaultHeight : qBound(4.0, asked.toDouble(), 256.0);
    const Drawing drawing = drawingFor(url.path(), height * m_zoom, m_theme);
    if (!drawing.paint)
        return {};
    // One pixel of air: a diamond's corners overshoot its square a little.
    const QSize logical(qCeil(drawing.size.width()) + 2, qCeil(drawing.size.height()) + 2);
    QImage image(logical * m_devicePixelRatio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(m_devicePixelRatio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    drawing.paint(painter, QRectF(QPointF(1, 1), drawing.size));
    painter.end();
    m_images.insert(url, image);
    return image;
}

} // namespace Detour
