// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "story/frame.h"

namespace Detour {

/// What the present view says about a moment, from what its frame tells and nothing else.
struct MomentWords
{
    QString before;        ///< "302 Found", "Not sent yet"; empty where the title says it
    QString client;        ///< "Browsers (Fetch)"
    QString title;         ///< "POST becomes GET"
    StatusCode status = 0; ///< of the last answer that is told whole; 0: none yet
    bool isStopped = false;

    /// The small line over the title: "302 Found · Browsers (Fetch)".
    [[nodiscard]] QString over() const;
};

[[nodiscard]] MomentWords momentWords(const Storyboard &board, const Frame &frame);

/// One mark of the row at the foot.
struct StripMark
{
    enum class Kind {
        Request,
        Sign, ///< a redirection
        Done, ///< the final answer
        Stop,
        Open, ///< a question: something comes, or nothing does
    };
    Kind kind = Kind::Request;
    StatusCode status = 0; ///< of Sign and Done

    friend bool operator==(const StripMark &, const StripMark &) = default;
};

/// The marks of what the playhead has reached. With `asks` an open mark follows, whatever really comes.
[[nodiscard]] QList<StripMark> stripMarks(const Storyboard &board, const Frame &frame, bool asks);

} // namespace Detour
