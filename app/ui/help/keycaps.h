// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QKeySequence>
#include <QPainter>
#include <QWidget>

namespace Detour {

/// Keys drawn as caps, side by side: the keys of one line of the cheat sheet. Grows with the text.
class KeyCaps final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyCaps)

public:
    explicit KeyCaps(const QList<QKeySequence> &keys, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

    /// One cap with its right edge's middle at `right`, on `ground`; returns its width.
    static qreal paintCap(QPainter &painter, QPointF right, const QString &text, const Theme &theme);
    [[nodiscard]] static qreal capWidth(const QString &text);
    [[nodiscard]] static qreal capHeight();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_texts;
    Theme m_theme = Theme::light();
};

} // namespace Detour
