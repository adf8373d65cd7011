// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "ui/request/bodyeditor.h"
#include "ui/request/clientpicker.h"
#include "ui/request/curlnote.h"
#include "ui/request/fieldseditor.h"
#include "ui/request/methodeditor.h"
#include "ui/request/namevaluetable.h"
#include "ui/request/optionseditor.h"
#include "ui/request/requestbar.h"
#include "ui/request/urlfield.h"
#include "ui/settings.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Detour;
using namespace Qt::StringLiterals;

class TestRequestBar final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void anyTokenIsAMethod();
    void aBodyIsWrittenAsJson();
    void kindsKeepWhatWasWritten();
    void anotherKindForgetsTheTypeThatCurlMade();
    void aFormIsATable();
    void aFileIsNamedByItsPath();
    void aBodyOnGetOffersPost();
    void theTypeCanBeLeftOut();
    void optionsAreSetAndTold();
    void theSettingsGiveTheUsualTime();
    void aClientIsFoundByTyping();
    void curlFillsEverythingIn();
    void curlThatCannotBeReadChangesNothing();
    void curlNotesAreDismissed();
    void anExampleIsTakenAsAWhole();
    void addressesAreRememberedAndForgotten();
    void popupsStayOnTheScreen_data();
    void popupsStayOnTheScreen();
    void everythingHasAName();

private:
    template<typename T>
    T *find(const QString &name) const
    {
        return m_bar->findChild<T *>(name);
    }
    template<typename Editor>
    Editor *openBy(const QString &button)
    {
        QTest::mouseClick(find<QToolButton>(button), Qt::LeftButton);
        return m_bar->findChild<Editor *>();
    }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<QWidget> m_window;
    RequestBar *m_bar = nullptr;
};

void TestRequestBar::init()
{
    m_session = std::make_unique<Session>(ContentStore(), LabPorts{}, "test");
    m_window = std::make_unique<QWidget>();
    m_window->resize(640, 500);
    m_bar = new RequestBar(*m_session, m_window.get());
    m_bar->setGeometry(0, 0, 640, 110);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestRequestBar::cleanup()
{
    m_window.reset();
    m_session.reset();
}

void TestRequestBar::anyTokenIsAMethod()
{
    auto *button = find<QToolButton>(u"method"_s);
    const QList<QAction *> actions = button->menu()->actions();
    QCOMPARE(actions.constFirst()->text(), u"GET"_s);
    actions.constLast()->trigger(); // Other…
    auto *editor = m_bar->findChild<MethodEditor *>();
    QVERIFY(editor);
    auto *word = editor->findChild<QLineEdit *>(u"methodWord"_s);
    QVERIFY(word->hasFocus());
    QTest::keyClicks(word, u"BAD VERB"_s);
    QVERIFY(editor->findChild<QLabel *>(u"methodState"_s)->text().contains(u"one word"_s));
    QTest::keyClick(word, Qt::Key_Return);
    QCOMPARE(m_bar->draft().method, u"GET"_s);
    word->selectAll();
    QTest::keyClicks(word, u"M-SEARCH"_s);
    QTest::keyClick(word, Qt::Key_Return);
    QCOMPARE(m_bar->draft().method, u"M-SEARCH"_s);
    QVERIFY(button->accessibleName().contains(u"M-SEARCH"_s));
}

void TestRequestBar::aBodyIsWrittenAsJson()
{
    auto *editor = openBy<BodyEditor>(u"body"_s);
    QVERIFY(editor);
    auto *tabs = editor->findChild<QTabBar *>(u"bodyKind"_s);
    QVERIFY(tabs->hasFocus());
    QTest::keyClick(tabs, Qt::Key_Right);
    QTest::keyClick(tabs, Qt::Key_Right);
    QCOMPARE(m_bar->draft().bodyKind, BodyKind::Json);
    QVERIFY(m_bar->draft().hasBody);
    auto *text = editor->findChild<QPlainTextEdit *>(u"jsonBody"_s);
    auto *state = editor->findChild<QLabel *>(u"jsonState"_s);
    auto *format = editor->findChild<QPushButton *>(u"formatJson"_s);
    QTest::keyClick(tabs, Qt::Key_Tab);
    QVERIFY(text->hasFocus());
    QTest::keyClicks(text, u"{\"a\":1"_s);
    QVERIFY2(state->text().startsWith(u"Line 1, column 7: "_s), qPrintable(state->text()));
    QVERIFY(!format->isEnabled());
    QTest::keyClicks(text, u"}"_s);
    QCOMPARE(state->text(), u"Valid JSON, 7 bytes"_s);
    format->click();
    QCOMPARE(m_bar->draft().body, "{\n  \"a\": 1\n}"_ba);
    QCOMPARE(m_bar->draft().impliedContentType(), "application/json"_ba);
    QCOMPARE(find<QToolButton>(u"body"_s)->accessibleName(), u"Body 12 B"_s);
}

void TestRequestBar::kindsKeepWhatWasWritten()
{
    RequestDraft draft;
    draft.method = u"POST"_s;
    draft.hasBody = true;
    draft.bodyKind = BodyKind::Json;
    draft.body = "{}";
    m_bar->setDraft(draft);
    auto *tabs = openBy<BodyEditor>(u"body"_s)->findChild<QTabBar *>(u"bodyKind"_s);
    QCOMPARE(tabs->currentIndex(), 2);
    tabs->setCurrentIndex(3);
    QCOMPARE(m_bar->draft().body, ""_ba);
    QCOMPARE(m_bar->draft().bodyKind, BodyKind::Form);
    tabs->setCurrentIndex(0);
    QVERIFY(!m_bar->draft().hasBody);
    tabs->setCurrentIndex(1);
    QCOMPARE(m_bar->draft().body, "{}"_ba);
    QCOMPARE(m_bar->draft().impliedContentType(), "text/plain;charset=UTF-8"_ba);
}

void TestRequestBar::anotherKindForgetsTheTypeThatCurlMade()
{
    m_bar->pasteCurl(u"curl -d a=1 -b c=2 http://a.test/"_s);
    QVERIFY(m_bar->draft().fieldLines.contains(u"x-www-form-urlencoded"_s));
    auto *tabs = openBy<BodyEditor>(u"body"_s)->findChild<QTabBar *>(u"bodyKind"_s);
    QCOMPARE(tabs->currentIndex(), 3);
    tabs->setCurrentIndex(2);
    QCOMPARE(m_bar->draft().fieldLines, u"Cookie: c=2\n"_s);
    QCOMPARE(m_bar->draft().generated, QStringList{u"Cookie"_s});
    QCOMPARE(m_bar->draft().impliedContentType(), "application/json"_ba);
}

void TestRequestBar::aFormIsATable()
{
    RequestDraft draft;
    draft.method = u"POST"_s;
    draft.hasBody = true;
    draft.bodyKind = BodyKind::Form;
    draft.body = "name=Ada+L";
    m_bar->setDraft(draft);
    auto *editor = openBy<BodyEditor>(u"body"_s);
    auto *table = editor->findChild<NameValueTable *>(u"formTable"_s);
    QCOMPARE(table->rows()->rows(), (QList<NameValueModel::Row>{{u"name"_s, u"Ada L"_s}}));
    table->startNewRow();
    auto *cell = table->viewport()->findChild<QLineEdit *>();
    QVERIFY(cell);
    QTest::keyClicks(cell, u"x&y"_s);
    QTest::keyClick(cell, Qt::Key_Return);
    QTRY_COMPARE(m_bar->draft().body, "name=Ada+L&x%26y="_ba);
}

void TestRequestBar::aFileIsNamedByItsPath()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"a.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[1]");
    file.close();
    auto *editor = openBy<BodyEditor>(u"body"_s);
    editor->findChild<QTabBar *>(u"bodyKind"_s)->setCurrentIndex(4);
    auto *path = editor->findChild<QLineEdit *>(u"bodyPath"_s);
    auto *state = editor->findChild<QLabel *>(u"fileState"_s);
    QTest::keyClicks(path, folder.path());
    QCOMPARE(state->text(), u"This is a folder."_s);
    QTest::keyClicks(path, u"/a.json"_s);
    QVERIFY2(state->text().startsWith(u"3 bytes"_s), qPrintable(state->text()));
    QCOMPARE(m_bar->draft().bodyFile, file.fileName());
    QCOMPARE(m_bar->draft().impliedContentType(), "application/json"_ba);
    QTest::keyClicks(path, u"x"_s);
    QCOMPARE(state->text(), u"There is no such file."_s);
}

void TestRequestBar::aBodyOnGetOffersPost()
{
    auto *editor = openBy<BodyEditor>(u"body"_s);
    auto *makePost = editor->findChild<QPushButton *>(u"makePost"_s);
    QVERIFY(!makePost->isVisible());
    editor->findChild<QTabBar *>(u"bodyKind"_s)->setCurrentIndex(1);
    QVERIFY(makePost->isVisible());
    QTest::mouseClick(makePost, Qt::LeftButton);
    QCOMPARE(m_bar->draft().method, u"POST"_s);
    QVERIFY(!makePost->isVisible());
}

void TestRequestBar::theTypeCanBeLeftOut()
{
    RequestDraft draft;
    draft.method = u"POST"_s;
    draft.hasBody = true;
    m_bar->setDraft(draft);
    auto *editor = openBy<BodyEditor>(u"body"_s);
    auto *type = editor->findChild<QCheckBox *>(u"impliedType"_s);
    QVERIFY(type->isChecked() && type->text().contains(u"text/plain"_s));
    QTest::keyClick(type, Qt::Key_Space);
    QVERIFY(m_bar->draft().impliedContentType().isEmpty());
    editor->close();
    draft.fieldLines = u"Content-Type: text/x"_s;
    m_bar->setDraft(draft);
    QTRY_COMPARE(m_bar->findChildren<BodyEditor *>().size(), 0);
    type = openBy<BodyEditor>(u"body"_s)->findChild<QCheckBox *>(u"impliedType"_s);
    QVERIFY(!type->isVisible());
}

void TestRequestBar::optionsAreSetAndTold()
{
    auto *button = find<QToolButton>(u"options"_s);
    QCOMPARE(button->accessibleName(), u"Options: as usual"_s);
    auto *editor = openBy<OptionsEditor>(u"options"_s);
    QVERIFY(editor->findChild<QRadioButton *>(u"limitByClient"_s)->text().contains(u"20"_s)); // as Fetch has it
    auto *limit = editor->findChild<QSpinBox *>(u"limit"_s);
    QVERIFY(!limit->isEnabled());
    QTest::keyClick(editor->findChild<QRadioButton *>(u"limitAtMost"_s), Qt::Key_Space);
    QVERIFY(limit->isEnabled());
    limit->setValue(3);
    QCOMPARE(m_bar->draft().redirectLimit, 3);
    QTest::keyClick(editor->findChild<QCheckBox *>(u"locationTrusted"_s), Qt::Key_Space);
    QTest::keyClick(editor->findChild<QCheckBox *>(u"verifiesTls"_s), Qt::Key_Space);
    editor->findChild<QSpinBox *>(u"timeout"_s)->setValue(5);
    QVERIFY(m_bar->draft().locationTrusted && !m_bar->draft().verifiesTls);
    QVERIFY(m_bar->draft().timeout == std::chrono::seconds(5));
    QCOMPARE(button->accessibleName(), u"Options: limit 3, trusted origins, TLS not verified, 5 s"_s);
    QTest::keyClick(editor->findChild<QRadioButton *>(u"limitNone"_s), Qt::Key_Space);
    QCOMPARE(m_bar->draft().redirectLimit, -1);
    QTest::keyClick(editor->findChild<QRadioButton *>(u"limitByClient"_s), Qt::Key_Space);
    QVERIFY(!m_bar->draft().redirectLimit);
}

void TestRequestBar::theSettingsGiveTheUsualTime()
{
    const QTemporaryDir folder;
    QSettings store(folder.filePath(u"a.ini"_s), QSettings::IniFormat);
    Settings settings(store);
    settings.setHopTimeout(12'000);
    m_bar->setSettings(settings);
    QVERIFY(!m_bar->draft().timeout);
    QVERIFY(m_bar->draftToSend().timeout == std::chrono::seconds(12));
    auto *seconds = openBy<OptionsEditor>(u"options"_s)->findChild<QSpinBox *>(u"timeout"_s);
    QCOMPARE(seconds->value(), 12);
    seconds->setValue(3);
    QVERIFY(m_bar->draftToSend().timeout == std::chrono::seconds(3));
    seconds->setValue(12);
    QVERIFY(!m_bar->draft().timeout);
}

void TestRequestBar::aClientIsFoundByTyping()
{
    QSignalSpy edited(m_bar, &RequestBar::draftEdited);
    auto *picker = openBy<ClientPicker>(u"client"_s);
    auto *search = picker->findChild<QLineEdit *>(u"clientSearch"_s);
    const auto *list = picker->findChild<QListView *>(u"clientList"_s);
    QVERIFY(search->hasFocus());
    QCOMPARE(list->model()->rowCount(), int(m_session->policies().ids().size()));
    QTest::keyClicks(search, u"no such thing"_s);
    QCOMPARE(list->model()->rowCount(), 0);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(edited.size(), 0);
    search->clear();
    QTest::keyClicks(search, u"curl -L"_s);
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(m_bar->draft().client, u"curl-X"_s);
    QTRY_VERIFY(!m_bar->findChild<ClientPicker *>());
}

void TestRequestBar::curlFillsEverythingIn()
{
    QApplication::clipboard()->setText(u"curl -X PUT 'http://a.test/x?y=1' -H 'X-Own: 1' -u ada:pw \\\n"
                                       "  --data-raw '{\"a\":1}' -H 'Content-Type: application/json' \\\n"
                                       "  -L --max-redirs 7 --location-trusted -k -m 9 --proxy http://p.test"_s);
    auto *url = find<UrlField>(u"url"_s);
    url->setFocus();
    QTest::keyClick(url, Qt::Key_V, Qt::ControlModifier);
    const RequestDraft &draft = m_bar->draft();
    QCOMPARE(draft.method, u"PUT"_s);
    QCOMPARE(draft.url, u"http://a.test/x?y=1"_s);
    QCOMPARE(url->text(), draft.url);
    QCOMPARE(draft.fieldLines, u"X-Own: 1\nContent-Type: application/json\nAuthorization: Basic YWRhOnB3\n"_s);
    QCOMPARE(draft.generated, QStringList{u"Authorization"_s});
    QVERIFY(draft.hasBody);
    QCOMPARE(draft.bodyKind, BodyKind::Json);
    QCOMPARE(draft.body, "{\"a\":1}"_ba);
    QCOMPARE(draft.redirectLimit, 7);
    QVERIFY(draft.locationTrusted && !draft.verifiesTls);
    QVERIFY(draft.timeout == std::chrono::seconds(9));
    QCOMPARE(draft.client, u"curl-X"_s);
    const auto *note = m_bar->findChild<CurlNote *>();
    QVERIFY(note->isVisible());
    QVERIFY(note->text().contains(u"followed as curl -L -X"_s) && note->text().contains(u"--proxy http://p.test"_s));
}

void TestRequestBar::curlThatCannotBeReadChangesNothing()
{
    RequestDraft before;
    before.url = u"lab:/lab/chain/302"_s;
    m_bar->setDraft(before);
    m_bar->pasteCurl(u"curl 'http://a.test/"_s);
    QCOMPARE(m_bar->draft().url, before.url);
    QVERIFY(find<QLabel>(u"draftError"_s)->text().contains(u"quote"_s));
    QVERIFY(!m_bar->findChild<CurlNote *>()->isVisible());
}

void TestRequestBar::curlNotesAreDismissed()
{
    m_bar->pasteCurl(u"curl -I http://a.test/"_s);
    auto *note = m_bar->findChild<CurlNote *>();
    QVERIFY(note->isVisible());
    QTest::keyClick(note->findChild<QToolButton *>(u"closeCurlNote"_s), Qt::Key_Space);
    QVERIFY(!note->isVisible());
    m_bar->pasteCurl(u"curl -I http://a.test/"_s);
    QVERIFY(note->isVisible());
    m_bar->setDraft(RequestDraft()); // another request: the note is not about it
    QVERIFY(!note->isVisible());
}

void TestRequestBar::anExampleIsTakenAsAWhole()
{
    auto *url = find<UrlField>(u"url"_s);
    url->setFocus();
    QTest::keyClicks(url, u"307: POST"_s);
    QVERIFY(url->listIsOpen());
    QTest::keyClick(url, Qt::Key_Down);
    QTest::keyClick(url, Qt::Key_Return);
    QVERIFY(m_bar->draft().script.has_value());
    QCOMPARE(m_bar->draft().method, u"POST"_s);
    QVERIFY(m_bar->draft().hasBody);
    QCOMPARE(url->text(), m_bar->draft().url);
}

void TestRequestBar::addressesAreRememberedAndForgotten()
{
    const QTemporaryDir folder;
    QSettings store(folder.filePath(u"a.ini"_s), QSettings::IniFormat);
    Settings settings(store);
    m_bar->setSettings(settings);
    auto *url = find<UrlField>(u"url"_s);
    url->setFocus();
    QTest::keyClicks(url, u"http://remembered.test/"_s);
    m_bar->rememberUrl();
    url->clear();
    QTest::keyClicks(url, u"reme"_s);
    QVERIFY(url->listIsOpen());
    QTest::keyClick(url, Qt::Key_Down);
    QTest::keyClick(url, Qt::Key_Return);
    QCOMPARE(m_bar->draft().url, u"http://remembered.test/"_s);
    url->clear();
    QTest::keyClicks(url, u"forget"_s);
    QTest::keyClick(url, Qt::Key_Down);
    QTest::keyClick(url, Qt::Key_Return);
    QVERIFY(settings.urlHistory().isEmpty());
    url->clear();
    QTest::keyClicks(url, u"remembered"_s);
    QVERIFY(!url->listIsOpen());
}

void TestRequestBar::popupsStayOnTheScreen_data()
{
    QTest::addColumn<QString>("button");
    for (const QString &name : {u"fields"_s, u"body"_s, u"options"_s, u"client"_s})
        QTest::newRow(qPrintable(name)) << name;
}

void TestRequestBar::popupsStayOnTheScreen()
{
    QFETCH(QString, button);
    RequestDraft draft;
    for (int i = 0; i < 200; ++i)
        draft.fieldLines += u"X-%1: value\n"_s.arg(i);
    draft.hasBody = true;
    m_bar->setDraft(draft);
    const QRect screen = m_window->screen()->availableGeometry();
    for (const QPoint &corner : {screen.topLeft(), screen.bottomRight() - QPoint(640, 110)}) {
        m_window->move(corner);
        auto *popup = openBy<EditorPopup>(button);
        QVERIFY(popup);
        QVERIFY2(screen.contains(popup->geometry()), qPrintable(button));
        delete popup;
    }
}

void TestRequestBar::everythingHasAName()
{
    for (const QString &button : {u"fields"_s, u"body"_s, u"options"_s, u"client"_s}) {
        auto *popup = openBy<EditorPopup>(button);
        const auto children = popup->findChildren<QWidget *>();
        for (const QWidget *child : children) {
            if (child->focusPolicy() == Qt::NoFocus || qobject_cast<const QAbstractScrollArea *>(child->parentWidget()))
                continue;
            const auto *labelled = qobject_cast<const QAbstractButton *>(child);
            const bool isNamed = !child->accessibleName().isEmpty() || (labelled && !labelled->text().isEmpty());
            const bool isPart = qobject_cast<const QSpinBox *>(child->parentWidget())
                                || child->objectName().startsWith(u"qt_"_s)
                                || qobject_cast<const QTabBar *>(child->parentWidget())
                                || qobject_cast<const QLineEdit *>(child->parentWidget());
            QVERIFY2(isNamed || isPart,
                     qPrintable(button + u": "_s + QString::fromLatin1(child->metaObject()->className()) + u' '
                                + child->objectName()));
        }
        delete popup;
    }
}

DETOUR_TEST(TestRequestBar)
#include "tst_requestbar.moc"
