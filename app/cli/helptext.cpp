// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/commandline.h"

#include "cli/textlayout.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype optionColumn = 30;
constexpr qsizetype commandColumn = 14;

/// Two columns; a left word that does not fit has a line of its own.
QString row(const QString &left, const QString &right, qsizetype column)
{
    const QString indent(column, u' ');
    const QString padded = QString(u"  "_s + left).leftJustified(column);
    return padded.size() > column ? padded + u'\n' + wrapped(right, indent, indent) : wrapped(right, padded, indent);
}

QString optionRow(const OptionSpec &option)
{
    QString left = option.letter ? u"-%1, "_s.arg(QLatin1Char(option.letter)) : u"    "_s;
    left += "--"_L1 + QString::fromLatin1(option.name);
    if (option.takesValue()) {
        left += u' ' + QString::fromLatin1(option.value);
    }
    return row(left, option.help, optionColumn);
}

QString optionRows(const QList<OptionSpec> &options)
{
    QString text;
    for (const OptionSpec &option : options) {
        text += optionRow(option);
    }
    return text;
}

QString usage(const CommandSpec &spec)
{
    QString text =
        u"Usage: detour %1"_s.arg(QString::fromLatin1(spec.name)) + (spec.options.isEmpty() ? u""_s : u" [OPTIONS]"_s);
    if (!spec.argument.isEmpty()) {
        text += spec.needsArgument ? u" %1"_s.arg(QString::fromLatin1(spec.argument))
                                   : u" [%1]"_s.arg(QString::fromLatin1(spec.argument));
    }
    return text;
}

QString programHelp(const CommandSpec &spec, bool hasWindow)
{
    QString text = spec.summary + u"\n\nUsage: detour [CODE|FILE]\n       detour COMMAND [OPTIONS] …\n\n"_s;
    text += wrapped(hasWindow ? u"Without a command the window opens, at the page of CODE (300 to 308) or with the "
                                u"saved trace or the lesson in FILE (its "
                                "name ends in .json or holds a /) if one is given."_s
                              : u"Without a command an example is played, that of CODE (300 to 308) if it is given; of "
                                u"a saved trace in FILE "
                                "(its name ends in .json or holds a /) every hop is printed, of a lesson its text."_s,
                    {}, {});
    text += u"\nCommands:\n"_s;
    for (const CommandSpec *command : commands(hasWindow)) {
        text += row(QString::fromLatin1(command->name), command->summary, commandColumn);
    }
    if (hasWindow) {
        text += u"\nOptions of the window:\n"_s + optionRows(spec.options);
    }
    return text + u"\nOptions everywhere:\n"_s + optionRows(globalOptions()) + u"\nMore: detour COMMAND --help\n"_s;
}

} // namespace

QString helpText(const CommandSpec &spec, bool hasWindow)
{
    if (spec.name.isEmpty()) {
        return programHelp(spec, hasWindow);
    }
    const QString summary = spec.summary.at(0).toUpper() + spec.summary.sliced(1) + u'.';
    return usage(spec) + u"\n\n"_s + summary + u"\n"_s + (spec.details.isEmpty() ? QString() : u'\n' + spec.details)
           + u"\nOptions:\n"_s + optionRows(spec.options + globalOptions());
}

} // namespace Detour
