// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/textreporter.h"
#include "document/policycatalog.h"
#include "exchangeformats/tracefile.h"

namespace Detour {

namespace {

int printLesson(const QString &file, const CommandContext &context)
{
    const Result<Lesson> lesson = readLessonFile(file);
    if (!lesson) {
        return context.complain(lesson.error().message, exitFile);
    }
    context.out.write(lessonText(*lesson));
    return context.finish();
}

} // namespace

int runNamedFile(const QByteArray &file, const CommandContext &context)
{
    if (isLessonFile(QString::fromLocal8Bit(file))) {
        return printLesson(QString::fromLocal8Bit(file), context);
    }
    Result<RedirectChain> chain = readTraceFile(QString::fromLocal8Bit(file));
    if (!chain) {
        return context.complain(chain.error().message, exitFile);
    }
    const PolicyCatalog policies(context.content);
    if (const Result<ClientPolicy> policy = policies.policy(chain->clientId)) {
        chain->clientName = policy->name;
    }
    // What the file holds was masked when it was written, or is shown because its writer asked for it.
    TextReporter reporter(context.out, {context.isColoured, true});
    reporter.tell(*chain);
    return context.finish();
}

} // namespace Detour
