// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "story/frame.h"
#include "ui/stage/stagegeometry.h"
#include "ui/stage/stagepainter.h"
#include "ui/theme.h"

#include <QAbstractScrollArea>
#include <QElapsedTimer>
#include <QImage>

#include <optional>

class QScrollBar;

namespace Detour {

class StageClock;

/// Draws a story at the time of its clock. It decides nothing: frameAt() says what is there, StageGeometry where.
/// Scrolls through long chains, follows the playhead while it plays, and lets a hop be picked by mouse or arrow keys.
class StageWidget final : public QAbstractScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StageWidget)

public:
    explicit StageWidget(QWidget *parent = nullptr);
    ~StageWidget() override;

    /// The widget's own clock; its duration follows the storyboard.
    [[nodiscard]] StageClock *clock() const { return m_clock; }

    /// With `keepTime` (more hops of the same chain) the playhead stays and goes on if it plays; without, the story
    /// stands at its beginning, paused, and nothing is selected.
    void setStoryboard(const Storyboard &board, bool keepTime = false);
    [[nodiscard]] const Storyboard &storyboard() const { return m_board; }

    /// 0-based, -1 for none. Not a signal's cause: only a person's picks are.
    void setSelectedHop(int hop);
    [[nodiscard]] int selectedHop() const { return m_selectedHop; }
    /// Stills in place of motion, for the story and for scrolling.
    void setReducedMotion(bool reduced);
    [[nodiscard]] bool reducedMotion() const { return m_stills; }
    void setTheme(const Theme &theme);

    /// What is drawn now. Its hops are those in sight and their neighbours.
    [[nodiscard]] const Frame &frame() const { return m_frame; }
    /// Where a waiting story (the first start) leaves room for words and a button; in the viewport's coordinates.
    [[nodiscard]] QRect overlayRect() const;
    /// How much of the chain was told so far: the hops that may be picked.
    [[nodiscard]] int reachedHops() const { return m_frame.currentHop + 1; }
    /// The reached hop at a point of the viewport; -1 if there is none.
    [[nodiscard]] int hopAt(QPoint inViewport) const;
    /// A hop's rectangle in the viewport's coordinates; it may lie outside.
    [[nodiscard]] QRect hopRect(int hop) const;
    void scrollToHop(int hop);

    static constexpr qreal smallestZoom = 0.25;
    static constexpr qreal largestZoom = 3;
    [[nodiscard]] qreal zoom() const { return m_zoom; }
    /// Lays the story out anew in the room that is then there; what stands at `anchor` (of the viewport) keeps its row.
    void setZoom(qreal zoom, QPointF anchor = {});
    /// To the next of the usual sizes: 1 larger, -1 smaller, 0 back to 1.
    void stepZoom(int step, QPointF anchor = {});

    /// For a wall: rows that stand close, and `unit` logical pixels for a unit of the content at zoom 1, whatever the
    /// size of text elsewhere. No scroll bars; the playhead alone scrolls.
    void project(qreal unit);

    /// The story at `time` (ms) as a picture of `size` logical pixels, from the top, without focus or hover.
    [[nodiscard]] QImage renderAt(qreal time, QSize size, qreal dpr = 1) const;
    /// What the viewport shows now, drawn anew into the painter's current transform.
    void draw(QPainter &painter) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// A person picked this hop (0-based) by mouse or keys; it is selected already.
    void hopActivated(int hop);
    /// The playhead moved or the story changed: caption, hop and turns for the words beside the stage.
    void frameChanged(const Detour::Frame &frame);
    void zoomChanged(qreal zoom);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void relayout();
    void refreshFrame();
    void onTimeChanged();
    void announce();
    void announceHop();
    void followPlayhead(bool smoothly);
    void followSideways(int hop, qreal share); ///< of the way that is left
    /// The lowest row of a hop that its moment needs.
    [[nodiscard]] qreal rowInFocus(int hop) const;
    void scrollTo(QScrollBar *bar, qreal content);
    void pan(QPoint to);
    void endPan();
    bool zoomByKey(const QKeyEvent &event);
    bool zoomByGesture(QEvent *event);
    void pick(int hop);
    void setHoveredHop(int hop);
    [[nodiscard]] bool hopShowsFocus() const;
    [[nodiscard]] QPointF scrollOffset() const; ///< in the content
    [[nodiscard]] QPointF contentAt(QPointF inViewport) const;
    [[nodiscard]] QRectF inViewport(const QRectF &content) const;
    [[nodiscard]] QSizeF viewSize() const; ///< what is seen, in units of the content
    [[nodiscard]] StageView view() const;

    Storyboard m_board;
    StageGeometry m_geometry;
    StagePainter m_painter;
    StageClock *m_clock = nullptr; ///< child
    Frame m_frame;
    QString m_announced;
    int m_selectedHop = -1;
    int m_hoveredHop = -1;
    /// Logical pixels a unit of the content: the zoom, and the size of all text in the window.
    [[nodiscard]] qreal scale() const { return m_zoom * (m_unit > 0 ? m_unit : Theme::textScale()); }

    qreal m_zoom = 1;
    qreal m_unit = 0; ///< as project() got it; 0: as large as text in the window
    QElapsedTimer m_sinceFollow;
    std::optional<QPoint> m_pressedAt; ///< in the viewport, while a button is down
    QPoint m_panFrom;                  ///< the scroll bars' values at that moment
    bool m_panning = false;
    int m_wheel = 0; ///< turned so far with Ctrl, in eighths of a degree
    bool m_stills = false;
    bool m_follows = true;        ///< until a person scrolls while it plays
    bool m_scrollsItself = false; ///< while followPlayhead() scrolls
};

} // namespace Detour
