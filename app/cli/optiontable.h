// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Detour {

/// One option of a command: what the parser, the help and "did you mean" know of it.
struct OptionSpec
{
    QByteArray name;           ///< long name, without dashes
    char letter = 0;           ///< 'X' for -X; 0: none
    QByteArray alias;          ///< a second long name; may be empty
    QByteArray value;          ///< what the help calls its value, "METHOD"; empty: the option takes none
    QList<QByteArray> choices; ///< the only values it takes; empty: any
    QString help;

    [[nodiscard]] bool takesValue() const { return !value.isEmpty(); }
    [[nodiscard]] bool isNamed(const QByteArray &longName) const
    {
        return longName == name || (!alias.isEmpty() && longName == alias);
    }
};

/// One command and its words.
struct CommandSpec
{
    QByteArray name;     ///< empty: the program without a command
    QByteArray argument; ///< what its one argument is called, "URL"; empty: it takes none
    bool needsArgument = false;
    bool needsWindow = false; ///< unknown in a build without one
    QString summary;
    QString details;           ///< examples and the like, printed as they stand; may be empty
    QList<OptionSpec> options; ///< without the global ones

    [[nodiscard]] const OptionSpec *option(const QByteArray &longName) const;
    [[nodiscard]] const OptionSpec *option(char letter) const;
};

/// --content, --help and --version: known everywhere.
[[nodiscard]] const QList<OptionSpec> &globalOptions();

/// The command of that name, or null. The empty name is the program itself.
[[nodiscard]] const CommandSpec *findCommand(const QByteArray &name, bool hasWindow);
/// In the order of the help, the program itself left out.
[[nodiscard]] QList<const CommandSpec *> commands(bool hasWindow);

} // namespace Detour
