// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/screenshots/lessonscenes.h"

#include "session/learnerprogress.h"
#include "ui/lessons/lessonpane.h"
#include "ui/lessons/lessonplayer.h"
#include "ui/lessons/libraryview.h"
#include "ui/lessons/scenariopane.h"
#include "ui/mainwindow.h"
#include "ui/playground/playground.h"
#include "ui/stage/stageclock.h"

#include <QLineEdit>
#include <QPushButton>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestTrace = 10'000; // ms

void seeToTheEnd(MainWindow &window)
{
    Playground &playground = window.playground();
    runUntil([&playground] { return !playground.isRunning(); }, longestTrace);
    letSettle(); // the last hop is told a moment later
    playground.clock().pause();
    playground.clock().setTime(playground.clock().duration());
    letSettle();
}

Scene lessonAt(const QString &name, int place, bool plays)
{
    return {name, u"302"_s, [place, plays](MainWindow &window) {
                window.openLessonCalled(u"prg"_s);
                LessonPane &pane = window.lessonPane();
                pane.player().goTo(place < 0 ? pane.player().count() + place : place);
                if (plays) {
                    pane.play();
                    seeToTheEnd(window);
                }
                letSettle();
            }};
}

Scene library(const QString &name, const QString &view, const QString &typed)
{
    return {name, u"302"_s, [view, typed](MainWindow &window) {
                window.progress().setLessonDone(u"found-302"_s);
                window.progress().setLessonStep(u"prg"_s, 2);
                window.showView(view);
                (view == u"lessons" ? window.lessonLibrary() : window.scenarioLibrary()).filter()->setText(typed);
                letSettle();
            }};
}

Scene scenario(const QString &name, bool runs)
{
    return {name, u"302"_s, [runs](MainWindow &window) {
                window.openScenarioCalled(u"vanished-comment"_s);
                for (const QString &button : {u"runBroken"_s, u"runFixed"_s}) {
                    if (!runs)
                        continue;
                    window.scenarioPane().findChild<QPushButton *>(button)->click();
                    seeToTheEnd(window);
                }
                letSettle();
            }};
}

/// The exercise as it stands, sent: it is not solved yet.
Scene exercise()
{
    return {u"lesson-exercise"_s, u"302"_s, [](MainWindow &window) {
                window.openLessonCalled(u"prg"_s);
                LessonPlayer &player = window.lessonPane().player();
                player.goTo(player.count() - 2);
                window.playground().send();
                seeToTheEnd(window);
            }};
}

} // namespace

QList<Scene> lessonScenes()
{
    return {library(u"lessons"_s, u"lessons"_s, {}),
            library(u"lessons-none"_s, u"lessons"_s, u"qqqq"_s),
            library(u"scenarios"_s, u"scenarios"_s, {}),
            lessonAt(u"lesson-aim"_s, 0, false),
            lessonAt(u"lesson-step"_s, 1, false),
            lessonAt(u"lesson-done"_s, -1, false),
            exercise(),
            scenario(u"scenario"_s, false),
            scenario(u"scenario-seen"_s, true)};
}

} // namespace Detour
