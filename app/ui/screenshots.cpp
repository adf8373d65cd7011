// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/screenshots.h"

#include "ui/compare/comparecontroller.h"
#include "ui/compare/comparestages.h"
#include "ui/compare/compareview.h"
#include "ui/mainwindow.h"
#include "ui/pages/pageview.h"
#include "ui/playground/playground.h"
#include "ui/stage/stageclock.h"
#include "ui/stage/stagewidget.h"
#include "ui/themecontroller.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr QSize mainSize(1440, 900);
constexpr int longestTrace = 10'000;  // ms
constexpr int longestChild = 300'000; // ms

/// Lets events run until `done`, at most `timeout` ms.
void waitUntil(const std::function<bool()> &done, int timeout)
{
    QElapsedTimer elapsed;
    elapsed.start();
    QTimer wakes; // or processEvents() would sleep through the deadline
    wakes.start(5);
    while (!done() && elapsed.elapsed() < timeout)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

const Example *stoppedExample(const Page &page)
{
    for (const Example &example : page.examples) {
        if (example.runnable && !example.next.isEmpty() && example.next.constLast().stops)
            return &example;
    }
    return nullptr;
}

/// The middle of the first flip; of the first verdict where nothing flips.
qreal turningPoint(const Storyboard &board)
{
    for (const BeatKind kind : {BeatKind::Flip, BeatKind::Verdict}) {
        for (const Beat &beat : board.beats()) {
            if (beat.kind == kind)
                return beat.start + beat.duration * 0.4;
        }
    }
    return 0;
}

QString suffix(ThemeMode mode, const QSize &size)
{
    const QString scale = qApp->devicePixelRatio() > 1 ? u"@2x"_s : QString();
    return QString((mode == ThemeMode::Dark ? u"-dark-"_s : u"-light-"_s) + QString::number(size.width()) + u'x'
                   + QString::number(size.height()) + scale + u".png"_s);
}

} // namespace

Screenshots::Screenshots(QApplication &application, Session &session, QString folder)
    : m_application(application)
    , m_session(session)
    , m_folder(std::move(folder))
{}

QList<Screenshots::Scene> Screenshots::scenes()
{
    return {
        {u"first-start"_s, u"welcome"_s, State::FirstStart},
        {u"main-302"_s, u"302"_s, State::Finished},
        {u"main-307"_s, u"307"_s, State::Finished},
        {u"turn-302"_s, u"302"_s, State::MidTurn},
        {u"turn-307"_s, u"307"_s, State::MidTurn},
        {u"stopped"_s, u"302"_s, State::Stopped},
        {u"refused"_s, u"302"_s, State::Refused},
        {u"compare"_s, u"302"_s, State::Compared},
        {u"compare-beside"_s, u"302"_s, State::Beside},
    };
}

QList<Screenshots::Scene> Screenshots::pageScenes()
{
    QList<Scene> result;
    for (const StatusCode code : referenceStatusCodes())
        result.append({QString(u"page-"_s + QString::number(code)), QString::number(code), State::PageOnly});
    return result;
}

bool Screenshots::writeAll(bool quick)
{
    if (!QDir().mkpath(m_folder)) {
        std::fprintf(stderr, "detour: cannot make the folder %s\n", qPrintable(m_folder));
        return false;
    }
    QList<QSize> sizes{mainSize};
    if (!quick)
        sizes.append({{1024, 700}, {1280, 800}, {1920, 1080}});
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        for (const Scene &scene : scenes()) {
            if (!writeScene(scene, mode, sizes))
                return false;
        }
        for (const Scene &scene : pageScenes()) {
            if (!writeScene(scene, mode, {mainSize}))
                return false;
        }
    }
    return quick || qApp->devicePixelRatio() > 1 || writeAtDoubleScale();
}

bool Screenshots::writeScene(const Scene &scene, ThemeMode mode, const QList<QSize> &sizes)
{
    // A window of its own, with no memory: the same picture whatever was drawn before.
    const QTemporaryDir forgotten;
    QSettings store(forgotten.filePath(u"detour.ini"_s), QSettings::IniFormat);
    Settings settings(store);
    ThemeController theme;
    theme.setMode(mode);
    theme.installOn(m_application);
    MainWindow window(m_session, theme, settings);
    window.setAttribute(Qt::WA_DontShowOnScreen);
    window.resize(sizes.constFirst());
    window.start(scene.slug);
    window.show();
    play(window, scene);
    for (const QSize &size : sizes) {
        if (!save(window, scene.name, mode, size))
            return false;
    }
    return true;
}

void Screenshots::play(MainWindow &window, const Scene &scene)
{
    Playground &playground = window.playground();
    switch (scene.state) {
    case State::FirstStart:
    case State::PageOnly:
        return;
    case State::Compared:
    case State::Beside:
        compare(window, scene);
        return;
    case State::Finished:
    case State::MidTurn:
    case State::Stopped:
        playExample(window, scene);
        break;
    case State::Refused: {
        RequestDraft draft;
        draft.url = u"http://127.0.0.1:1/"_s;
        playground.sendDraft(draft);
        break;
    }
    }
    waitUntil([&playground] { return !playground.isRunning(); }, longestTrace);
    StageClock &clock = playground.clock();
    clock.pause();
    const auto *stage = playground.findChild<StageWidget *>();
    clock.setTime(scene.state == State::MidTurn && stage ? turningPoint(stage->storyboard()) : clock.duration());
}

void Screenshots::compare(MainWindow &window, const Scene &scene)
{
    constexpr int fetch = 0;
    constexpr int curlX = 3; // in the clients' own order
    window.showView(u"compare"_s);
    CompareView &view = window.compareView();
    waitUntil([&view] { return !view.controller().isRunning(); }, longestTrace);
    if (scene.state == State::Beside) {
        view.showSideBySide(fetch, curlX);
        StageClock *clock = view.stages()->leftStage()->clock();
        clock->pause();
        clock->setTime(clock->duration());
    }
}

void Screenshots::playExample(MainWindow &window, const Scene &scene)
{
    const auto page = m_session.pages().page(scene.slug);
    if (!page)
        return;
    const Example *example = scene.state == State::Stopped ? stoppedExample(**page) : (*page)->firstRunnable();
    if (example)
        window.playground().runExample(scene.slug, *example);
}

bool Screenshots::save(MainWindow &window, const QString &name, ThemeMode mode, const QSize &size) const
{
    window.resize(size);
    // Layouts that settle in several steps, and text that flows a moment after the last resize.
    waitUntil([] { return false; }, 120);
    const QString path = QDir(m_folder).filePath(name + suffix(mode, size));
    if (!window.grab().save(path)) {
        std::fprintf(stderr, "detour: cannot write %s\n", qPrintable(path));
        return false;
    }
    std::printf("%s\n", qPrintable(path));
    std::fflush(stdout);
    return true;
}

bool Screenshots::writeAtDoubleScale() const
{
    // Qt reads the scale once, at the start of a process.
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_SCALE_FACTOR"_s, u"2"_s);
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::ForwardedChannels);
    child.start(QCoreApplication::applicationFilePath(), {u"screenshots"_s, m_folder, u"--quick"_s});
    return child.waitForFinished(longestChild) && child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0;
}

} // namespace Detour
