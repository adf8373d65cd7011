// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "story/storyboard.h"

namespace Detour {

/// Lays the hops of a chain out in time, one after another, at the end of a storyboard.
class StoryboardBuilder final
{
public:
    /// `board` must outlive the builder.
    explicit StoryboardBuilder(Storyboard &board)
        : m_board(board)
    {}

    void build(const RedirectChain &chain);
    void buildWaiting(const Request &request, const QString &clientName);
    void holdNext();

private:
    void forgetUnsettled();
    void noteLoop(const RedirectChain &chain, int hop);
    void placeInLoop(HopDrawing &drawing, int index) const;
    void openClientLane(const QString &clientName);
    int laneFor(const TargetUri &target, int hop, qreal time);
    /// What is known of a hop besides the hop itself.
    struct HopState
    {
        std::optional<ChainEnd> end; ///< the chain's, where it came at this hop
        bool atRest = false;         ///< nothing more comes
        bool asked = false;          ///< what comes of its answer is withheld
    };
    void addHop(const Hop &hop, const Hop *before, const HopState &state);
    [[nodiscard]] QList<BeatKind> beatsFor(const Hop &hop, const HopDrawing &drawing, bool atRest) const;
    void addMarker(const HopDrawing &drawing);
    void finish();

    Storyboard &m_board;
};

} // namespace Detour
