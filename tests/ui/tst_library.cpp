// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "desk.h"
#include "session/learnerprogress.h"
#include "support/testregistry.h"
#include "ui/lessons/lessonpane.h"
#include "ui/lessons/lessonplayer.h"
#include "ui/lessons/libraryview.h"
#include "ui/lessons/scenariopane.h"
#include "ui/pages/sidebar.h"
#include "ui/playground/playground.h"
#include "ui/search/searchpanel.h"

#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// The libraries of lessons and scenarios, and the ways into them.
class TestLibrary final : public QObject
{
    Q_OBJECT

private slots:
    void everyLessonAndScenarioIsListed();
    void theFilterFindsByEveryWord();
    void whatWasDoneIsMarked();
    void sortingIsByTheColumn();
    void enterOpens();
    void theSidebarLeadsThere();
    void theSearchFindsThem();
};

namespace {

QStringList titlesIn(const LibraryView &view)
{
    QStringList titles;
    const QAbstractItemModel *model = view.table()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        titles.append(model->index(row, 0).data().toString());
    return titles;
}

} // namespace

void TestLibrary::everyLessonAndScenarioIsListed()
{
    LabDesk desk;
    desk.window.showView(u"lessons"_s);
    QVERIFY(desk.window.lessonLibrary().isVisible());
    QVERIFY(!desk.window.playground().isVisible());
    QCOMPARE(titlesIn(desk.window.lessonLibrary()).size(), desk.session.lessons().ids().size());
    QCOMPARE(titlesIn(desk.window.lessonLibrary()).constFirst(),
             (*desk.session.lessons().lesson(desk.session.lessons().ids().constFirst()))->title);
    desk.window.showView(u"scenarios"_s);
    QVERIFY(!desk.window.lessonLibrary().isVisible());
    QCOMPARE(titlesIn(desk.window.scenarioLibrary()).size(), desk.session.scenarios().ids().size());
    QVERIFY(!desk.session.labIsRunning());
}

void TestLibrary::theFilterFindsByEveryWord()
{
    LibraryView view(u"library"_s, u"Library"_s, u"All."_s);
    view.setEntries({{u"a"_s, u"The first"_s, u"forms"_s, 1, {302}, u"10 min"_s, u"a comment vanishes"_s, {}},
                     {u"b"_s, u"The second"_s, u"caching"_s, 3, {301, 308}, u"15 min"_s, u"kept for ever"_s, {}}});
    view.show();
    const std::pair<QString, QStringList> cases[] = {
        {u"FIRST"_s, {u"The first"_s}}, {u" vanishes "_s, {u"The first"_s}}, {u"caching"_s, {u"The second"_s}},
        {u"308"_s, {u"The second"_s}},  {u"deep"_s, {u"The second"_s}},      {u"qqq"_s, {}},
    };
    for (const auto &[typed, titles] : cases) {
        view.filter()->setText(typed);
        QCOMPARE(titlesIn(view), titles);
        QCOMPARE(view.table()->isVisible(), !titles.isEmpty());
    }
    view.filter()->clear();
    QCOMPARE(titlesIn(view).size(), 2);
}

void TestLibrary::whatWasDoneIsMarked()
{
    LabDesk desk;
    const QStringList ids = desk.session.lessons().ids();
    desk.window.progress().setLessonDone(ids.at(0));
    desk.window.progress().setLessonStep(ids.at(1), 2);
    desk.window.showView(u"lessons"_s);
    const QAbstractItemModel *model = desk.window.lessonLibrary().table()->model();
    const int state = model->columnCount() - 1;
    QCOMPARE(model->index(0, state).data().toString(), u"done"_s);
    QVERIFY(!model->index(0, state).data(Qt::DecorationRole).value<QIcon>().isNull());
    QCOMPARE(model->index(1, state).data().toString(), u"begun"_s);
    QCOMPARE(model->index(2, state).data().toString(), QString());
}

void TestLibrary::sortingIsByTheColumn()
{
    LibraryView view(u"library"_s, u"Library"_s, u"All."_s);
    view.setEntries({{u"a"_s, u"A"_s, u"forms"_s, 3, {302}, u"10 min"_s, {}, {}},
                     {u"b"_s, u"B"_s, u"caching"_s, 1, {301}, u"5 min"_s, {}, {}},
                     {u"c"_s, u"C"_s, u"loops"_s, 2, {308}, u"15 min"_s, {}, {}}});
    QCOMPARE(titlesIn(view), (QStringList{u"A"_s, u"B"_s, u"C"_s}));
    view.table()->sortByColumn(1, Qt::AscendingOrder);
    QCOMPARE(titlesIn(view), (QStringList{u"B"_s, u"A"_s, u"C"_s}));
    view.table()->sortByColumn(2, Qt::AscendingOrder);
    QCOMPARE(titlesIn(view), (QStringList{u"B"_s, u"C"_s, u"A"_s}));
    view.table()->sortByColumn(4, Qt::AscendingOrder);
    QCOMPARE(titlesIn(view), (QStringList{u"B"_s, u"A"_s, u"C"_s}));
}

void TestLibrary::enterOpens()
{
    LabDesk desk;
    desk.window.showView(u"lessons"_s);
    LibraryView &library = desk.window.lessonLibrary();
    library.filter()->setText((*desk.session.lessons().lesson(u"hsts"_s))->title);
    QTest::keyClick(library.filter(), Qt::Key_Return);
    QVERIFY(desk.window.lessonPane().isVisible());
    QCOMPARE(desk.window.lessonPane().player().lesson().id, u"hsts"_s);
    desk.window.showView(u"scenarios"_s);
    QTest::keyClick(desk.window.scenarioLibrary().table(), Qt::Key_Down);
    QTest::keyClick(desk.window.scenarioLibrary().table(), Qt::Key_Return);
    QVERIFY(desk.window.scenarioPane().isVisible());
    QCOMPARE(desk.window.scenarioPane().scenario().id, desk.session.scenarios().ids().at(1));
    QVERIFY(!desk.window.lessonPane().player().isOpen());
}

void TestLibrary::theSidebarLeadsThere()
{
    LabDesk desk;
    emit desk.window.sidebar().viewRequested(u"lessons"_s);
    QVERIFY(desk.window.lessonLibrary().isVisible());
    QCOMPARE(desk.window.sidebar().list()->currentIndex().data().toString(), u"Lessons"_s);
    desk.window.openLessonCalled(u"prg"_s);
    QCOMPARE(desk.window.sidebar().list()->currentIndex().data().toString(), u"Lessons"_s);
    desk.window.showView(u"lab"_s);
    QVERIFY(!desk.window.lessonPane().isVisible());
    desk.window.openPage(u"303"_s);
    QCOMPARE(desk.window.sidebar().list()->currentIndex().data(SidebarModel::IdRole).toString(), u"303"_s);
    QVERIFY(!desk.window.lessonPane().player().isOpen());
}

void TestLibrary::theSearchFindsThem()
{
    LabDesk desk;
    const QString title = (*desk.session.lessons().lesson(u"oauth-307"_s))->title;
    desk.window.openSearch();
    auto *field = desk.window.searchPanel().findChild<QLineEdit *>();
    field->setText(title);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(desk.window.lessonPane().isVisible());
    QCOMPARE(desk.window.lessonPane().title(), title);
    desk.window.openTarget(u"scenario:moved-api"_s);
    QVERIFY(desk.window.scenarioPane().isVisible());
}

DETOUR_TEST(TestLibrary)
#include "tst_library.moc"
