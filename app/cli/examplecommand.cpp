// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/tracerunner.h"
#include "document/markdownhtml.h"
#include "session/examplerun.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

QString windowHint(const CommandContext &context)
{
    if (!context.hasWindow) {
        return u"This build of Detour has no window. “detour --help” lists what it does here.\n"_s;
    }
    return u"To get the window, start detour where a display is:\nDISPLAY or WAYLAND_DISPLAY is set there.\n"
           "“detour --help” lists what it does here.\n"_s;
}

Result<RedirectChain> play(const Example &example, const ClientPolicy &policy, const CommandContext &context,
                           Session &session)
{
    TextReporter reporter(context.out, {context.isColoured, false});
    return runToEnd(session, specForScript(example.script, policy), &reporter);
}

} // namespace

int runExample(const CommandLine &line, const CommandContext &context)
{
    Session session(context.content, {}, context.version);
    const QString slug = QString::fromLatin1(line.argument().value_or("307"));
    const Result<const Page *> page = session.pages().page(slug);
    if (!page) {
        return context.complain(page.error().message, exitFile);
    }
    int code = exitDone;
    if (const Example *example = (*page)->firstRunnable()) {
        const Result<ClientPolicy> policy = session.policies().policy(u"fetch"_s);
        if (!policy) {
            return context.complain(policy.error().message, exitFile);
        }
        context.out.write(u"%1 %2: %3\n\n"_s.arg(QString::number((*page)->code), (*page)->title, example->title));
        const Result<RedirectChain> chain = play(*example, *policy, context, session);
        if (!chain) {
            return context.complain(chain.error().message, exitNetwork);
        }
        // An example that shows a stop has done its work by stopping.
        code = chain->outcome == Outcome::Failed ? exitCodeOf(*chain) : exitDone;
    } else {
        context.out.write(pageToText(**page));
    }
    context.out.write(u'\n' + windowHint(context));
    return context.finish(code);
}

} // namespace Detour
