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
/// The same without --as: the plan has no policy yet.
[[nodiscard]] Result<TracePlan> requestPlan(const CommandLine &line, int inputDescriptor);

/// The client that one word of --as names. Errors: "bad-words" with the nearest known one, "bad-policy".
[[nodiscard]] Result<ClientPolicy> clientNamed(const QByteArray &typed, const PolicyCatalog &policies);

/// What a command ends with after an error that came before the first request.
[[nodiscard]] int exitCodeOf(const Error &error);

} // namespace Detour
