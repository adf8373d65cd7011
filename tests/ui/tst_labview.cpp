// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "ui/lab/labbytes.h"
#include "ui/lab/lablogmodel.h"
#include "ui/lab/labview.h"
#include "ui/mainwindow.h"
#include "ui/pages/labstatus.h"
#include "ui/pages/pagepane.h"
#include "ui/pages/sidebar.h"
#include "ui/themecontroller.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeView>

using namespace Detour;
using namespace Qt::StringLiterals;

/// The lab's own view: its addresses and the log of what passed.
class TestLabView final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void lineEndsAreDrawn();
    void hexHasSixteenBytesALine();
    void longMessagesAreCutAndSaid();
    void theModelIsBoundedAndSound();
    void theModelLearnsOfTheEndOfAnAnswer();
    void theStatusLineOpensIt();
    void addressesCanBeCopied();
    void whatPassedIsListedAndItsBytesAreShown();
    void secretsAreMaskedUntilAskedFor();
    void pauseHoldsTheListStill();
    void clearForgetsTheRecord();
    void theFilterSaysWhenNothingMatches();
    void stopAndStart();
    void anExchangeThatIsNoLongerKeptIsSaid();

private:
    LabView &openView();
    void trace(const QByteArray &path, const FieldList &fields = {});
    template<typename T>
    T *part(const QString &name) const
    {
        return m_window->labView().findChild<T *>(name);
    }
    void select(int row) const
    {
        QTreeView *table = m_window->labView().table();
        table->setCurrentIndex(table->model()->index(row, 0));
    }
    [[nodiscard]] int lines() const { return m_window->labView().table()->model()->rowCount(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Session> m_session;
    ThemeController m_theme;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

TranscriptEntry entryOf(const QByteArray &target)
{
    TranscriptEntry entry;
    entry.connection = 3;
    entry.method = Method::known("GET");
    entry.target = target;
    entry.status = 302;
    entry.rawRequestHead = "GET " + target + " HTTP/1.1\r\n\r\n";
    entry.rawAnswerHead = "HTTP/1.1 302 Found\r\n\r\n";
    entry.writtenAt = 2;
    return entry;
}

} // namespace

void TestLabView::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<QSettings>(m_folder->filePath(u"a.ini"_s), QSettings::IniFormat);
    m_settings = std::make_unique<Settings>(*m_store);
    m_session = std::make_unique<Session>(ContentStore(), LabPorts{}, "test");
    m_session->keepCertificateIn(m_folder->filePath(u"data"_s));
    m_window = std::make_unique<MainWindow>(*m_session, m_theme, *m_settings);
    m_window->resize(1440, 900);
    m_window->show();
}

void TestLabView::cleanup()
{
    m_window.reset();
    m_session.reset();
}

LabView &TestLabView::openView()
{
    m_window->showView(u"lab"_s);
    return m_window->labView();
}

void TestLabView::trace(const QByteArray &path, const FieldList &fields)
{
    TraceSpec spec;
    spec.request.target = *m_session->resolveUrl(QByteArray("lab:" + path));
    spec.request.fields = fields;
    spec.policy = *m_session->policies().policy(u"fetch"_s);
    const auto run = m_session->startTrace(spec);
    QTRY_VERIFY(!(*run)->isRunning());
    m_window->labView().refresh();
}

void TestLabView::lineEndsAreDrawn()
{
    QCOMPARE(bytesAsText("GET / HTTP/1.1\r\nA: \tb\n\x1b[1m", ByteForm::Text),
             u"GET / HTTP/1.1\u240d\u240a\nA: \u2409b\u240a\n\u241b[1m"_s);
    QCOMPARE(bytesAsText("\xc3\xa4\n", ByteForm::Text), u"\u00e4\u240a\n"_s);
    QVERIFY(!bytesAsText("a\xe2\x80\xae"
                         "b",
                         ByteForm::Text)
                 .contains(QChar(0x202e))); // would turn the text round
}

void TestLabView::hexHasSixteenBytesALine()
{
    const QStringList text = bytesAsText("GET / HTTP/1.1\r\nAb", ByteForm::Hex).split(u'\n');
    QCOMPARE(text.size(), 2);
    QCOMPARE(text.at(0), u"00000000  47 45 54 20 2f 20 48 54  54 50 2f 31 2e 31 0d 0a  GET / HTTP/1.1.."_s);
    QVERIFY(text.at(1).startsWith(u"00000010  41 62 "_s));
    QVERIFY(text.at(1).endsWith(u" Ab"_s));
}

void TestLabView::longMessagesAreCutAndSaid()
{
    TranscriptEntry entry = entryOf("/");
    entry.rawAnswerContent.add(QByteArray(200'000, 'x'));
    QCOMPARE(wireBytes(entry, LabMessage::Answer), entry.rawAnswerHead.size() + 200'000);
    QCOMPARE(bytesLeftOut(entry, LabMessage::Answer), 200'000 - WireSample::limit);
    QCOMPARE(bytesLeftOut(entry, LabMessage::Request), 0);
    entry.rawRequestHead = QByteArray(60'000, 'h');
    QCOMPARE(bytesLeftOut(entry, LabMessage::Request), 60'000 - shownBytes);
    QCOMPARE(bytesAsText(entry.rawRequestHead, ByteForm::Text).size(), shownBytes);
}

void TestLabView::theModelIsBoundedAndSound()
{
    Transcript transcript;
    LabLogModel model(50);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int round = 0; round < 5; ++round) {
        for (int i = 0; i < 30; ++i)
            transcript.append(entryOf("/" + QByteArray::number(i)));
        model.refresh(transcript);
    }
    QCOMPARE(model.rowCount(), 50);
    QCOMPARE(model.numberAt(49), 150);
    QCOMPARE(model.index(49, LabTarget).data().toString(), u"/29"_s);
    for (int i = 0; i < 500; ++i)
        transcript.append(entryOf("/x"));
    model.refresh(transcript);
    QCOMPARE(model.rowCount(), 50);
    QCOMPARE(model.numberAt(0), 601);
}

void TestLabView::theModelLearnsOfTheEndOfAnAnswer()
{
    Transcript transcript;
    TranscriptEntry entry = entryOf("/");
    entry.writtenAt = 0;
    const quint64 number = transcript.append(entry);
    LabLogModel model;
    model.refresh(transcript);
    QVERIFY(model.index(0, LabBytes).data().toString().endsWith(u'…'));
    transcript.finish(number, 7, 0);
    model.refresh(transcript);
    QVERIFY(!model.index(0, LabBytes).data().toString().endsWith(u'…'));
}

void TestLabView::theStatusLineOpensIt()
{
    QTest::mouseClick(m_window->sidebar().labStatus(), Qt::LeftButton);
    QVERIFY(m_window->labView().isVisible());
    QVERIFY(!m_window->pagePane().isVisible());
    QVERIFY(part<QLabel>(u"labState"_s)->text().contains("does not run"_L1));
    m_window->openPage(u"307"_s);
    QVERIFY(!m_window->labView().isVisible());
}

void TestLabView::addressesCanBeCopied()
{
    QVERIFY(m_session->ensureLab());
    openView();
    auto *addresses = part<QWidget>(u"labAddresses"_s);
    const auto copyButtons = [addresses] {
        QStringList names;
        for (const QPushButton *button : addresses->findChildren<QPushButton *>()) {
            if (button->accessibleName().startsWith("Copy"_L1))
                names.append(button->accessibleName());
        }
        return names;
    };
    QTRY_VERIFY(copyButtons().contains(u"Copy the path of the certificate"_s));
    QCOMPARE(copyButtons().size(), 4); // three addresses and the file
    for (QPushButton *button : addresses->findChildren<QPushButton *>()) {
        if (button->accessibleName() == "Copy the path of the certificate"_L1)
            button->click();
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), m_session->labCertificate().file);
}

void TestLabView::whatPassedIsListedAndItsBytesAreShown()
{
    openView();
    trace("/lab/chain/302");
    QCOMPARE(lines(), 2);
    const QAbstractItemModel *model = m_window->labView().table()->model();
    QCOMPARE(model->index(0, LabMethod).data().toString(), u"GET"_s);
    QCOMPARE(model->index(0, LabTarget).data().toString(), u"/lab/chain/302"_s);
    QCOMPARE(model->index(0, LabStatusCode).data().toString(), u"302"_s);
    select(0);
    const QString request = part<QPlainTextEdit>(u"labRequestBytes"_s)->toPlainText();
    QVERIFY(request.startsWith(u"GET /lab/chain/302 HTTP/1.1\u240d\u240a\n"_s));
    QVERIFY(part<QPlainTextEdit>(u"labAnswerBytes"_s)->toPlainText().contains(u"Location: /lab/echo\u240d\u240a"_s));
    part<QCheckBox>(u"labHex"_s)->click();
    QVERIFY(part<QPlainTextEdit>(u"labRequestBytes"_s)->toPlainText().startsWith(u"00000000  47 45 54 20"_s));
    part<QPushButton>(u"labCopyBytes"_s)->click();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"00000000  47 45 54 20"_s));
}

void TestLabView::secretsAreMaskedUntilAskedFor()
{
    openView();
    trace("/lab/echo", {{"Authorization", "Bearer topsecret"}});
    select(0);
    auto *request = part<QPlainTextEdit>(u"labRequestBytes"_s);
    auto *answer = part<QPlainTextEdit>(u"labAnswerBytes"_s);
    QVERIFY(request->toPlainText().contains("Authorization: ***"_L1));
    QVERIFY(!request->toPlainText().contains("topsecret"_L1));
    QVERIFY(!answer->toPlainText().contains("topsecret"_L1)); // which the lab echoes
    part<QCheckBox>(u"labSecrets"_s)->click();
    QVERIFY(request->toPlainText().contains("Bearer topsecret"_L1));
    QVERIFY(answer->toPlainText().contains("topsecret"_L1));
}

void TestLabView::pauseHoldsTheListStill()
{
    openView();
    trace("/lab/echo");
    QCOMPARE(lines(), 1);
    part<QPushButton>(u"labPause"_s)->click();
    const quint64 before = m_session->labTranscript().lastNumber();
    TraceSpec spec;
    spec.request.target = *m_session->resolveUrl("lab:/lab/echo");
    spec.policy = *m_session->policies().policy(u"fetch"_s);
    const auto run = m_session->startTrace(spec);
    QTRY_VERIFY(!(*run)->isRunning());
    QVERIFY(m_session->labTranscript().lastNumber() > before);
    QSignalSpy news(part<QTimer>(u"labNews"_s), &QTimer::timeout);
    QVERIFY(news.wait() && news.wait());
    QCOMPARE(lines(), 1);
    part<QPushButton>(u"labPause"_s)->click();
    QCOMPARE(lines(), 2);
}

void TestLabView::clearForgetsTheRecord()
{
    openView();
    trace("/lab/chain/302");
    part<QPushButton>(u"labClear"_s)->click();
    QCOMPARE(lines(), 0);
    QVERIFY(m_session->labTranscript().entries().isEmpty());
    QVERIFY(part<QLabel>(u"labEmpty"_s)->isVisible());
    QVERIFY(part<QLabel>(u"labEmpty"_s)->text().contains("curl -iL http://127.0.0.1:"_L1));
    trace("/lab/echo");
    QCOMPARE(lines(), 1);
}

void TestLabView::theFilterSaysWhenNothingMatches()
{
    openView();
    trace("/lab/chain/302");
    part<QLineEdit>(u"labFilter"_s)->setText(u"ECHO"_s);
    QCOMPARE(lines(), 1);
    part<QLineEdit>(u"labFilter"_s)->setText(u"nothing like it"_s);
    QCOMPARE(lines(), 0);
    QVERIFY(part<QLabel>(u"labEmpty"_s)->text().contains("nothing like it"_L1));
}

void TestLabView::stopAndStart()
{
    openView();
    auto *button = part<QPushButton>(u"labStartStop"_s);
    QCOMPARE(button->text(), u"Start lab"_s);
    button->click();
    QVERIFY(m_session->labIsRunning());
    QCOMPARE(button->text(), u"Stop lab"_s);
    trace("/lab/echo");
    button->click();
    QVERIFY(!m_session->labIsRunning());
    QCOMPARE(m_window->sidebar().labStatus()->statusText(), u"Lab starts when needed"_s);
    QCOMPARE(lines(), 1); // what was recorded can still be read
    QVERIFY(!part<QWidget>(u"labAddresses"_s)->isVisible());
}

void TestLabView::anExchangeThatIsNoLongerKeptIsSaid()
{
    openView();
    trace("/lab/echo");
    m_session->clearLabTranscript(); // as newer ones would push it out
    select(0);
    QVERIFY(part<QLabel>(u"labFacts"_s)->text().contains("no longer keeps"_L1));
}

DETOUR_TEST(TestLabView)
#include "tst_labview.moc"
