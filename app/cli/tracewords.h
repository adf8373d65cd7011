// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/commandline.h"
#include "session/session.h"

#include <QFile>

namespace Detour {

/// What `detour trace` was asked for, all but the target: that needs the lab.
struct TracePlan
{
    TraceSpec spec;
    QByteArray url; ///< as typed
    bool isJson = false;
    bool showsSecrets = false;
    std::optional<QByteArray> outputFile; ///< absent: standard output
    std::shared_ptr<QFile> standardInput; ///< what the body reads from; lives as long as the plan
};

/// Reads the words. Errors: "bad-words" and "no-client" (exit 2); "body-unreadable", "bad-policy" (exit 5).
[[nodiscard]] Result<TracePlan> tracePlan(const CommandLine &line, const PolicyCatalog &policies, int inputDescriptor);

} // namespace Detour
