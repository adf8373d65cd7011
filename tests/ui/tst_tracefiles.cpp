// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/tracefile.h"
#include "support/testregistry.h"
#include "ui/mainwindow.h"
#include "ui/playground/playground.h"
#include "ui/takeaway/tracefiles.h"
#include "ui/themecontroller.h"
#include "ui/widgets/notice.h"
#include "ui/windowactions.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QGuiApplication>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace Detour;
using namespace Qt::StringLiterals;

/// A trace is saved, copied and opened again; opening sends nothing.
class TestTraceFiles final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void savedTraceComesBackInAWindowThatSendsNothing();
    void copiedTraceIsTheSavedOne();
    void hopAndChainAreCopiedAsCurlWithTheirNotes();
    void nothingSentIsNotSaved();
    void whatIsNoTraceIsSaidAndForgotten();
    void whatCannotBeWrittenIsSaid();
    void fileIsDroppedOnTheWindow();
    void onlyOneLocalFileIsTaken();
    void namesOfFilesAreSafe();
    void devicesAreNotRead();

private:
    void open();
    void runExample() const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QString told() const { return m_window->notice().text(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ThemeController> m_theme;
    std::unique_ptr<MainWindow> m_window;
};

void TestTraceFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<QSettings>(path(u"a.ini"_s), QSettings::IniFormat);
    m_settings = std::make_unique<Settings>(*m_store);
    m_theme = std::make_unique<ThemeController>();
    open();
}

void TestTraceFiles::cleanup()
{
    m_window.reset();
    m_session.reset();
}

void TestTraceFiles::open()
{
    m_window.reset();
    m_session = std::make_unique<Session>(ContentStore(), LabPorts{}, "test");
    m_window = std::make_unique<MainWindow>(*m_session, *m_theme, *m_settings);
    m_window->resize(1440, 900);
    m_window->start(u"302"_s);
    m_window->show();
}

void TestTraceFiles::runExample() const
{
    m_window->playground().send();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->playground().isRunning(), 20'000);
    QVERIFY(!m_window->playground().chain().hops.isEmpty());
}

void TestTraceFiles::savedTraceComesBackInAWindowThatSendsNothing()
{
    runExample();
    m_window->saveTraceFile(path(u"trace.json"_s));
    QCOMPARE(told(), u"Saved as trace.json, secrets masked."_s);
    const QByteArray saved = traceText(m_window->playground().chain(), false);

    open();
    m_window->openTraceFile(path(u"trace.json"_s));
    QCOMPARE(told(), u"trace.json is on the stage as it was saved. Nothing was sent."_s);
    QCOMPARE(m_window->windowTitle(), u"Detour — trace.json"_s);
    QVERIFY(!m_session->labIsRunning());
    QVERIFY(!m_window->playground().isRunning());
    QCOMPARE(QString::fromUtf8(traceText(m_window->playground().chain(), true)), QString::fromUtf8(saved));
    QCOMPARE(m_window->playground().chain().clientName, u"Browsers (Fetch)"_s);
    QCOMPARE(m_settings->recentTraces(), QStringList{path(u"trace.json"_s)});
}

void TestTraceFiles::copiedTraceIsTheSavedOne()
{
    runExample();
    m_window->windowActions().action(u"copy-trace"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), traceText(m_window->playground().chain(), false));
}

void TestTraceFiles::hopAndChainAreCopiedAsCurlWithTheirNotes()
{
    runExample();
    QTest::keyClick(&m_window->playground(), Qt::Key_End);
    m_window->windowActions().action(u"copy-curl-chain"_s)->trigger();
    const QString chain = QGuiApplication::clipboard()->text();
    QVERIFY2(chain.startsWith(u"curl "_s), qPrintable(chain));
    QVERIFY(chain.contains(u"-L"_s));
    QVERIFY2(told().startsWith(u"The command is on the clipboard, secrets masked. "_s), qPrintable(told()));
    m_window->windowActions().action(u"copy-curl-hop"_s)->trigger();
    const QString hop = QGuiApplication::clipboard()->text();
    QVERIFY2(hop.startsWith(u"curl "_s), qPrintable(hop));
    QVERIFY(hop != chain);
}

void TestTraceFiles::nothingSentIsNotSaved()
{
    QCOMPARE(m_window->windowActions().whyNot(u"save-trace"_s), u"Nothing was sent yet."_s);
    m_window->windowActions().action(u"save-trace"_s)->trigger();
    QCOMPARE(told(), u"Nothing was sent yet."_s);
}

void TestTraceFiles::whatIsNoTraceIsSaidAndForgotten()
{
    QFile file(path(u"other.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"schema\":\"something/else\"}");
    file.close();
    m_settings->addRecentTrace(path(u"other.json"_s));
    m_window->openTraceFile(path(u"other.json"_s));
    QVERIFY2(told().startsWith(u"schema: it has to be"_s), qPrintable(told()));
    QVERIFY(m_settings->recentTraces().isEmpty());
    m_window->openTraceFile(path(u"missing.json"_s));
    QVERIFY2(told().contains(u"missing.json could not be read"_s), qPrintable(told()));
}

void TestTraceFiles::whatCannotBeWrittenIsSaid()
{
    runExample();
    m_window->saveTraceFile(path(u"no such folder/trace.json"_s));
    QVERIFY2(told().contains(u"could not be written"_s), qPrintable(told()));
    QVERIFY(m_settings->recentTraces().isEmpty());
}

void TestTraceFiles::fileIsDroppedOnTheWindow()
{
    runExample();
    m_window->saveTraceFile(path(u"trace.json"_s));
    open();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path(u"trace.json"_s))});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &drop);
    QVERIFY(!m_window->playground().chain().hops.isEmpty());
    QVERIFY(!m_session->labIsRunning());
}

void TestTraceFiles::onlyOneLocalFileIsTaken()
{
    QMimeData data;
    QVERIFY(draggedFile(data).isEmpty());
    data.setUrls({QUrl(u"http://a.test/trace.json"_s)});
    QVERIFY(draggedFile(data).isEmpty());
    data.setUrls({QUrl::fromLocalFile(u"/a.json"_s), QUrl::fromLocalFile(u"/b.json"_s)});
    QVERIFY(draggedFile(data).isEmpty());
    data.setUrls({QUrl::fromLocalFile(u"/a.json"_s)});
    QCOMPARE(draggedFile(data), u"/a.json"_s);
}

void TestTraceFiles::namesOfFilesAreSafe()
{
    RedirectChain chain;
    QCOMPARE(suggestedTraceName(chain), u"detour.json"_s);
    Hop hop;
    hop.exchange.request.target = *parseFirstUrl("http://a.test/../é/up load?x");
    hop.exchange.response = Response{307, "", {}, {}};
    chain.hops = {hop, hop};
    QCOMPARE(suggestedTraceName(chain), u"detour-307-307-C3-A9-up-20load.json"_s);
}

void TestTraceFiles::devicesAreNotRead()
{
    QVERIFY(!readTraceFile(u"/dev/zero"_s));
    QVERIFY(!readTraceFile(m_folder->path()));
}

DETOUR_TEST(TestTraceFiles)
#include "tst_tracefiles.moc"
