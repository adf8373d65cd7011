// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/screenshots/predictscenes.h"

#include "ui/mainwindow.h"
#include "ui/playground/playground.h"
#include "ui/playground/tracecontroller.h"
#include "ui/predict/optionspanel.h"
#include "ui/stage/stageclock.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestTrace = 10'000; // ms

RequestDraft postTo(const QString &url, const QString &fields = {})
{
    RequestDraft draft;
    draft.method = u"POST"_s;
    draft.url = url;
    draft.fieldLines = u"Content-Type: text/plain\n"_s + fields;
    draft.hasBody = true;
    draft.body = "twenty-two bytes here.";
    return draft;
}

/// Sends it, and stands at the question.
OptionsPanel *ask(MainWindow &window, const RequestDraft &draft)
{
    Playground &playground = window.playground();
    playground.setPredicting(true);
    playground.sendDraft(draft);
    runUntil([&playground] { return playground.controller().prediction() || !playground.isRunning(); }, longestTrace);
    playground.clock().setTime(playground.clock().duration());
    letSettle();
    return playground.findChild<OptionsPanel *>();
}

void vote(OptionsPanel &panel, const QList<int> &votes)
{
    for (const int option : votes)
        panel.vote(option);
}

/// Reveals, and shows the end of what was sent then.
void reveal(MainWindow &window, OptionsPanel &panel)
{
    Playground &playground = window.playground();
    emit panel.revealRequested();
    runUntil([&playground] { return !playground.isRunning() || playground.controller().prediction(); }, longestTrace);
    playground.clock().pause();
    playground.clock().setTime(playground.clock().duration());
    letSettle();
}

Scene scene(const QString &name, const RequestDraft &draft, const QList<int> &votes, bool reveals)
{
    return {name, u"302"_s, [draft, votes, reveals](MainWindow &window) {
                OptionsPanel *panel = ask(window, draft);
                if (!panel)
                    return;
                vote(*panel, votes);
                if (reveals)
                    reveal(window, *panel);
                letSettle();
            }};
}

} // namespace

QList<Scene> predictScenes()
{
    const RequestDraft form = postTo(u"lab:/lab/chain/302"_s);
    const RequestDraft kept = postTo(u"lab:/lab/chain/307/303"_s);
    Scene many = scene(u"predict-many"_s, postTo(u"lab:/lab/chain/302~host=pay"_s, u"Authorization: Bearer demo"_s),
                       {0, 1, 2}, false);
    many.atEverySize = false;
    return {
        scene(u"predict-asked"_s, form, {}, false),
        scene(u"predict-voted"_s, form, {0, 0, 1, 0, 2}, false),
        scene(u"predict-wrong"_s, form, {0, 0, 1, 0, 2}, true),
        scene(u"predict-right"_s, kept, {0, 0}, true), // and another question waits
        many,
    };
}

} // namespace Detour
