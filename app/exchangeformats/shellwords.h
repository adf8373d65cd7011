// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/result.h"

#include <QByteArray>
#include <QList>

namespace Detour {

struct ShellLine
{
    QList<QByteArray> words;
    QByteArray rest; ///< from the first | ; & < or > on, which end the words; empty: nothing follows
};

/// The words of a command as a POSIX shell reads them: white space parts them; '…', "…", $'…' and backslashes quote;
/// a backslash before a line end joins lines. Line ends part words, too: copied commands often lost their backslashes.
/// Nothing is expanded: "$HOME" stays as it stands. Error "bad-words" for a quote that is not closed.
[[nodiscard]] Result<ShellLine> shellWords(QByteArrayView command);

/// One word that a POSIX shell reads as exactly `bytes`. Control characters and bytes that are no UTF-8 are written as
/// $'…', which bash, zsh, ksh and the shells of POSIX 2024 know. NUL cannot stand in any argument: it is left out.
[[nodiscard]] QByteArray shellQuoted(QByteArrayView bytes);

} // namespace Detour
