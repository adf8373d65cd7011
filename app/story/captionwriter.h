// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "story/storyboard.h"

namespace Detour {

/// One sentence a moment: what stands under the stage and what a screen reader hears.
/// Looks at one hop and, for "the same", at the one before it. `drawing` must be the hop's own.
class CaptionWriter final
{
public:
    CaptionWriter(const Hop &hop, const HopDrawing &drawing, const Hop *before, Pace pace)
        : m_hop(hop)
        , m_drawing(drawing)
        , m_before(before)
        , m_pace(pace)
    {}

    /// `index` is 0-based, `turn` the 1-based number of the turn that this hop makes.
    [[nodiscard]] Caption at(BeatKind beat, int index, int turn) const;

private:
    [[nodiscard]] QString request() const;
    [[nodiscard]] QString recall() const; ///< in place of request() where the answer comes from memory
    [[nodiscard]] QString waiting() const;
    [[nodiscard]] QString answer() const;
    [[nodiscard]] QString sign() const;
    [[nodiscard]] QString flip() const;
    [[nodiscard]] QString fall() const;
    [[nodiscard]] QString tokenFalls() const;
    [[nodiscard]] QString padlockTurns() const;
    [[nodiscard]] QString decided() const;
    [[nodiscard]] QString stopped() const;
    [[nodiscard]] QString host() const;

    const Hop &m_hop;
    const HopDrawing &m_drawing;
    const Hop *m_before;
    Pace m_pace;
};

} // namespace Detour
