// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/stage/stagepainter.h"

namespace Detour {

class StageInk;

/// Draws the life lines and their headers; those that open late stand dashed in the row where they open.
class LanePainter final
{
public:
    /// All must outlive the painter.
    LanePainter(const StageInk &ink, const StageView &view, const Frame &frame)
        : m_ink(ink)
        , m_view(view)
        , m_frame(frame)
    {}

    /// The lanes that are open, in the content's coordinates.
    void paintOpen() const;
    /// The lanes that are opening now, in the content's coordinates.
    void paintOpening() const;
    /// A band with the names of the lanes whose headers were scrolled away, in the picture's coordinates.
    void paintPinned() const;

private:
    void paintLane(int lane, qreal opening) const;
    void paintHeader(int lane) const;

    const StageInk &m_ink;
    const StageView &m_view;
    const Frame &m_frame;
};

} // namespace Detour
