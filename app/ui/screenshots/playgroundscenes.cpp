// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/screenshots/playgroundscenes.h"

#include "scenario/httpblocks.h"
#include "ui/inspector/inspector.h"
#include "ui/mainwindow.h"
#include "ui/playground/playground.h"
#include "ui/stage/stageclock.h"
#include "ui/stage/stagewidget.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestTrace = 10'000; // ms

/// The moment that a picture shows.
enum class Moment {
    End,
    Turn, ///< the middle of the first flip; of the first verdict where nothing flips
};

qreal timeOf(Moment moment, const Storyboard &board)
{
    if (moment == Moment::End)
        return board.duration();
    for (const BeatKind kind : {BeatKind::Flip, BeatKind::Verdict}) {
        for (const Beat &beat : board.beats()) {
            if (beat.kind == kind)
                return beat.start + beat.duration * 0.4;
        }
    }
    return 0;
}

void finish(Playground &playground, Moment moment)
{
    runUntil([&playground] { return !playground.isRunning(); }, longestTrace);
    StageClock &clock = playground.clock();
    clock.pause();
    if (const auto *stage = playground.findChild<StageWidget *>())
        clock.setTime(timeOf(moment, stage->storyboard()));
}

void playExample(MainWindow &window, Session &session, const QString &slug, Moment moment, bool stopped = false)
{
    const auto page = session.pages().page(slug);
    if (!page)
        return;
    for (const Example &example : (*page)->examples) {
        const bool stops = !example.next.isEmpty() && example.next.constLast().stops;
        if (!example.runnable || stops != stopped)
            continue;
        window.playground().runExample(slug, example);
        finish(window.playground(), moment);
        return;
    }
}

RequestDraft draftOf(const QString &method, const QString &url, const QByteArray &body = {}, const QString &fields = {})
{
    RequestDraft draft;
    draft.method = method;
    draft.url = url;
    draft.hasBody = !body.isEmpty();
    draft.body = body;
    draft.fieldLines = fields;
    return draft;
}

Scene sent(const QString &name, const RequestDraft &draft, Moment moment = Moment::End)
{
    return {name, u"302"_s, [draft, moment](MainWindow &window) {
                window.playground().sendDraft(draft);
                finish(window.playground(), moment);
            }};
}

QList<Scene> storyScenes(Session &session)
{
    const auto example = [&session](const QString &name, const QString &slug, Moment moment, bool stopped = false) {
        return Scene{name, slug, [&session, slug, moment, stopped](MainWindow &window) {
                         playExample(window, session, slug, moment, stopped);
                     }};
    };
    return {
        {u"first-start"_s, u"welcome"_s, [](MainWindow &) {}},
        example(u"main-302"_s, u"302"_s, Moment::End),
        example(u"main-307"_s, u"307"_s, Moment::End),
        example(u"turn-302"_s, u"302"_s, Moment::Turn),
        example(u"turn-307"_s, u"307"_s, Moment::Turn),
        example(u"stopped"_s, u"302"_s, Moment::End, true),
        sent(u"refused"_s, draftOf(u"GET"_s, u"http://127.0.0.1:1/"_s)),
    };
}

/// An answer whose Location has 60 KiB.
RequestDraft longLocation()
{
    const QString text = u"GET /far HTTP/1.1\nHost: far.localhost:8307\n---\nHTTP/1.1 302 Found\nLocation: /echo?"_s
                         + QString(60 * 1024, u'y') + u"\nContent-Length: 0"_s;
    const auto script = scriptFromHttpBlocks(u"far"_s, text);
    return script ? RequestDraft::fromScript(*script) : RequestDraft();
}

/// What is long, odd or hostile.
QList<Scene> hardScenes()
{
    const QString token = u"Authorization: Bearer demo\nCookie: sid=1"_s;
    QString fields;
    for (int i = 1; i <= 200; ++i)
        fields += u"X-Field-%1: %1\n"_s.arg(i);
    RequestDraft curl = draftOf(u"PUT"_s, u"lab:/lab/chain/301/302/303/307/308"_s, "x", token);
    curl.client = u"curl-X"_s;
    const QString rightToLeft = QString::fromUtf8("\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xd8\xb3\xd9\x84\xd8\xa7\xd9\x85");
    return {
        sent(u"origins"_s,
             draftOf(u"POST"_s, u"lab:/lab/chain/307~host=pay/307~port/303~host=files/308~host=a/302~host=b/200"_s,
                     "x=1", token)),
        sent(u"cycle"_s, draftOf(u"GET"_s, u"lab:/lab/loop/ab"_s)),
        sent(u"long-url"_s, draftOf(u"GET"_s, u"lab:/lab/chain/302?"_s + QString(3000, u'q'))),
        sent(u"long-location"_s, longLocation()),
        sent(u"many-fields"_s, draftOf(u"POST"_s, u"lab:/lab/chain/307"_s, "x", fields)),
        sent(u"binary-body"_s,
             draftOf(u"POST"_s, u"lab:/lab/chain/307"_s, QByteArray::fromHex("00ff10fe8081c3285c00010203"))),
        sent(u"right-to-left"_s, draftOf(u"POST"_s, u"lab:/lab/chain/307/303~body="_s + rightToLeft,
                                         rightToLeft.toUtf8(), u"X-Name: "_s + rightToLeft)),
        sent(u"many-hops"_s, curl),
    };
}

QList<Scene> inspectorScenes(Session &session)
{
    QList<Scene> scenes;
    const std::pair<QString, Inspector::Tab> tabs[] = {
        {u"changes"_s, Inspector::Tab::Changes},
        {u"request"_s, Inspector::Tab::Request},
        {u"response"_s, Inspector::Tab::Response},
        {u"table"_s, Inspector::Tab::Table},
    };
    for (const auto &[name, tab] : tabs) {
        scenes.append({u"inspector-"_s + name, u"307"_s, [&session, tab = tab](MainWindow &window) {
                           playExample(window, session, u"307"_s, Moment::Turn);
                           if (auto *inspector = window.playground().findChild<Inspector *>())
                               inspector->setTab(tab);
                       }});
    }
    return scenes;
}

} // namespace

QList<Scene> playgroundScenes(Session &session)
{
    return storyScenes(session) + hardScenes() + inspectorScenes(session);
}

} // namespace Detour
