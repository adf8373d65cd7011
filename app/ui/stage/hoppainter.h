// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "story/frame.h"
#include "ui/stage/stagegeometry.h"
#include "ui/stage/stageink.h"
#include "ui/widgets/signpainter.h"
#include "ui/widgets/tokenpainter.h"

namespace Detour {

/// One hop at one moment, with what its neighbours say about it.
struct HopScene
{
    const HopDrawing *drawing = nullptr;
    HopFrame frame;
    std::optional<HopFrame> next; ///< once the next hop has begun
    bool selected = false;
    bool hovered = false;
    bool focused = false;
    bool waiting = false; ///< the story was not started: the capsule stands larger at the client
    bool held = false;    ///< somebody is asked first: it is not on its way
};

/// Draws one hop: its request, its answer and what ends it. What has no progress is not drawn.
class HopPainter final
{
public:
    /// All must outlive the painter.
    HopPainter(const StageInk &ink, const StageGeometry &geometry, const HopScene &scene)
        : m_ink(ink)
        , m_geometry(geometry)
        , m_scene(scene)
        , m_drawing(*scene.drawing)
        , m_frame(scene.frame)
    {}

    static constexpr qreal tokenHeight = 20; ///< of a credential beside its capsule
    static constexpr qreal tokenGap = 2;

    void paint() const;
    /// What is seen of the hop’s own capsule and its tokens, for outline and focus ring.
    [[nodiscard]] QRectF capsuleRect() const;

private:
    // hoppainter.cpp
    void paintRequest() const;
    /// Capsule and tokens, their left end at `left`, on the request's row.
    void paintLoaded(qreal left, qreal squash) const;
    [[nodiscard]] qreal loadedWidth() const;
    void paintArrow(qreal capsuleWidth) const;
    void paintTravelling(qreal width) const;
    void paintRequestWords(qreal capsuleWidth) const;
    qreal paintRound(QPointF at, qreal width) const; ///< which round of a cycle this is; returns what it took
    void paintChangeMark() const;
    void paintAnswer() const;
    void paintAnswerWords(qreal head) const;
    void paintEnd() const;
    void paintOutline() const;
    // memorypainter.cpp
    void paintRecall() const;
    void paintRecallWords(qreal left) const;
    // loadpainter.cpp
    void paintCopiedTokens(QPointF capsuleEnd, qreal squash) const;
    void paintFallingToken() const;
    void paintTurningPadlock() const;
    [[nodiscard]] QStringList keptCredentials() const; ///< after a turn
    [[nodiscard]] qreal fallenSheetRight() const;      ///< where a fallen token finds room beside a fallen sheet
    // questionpainter.cpp
    void paintQuestion() const;
    // turnpainter.cpp
    void paintTurn() const;
    void paintCopy() const;
    void paintFlipMarks(const QRectF &capsule) const;
    void paintFallingSheet() const;
    void paintVerdict() const;
    qreal paintVerdictWords(const QRectF &room, bool draw) const;
    qreal paintVerdictCapsules(const QRectF &room, bool draw) const;
    [[nodiscard]] qreal chipsWidth() const; ///< of what was struck out, gaps included
    qreal paintChips(qreal left, const QRectF &room, bool draw) const;
    qreal paintGains(qreal left, const QRectF &room, bool draw) const; ///< chips of what was added and what was kept
    void paintStop() const;
    void paintStopWords() const;
    [[nodiscard]] Capsule copyOfCapsule() const;

    const StageInk &m_ink;
    const StageGeometry &m_geometry;
    const HopScene &m_scene;
    const HopDrawing &m_drawing;
    const HopFrame &m_frame;
};

} // namespace Detour
