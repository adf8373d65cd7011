// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/commandcontext.h"
#include "document/lessonfile.h"

namespace Detour {

/// Runs one command, help and version included; returns the exit code. Needs a QCoreApplication. `content` of the
/// context is replaced where --content names another folder. The window and `screenshots` are the caller's.
[[nodiscard]] int runCommand(const CommandLine &line, CommandContext context);

/// The folder of --content, or the built-in content. Error "no-content" if it is no folder.
[[nodiscard]] Result<ContentStore> contentOf(const CommandLine &line);

int runPage(const CommandLine &line, const CommandContext &context);
int runLesson(const CommandLine &line, const CommandContext &context);
int runTrace(const CommandLine &line, const CommandContext &context);
int runCompare(const CommandLine &line, const CommandContext &context);
int runLab(const CommandLine &line, const CommandContext &context);
int runClients(const CommandLine &line, const CommandContext &context);
int runDecide(const CommandContext &context);
/// The example of a page, played in the terminal: what Detour does where no window can open.
int runExample(const CommandLine &line, const CommandContext &context);
/// A lesson as it is read in a terminal.
[[nodiscard]] QString lessonText(const Lesson &lesson);
/// A saved trace, printed as it was told when it ran, or the text of a lesson; nothing is sent.
int runNamedFile(const QByteArray &file, const CommandContext &context);

} // namespace Detour
