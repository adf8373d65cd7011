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

Result<RedirectChain> play(const TraceSpec &spec, const CommandContext &context, Session &session)
{
    TextReporter reporter(context.out, {context.isColoured, false});
    return runToEnd(session, spec, &reporter);
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
        const Result<TraceSpec> spec = specForExample(*example, session.policies());
        if (!spec) {
            return context.complain(spec.error().message, exitFile);
        }
        context.out.write(u"%1 %2: %3\n\n"_s.arg(QString::number((*page)->code), (*page)->title, example->title));
        const Result<RedirectChain> chain = play(*spec, context, session);
        if (!chain) {
            return context.complain(chain.error().message, exitNetwork);
        }
        // An example that shows a stop has done its work by stopping.
        code = chain->outcome == Outcome::Failed ? exitCodeOf(*chain) : exitDone;
    } else {
        PageOptions options;
        options.catalog = &session.pages();
        context.out.write(pageToText(**page, 80, options));
    }
    context.out.write(u'\n' + windowHint(context));
    return context.finish(code);
}

} // namespace Detour
