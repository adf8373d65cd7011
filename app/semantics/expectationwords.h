// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/expectation.h"

#include <QString>

namespace Detour {

/// One option as it is shown. Plain text; what comes from the network is bounded and made safe.
struct ExpectationWords
{
    QString title;    ///< "POST", drawn as a capsule; "Nothing"
    QString detail;   ///< "with the body, without Authorization"
    QString sentence; ///< "POST is sent with the body, without Authorization."
};

/// `all`: the options that it stands among. What is the same in each of them, such as the target, goes without saying.
[[nodiscard]] ExpectationWords expectationWords(const Expectation &option, const QList<Expectation> &all,
                                                const Request &request);

/// Where an option leads, for a sentence: origin form within the request's origin, else all of it.
[[nodiscard]] QString expectationTargetWord(const Expectation &option, const Request &request);

} // namespace Detour
