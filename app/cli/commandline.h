// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/optiontable.h"
#include "semantics/result.h"

#include <QHash>

#include <optional>

namespace Detour {

/// The words of one call, read against the option table. Bytes, because a body or a field may be no UTF-8.
class CommandLine final
{
public:
    /// `words` without the program's name. Options may stand before and after the argument, as -XPOST, -X POST,
    /// --request=POST or --request POST, single letters joined (-kXPOST); "--" ends them.
    /// Error "bad-words": one sentence that names the word and the mend.
    [[nodiscard]] static Result<CommandLine> parse(const QList<QByteArray> &words, bool hasWindow);

    /// Empty: the program itself (window, or the terminal's example).
    [[nodiscard]] QByteArray command() const { return m_spec->name; }
    [[nodiscard]] const CommandSpec &spec() const { return *m_spec; }
    [[nodiscard]] std::optional<QByteArray> argument() const { return m_argument; }
    /// The program's argument, where it names a file and no code: a saved trace or a lesson, by what stands in it.
    [[nodiscard]] std::optional<QByteArray> namedFile() const;

    [[nodiscard]] bool has(const QByteArray &option) const { return m_values.contains(option); }
    /// The last value given, as of every option that is not repeatable.
    [[nodiscard]] std::optional<QByteArray> value(const QByteArray &option) const;
    [[nodiscard]] QList<QByteArray> values(const QByteArray &option) const { return m_values.value(option); }
    [[nodiscard]] bool wantsHelp() const { return has("help"); }
    [[nodiscard]] bool wantsVersion() const { return has("version"); }

private:
    friend class CommandLineParser;
    CommandLine() = default;

    const CommandSpec *m_spec = nullptr; ///< lives as long as the program
    std::optional<QByteArray> m_argument;
    QHash<QByteArray, QList<QByteArray>> m_values;
};

/// The text of `detour --help` or `detour COMMAND --help`, at most 80 columns wide.
[[nodiscard]] QString helpText(const CommandSpec &spec, bool hasWindow);

/// A word in a sentence: quoted, shortened, harmless to a terminal.
[[nodiscard]] QString quotedWord(const QByteArray &word);

} // namespace Detour
