// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/screenshots/shellscenes.h"

#include "ui/help/commandpalette.h"
#include "ui/mainwindow.h"
#include "ui/playground/playground.h"
#include "ui/playground/tracecontroller.h"
#include "ui/predict/optionspanel.h"
#include "ui/stage/stageclock.h"
#include "ui/windowactions.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestTrace = 10'000; // ms

void trigger(MainWindow &window, const QString &action, int times = 1)
{
    for (int i = 0; i < times; ++i)
        window.windowActions().action(action)->trigger();
    letSettle();
}

void playToTheEnd(MainWindow &window)
{
    window.playground().send();
    runUntil([&window] { return !window.playground().isRunning(); }, longestTrace);
    window.playground().clock().pause();
    window.playground().clock().setTime(window.playground().clock().duration());
}

/// The welcome's last step: its question, or what was sent then.
void predictInWelcome(MainWindow &window, bool reveals)
{
    trigger(window, u"welcome"_s);
    playToTheEnd(window);
    Playground &playground = window.playground();
    if (auto *predict = window.findChild<QPushButton *>(u"welcomePredict"_s))
        predict->click();
    runUntil([&playground] { return playground.controller().prediction(); }, longestTrace);
    playground.clock().setTime(playground.clock().duration());
    letSettle();
    auto *panel = playground.findChild<OptionsPanel *>();
    if (!reveals || !panel)
        return;
    panel->vote(0);
    emit panel->revealRequested();
    runUntil([&playground] { return !playground.isRunning(); }, longestTrace);
    playground.clock().pause();
    playground.clock().setTime(playground.clock().duration());
    letSettle();
}

/// `steps` of the sizes that the settings offer.
Scene largeText(const QString &name, int steps)
{
    return {name, u"307"_s, [steps](MainWindow &window) {
                trigger(window, u"text-larger"_s, steps);
                playToTheEnd(window);
            }};
}

} // namespace

QList<Scene> shellScenes()
{
    const auto does = [](const QString &action) { return [action](MainWindow &window) { trigger(window, action); }; };
    return {
        {u"settings"_s, u"307"_s, does(u"settings"_s)},
        {u"keys"_s, u"307"_s, does(u"keys"_s)},
        {u"about"_s, u"307"_s, does(u"about"_s)},
        {u"palette"_s, u"307"_s,
         [](MainWindow &window) {
             trigger(window, u"palette"_s);
             window.palettePanel().field().setText(u"tr"_s);
             letSettle();
         }},
        {u"welcome-1"_s, u"welcome"_s, does(u"welcome"_s)},
        {u"welcome-2"_s, u"welcome"_s,
         [](MainWindow &window) {
             trigger(window, u"welcome"_s);
             playToTheEnd(window);
         }},
        {u"welcome-3"_s, u"welcome"_s, [](MainWindow &window) { predictInWelcome(window, false); }},
        {u"welcome-done"_s, u"welcome"_s, [](MainWindow &window) { predictInWelcome(window, true); }},
        {u"notice"_s, u"307"_s, does(u"forward"_s)}, // there is no page to go forward to
        {u"high-contrast"_s, u"302"_s,
         [](MainWindow &window) {
             trigger(window, u"contrast"_s);
             playToTheEnd(window);
         }},
        {u"high-contrast-compare"_s, u"302"_s,
         [](MainWindow &window) {
             trigger(window, u"contrast"_s);
             trigger(window, u"compare"_s);
         }},
        largeText(u"text-150"_s, 3),
        largeText(u"text-200"_s, 5),
    };
}

} // namespace Detour
