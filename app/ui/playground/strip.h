// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/redirectchain.h"
#include "story/frame.h"
#include "ui/theme.h"

#include <QAbstractScrollArea>

namespace Detour {

/// The chain in one line: requests as chips, redirects as signs, the end as a ring or an octagon. Shows only what the
/// playhead has reached. A click, or the arrow keys and Enter, jump to a hop.
class Strip final : public QAbstractScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Strip)

public:
    explicit Strip(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setStoryboard(const Storyboard &board);
    void setFrame(const Frame &frame);
    void setSelectedHop(int hop); ///< 0-based; -1: none

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void hopActivated(int hop);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    struct Place
    {
        QRectF chip;   ///< the request
        QRectF mark;   ///< the sign, ring or octagon after it
        qreal end = 0; ///< where the next chip begins
    };

    void layOut();
    void updateScrolling();
    /// Of the places, that are in sight.
    [[nodiscard]] int seenWidth() const;
    void ensureVisible(int hop);
    [[nodiscard]] int hopAt(const QPointF &point) const;
    void paintHop(QPainter &painter, int hop) const;
    void paintNotYet(QPainter &painter, const QRectF &chip) const;
    void paintMark(QPainter &painter, int hop, const HopFrame &frame) const;
    [[nodiscard]] QString endText(const HopDrawing &drawing) const;

    Theme m_theme = Theme::light();
    Storyboard m_board;
    HopFrame m_current; ///< the last told hop
    int m_told = 0;
    QList<Place> m_places;
    int m_selected = -1;
    bool m_followsPlayhead = true;
};

} // namespace Detour
