// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "ui/compare/comparecontroller.h"
#include "ui/compare/comparemodel.h"
#include "ui/compare/comparepresets.h"
#include "ui/compare/comparestages.h"
#include "ui/compare/compareview.h"
#include "ui/mainwindow.h"
#include "ui/pages/sidebar.h"
#include "ui/playground/playground.h"
#include "ui/stage/stageclock.h"
#include "ui/stage/stagewidget.h"
#include "ui/themecontroller.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace Detour;
using namespace Qt::StringLiterals;

/// The comparison in the window, over the lab.
class TestCompareView final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theSidebarOpensItAndItRuns();
    void groupsAreAsTheCommandHasThem();
    void theModelIsSound();
    void theSelectedClientsReasonIsTold();
    void filteringKeepsWhatMatches();
    void sortingIsWithinGroups();
    void groupingCanBeLeftOut();
    void aFieldOfItsOwnIsMarkedAsLeftBehind();
    void enterOpensTheTraceInThePlayground();
    void twoClientsPlayInStep();
    void theSameWithAnotherCode();
    void whatLeavesThisComputerWaitsForRunAll();
    void aPageComesBackInItsPlace();
    void aWrongRequestIsSaid();
    void secretsAreMasked();
    void narrowWindowsHideColumns();

private:
    CompareView &openView();
    void runToEnd(const RequestDraft &draft);
    [[nodiscard]] CompareModel *model() const;
    [[nodiscard]] QString text(const QModelIndex &client, CompareColumn column) const;
    void select(const QString &clientName) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Session> m_session;
    ThemeController m_theme;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

RequestDraft labRequest(const QString &method, const QString &path)
{
    RequestDraft draft;
    draft.method = method;
    draft.url = u"lab:"_s + path;
    draft.hasBody = method != "GET"_L1;
    draft.body = draft.hasBody ? "x" : "";
    return draft;
}

} // namespace

void TestCompareView::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<QSettings>(m_folder->filePath(u"a.ini"_s), QSettings::IniFormat);
    m_settings = std::make_unique<Settings>(*m_store);
    m_session = std::make_unique<Session>(ContentStore(), LabPorts{}, "test");
    m_window = std::make_unique<MainWindow>(*m_session, m_theme, *m_settings);
    m_window->resize(1440, 900);
    m_window->start(u"302"_s);
    m_window->show();
}

void TestCompareView::cleanup()
{
    m_window.reset();
    m_session.reset();
}

CompareView &TestCompareView::openView()
{
    m_window->showView(u"compare"_s);
    return m_window->compareView();
}

void TestCompareView::runToEnd(const RequestDraft &draft)
{
    CompareView &view = openView();
    view.compare(draft);
    QTRY_VERIFY_WITH_TIMEOUT(!view.controller().isRunning(), 30'000);
}

CompareModel *TestCompareView::model() const
{
    return static_cast<CompareModel *>(m_window->compareView().table()->model());
}

QString TestCompareView::text(const QModelIndex &client, CompareColumn column) const
{
    return client.siblingAtColumn(static_cast<int>(column)).data().toString();
}

void TestCompareView::select(const QString &clientName) const
{
    const CompareView &view = m_window->compareView();
    const QList<ClientPolicy> &clients = view.controller().clients();
    for (int i = 0; i < clients.size(); ++i) {
        if (clients.at(i).id == clientName)
            view.table()->selectionModel()->select(model()->indexOfClient(i),
                                                   QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
}

void TestCompareView::theSidebarOpensItAndItRuns()
{
    CompareView &view = m_window->compareView();
    QVERIFY(!view.isVisible());
    QVERIFY(!m_session->labIsRunning());
    emit m_window->sidebar().viewRequested(u"compare"_s);
    QVERIFY(view.isVisible());
    QVERIFY(!m_window->playground().isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(view.controller().chains().size() >= 14, 30'000);
    QCOMPARE(model()->rowCount(), 3); // became GET; stayed POST; lost its body
    QVERIFY(m_session->labTranscript().lastNumber() >= 28);
}

void TestCompareView::groupsAreAsTheCommandHasThem()
{
    runToEnd(labRequest(u"PUT"_s, u"/lab/chain/301"_s));
    QStringList titles;
    for (int row = 0; row < model()->rowCount(); ++row)
        titles.append(model()->group(model()->index(row, 0))->title);
    QCOMPARE(titles.constFirst(), u"PUT stayed PUT, the body was sent again"_s);
    QVERIFY(titles.contains(u"PUT became GET, the body was dropped"_s));
    QVERIFY(titles.contains(u"PUT stayed PUT, but the body was lost"_s));
    const QModelIndex first = model()->index(0, 0, model()->index(0, 0));
    QCOMPARE(text(first, CompareColumn::Client), u"Browsers (Fetch)"_s);
    QCOMPARE(text(first, CompareColumn::Differs), QString());
    const auto *why = m_window->findChild<QLabel *>(u"compareWhy"_s);
    QVERIFY2(why->accessibleName().startsWith("Why they differ."_L1), qPrintable(why->text()));
}

void TestCompareView::theModelIsSound()
{
    const QAbstractItemModelTester tester(model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    runToEnd(labRequest(u"POST"_s, u"/lab/chain/302"_s));
    runToEnd(labRequest(u"GET"_s, u"/lab/chain/302"_s));
}

void TestCompareView::theSelectedClientsReasonIsTold()
{
    runToEnd(labRequest(u"PUT"_s, u"/lab/chain/301"_s));
    select(u"go"_s);
    const auto *why = m_window->findChild<QLabel *>(u"compareWhy"_s);
    QVERIFY2(why->accessibleName().startsWith("Go net/http, 1.19.8."_L1), qPrintable(why->accessibleName()));
    QVERIFY2(why->accessibleName().contains("turns PUT into GET on 301"_L1), qPrintable(why->accessibleName()));
}

void TestCompareView::filteringKeepsWhatMatches()
{
    runToEnd(labRequest(u"PUT"_s, u"/lab/chain/301"_s));
    m_window->findChild<QLineEdit *>(u"compareFilter"_s)->setText(u"python measured"_s);
    int clients = 0;
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex group = model()->index(row, 0);
        for (int child = 0; child < model()->rowCount(group); ++child, ++clients)
            QVERIFY(text(model()->index(child, 0, group), CompareColumn::Client).startsWith("Python"_L1));
    }
    QCOMPARE(clients, 5);
    m_window->findChild<QLineEdit *>(u"compareFilter"_s)->setText(u"no such client"_s);
    QCOMPARE(model()->rowCount(), 0);
}

void TestCompareView::sortingIsWithinGroups()
{
    runToEnd(labRequest(u"POST"_s, u"/lab/chain/302"_s));
    QHeaderView *header = m_window->compareView().table()->header();
    const auto limits = [this] {
        QList<int> values;
        const QModelIndex group = model()->index(0, 0);
        for (int child = 0; child < model()->rowCount(group); ++child)
            values.append(model()->row(model()->index(child, 0, group))->limit);
        return values;
    };
    const QList<int> asTheyCome = limits();
    emit header->sectionClicked(static_cast<int>(CompareColumn::Limit));
    QList<int> sorted = limits();
    QVERIFY(std::is_sorted(sorted.cbegin(), sorted.cend()));
    emit header->sectionClicked(static_cast<int>(CompareColumn::Limit));
    sorted = limits();
    QVERIFY(std::is_sorted(sorted.crbegin(), sorted.crend()));
    emit header->sectionClicked(static_cast<int>(CompareColumn::Limit));
    QCOMPARE(limits(), asTheyCome);
}

void TestCompareView::groupingCanBeLeftOut()
{
    runToEnd(labRequest(u"POST"_s, u"/lab/chain/302"_s));
    const CompareController &controller = m_window->compareView().controller();
    CompareOrder order;
    order.grouping = CompareGrouping::None;
    const QList<CompareGroup> flat = compareTable(controller.chains(), controller.clients(), order);
    QCOMPARE(flat.size(), 1);
    QCOMPARE(flat.constFirst().rows.size(), controller.clients().size());
    order.grouping = CompareGrouping::KnownFrom;
    QCOMPARE(compareTable(controller.chains(), controller.clients(), order).size(), 3);
    CompareModel alone;
    alone.setGroups(flat);
    const QAbstractItemModelTester tester(&alone, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(alone.rowCount(), int(controller.clients().size()));
    QVERIFY(!alone.group(alone.index(0, 0)) && alone.row(alone.index(0, 0)));
}

void TestCompareView::aFieldOfItsOwnIsMarkedAsLeftBehind()
{
    runToEnd(comparePresets().constFirst().draft); // POST with a form, 302
    QHash<QString, QString> byId;
    const CompareController &controller = m_window->compareView().controller();
    for (int i = 0; i < controller.clients().size(); ++i)
        byId.insert(controller.clients().at(i).id, text(model()->indexOfClient(i), CompareColumn::ContentType));
    QCOMPARE(byId.value(u"fetch"_s), u"removed"_s);
    QCOMPARE(byId.value(u"curl"_s), u"removed"_s); // it made the field itself
    QCOMPARE(byId.value(u"go"_s), u"left behind"_s);
    QCOMPARE(byId.value(u"urllib3"_s), u"kept"_s);
}

void TestCompareView::enterOpensTheTraceInThePlayground()
{
    runToEnd(labRequest(u"PUT"_s, u"/lab/chain/301"_s));
    select(u"go"_s);
    QTest::mouseClick(m_window->findChild<QPushButton *>(u"compareOpen"_s), Qt::LeftButton);
    QVERIFY(!m_window->compareView().isVisible());
    QVERIFY(m_window->playground().isVisible());
    QCOMPARE(m_window->playground().draft().client, u"go"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->playground().isRunning(), 30'000);
    const auto *stage = m_window->playground().findChild<StageWidget *>();
    QTRY_COMPARE(stage->storyboard().hops().size(), 2);
    QCOMPARE(stage->storyboard().hops().constLast().method, "GET");
}

void TestCompareView::twoClientsPlayInStep()
{
    runToEnd(labRequest(u"POST"_s, u"/lab/chain/307/302"_s));
    select(u"fetch"_s);
    select(u"urllib3"_s);
    QTest::mouseClick(m_window->findChild<QPushButton *>(u"compareBeside"_s), Qt::LeftButton);
    const CompareStages *stages = m_window->compareView().stages();
    QVERIFY(stages->isVisible());
    StageClock *left = stages->leftStage()->clock();
    StageClock *right = stages->rightStage()->clock();
    left->pause();
    QCOMPARE(stages->leftStage()->storyboard().hops().size(), 3);
    QCOMPARE(stages->rightStage()->storyboard().hops().size(), 3);
    for (const int hop : {0, 1, 2}) {
        left->setTime(stages->leftStage()->storyboard().timeOfHop(hop) - 1);
        QCOMPARE(stages->rightStage()->frame().currentHop, stages->leftStage()->frame().currentHop);
    }
    left->setTime(left->duration());
    QVERIFY(right->atEnd());
    QTest::keyClick(stages->leftStage(), Qt::Key_Escape);
    QVERIFY(!stages->isVisible());
    QVERIFY(m_window->compareView().table()->isVisible());
}

void TestCompareView::theSameWithAnotherCode()
{
    RequestDraft draft = labRequest(u"POST"_s, u"/lab/chain/302~abs/307"_s);
    QCOMPARE(chainCodeOf(draft), 302);
    QCOMPARE(withChainCode(draft, 303).url, u"lab:/lab/chain/303~abs/307"_s);
    draft.url = u"http://a.test/302"_s;
    QCOMPARE(chainCodeOf(draft), 0);
}

void TestCompareView::whatLeavesThisComputerWaitsForRunAll()
{
    CompareView &view = openView();
    QTRY_VERIFY_WITH_TIMEOUT(!view.controller().isRunning(), 30'000);
    RequestDraft draft;
    draft.url = u"http://example.invalid/"_s;
    view.compare(draft);
    QVERIFY(!view.controller().isRunning());
}

void TestCompareView::aPageComesBackInItsPlace()
{
    openView();
    m_window->openPage(u"307"_s);
    QVERIFY(!m_window->compareView().isVisible());
    QVERIFY(m_window->playground().isVisible());
}

void TestCompareView::aWrongRequestIsSaid()
{
    runToEnd(labRequest(u"GET"_s, u"/lab/chain/302"_s));
    RequestDraft draft;
    draft.url = u"lab:nowhere"_s;
    m_window->compareView().compare(draft);
    const QList<QLabel *> labels = m_window->compareView().findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->property("kind").toString() == "error"_L1 && !label->text().isEmpty();
    }));
}

void TestCompareView::secretsAreMasked()
{
    RequestDraft draft = labRequest(u"GET"_s, u"/lab/chain/302~port"_s);
    draft.fieldLines = u"Authorization: Bearer hunter2\n"_s;
    runToEnd(draft);
    const QList<RedirectChain> &chains = m_window->compareView().controller().chains();
    for (const RedirectChain &chain : chains) {
        for (const Hop &hop : chain.hops)
            QVERIFY(!hop.exchange.request.fields.value("Authorization").value_or("").contains("hunter2"));
    }
}

void TestCompareView::narrowWindowsHideColumns()
{
    runToEnd(labRequest(u"POST"_s, u"/lab/chain/302"_s));
    const QTreeView *table = m_window->compareView().table();
    QVERIFY(!table->isColumnHidden(static_cast<int>(CompareColumn::Version)));
    m_window->resize(1024, 700);
    QTRY_VERIFY(table->isColumnHidden(static_cast<int>(CompareColumn::Version)));
    QVERIFY(table->header()->length() <= table->viewport()->width() + 1);
}

DETOUR_TEST(TestCompareView)
#include "tst_compareview.moc"
