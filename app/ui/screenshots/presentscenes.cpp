// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/screenshots/presentscenes.h"

#include "ui/mainwindow.h"
#include "ui/playground/playground.h"
#include "ui/playground/tracecontroller.h"
#include "ui/present/presenter.h"
#include "ui/present/presentview.h"
#include "ui/stage/stageclock.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestTrace = 10'000; // ms

RequestDraft draftOf(const QString &url)
{
    RequestDraft draft;
    draft.method = u"POST"_s;
    draft.url = url;
    draft.hasBody = true;
    draft.body = "item=42&count=1";
    draft.fieldLines = u"Content-Type: application/x-www-form-urlencoded"_s;
    return draft;
}

/// Sends it, asking where it `predicts`, and tells all that may be told.
PresentView &present(MainWindow &window, const QString &url, bool predicts = false)
{
    Playground &playground = window.playground();
    playground.setPredicting(predicts);
    playground.sendDraft(draftOf(url));
    const TraceController &controller = playground.controller();
    runUntil([&controller] { return controller.prediction() || !controller.isRunning(); }, longestTrace);
    window.presenter().presentTrace();
    PresentView &view = window.presenter().view();
    letSettle(); // the story grows a moment after the answer
    view.clock().setTime(view.clock().duration());
    return view;
}

Scene told(const QString &name, const QString &url, int hop)
{
    return {name, u"302"_s, [url, hop](MainWindow &window) {
                PresentView &view = present(window, url);
                if (hop >= 0)
                    view.clock().setTime(window.playground().controller().storyboard().timeOfHop(hop));
            }};
}

void vote(PresentView &view)
{
    for (const int option : {1, 1, 2, 1, 2, 2, 2})
        view.press(QKeyEvent(QEvent::KeyPress, Qt::Key_0 + option, Qt::NoModifier));
}

QList<Scene> questionScenes()
{
    const QString chain = u"lab:/lab/chain/302"_s;
    return {
        {u"present-question"_s, u"302"_s, [chain](MainWindow &window) { vote(present(window, chain, true)); }},
        {u"present-revealed"_s, u"302"_s,
         [chain](MainWindow &window) {
             PresentView &view = present(window, chain, true);
             vote(view);
             view.perform(PresentCommand::Play);
             runUntil([&view] { return view.grade() != nullptr; }, longestTrace);
             letSettle();
             view.clock().pause();
             view.clock().setTime(window.playground().controller().storyboard().timeOfHop(0));
         }},
    };
}

} // namespace

QList<Scene> presentScenes()
{
    QList<Scene> scenes{
        {u"present-waiting"_s, u"302"_s, [](MainWindow &window) { window.presenter().presentTrace(); }},
        told(u"present-turn"_s, u"lab:/lab/chain/307/303"_s, 0),
        told(u"present-end"_s, u"lab:/lab/chain/307/303"_s, -1),
        told(u"present-stopped"_s, u"lab:/lab/chain/302~loc=ftp%3A%2F%2Ffiles.test%2Fx"_s, -1),
        {u"present-keys"_s, u"302"_s,
         [](MainWindow &window) {
             window.presenter().presentTrace();
             window.presenter().view().perform(PresentCommand::Keys);
         }},
    };
    scenes.append(questionScenes());
    for (Scene &scene : scenes)
        scene.presents = true;
    return scenes;
}

} // namespace Detour
