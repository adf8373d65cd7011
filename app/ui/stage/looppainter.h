// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/stage/stagepainter.h"

namespace Detour {

class StageInk;

/// Draws cycles: a line on the client's far side, from the request that repeats another one back to that one.
class LoopPainter final
{
public:
    /// All must outlive the painter.
    LoopPainter(const StageInk &ink, const StageView &view, const Frame &frame)
        : m_ink(ink)
        , m_view(view)
        , m_frame(frame)
    {}

    /// Those of hops `first` … `last` that are begun and meet the view.
    void paint(int first, int last) const;

private:
    void paintLoop(const Loop &loop, qreal progress) const;
    void paintWords(const Loop &loop, qreal x, qreal top, qreal bottom) const;

    const StageInk &m_ink;
    const StageView &m_view;
    const Frame &m_frame;
};

} // namespace Detour
