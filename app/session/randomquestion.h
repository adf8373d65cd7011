// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/policycatalog.h"
#include "session/tracerun.h"

#include <QRandomGenerator>

namespace Detour {

/// A request that nobody wrote, the answers that the lab has for it, and the client that sends it: what comes next is
/// for Prediction to ask and for the lab to grade.
struct RandomQuestion
{
    Script script; ///< one redirection and a 200 where it leads to, at times two redirections
    QString client;
};

/// `clients`: ids to choose among, not empty. Every host is NAME.localhost:8307. The same source gives the same
/// questions.
[[nodiscard]] RandomQuestion randomQuestion(QRandomGenerator &random, const QStringList &clients);

/// The trace that asks it, without a gate. Errors of PolicyCatalog::policy().
[[nodiscard]] Result<TraceSpec> specForQuestion(const RandomQuestion &question, const PolicyCatalog &policies);

} // namespace Detour
