// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "story/storyboard.h"

#include <QSize>

namespace Detour::Test {

/// One picture of the stage: a story at a moment.
struct StageScene
{
    QString name;
    Storyboard board;
    qreal time = 0; ///< ms
    QSize size;     ///< logical pixels
    bool dark = false;
};

/// Everything that the stage can draw, a scene each.
[[nodiscard]] QList<StageScene> stageScenes();

/// A GET over eight origins.
[[nodiscard]] RedirectChain eightOrigins();
/// A POST with Authorization and Cookie that http redirects to another host and that to https and back.
[[nodiscard]] RedirectChain credentialsOverHosts();

} // namespace Detour::Test
