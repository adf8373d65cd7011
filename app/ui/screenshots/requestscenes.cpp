// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/screenshots/requestscenes.h"

#include "ui/inspector/inspector.h"
#include "ui/mainwindow.h"
#include "ui/playground/playground.h"
#include "ui/request/requestbar.h"
#include "ui/stage/stageclock.h"
#include "ui/stage/stagewidget.h"

#include <QPushButton>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestTrace = 10'000; // ms

RequestDraft postTo(const QString &url)
{
    RequestDraft draft;
    draft.method = u"POST"_s;
    draft.url = url;
    draft.fieldLines = u"Content-Type: text/plain\nAuthorization: Bearer demo"_s;
    draft.hasBody = true;
    draft.body = "twenty-two bytes here.";
    return draft;
}

void showEnd(Playground &playground)
{
    runUntil([&playground] { return !playground.isRunning(); }, longestTrace);
    playground.clock().pause();
    playground.clock().setTime(playground.clock().duration());
}

/// Stands before its second hop and asks.
void stepOnce(MainWindow &window)
{
    Playground &playground = window.playground();
    playground.loadDraft(postTo(u"lab:/lab/chain/307/303"_s));
    playground.clock().setSpeed(StageClock::fastest);
    playground.step();
    const auto *stage = playground.findChild<StageWidget *>();
    runUntil([stage] { return stage && stage->storyboard().isHeld(); }, longestTrace);
    playground.step(); // tells the turn at once
    letSettle();
}

void sendAndShowEnd(MainWindow &window, const RequestDraft &draft)
{
    window.playground().sendDraft(draft);
    showEnd(window.playground());
}

Scene sentWith(const QString &name, const RequestDraft &draft)
{
    return {name, u"302"_s, [draft](MainWindow &window) { sendAndShowEnd(window, draft); }};
}

QList<Scene> stepScenes()
{
    return {
        {u"step"_s, u"307"_s, stepOnce},
        {u"what-if"_s, u"307"_s,
         [](MainWindow &window) {
             stepOnce(window);
             if (auto *change = window.playground().findChild<QPushButton *>(u"gateChange"_s))
                 change->click();
             letSettle();
         }},
        {u"changed-by-you"_s, u"307"_s,
         [](MainWindow &window) {
             stepOnce(window);
             auto *change = window.playground().findChild<QPushButton *>(u"gateChange"_s);
             auto *bar = window.playground().findChild<RequestBar *>();
             auto *goOn = window.playground().findChild<QPushButton *>(u"gateGoOn"_s);
             if (!change || !bar || !goOn)
                 return;
             change->click();
             RequestDraft draft = window.playground().draft();
             draft.method = u"PUT"_s;
             bar->setDraft(draft);
             emit bar->draftEdited();
             goOn->click();
             showEnd(window.playground());
         }},
        {u"waiting"_s, u"302"_s,
         [](MainWindow &window) {
             window.playground().sendDraft(postTo(u"lab:/lab/chain/307~delay=20000"_s));
             letSettle();
         }},
        {u"cancelled"_s, u"302"_s,
         [](MainWindow &window) {
             window.playground().sendDraft(postTo(u"lab:/lab/chain/307~delay=20000"_s));
             letSettle();
             window.playground().cancel();
             showEnd(window.playground());
         }},
    };
}

QList<Scene> clientStateScenes()
{
    RequestDraft secure = postTo(u"lab:/lab/chain/307~https/302~http"_s);
    secure.verifiesTls = true;
    RequestDraft cookies = postTo(u"lab:/lab/chain/302~cookie=sid=1/303~cookie=theme=dark"_s);
    cookies.keepsCookies = true;
    RequestDraft memory = postTo(u"lab:/lab/chain/301"_s);
    memory.method = u"GET"_s;
    memory.hasBody = false;
    memory.remembers = true;
    return {
        sentWith(u"https"_s, secure),
        sentWith(u"truncated"_s, postTo(u"lab:/lab/chain/307/302~truncate"_s)),
        {u"inspector-cookies"_s, u"302"_s,
         [cookies](MainWindow &window) {
             sendAndShowEnd(window, cookies);
             if (auto *inspector = window.playground().findChild<Inspector *>())
                 inspector->setTab(Inspector::Tab::Cookies);
         }},
        {u"memory"_s, u"301"_s,
         [memory](MainWindow &window) {
             sendAndShowEnd(window, memory);
             sendAndShowEnd(window, memory); // answered from memory
         }},
    };
}

QList<Scene> furtherTabs()
{
    QList<Scene> scenes;
    const std::pair<QString, Inspector::Tab> tabs[] = {
        {u"body"_s, Inspector::Tab::Body},
        {u"timing"_s, Inspector::Tab::Timing},
        {u"location"_s, Inspector::Tab::Location},
    };
    for (const auto &[name, tab] : tabs) {
        scenes.append({u"inspector-"_s + name, u"307"_s, [tab = tab](MainWindow &window) {
                           sendAndShowEnd(window, postTo(u"lab:/lab/chain/307/303"_s));
                           auto *stage = window.playground().findChild<StageWidget *>();
                           if (auto *inspector = window.playground().findChild<Inspector *>())
                               inspector->setTab(tab);
                           if (stage)
                               window.playground().clock().setTime(stage->storyboard().timeOfHop(0));
                           letSettle();
                       }});
    }
    return scenes;
}

/// The editors that open below the request bar.
QList<Scene> editorScenes()
{
    const auto opened = [](const QString &button, const RequestDraft &draft) {
        return Scene{u"editor-"_s + button, u"302"_s, [button, draft](MainWindow &window) {
                         window.playground().loadDraft(draft);
                         if (auto *opener = window.playground().findChild<QAbstractButton *>(button))
                             opener->click();
                         letSettle();
                     }};
    };
    RequestDraft json = postTo(u"lab:/lab/chain/307"_s);
    json.bodyKind = BodyKind::Json;
    json.body = "{\"file\": \"resume.pdf\",\n \"pages\": [1, 2,\n}";
    return {opened(u"fields"_s, json), opened(u"body"_s, json), opened(u"options"_s, json), opened(u"client"_s, json)};
}

} // namespace

QList<Scene> requestScenes()
{
    return stepScenes() + clientStateScenes() + furtherTabs() + editorScenes();
}

} // namespace Detour
