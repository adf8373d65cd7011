// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "ui/pages/pagelinks.h"
#include "ui/pages/pageview.h"

#include <QDir>
#include <QFile>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>

#include <memory>

using namespace Detour;
using namespace Qt::StringLiterals;

/// Links that change what a page shows, and those to another page's example.
class TestPageLinks final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_view.reset(); }
    void otherLinksAreNoChoice();
    void aColumnIsTurnedRoundByItsSecondClick();
    void runLinksNameThePlace();
    void aClickShowsAnotherServer();
    void theChoiceIsMadeBeforehand();
    void aClickSortsTheCodes();
    void anExampleOfAnotherPageIsAskedFor();

private:
    void write(const QString &name, const QByteArray &text) const;
    void click(const QString &link) { emit m_view->anchorClicked(QUrl(link)); }
    [[nodiscard]] QString text() const { return m_view->toPlainText(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PageCatalog> m_pages;
    std::unique_ptr<PageView> m_view;
};

void TestPageLinks::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

void TestPageLinks::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(u"en"_s));
    write(u"servers.json"_s, R"json({"schema":"detour.servers/1","servers":[
{"id":"express","name":"Express","version":"5","language":"js","default":302,"any":"express({status})"},
{"id":"flask","name":"Flask","version":"3","language":"python","default":302,"any":"flask({status})"}]})json");
    for (int code = 300; code <= 308; ++code) {
        const QByteArray number = QByteArray::number(code);
        write(u"en/%1.md"_s.arg(code), "---\ncode: " + number + "\nslug: " + number
                                           + "\ntitle: Title\nkind: temporary\nreference: RFC 9110 §15.4\n"
                                             "reference-url: https://www.rfc-editor.org/rfc/rfc9110.html\nsince: "
                                             "1996\nmethod: stays\nbody: sent again\n"
                                             "lasts: for now\ncached: only if stated\nlocation: the target\nsummary: A "
                                             "page.\nstage: full\n---\nText.\n");
    }
    const QByteArray words = QByteArray("Words.\n\n").repeated(60);
    write(u"en/guide.md"_s, "---\nslug: guide\ntitle: Guide\nkind: guide\nsummary: A guide.\nstage: full\n---\n" + words
                                + "```servers\nstatus 303\n```\n\n```codes\nmethod\n```\n\n" + words);
    m_pages = std::make_unique<PageCatalog>(ContentStore(m_folder->path()));
    m_view = std::make_unique<PageView>(*m_pages);
    m_view->resize(488, 500);
    m_view->show();
    m_view->openPage(u"guide"_s);
}

void TestPageLinks::otherLinksAreNoChoice()
{
    PageOptions options;
    for (const char *link : {"page:307", "run:hop", "https://example.org/", "copy:x"})
        QVERIFY(!takeChoice(QUrl(QString::fromLatin1(link)), options));
    QVERIFY(options.server.isEmpty() && options.sortColumn.isEmpty());
    QVERIFY(takeChoice(QUrl(u"server:flask"_s), options));
    QCOMPARE(options.server, u"flask"_s);
}

void TestPageLinks::aColumnIsTurnedRoundByItsSecondClick()
{
    PageOptions options;
    QVERIFY(takeChoice(QUrl(u"sort:code"_s), options));
    QVERIFY(options.sortsDown); // by code it was sorted from the start
    QVERIFY(takeChoice(QUrl(u"sort:since"_s), options));
    QCOMPARE(options.sortColumn, u"since"_s);
    QVERIFY(!options.sortsDown);
    QVERIFY(takeChoice(QUrl(u"sort:since"_s), options));
    QVERIFY(options.sortsDown);
    QVERIFY(takeChoice(QUrl(u"sort:since"_s), options));
    QVERIFY(!options.sortsDown);
}

void TestPageLinks::runLinksNameThePlace()
{
    const ExamplePlace own = examplePlace(QUrl(u"run:hop"_s), u"307"_s);
    QCOMPARE(own.slug, u"307"_s);
    QCOMPARE(own.id, u"hop"_s);
    const ExamplePlace other = examplePlace(QUrl(u"run:302/checkout"_s), u"307"_s);
    QCOMPARE(other.slug, u"302"_s);
    QCOMPARE(other.id, u"checkout"_s);
}

void TestPageLinks::aClickShowsAnotherServer()
{
    QVERIFY(text().contains(u"express(303)"_s) && !text().contains(u"flask(303)"_s));
    m_view->verticalScrollBar()->setValue(1200);
    const int scroll = m_view->verticalScrollBar()->value();
    const QSignalSpy chosen(m_view.get(), &PageView::serverChosen);
    click(u"server:flask"_s);
    QTRY_COMPARE(chosen.count(), 1);
    QCOMPARE(chosen.constFirst(), QVariantList{u"flask"_s});
    QVERIFY(text().contains(u"flask(303)"_s) && !text().contains(u"express(303)"_s));
    QCOMPARE(m_view->verticalScrollBar()->value(), scroll);
    QCOMPARE(m_view->slug(), u"guide"_s);
    QVERIFY(!m_view->canGoBack());
    // Tab goes on from the link that was used.
    QCOMPARE(m_view->textCursor().block().text().trimmed().replace(QChar(0xA0), u' '), u"Express   Flask"_s);
}

void TestPageLinks::theChoiceIsMadeBeforehand()
{
    PageView view(*m_pages);
    view.setServer(u"flask"_s);
    view.openPage(u"guide"_s);
    QVERIFY(view.toPlainText().contains(u"flask(303)"_s));
}

void TestPageLinks::aClickSortsTheCodes()
{
    QVERIFY(text().indexOf(u"300"_s) < text().indexOf(u"308"_s));
    click(u"sort:code"_s);
    QTRY_VERIFY(text().indexOf(u"308"_s) < text().indexOf(u"300"_s));
}

void TestPageLinks::anExampleOfAnotherPageIsAskedFor()
{
    const QSignalSpy asked(m_view.get(), &PageView::runRequested);
    click(u"run:302/checkout"_s);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.constFirst(), QVariantList({u"302"_s, u"checkout"_s}));
}

DETOUR_TEST(TestPageLinks)
#include "tst_pagelinks.moc"
