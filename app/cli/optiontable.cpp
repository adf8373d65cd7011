// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/optiontable.h"

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

OptionSpec formatOption(const QList<QByteArray> &choices)
{
    return {"format", 0,
            {},       choices.join('|'),
            choices,  u"how to write it; %1 unless given"_s.arg(QString::fromLatin1(choices.constFirst()))};
}

CommandSpec programSpec()
{
    CommandSpec spec;
    spec.argument = "CODE|FILE";
    spec.summary = u"Watch what HTTP redirects do to a request."_s;
    spec.options = {{"present", 0, {}, "LESSON", {}, u"fills the screen with a lesson, for a class"_s}};
    return spec;
}

CommandSpec pageSpec()
{
    CommandSpec spec;
    spec.name = "page";
    spec.argument = "CODE|SLUG";
    spec.needsArgument = true;
    spec.summary = u"prints a page of the reference"_s;
    spec.options = {formatOption({"text", "markdown", "html"})};
    return spec;
}

CommandSpec lessonSpec()
{
    CommandSpec spec;
    spec.name = "lesson";
    spec.argument = "LESSON";
    spec.summary = u"lists the lessons, or prints one, its worksheet or answer key"_s;
    spec.details = u"LESSON is a name from the list, or a file of your own (its name ends in .json or\n"
                   "holds a /). Worksheet and key are Markdown.\n"_s;
    spec.options = {
        formatOption({"text", "worksheet", "key"}),
        {"output", 'o', {}, "FILE", {}, u"writes to a file; - is standard output"_s},
    };
    return spec;
}

QList<OptionSpec> requestOptions()
{
    return {
        {"request", 'X', {}, "METHOD", {}, u"the method; GET, or POST with -d"_s},
        {"header", 'H', {}, "'Name: value'", {}, u"adds a field; may be repeated"_s},
        {"data", 'd', {}, "BODY", {}, u"the body; @FILE reads a file, @- standard input"_s},
    };
}

OptionSpec asOption()
{
    return {"as", 0, {}, "CLIENT", {}, u"follows as this client does (detour clients); fetch unless given"_s};
}

QList<OptionSpec> followOptions()
{
    return {
        {"max-redirects", 0, "max-redirs", "N", {}, u"follows at most N redirects; -1: no limit"_s},
        {"location-trusted", 0, {}, {}, {}, u"keeps credentials on the way to other origins"_s},
        {"cookies", 0, {}, {}, {}, u"keeps cookies that answers set, for this trace alone"_s},
        {"no-follow", 0, {}, {}, {}, u"sends the first request only"_s},
        {"insecure", 'k', {}, {}, {}, u"accepts any TLS certificate"_s},
        {"timeout", 0, {}, "SECONDS", {}, u"for each hop, from send to last byte; 30 unless given"_s},
    };
}

QList<OptionSpec> outputOptions()
{
    return {
        formatOption({"text", "json"}),
        {"output", 'o', {}, "FILE", {}, u"writes to a file; - is standard output"_s},
        {"show-secrets", 0, {}, {}, {}, u"shows credentials and cookies, which are masked otherwise"_s},
    };
}

CommandSpec traceSpec()
{
    CommandSpec spec;
    spec.name = "trace";
    spec.argument = "URL";
    spec.needsArgument = true;
    spec.summary = u"sends a request, follows each redirect itself, prints every hop"_s;
    spec.details = u"A URL such as lab:/lab/chain/307/302 is answered by the lab inside Detour.\n\n"
                   "Exit code: 0 a final response was reached, 2 wrong words, 3 stopped by a rule of\n"
                   "redirects, 4 the network failed, 5 a file could not be read or written,\n"
                   "130 Ctrl-C.\n"_s;
    spec.options = requestOptions() + QList{asOption()} + followOptions() + outputOptions();
    return spec;
}

CommandSpec compareSpec()
{
    CommandSpec spec;
    spec.name = "compare";
    spec.argument = "URL";
    spec.needsArgument = true;
    spec.summary = u"sends the same request as every client, side by side"_s;
    spec.details = u"Each client is really sent, by its own rules, one trace beside the other:\n"
                   "a URL outside the lab gets the request once from each of them.\n\n"
                   "Exit code: 0 the clients were compared, 2 wrong words, 4 the network failed for\n"
                   "all of them, 5 a file could not be read or written, 130 Ctrl-C.\n"_s;
    const OptionSpec as{"as", 0, {}, "A,B,...", {}, u"only these clients (detour clients); all unless given"_s};
    spec.options = requestOptions() + QList{as} + followOptions() + outputOptions();
    return spec;
}

CommandSpec labSpec()
{
    CommandSpec spec;
    spec.name = "lab";
    spec.summary = u"runs the lab, a server of redirects on this computer, until Ctrl-C"_s;
    spec.details = u"Prints the addresses of the lab, one a line: http, http on a second port, https.\n"
                   "Where its certificate for https lies is said on standard error.\n"
                   "Ctrl-C is its ordinary end: exit code 0.\n"
                   "GET /lab/ lists what it answers: chains of redirects, loops, faults, httpbin's.\n"_s;
    spec.options = {
        {"port", 0, {}, "N", {}, u"the first port; 8307 or any free one unless given"_s},
        {"log", 0, {}, "json", {"json"}, u"prints one JSON object for each exchange"_s},
    };
    return spec;
}

CommandSpec clientsSpec()
{
    CommandSpec spec;
    spec.name = "clients";
    spec.summary = u"lists the clients that Detour can follow like"_s;
    spec.options = {formatOption({"text", "json"})};
    return spec;
}

CommandSpec decideSpec()
{
    CommandSpec spec;
    spec.name = "decide";
    spec.summary = u"reads one JSON object a line, prints one decision a line"_s;
    spec.details = u"In:  {\"id\":1,\"client\":\"fetch\",\n"
                   "      \"request\":{\"method\":\"POST\",\"url\":\"http://a.test/x\",\"body\":true},\n"
                   "      \"response\":{\"status\":302,\"fields\":[[\"Location\",\"/y\"]]}}\n"
                   "Out: {\"id\":1,\"action\":\"follow\",\"next\":{…},\"changes\":[…],\"reasons\":[…]}\n"
                   "Each on one line, with nothing masked.\n\n"
                   "A line that cannot be read gives {\"id\":…,\"error\":\"…\"}; the exit code is then 2.\n"_s;
    return spec;
}

CommandSpec screenshotsSpec()
{
    CommandSpec spec;
    spec.name = "screenshots";
    spec.argument = "DIR";
    spec.needsArgument = true;
    spec.needsWindow = true;
    spec.summary = u"writes a picture of every view and state, light and dark"_s;
    spec.options = {{"quick", 0, {}, {}, {}, u"one size, both themes"_s}};
    return spec;
}

const QList<CommandSpec> &allCommands()
{
    static const QList<CommandSpec> specs{programSpec(), pageSpec(),    lessonSpec(), traceSpec(),      compareSpec(),
                                          labSpec(),     clientsSpec(), decideSpec(), screenshotsSpec()};
    return specs;
}

template<typename Matches>
const OptionSpec *findOption(const QList<OptionSpec> &options, Matches matches)
{
    for (const QList<OptionSpec> *list : {&options, &globalOptions()}) {
        const auto found = std::find_if(list->cbegin(), list->cend(), matches);
        if (found != list->cend()) {
            return &*found;
        }
    }
    return nullptr;
}

} // namespace

const OptionSpec *CommandSpec::option(const QByteArray &longName) const
{
    return findOption(options, [&longName](const OptionSpec &spec) { return spec.isNamed(longName); });
}

const OptionSpec *CommandSpec::option(char letter) const
{
    return findOption(options, [letter](const OptionSpec &spec) { return spec.letter == letter && letter != 0; });
}

const QList<OptionSpec> &globalOptions()
{
    static const QList<OptionSpec> options{
        {"content", 0, {}, "DIR", {}, u"reads pages and clients from a folder"_s},
        {"help", 'h', {}, {}, {}, u"prints this and ends"_s},
        {"version", 0, {}, {}, {}, u"prints the version and ends"_s},
    };
    return options;
}

const CommandSpec *findCommand(const QByteArray &name, bool hasWindow)
{
    for (const CommandSpec &spec : allCommands()) {
        if (spec.name == name && (hasWindow || !spec.needsWindow)) {
            return &spec;
        }
    }
    return nullptr;
}

QList<const CommandSpec *> commands(bool hasWindow)
{
    QList<const CommandSpec *> known;
    for (const CommandSpec &spec : allCommands()) {
        if (!spec.name.isEmpty() && (hasWindow || !spec.needsWindow)) {
            known.append(&spec);
        }
    }
    return known;
}

} // namespace Detour
