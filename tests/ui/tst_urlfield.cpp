// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/session.h"
#include "support/testregistry.h"
#include "ui/request/urlfield.h"

#include <QApplication>
#include <QClipboard>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class TestUrlField final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_window.reset(); }
    void wordsFindAddresses();
    void whatBeginsAlikeComesFirst();
    void everySuggestionOfTheLabIsAnAddress();
    void examplesAreSuggested();
    void enterSendsWhileNothingIsChosen();
    void arrowsChooseAndEnterTakes();
    void escapeClosesTheList();
    void aClickTakesASuggestion();
    void leavingClosesTheList();
    void aPastedCurlCommandIsTold();
    void aTypedCurlCommandIsTold();
    void plainTextIsPastedAsEver();
    void longAddressesStayInTheWindow();

private:
    std::unique_ptr<QWidget> m_window;
    UrlField *m_field = nullptr;
};

namespace {

QList<UrlSuggestion> some()
{
    return {{u"http://a.test/old"_s, u"sent before"_s, UrlSuggestion::From::History, {}, {}},
            {u"lab:/lab/chain/302"_s, u"one redirect"_s, UrlSuggestion::From::Lab, {}, {}},
            {u"lab:/lab/loop/self"_s, u"leads to itself"_s, UrlSuggestion::From::Lab, {}, {}}};
}

QStringList urls(const QList<UrlSuggestion> &suggestions)
{
    QStringList result;
    for (const UrlSuggestion &one : suggestions)
        result.append(one.url);
    return result;
}

} // namespace

void TestUrlField::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(500, 400);
    m_field = new UrlField(m_window.get());
    m_field->setGeometry(10, 10, 400, 30);
    m_field->setSuggestions(some);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_field->setFocus();
}

void TestUrlField::wordsFindAddresses()
{
    QCOMPARE(urls(matching(some(), u"loop"_s)), QStringList{u"lab:/lab/loop/self"_s});
    QCOMPARE(urls(matching(some(), u"LAB one"_s)), QStringList{u"lab:/lab/chain/302"_s});
    QCOMPARE(matching(some(), u"nowhere"_s).size(), 0);
    QCOMPARE(matching(some(), QString()).size(), 3);
    QCOMPARE(matching(some(), QString(), 2).size(), 2);
    QVERIFY(!urls(matching(some(), u"lab:/lab/loop/self"_s)).contains(u"lab:/lab/loop/self"_s));
}

void TestUrlField::whatBeginsAlikeComesFirst()
{
    QList<UrlSuggestion> all = some();
    all.prepend({u"http://a.test/?next=lab:/x"_s, {}, UrlSuggestion::From::History, {}, {}});
    const QStringList found = urls(matching(all, u"lab:"_s));
    QCOMPARE(found.size(), 3);
    QCOMPARE(found.constFirst(), u"lab:/lab/chain/302"_s);
    QCOMPARE(found.constLast(), u"http://a.test/?next=lab:/x"_s);
}

void TestUrlField::everySuggestionOfTheLabIsAnAddress()
{
    Session session{ContentStore(), LabPorts{}, "test"};
    for (const UrlSuggestion &one : labSuggestions()) {
        QVERIFY2(session.resolveUrl(one.url.toUtf8()).hasValue(), qPrintable(one.url));
        QVERIFY(!one.note.isEmpty());
    }
}

void TestUrlField::examplesAreSuggested()
{
    PageCatalog pages{ContentStore()};
    const QList<UrlSuggestion> examples = exampleSuggestions(pages);
    QVERIFY(examples.size() > 20);
    for (const UrlSuggestion &one : examples) {
        const auto page = pages.page(one.slug);
        QVERIFY(page && (*page)->example(one.example));
    }
}

void TestUrlField::enterSendsWhileNothingIsChosen()
{
    QSignalSpy sent(m_field, &QLineEdit::returnPressed);
    QSignalSpy chosen(m_field, &UrlField::suggestionChosen);
    QTest::keyClicks(m_field, u"lab:/l"_s);
    QVERIFY(m_field->listIsOpen());
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(chosen.size(), 0);
    QVERIFY(!m_field->listIsOpen());
    QCOMPARE(m_field->text(), u"lab:/l"_s);
}

void TestUrlField::arrowsChooseAndEnterTakes()
{
    QSignalSpy sent(m_field, &QLineEdit::returnPressed);
    QSignalSpy chosen(m_field, &UrlField::suggestionChosen);
    QTest::keyClick(m_field, Qt::Key_Down); // opens it, too
    QVERIFY(m_field->listIsOpen());
    QTest::keyClick(m_field, Qt::Key_Down);
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(sent.size(), 0);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).value<UrlSuggestion>().url, u"lab:/lab/chain/302"_s);
    QVERIFY(!m_field->listIsOpen());
    // Up from the first is back in the text, and Enter sends again.
    QTest::keyClick(m_field, Qt::Key_Down);
    QTest::keyClick(m_field, Qt::Key_Up);
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(chosen.size(), 1);
}

void TestUrlField::escapeClosesTheList()
{
    QTest::keyClicks(m_field, u"lab"_s);
    QVERIFY(m_field->listIsOpen());
    QTest::keyClick(m_field, Qt::Key_Escape);
    QVERIFY(!m_field->listIsOpen());
    QCOMPARE(m_field->text(), u"lab"_s);
    QVERIFY(m_field->hasFocus());
}

void TestUrlField::aClickTakesASuggestion()
{
    QSignalSpy chosen(m_field, &UrlField::suggestionChosen);
    QTest::keyClicks(m_field, u"loop"_s);
    QVERIFY(m_field->listIsOpen());
    const QListView *list = m_field->list();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    QCOMPARE(chosen.size(), 1);
    QVERIFY(m_field->hasFocus());
}

void TestUrlField::leavingClosesTheList()
{
    QTest::keyClicks(m_field, u"lab"_s);
    QVERIFY(m_field->listIsOpen());
    m_field->clearFocus();
    QVERIFY(!m_field->listIsOpen());
}

void TestUrlField::aPastedCurlCommandIsTold()
{
    QSignalSpy pasted(m_field, &UrlField::curlPasted);
    QApplication::clipboard()->setText(u"curl -L \\\n  http://a.test/"_s);
    QTest::keyClick(m_field, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(pasted.size(), 1);
    QCOMPARE(pasted.at(0).at(0).toString(), u"curl -L \\\n  http://a.test/"_s);
    QVERIFY(m_field->text().isEmpty());
}

void TestUrlField::aTypedCurlCommandIsTold()
{
    QSignalSpy pasted(m_field, &UrlField::curlPasted);
    QSignalSpy sent(m_field, &QLineEdit::returnPressed);
    QTest::keyClicks(m_field, u"curl -I a.test"_s);
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(pasted.size(), 1);
    QCOMPARE(sent.size(), 0);
}

void TestUrlField::plainTextIsPastedAsEver()
{
    QSignalSpy pasted(m_field, &UrlField::curlPasted);
    QApplication::clipboard()->setText(u"http://curl.test/"_s);
    QTest::keyClick(m_field, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(pasted.size(), 0);
    QCOMPARE(m_field->text(), u"http://curl.test/"_s);
}

void TestUrlField::longAddressesStayInTheWindow()
{
    m_field->setSuggestions([] {
        QList<UrlSuggestion> many;
        for (int i = 0; i < 50; ++i)
            many.append({u"http://a.test/"_s + QString(5000, u'x') + QString::number(i),
                         u"sent before"_s,
                         UrlSuggestion::From::History,
                         {},
                         {}});
        return many;
    });
    QTest::keyClick(m_field, Qt::Key_Down);
    QVERIFY(m_field->listIsOpen());
    const QWidget *popup = m_field->list()->parentWidget();
    QVERIFY2(m_window->rect().contains(popup->geometry()), "the list leaves the window");
    for (int i = 0; i < 60; ++i)
        QTest::keyClick(m_field, Qt::Key_Down);
    QCOMPARE(m_field->list()->currentIndex().row(), 49);
    QVERIFY(m_field->list()->viewport()->rect().contains(m_field->list()->visualRect(m_field->list()->currentIndex())));
}

DETOUR_TEST(TestUrlField)
#include "tst_urlfield.moc"
