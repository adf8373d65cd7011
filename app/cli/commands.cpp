// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/commands.h"

#include <QFileInfo>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

int runNamed(const CommandLine &line, const CommandContext &context)
{
    const QByteArray name = line.command();
    if (name == "page") {
        return runPage(line, context);
    }
    if (name == "lesson") {
        return runLesson(line, context);
    }
    if (name == "trace") {
        return runTrace(line, context);
    }
    if (name == "compare") {
        return runCompare(line, context);
    }
    if (name == "lab") {
        return runLab(line, context);
    }
    if (name == "clients") {
        return runClients(line, context);
    }
    if (name == "decide") {
        return runDecide(context);
    }
    if (line.has("present")) {
        return context.complain(u"--present fills a screen, and there is no display: write “detour lesson LESSON”"_s,
                                exitBadWords);
    }
    if (const std::optional<QByteArray> file = line.namedFile()) {
        return runNamedFile(*file, context);
    }
    return runExample(line, context);
}

} // namespace

Result<ContentStore> contentOf(const CommandLine &line)
{
    const std::optional<QByteArray> folder = line.value("content");
    if (!folder) {
        return ContentStore();
    }
    const QString path = QString::fromLocal8Bit(*folder);
    if (!QFileInfo(path).isDir()) {
        return Error{u"no-content"_s, u"--content: %1 is no folder that can be read"_s.arg(quotedWord(*folder))};
    }
    return ContentStore(path);
}

int runCommand(const CommandLine &line, CommandContext context)
{
    if (line.wantsHelp()) {
        context.out.write(helpText(line.spec(), context.hasWindow));
        return context.finish();
    }
    if (line.wantsVersion()) {
        context.out.write(QByteArray("detour " + context.version + '\n'));
        return context.finish();
    }
    Result<ContentStore> content = contentOf(line);
    if (!content) {
        return context.complain(content.error().message, exitFile);
    }
    context.content = *std::move(content);
    return runNamed(line, context);
}

} // namespace Detour
