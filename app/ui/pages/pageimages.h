// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QHash>
#include <QImage>
#include <QUrl>

namespace Detour {

/// The drawings inside a page's text, as images for QTextDocument:
/// "detour:sign/307?size=64" a sign, "detour:bullet/307?size=14" its bullet, "detour:logo?size=64",
/// "detour:icon/play", "detour:icon/copy" and "detour:icon/link",
/// "detour:pill/POST", "detour:pill/POST+body" and "detour:pill/GET-body?size=20" a capsule, plain, with a sheet, with
/// a dropped one. `size` is the height in logical pixels at zoom 1, 4 … 256; without it 20.
class PageImages final
{
public:
    void setTheme(const Theme &theme);
    void setScale(qreal devicePixelRatio, qreal zoom);

    /// A null image for any other address; nothing is ever read from a file or the network.
    [[nodiscard]] QImage image(const QUrl &url);

private:
    Theme m_theme = Theme::light();
    qreal m_devicePixelRatio = 1;
    qreal m_zoom = 1;
    QHash<QUrl, QImage> m_images;
};

} // namespace Detour
