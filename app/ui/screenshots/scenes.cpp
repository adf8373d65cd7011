// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/screenshots/scenes.h"

#include "ui/screenshots/lessonscenes.h"
#include "ui/screenshots/playgroundscenes.h"
#include "ui/screenshots/predictscenes.h"
#include "ui/screenshots/requestscenes.h"
#include "ui/screenshots/shellscenes.h"

#include "ui/compare/comparecontroller.h"
#include "ui/compare/comparestages.h"
#include "ui/compare/compareview.h"
#include "ui/lab/labview.h"
#include "ui/mainwindow.h"
#include "ui/pages/pagepane.h"
#include "ui/playground/playground.h"
#include "ui/search/searchpanel.h"
#include "ui/stage/stageclock.h"
#include "ui/stage/stagewidget.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPainter>
#include <QTimer>
#include <QTreeView>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestTrace = 10'000; // ms

QList<Scene> pageScenes(Session &session)
{
    QList<Scene> scenes;
    const QStringList slugs = session.pages().slugs();
    for (const QString &slug : slugs)
        scenes.append({u"page-"_s + slug, slug, [](MainWindow &) {}, false});
    scenes.append({u"find"_s, u"307"_s, [](MainWindow &window) {
                       window.pagePane().find();
                       if (auto *field = window.pagePane().findChild<QLineEdit *>())
                           field->setText(u"method"_s);
                   }});
    return scenes;
}

QList<Scene> searchScenes()
{
    const auto searched = [](const QString &words) {
        return [words](MainWindow &window) {
            window.openSearch();
            if (auto *field = window.searchPanel().findChild<QLineEdit *>())
                field->setText(words);
            letSettle();
        };
    };
    return {{u"search"_s, u"307"_s, searched(u"keeps method"_s)},
            {u"search-none"_s, u"307"_s, searched(u"qqqq zzzz"_s)}};
}

void compare(MainWindow &window)
{
    window.showView(u"compare"_s);
    CompareView &view = window.compareView();
    runUntil([&view] { return !view.controller().isRunning(); }, longestTrace);
}

QList<Scene> compareScenes()
{
    return {{u"compare"_s, u"302"_s, compare}, {u"compare-beside"_s, u"302"_s, [](MainWindow &window) {
                                                    constexpr int fetch = 0;
                                                    constexpr int curlX = 3; // in the clients' own order
                                                    compare(window);
                                                    CompareView &view = window.compareView();
                                                    view.showSideBySide(fetch, curlX);
                                                    StageClock *clock = view.stages()->leftStage()->clock();
                                                    clock->pause();
                                                    clock->setTime(clock->duration());
                                                }}};
}

void fillLab(MainWindow &window)
{
    RequestDraft draft;
    draft.method = u"POST"_s;
    draft.url = u"lab:/lab/chain/307/302"_s;
    draft.hasBody = true;
    draft.body = "{}";
    window.playground().sendDraft(draft);
    window.showView(u"lab"_s);
    QTreeView *table = window.labView().table();
    runUntil([table] { return table->model()->rowCount() >= 3; }, longestTrace);
    table->setCurrentIndex(table->model()->index(0, 0));
    letSettle();
    letSettle(); // the certificate's line comes a moment later
}

QList<Scene> labScenes()
{
    return {{u"lab"_s, u"302"_s, fillLab}, {u"lab-none"_s, u"302"_s, [](MainWindow &window) {
                                                window.showView(u"lab"_s);
                                                if (auto *filter = window.labView().findChild<QLineEdit *>())
                                                    filter->setText(u"nothing like it"_s);
                                            }}};
}

} // namespace

QList<Scene> windowScenes(Session &session)
{
    return playgroundScenes(session) + requestScenes() + predictScenes() + compareScenes() + labScenes()
           + searchScenes() + pageScenes(session) + lessonScenes() + shellScenes();
}

QPixmap grabWithPopups(QWidget &window)
{
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    const QWidgetList tops = QApplication::topLevelWidgets();
    for (QWidget *top : tops) {
        if (top != &window && top->isVisible() && !top->isAncestorOf(&window))
            painter.drawPixmap(window.mapFromGlobal(top->mapToGlobal(QPoint())), top->grab());
    }
    return picture;
}

void runUntil(const std::function<bool()> &done, int timeout)
{
    QElapsedTimer elapsed;
    elapsed.start();
    QTimer wakes; // or processEvents() would sleep through the deadline
    wakes.start(5);
    while (!done() && elapsed.elapsed() < timeout)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void letSettle()
{
    constexpr int settling = 120; // ms
    runUntil([] { return false; }, settling);
}

} // namespace Detour
