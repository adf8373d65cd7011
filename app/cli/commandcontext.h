// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/commandline.h"
#include "cli/output.h"
#include "document/contentstore.h"

namespace Detour {

/// The exit codes (interface.md); those of a trace that ended are exitCodeOf(chain).
enum ExitCode : int {
    exitDone = 0,
    exitBadWords = 2,
    exitNetwork = 4,
    exitFile = 5,
};

/// What a command reads from and writes to. The references must outlive the command.
struct CommandContext
{
    Output &out; ///< results
    Output &err; ///< everything else
    int inputDescriptor = 0;
    QByteArray version;
    bool hasWindow = false;  ///< of this build
    bool isTerminal = false; ///< `out` is one
    bool isColoured = false;
    ContentStore content;
    QString dataFolder = {}; ///< where the lab keeps its certificate; empty: nowhere

    /// "detour: sentence", one line. Returns `code`, so that a command can end with it.
    int complain(const QString &sentence, int code) const
    {
        err.write(QStringLiteral("detour: ") + sentence + u'\n');
        return code;
    }
    /// What the command ends with if all it had to say was said: writing may have failed.
    [[nodiscard]] int finish(int code = exitDone) const
    {
        const QString trouble = out.trouble();
        return trouble.isEmpty() ? code
                                 : complain(QStringLiteral("the output cannot be written: ") + trouble, exitFile);
    }
};

} // namespace Detour
