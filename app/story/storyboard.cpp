// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/storyboard.h"

#include "story/storyboardbuilder.h"

#include <algorithm>

namespace Detour {

namespace {

/// Half a microsecond: a playhead that was set to a stop is at it, whatever arithmetic led there.
constexpr qreal atOnce = 0.0005;

} // namespace

Storyboard Storyboard::fromChain(const RedirectChain &chain, Pace pace)
{
    Storyboard board;
    board.m_pace = pace;
    board.growTo(chain);
    return board;
}

Storyboard Storyboard::waiting(const Request &request, const QString &clientName)
{
    Storyboard board;
    StoryboardBuilder(board).buildWaiting(request, clientName);
    return board;
}

void Storyboard::growTo(const RedirectChain &chain)
{
    StoryboardBuilder(*this).build(chain);
}

void Storyboard::holdNext()
{
    StoryboardBuilder(*this).holdNext();
}

qreal Storyboard::nextStop(qreal time) const
{
    const auto next = std::upper_bound(m_stops.begin(), m_stops.end(), time + atOnce);
    return next == m_stops.end() ? m_duration : *next;
}

qreal Storyboard::previousStop(qreal time) const
{
    const auto here = std::lower_bound(m_stops.begin(), m_stops.end(), time - atOnce);
    return here == m_stops.begin() ? 0 : *std::prev(here);
}

qreal Storyboard::nextTurn(qreal time) const
{
    auto marker = std::upper_bound(m_markers.begin(), m_markers.end(), time + atOnce,
                                   [](qreal at, const Marker &candidate) { return at < candidate.time; });
    marker = std::find_if(marker, m_markers.end(),
                          [](const Marker &candidate) { return candidate.kind == Marker::Kind::Turn; });
    return marker == m_markers.end() ? m_duration : marker->time;
}

qreal Storyboard::previousTurn(qreal time) const
{
    auto marker = std::lower_bound(m_markers.begin(), m_markers.end(), time - atOnce,
                                   [](const Marker &candidate, qreal at) { return candidate.time < at; });
    while (marker != m_markers.begin()) {
        --marker;
        if (marker->kind == Marker::Kind::Turn) {
            return marker->time;
        }
    }
    return 0;
}

int Storyboard::hopAt(qreal time) const
{
    if (m_hops.isEmpty() || m_beats.isEmpty()) {
        return m_hops.isEmpty() ? -1 : 0;
    }
    const auto beat = std::lower_bound(m_beats.begin(), m_beats.end(), time,
                                       [](const Beat &candidate, qreal at) { return candidate.start < at; });
    return beat == m_beats.begin() ? 0 : std::prev(beat)->hop;
}

qreal Storyboard::timeOfHop(int hop) const
{
    const auto [first, last] = beatsOfHop(hop);
    return first == last ? 0 : m_beats.at(last - 1).end();
}

std::pair<int, int> Storyboard::beatsOfHop(int hop) const
{
    if (hop < 0 || hop >= m_hops.size()) {
        return {0, 0};
    }
    const auto end = int(m_beats.size());
    return {m_firstBeatOfHop.at(hop), hop + 1 < m_hops.size() ? m_firstBeatOfHop.at(hop + 1) : end};
}

} // namespace Detour
