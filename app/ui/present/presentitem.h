// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/requestdraft.h"

namespace Detour {

/// One thing that is shown one after another: words, or a request that is loaded, sent and watched.
struct PresentItem
{
    QString over;                      ///< the small line: "The form that vanished"
    QString title;                     ///< of the slide; over the stage until there is more to tell
    QString markdown;                  ///< of a slide
    StatusCode status = 0;             ///< of the sign beside the title; 0: Detour’s own
    std::optional<RequestDraft> draft; ///< a stage with this request; absent: a slide
    QString question; ///< asked at each redirection before the next request goes out; empty: it plays without asking
    QString notes;    ///< Markdown for the teacher alone
    int place = 0;    ///< of its lesson as LessonPlayer counts: 0 the aim, then the steps, then what comes after them

    [[nodiscard]] bool isStage() const { return draft.has_value(); }
};

} // namespace Detour
