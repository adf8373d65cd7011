// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "story/storyboard.h"
#include "ui/theme.h"

#include <QWidget>

namespace Detour {

/// The only time line: a bar with a knob, a diamond at each turn that the story has told, an end mark. Markers that the
/// playhead has never reached are not drawn, so that nothing is given away.
class TimelineSlider final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelineSlider)

public:
    explicit TimelineSlider(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setStoryboard(const Storyboard &board, bool keepsReached);
    void setTime(qreal milliseconds);
    [[nodiscard]] qreal time() const { return m_time; }
    /// The latest moment that was shown; markers beyond it stay hidden.
    [[nodiscard]] qreal reached() const { return m_reached; }

    [[nodiscard]] QSize sizeHint() const override { return {220, 32}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {90, 32}; }

signals:
    void scrubbed(qreal milliseconds);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] qreal xOf(qreal milliseconds) const;
    [[nodiscard]] qreal timeAt(qreal x) const;
    [[nodiscard]] const Marker *markerAt(qreal x) const; ///< valid until the story changes
    void paintMarkers(QPainter &painter) const;

    Theme m_theme = Theme::light();
    Storyboard m_board;
    qreal m_time = 0;
    qreal m_reached = 0;
};

} // namespace Detour
