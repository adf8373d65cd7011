// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/misconceptions.h"
#include "session/prediction.h"
#include "ui/predict/votetally.h"

namespace Detour {

/// What is asked: "What is sent after the 302?"
[[nodiscard]] QString questionSentence(const PredictionQuestion &question);

/// What was really sent: "The lab received GET /thanks without a body."; "was sent" where the lab does not say so.
[[nodiscard]] QString gradeSentence(const PredictionQuestion &question, const PredictionGrade &grade);

/// A wrong idea that the votes show. Plain text.
struct ShownMistake
{
    QString name;   ///< "302 keeps POST"
    QString why;    ///< what is true instead
    QString clause; ///< the words of the link
    QString link;   ///< "page:302#next" or an https URL
};

/// That of the wrong option that most voted for. Where nobody has named it, it has no name, and leads to the page of
/// the code. Nothing where nobody was wrong.
[[nodiscard]] std::optional<ShownMistake> shownMistake(const PredictionQuestion &question, const PredictionGrade &grade,
                                                       const VoteTally &votes, const Misconceptions &misconceptions);

} // namespace Detour
