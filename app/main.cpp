// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "document/lessoncatalog.h"
#include "exchangeformats/tracefile.h"
#include "session/hostmap.h"
#ifdef DETOUR_GUI
#    include "ui/runwindow.h"

#    include <QApplication>
#endif

#include <QCoreApplication>
#include <QStandardPaths>

#include <clocale>
#include <csignal>
#include <fcntl.h>
#include <langinfo.h>
#include <unistd.h>

using namespace Detour;

namespace {

#ifdef DETOUR_GUI
constexpr bool hasWindow = true;
#else
constexpr bool hasWindow = false;
#endif

/// Qt needs UTF-8 and would say so on standard error at each start under LC_ALL=C.
void ensureUtf8Locale()
{
    std::setlocale(LC_ALL, "");
    if (qstrcmp(nl_langinfo(CODESET), "UTF-8") != 0) {
        qputenv("LC_ALL", "C.UTF-8");
    }
}

/// A number that `<&-` left free would go to the next socket, which would then pass for standard input. What stands in
/// for a closed descriptor refuses as it would: it can be opened, but not used.
void occupyStandardDescriptors()
{
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) { // open() gives the lowest free one
        if (::fcntl(descriptor, F_GETFD) == -1 && ::open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY) == -1) {
            return;
        }
    }
}

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("detour"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DETOUR_VERSION));
}

/// Of this user, for what Detour keeps. The application must have its name.
QString dataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

#ifdef DETOUR_GUI

bool hasDisplay()
{
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
           || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

bool needsWindow(const CommandLine &line)
{
    const bool isWindow = line.command().isEmpty() && hasDisplay();
    return (isWindow || line.command() == "screenshots") && !line.wantsHelp() && !line.wantsVersion();
}

/// What the words ask of the window, with the files that they name read. An error is that of the file.
std::optional<Error> readRequest(const CommandLine &line, const ContentStore &content, WindowRequest &request)
{
    const std::optional<QByteArray> file = line.namedFile();
    if (const std::optional<QByteArray> word = line.value("present")) {
        const Result<Lesson> lesson = LessonCatalog(content).lessonOrFile(QString::fromLocal8Bit(*word));
        if (!lesson) {
            return lesson.error();
        }
        request.presentLesson = *lesson;
    } else if (file && isLessonFile(QString::fromLocal8Bit(*file))) {
        request.file = QString::fromLocal8Bit(*file);
        const Result<Lesson> lesson = readLessonFile(request.file);
        if (!lesson) {
            return lesson.error();
        }
        request.lesson = *lesson;
    } else if (file) {
        request.file = QString::fromLocal8Bit(*file);
        const Result<RedirectChain> trace = readTraceFile(request.file);
        if (!trace) {
            return trace.error();
        }
        request.trace = *trace;
    } else if (line.command().isEmpty() && line.argument()) {
        request.code = line.argument()->toInt();
    }
    return std::nullopt;
}

int runInWindow(const CommandLine &line, const CommandContext &context, int argc, char *argv[])
{
    const Result<ContentStore> content = contentOf(line);
    if (!content) {
        return context.complain(content.error().message, exitFile);
    }
    if (!hasDisplay()) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    WindowRequest request;
    if (const std::optional<Error> problem = readRequest(line, *content, request)) {
        return context.complain(problem->message, problem->code == u"no-lesson" ? exitBadWords : exitFile);
    }
    QApplication application(argc, argv);
    nameApplication();
    const bool isWindow = line.command().isEmpty();
    Session session(*content, isWindow ? defaultLabPorts : LabPorts(), context.version);
    if (!isWindow) {
        return runScreenshots(application, session, QString::fromLocal8Bit(*line.argument()), line.has("quick"));
    }
    session.keepCertificateIn(dataFolder());
    request.progressFile = dataFolder() + u"/progress.json";
    return runWindow(application, session, request);
}

#endif

bool wantsColour()
{
    return ::isatty(STDOUT_FILENO) == 1 && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
}

QList<QByteArray> wordsOf(int argc, char *argv[])
{
    QList<QByteArray> words;
    for (int i = 1; i < argc; ++i) {
        words.append(argv[i]);
    }
    return words;
}

} // namespace

int main(int argc, char *argv[])
{
    occupyStandardDescriptors();
    ensureUtf8Locale();
    std::signal(SIGPIPE, SIG_IGN); // `detour … | head` ends by the failed write
    DescriptorOutput out(STDOUT_FILENO);
    DescriptorOutput err(STDERR_FILENO);
    CommandContext context{out,           err,
                           STDIN_FILENO,  QByteArrayLiteral(DETOUR_VERSION),
                           hasWindow,     ::isatty(STDOUT_FILENO) == 1,
                           wantsColour(), ContentStore(),
                           QString()};
    const Result<CommandLine> line = CommandLine::parse(wordsOf(argc, argv), hasWindow);
    if (!line) {
        return context.complain(line.error().message, exitBadWords);
    }
#ifdef DETOUR_GUI
    if (needsWindow(*line)) {
        return runInWindow(*line, context, argc, argv);
    }
#endif
    QCoreApplication application(argc, argv);
    nameApplication();
    context.dataFolder = dataFolder();
    return runCommand(*line, context);
}
