// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/stage/stagegeometry.h"

#include <algorithm>
#include <cmath>

namespace Detour {

namespace {

constexpr qreal requestToAnswer = 48;
constexpr qreal requestToFailure = 72;
constexpr qreal verdictBelowAnswer = 40; ///< to its middle: clear of Location above and of the next target below
constexpr qreal lateHeaderBand = 48;     ///< added where a late header does not fit beside the verdict
constexpr qreal narrowWidth = 600;
constexpr qreal widestHeader = 160;
constexpr qreal laneGap = 8;
constexpr qreal nearestLane = 88;       ///< between two origins
constexpr qreal nearestFirstLane = 180; ///< between the client and the first
constexpr qreal farthestFirstLane = 560;
constexpr qreal smallestVerdict = 300;
constexpr qreal margin = 12;
constexpr int fewOrigins = 4; ///< of more the lanes stand closer than their headers are wide
constexpr qreal nearestOfMany = 60;
constexpr qreal nearestFirstOfMany = 140;
constexpr qreal lateHeaderOfMany = 132;
constexpr qreal lastLaneOfMany = 44;
constexpr qreal firstShare = 1.3; ///< the client's words need more room than an origin's

/// What differs with the density, in logical pixels.
struct Rows
{
    qreal firstRequest;
    qreal headerTop;
    qreal headerHeight;
    qreal answerToNext;
    qreal answerToUndecided; ///< no verdict stands between
    qreal answerToStop;
    qreal belowTurn;
    qreal belowStop;
    qreal singleLane;             ///< where the only origin stands, as a share of the way to the right edge
    qreal lateHeaderAboveRequest; ///< to its top
    qreal band;
    qreal airAbove;
    qreal airBelow;
};

// Two turns and a final answer take 430 rows: 80 + 2 · 136 + 48 + 24.
constexpr Rows usualRows{80, 10, StageGeometry::headerHeight, 88, 88, 92, 40, 96, 0.62, 69, 34, 44, 44};
// One turn takes 202, from the names to the next capsule: two and a half times that is what a wall of 720 has.
constexpr Rows closeRows{54, 2, 22, 84, 56, 60, 16, 78, 0.8, 55, 24, 30, 16};

const Rows &rowsOf(StageDensity density)
{
    return density == StageDensity::Close ? closeRows : usualRows;
}

} // namespace

StageGeometry::StageGeometry(const Storyboard &board, QSizeF viewport, StageDensity density)
    : m_content(viewport)
    , m_density(density)
{
    placeLanes(board, viewport.width());
    placeRows(board);
    placeLateHeaders(board);
    const qreal bottom = m_rows.isEmpty() ? 0 : m_rows.last().bottom;
    m_content.setHeight(qMax(viewport.height(), bottom));
}

void StageGeometry::placeLanes(const Storyboard &board, qreal width)
{
    const qreal wide = qMax(width, minimumWidth);
    m_narrow = wide < narrowWidth;
    const qreal client = m_narrow ? 84 : 96;
    m_lanes = {client};
    const auto origins = int(board.lanes().size()) - 1;
    if (origins < 1) {
        m_content.setWidth(wide);
        const Rows &rows = rowsOf(m_density);
        m_headers = {QRectF(client - 74, rows.headerTop, 148, rows.headerHeight)};
        m_late = {false};
        return;
    }

    const bool many = origins > fewOrigins;
    const qreal edge = many ? lastLaneOfMany : widestHeader / 2 + 6;
    const qreal last =
        origins == 1 ? client + qMin((wide - client) * rowsOf(m_density).singleLane, farthestFirstLane) : wide - edge;
    const qreal shares = origins - 1 + firstShare;
    const qreal nearestFirst = many ? nearestFirstOfMany : nearestFirstLane;
    const qreal nearest = nearestFirst + (many ? nearestOfMany : nearestLane) * (origins - 1);
    const qreal span = qMax(last - client, nearest);
    const qreal step = origins == 1 ? 0 : qMin(span / shares, (span - nearestFirst) / (origins - 1));
    const qreal first = span - step * (origins - 1);
    for (int origin = 0; origin < origins; ++origin) {
        m_lanes.append(std::round(client + first + step * origin));
    }
    placeHeaders(board, first, step);
    m_content.setWidth(many ? qMax(wide, m_lanes.last() + edge) : qMax(wide, m_headers.last().right() + 6));
    for (QRectF &header : m_headers) {
        header.moveRight(qMin(header.right(), m_content.width() - 6));
    }
}

void StageGeometry::placeHeaders(const Storyboard &board, qreal first, qreal step)
{
    const qreal client = clientX();
    const auto origins = int(m_lanes.size()) - 1;
    const bool many = origins > fewOrigins;
    const qreal header = qMin(widestHeader, (origins == 1 ? first : step) - laneGap);
    const qreal widestClient = 2 * (client - (m_narrow ? 16 : 22));
    const Rows &rows = rowsOf(m_density);
    const qreal clientHeader = qMin<qreal>(widestClient, 2 * (first - header / 2 - laneGap));
    for (qsizetype lane = 0; lane < m_lanes.size(); ++lane) {
        const bool late = board.lanes().at(lane).openedByHop > 0;
        qreal size = lane == 0 ? clientHeader : header;
        if (many && lane > 0) {
            // One that opens late stands in a row of its own and needs no regard for its neighbours.
            size = late ? lateHeaderOfMany : qMin(lateHeaderOfMany, 2 * (first - clientHeader / 2 - laneGap));
        }
        m_headers.append(QRectF(m_lanes.at(lane) - size / 2, rows.headerTop, size, rows.headerHeight));
        m_late.append(late);
    }
}

bool StageGeometry::fitsBesideVerdict(int lane) const
{
    return m_headers.at(lane).left() - laneGap - capsuleLeft() >= smallestVerdict;
}

void StageGeometry::placeRows(const Storyboard &board)
{
    QList<int> opens(board.hops().size(), -1);
    for (int lane = 1; lane < board.lanes().size(); ++lane) {
        if (m_late.at(lane)) {
            opens[board.lanes().at(lane).openedByHop - 1] = lane;
        }
    }
    const auto count = int(board.hops().size());
    m_rows.reserve(count);
    qreal request = rowsOf(m_density).firstRequest;
    for (int hop = 0; hop < count; ++hop) {
        Row row;
        row.request = request;
        row.opens = opens.at(hop);
        placeRow(board.hops().at(hop), row, hop + 1 < count);
        row.top = hop == 0 ? 0 : m_rows.last().bottom;
        request = row.turn;
        m_rows.append(row);
    }
}

void StageGeometry::placeRow(const HopDrawing &hop, Row &row, bool next)
{
    const Rows &rows = rowsOf(m_density);
    row.answer = row.request + requestToAnswer;
    const bool band = row.opens >= 0 && !fitsBesideVerdict(row.opens);
    const bool stops = !hop.stopTitle.isEmpty();
    if (hop.end == ArrowEnd::Failed) {
        row.answer = row.request;
        row.turn = row.request + requestToFailure;
    } else if (stops && !hop.verdict) {
        row.turn = row.answer + rows.answerToStop;
    } else {
        row.turn = row.answer + (hop.verdict ? rows.answerToNext : rows.answerToUndecided) + (band ? lateHeaderBand : 0)
                   + (stops ? 24 : 0);
    }
    if (next) {
        row.bottom = row.turn - 34; // the next target stands above its request
    } else if (stops) {
        row.bottom = row.turn + rows.belowStop;
    } else {
        row.bottom = hop.verdict || hop.isAsked() ? row.turn + rows.belowTurn : row.answer + 30;
    }
}

void StageGeometry::placeLateHeaders(const Storyboard &board)
{
    for (int lane = 1; lane < m_headers.size(); ++lane) {
        if (m_late.at(lane)) {
            const qreal request = m_rows.at(board.lanes().at(lane).openedByHop).request;
            m_headers[lane].moveTop(request - rowsOf(m_density).lateHeaderAboveRequest);
        }
    }
}

qreal StageGeometry::bandHeight() const
{
    return rowsOf(m_density).band;
}

qreal StageGeometry::airAbove() const
{
    return rowsOf(m_density).airAbove;
}

qreal StageGeometry::airBelow() const
{
    return rowsOf(m_density).airBelow;
}

QRectF StageGeometry::signRect(int hop) const
{
    const Row &row = m_rows.at(hop);
    return {clientX() - 41 - signSize / 2, std::round((row.answer + row.turn - signSize) / 2), signSize, signSize};
}

QRectF StageGeometry::ringRect(int hop, qreal size) const
{
    return {clientX() - 41 - size / 2, answerY(hop) - size / 2, size, size};
}

QRectF StageGeometry::verdictRect(int hop) const
{
    const Row &row = m_rows.at(hop);
    const bool beside = row.opens >= 0 && fitsBesideVerdict(row.opens);
    const qreal right = beside ? m_headers.at(row.opens).left() - laneGap : m_content.width() - margin;
    return {capsuleLeft(), row.answer + verdictBelowAnswer - verdictHeight / 2, right - capsuleLeft(), verdictHeight};
}

QPointF StageGeometry::stopCenter(int hop) const
{
    return {clientX() + (m_narrow ? 48 : 80), m_rows.at(hop).turn};
}

QRectF StageGeometry::stopTextRect(int hop) const
{
    const QPointF center = stopCenter(hop);
    const qreal left = center.x() + stopRadius() + 16;
    return {left, center.y() - 26, m_content.width() - margin - left, 112};
}

qreal StageGeometry::textRight(int hop) const
{
    const int lane = m_rows.at(hop).opens;
    const bool beside = lane >= 0 && fitsBesideVerdict(lane);
    return beside ? m_headers.at(lane).left() - laneGap : m_content.width() - margin;
}

QRectF StageGeometry::hopRect(int hop) const
{
    const Row &row = m_rows.at(hop);
    const qreal left = clientX() - 41 - signSize / 2 - 4;
    const qreal top = hop == 0 ? row.request - 34 : row.top;
    return {left, top, m_content.width() - left - 4, row.bottom - top};
}

int StageGeometry::hopAt(QPointF point) const
{
    const auto [first, last] = hopsBetween(point.y(), point.y());
    for (int hop = first; hop <= last; ++hop) {
        if (hopRect(hop).contains(point)) {
            return hop;
        }
    }
    return -1;
}

std::pair<int, int> StageGeometry::hopsBetween(qreal top, qreal bottom) const
{
    const auto first =
        std::lower_bound(m_rows.begin(), m_rows.end(), top, [](const Row &row, qreal y) { return row.bottom < y; });
    const auto after =
        std::upper_bound(first, m_rows.end(), bottom, [](qreal y, const Row &row) { return y < row.top; });
    if (first == after) {
        return {0, -1};
    }
    return {int(first - m_rows.begin()), int(after - m_rows.begin()) - 1};
}

} // namespace Detour
