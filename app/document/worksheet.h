// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/lessonfile.h"
#include "document/policycatalog.h"

namespace Detour {

// A lesson on paper, as Markdown that any program shows: capsules, signs and links of the window have become words.

/// For the learner: each step with what is asked and room to write, and nothing that gives an answer away.
[[nodiscard]] QString worksheetMarkdown(const Lesson &lesson);

/// For the teacher: what is sent next and why, with the clause; what to remember; the solution; the notes.
[[nodiscard]] QString answerKeyMarkdown(const Lesson &lesson, const PolicyCatalog &policies);

/// The lesson to be read from beginning to end, with the capsules and links of the window.
[[nodiscard]] QString lessonMarkdown(const Lesson &lesson);

/// The request of an exercise as a person would write it down: method and URL, fields, body, client.
[[nodiscard]] QString exerciseRequestText(const ExerciseRequest &request);
/// "URL and client": what may be changed, as a sentence has it; "nothing" for none.
[[nodiscard]] QString controlsInWords(RequestControls controls);

} // namespace Detour
