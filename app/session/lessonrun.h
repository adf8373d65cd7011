// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/lessonfile.h"
#include "session/requestdraft.h"

namespace Detour {

class MemoryKeeper;

/// What a step of a lesson sends, as it stands in the request bar. The step must have an example.
[[nodiscard]] RequestDraft draftOfStep(const LessonStep &step);

/// What stands in the request bar when an exercise begins.
[[nodiscard]] RequestDraft draftOfExercise(const ExerciseRequest &request);

/// Drops what a client remembers of the hosts that the lesson's steps name, so that its first step that remembers
/// begins as if nothing had been.
void forgetLesson(MemoryKeeper &memory, const Lesson &lesson);

} // namespace Detour
