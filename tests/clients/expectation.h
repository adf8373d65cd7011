// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "clients/job.h"
#include "semantics/clientpolicy.h"

namespace Detour::Test {

/// A Content-Type that the user did not set: of curl and Wget the profiles know it, for they make it from their
/// options; of the others it is the transport's affair.
enum class OwnFields {
    Ignored,
    Compared,
};

/// Walks the chain that begins with the first request as it arrived, each answer as the lab gave it, and says where
/// decide() and the client part: a sentence, or nothing.
[[nodiscard]] QString firstDifference(const Job &job, const QList<TranscriptEntry> &arrived, const Outcome &outcome,
                                      const ClientPolicy &policy, OwnFields ownFields);

} // namespace Detour::Test
