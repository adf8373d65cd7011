// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "lab/publishedscripts.h"
#include "lab/scriptmounts.h"
#include "lab/transcript.h"

#include <QElapsedTimer>

#include <chrono>

namespace Detour {

struct LabLimits
{
    int connections = 256;
    std::chrono::milliseconds idle{30'000};  ///< without a byte in either direction; a head is whole within it
    std::chrono::milliseconds linger{2'000}; ///< after the last answer, until the client closes too
};

/// What all connections of one run share; it outlives them.
struct LabContext
{
    Transcript &transcript;
    ScriptMounts &mounts;
    PublishedScripts &published;
    LabLimits limits;
    QElapsedTimer clock; ///< since the lab started

    [[nodiscard]] double now() const { return double(clock.nsecsElapsed()) / 1e6; } ///< ms
};

} // namespace Detour
