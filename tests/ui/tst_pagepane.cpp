// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "ui/pages/findbar.h"
#include "ui/pages/pagefinder.h"
#include "ui/pages/pagepane.h"
#include "ui/pages/pagestrip.h"
#include "ui/pages/pagetext.h"
#include "ui/pages/pageview.h"

#include "document/pagecatalog.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace Detour;
using namespace Qt::StringLiterals;

namespace {

QByteArray paragraphs(int count)
{
    QByteArray text;
    for (int line = 0; line < count; ++line)
        text += "A paragraph with a Needle, number " + QByteArray::number(line) + ".\n\n";
    return text;
}

const QByteArray front = "---\nslug: loops\ntitle: Loops\nkind: temporary\nsummary: Words.\nstage: full\n---\n";

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

} // namespace

/// Reading a page: its sections, finding in it, and taking something out of it.
class TestPagePane final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void contentsListTheSections();
    void contentsSayWhereOneIs();
    void lastSectionIsNamedThoughItCannotReachTheTop();
    void jumpWithinThePageCanBeUndone();
    void everyHeadingOffersItsAddress();
    void everyCodeBlockCanBeCopied();
    void drawingsAreCopiedAsWords();
    void allIsCopiedByKeys();
    void caretSelectsWithKeys();
    void tabPassesOverTheLinksOfSections();
    void findMarksEveryPlace();
    void findGoesRound();
    void findShowsThePlace();
    void findFollowsToAnotherPage();
    void escapeEndsTheFinding();
    void nothingFoundSaysSo();

private:
    [[nodiscard]] PageView &view() const { return m_pane->view(); }
    [[nodiscard]] QToolButton *contents() const { return m_pane->findChild<QToolButton *>(u"contents"_s); }
    [[nodiscard]] QLineEdit *findField() const { return m_pane->findChild<QLineEdit *>(u"findText"_s); }
    [[nodiscard]] PageFinder *finder() const { return m_pane->findChild<PageFinder *>(); }
    /// The list of sections as it is when it opens.
    [[nodiscard]] QList<QAction *> sections() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PageCatalog> m_pages;
    std::unique_ptr<PagePane> m_pane;
};

void TestPagePane::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(u"en"_s));
    write(m_folder->filePath(u"en/loops.md"_s),
          front + "Words.\n\n## First & foremost {#first}\n\n" + paragraphs(30)
              + "### A part of it {#part}\n\nMore, with `pill:POST+body` in it.\n\n| Code | Sent |\n| --- | --- |\n"
                "| `sign:302` 302 | `pill:GET-body` |\n\n"
                "## Second {#second}\n\n```sh\ncurl -i http://localhost/\n  indented\n```\n\n"
                "```http illustration title=\"Two messages\"\nGET /a HTTP/1.1\nHost: www.localhost:8307\n---\n"
                "HTTP/1.1 304 Not Modified\n```\n\nEnd, see [other](page:other).\n");
    QByteArray other = front + "Only one needle here.\n";
    other.replace("loops", "other");
    write(m_folder->filePath(u"en/other.md"_s), other);
    m_pages = std::make_unique<PageCatalog>(ContentStore(m_folder->path()));
    m_pane = std::make_unique<PagePane>(*m_pages);
    m_pane->resize(488, 500);
    m_pane->show();
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    view().openPage(u"loops"_s);
}

void TestPagePane::cleanup()
{
    m_pane.reset();
    m_pages.reset();
}

QList<QAction *> TestPagePane::sections() const
{
    emit contents()->menu()->aboutToShow();
    return contents()->menu()->actions();
}

void TestPagePane::contentsListTheSections()
{
    QStringList texts;
    for (const QAction *action : sections())
        texts.append(action->text());
    QCOMPARE(texts, QStringList({u"First && foremost"_s, u"    A part of it"_s, u"Second"_s}));
    view().openPage(u"other"_s);
    QVERIFY(!contents()->isVisible());
}

void TestPagePane::contentsSayWhereOneIs()
{
    QCOMPARE(contents()->text(), u" Contents"_s);
    view().verticalScrollBar()->setValue(200);
    QCOMPARE(contents()->text(), u" First && foremost"_s);
    QCOMPARE(contents()->accessibleName(), u"Contents, now at First & foremost"_s);
    sections().at(1)->trigger();
    QCOMPARE(contents()->accessibleName(), u"Contents, now at A part of it"_s);
    QVERIFY(sections().at(1)->isChecked());
    view().verticalScrollBar()->setValue(0);
    QCOMPARE(contents()->text(), u" Contents"_s);
}

void TestPagePane::lastSectionIsNamedThoughItCannotReachTheTop()
{
    m_pane->resize(488, 2000);
    view().openPage(u"loops"_s, u"second"_s);
    QCOMPARE(view().verticalScrollBar()->value(), view().verticalScrollBar()->maximum());
    QCOMPARE(contents()->accessibleName(), u"Contents, now at Second"_s);
}

void TestPagePane::jumpWithinThePageCanBeUndone()
{
    view().verticalScrollBar()->setValue(300);
    sections().at(2)->trigger();
    QVERIFY(view().verticalScrollBar()->value() > 300);
    QVERIFY(view().canGoBack());
    view().goBack();
    QCOMPARE(view().verticalScrollBar()->value(), 300);
    QCOMPARE(view().slug(), u"loops"_s);
}

void TestPagePane::everyHeadingOffersItsAddress()
{
    const QString html = view().document()->toHtml();
    for (const QString &anchor : {u"first"_s, u"part"_s, u"second"_s})
        QVERIFY(html.contains(u"href=\"section:"_s + anchor));
    emit view().anchorClicked(QUrl(u"section:part"_s));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"page:loops#part"_s);
    view().copySectionLink({});
    QCOMPARE(QGuiApplication::clipboard()->text(), u"page:loops"_s);
}

void TestPagePane::everyCodeBlockCanBeCopied()
{
    emit view().anchorClicked(QUrl(u"copybox:1"_s));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"curl -i http://localhost/\n  indented\n"_s);
    emit view().anchorClicked(QUrl(u"copybox:2"_s));
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"GET /a HTTP/1.1\nHost: www.localhost:8307\n---\nHTTP/1.1 304 Not Modified\n"_s);
    QVERIFY(codeBeside(*view().document(), u"copybox:3"_s).isEmpty());
}

void TestPagePane::drawingsAreCopiedAsWords()
{
    view().selectAll();
    view().copy();
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.contains(u"More, with POST (with body) in it."_s), qPrintable(text));
    QVERIFY2(text.contains(u"302\tGET (body dropped)"_s), qPrintable(text));
    QVERIFY(!text.contains(QChar::ObjectReplacementCharacter));
    QVERIFY(!text.contains(QChar::Nbsp));
}

void TestPagePane::allIsCopiedByKeys()
{
    view().setFocus();
    QTest::keyClick(&view(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&view(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"Loops\n"_s)
            || QGuiApplication::clipboard()->text().contains(u"Loops\n"_s));
}

void TestPagePane::caretSelectsWithKeys()
{
    QVERIFY(!view().hasCaret());
    view().setCaret(true);
    QTextCursor cursor = view().document()->find(u"number 3."_s);
    cursor.setPosition(cursor.selectionStart());
    view().setTextCursor(cursor);
    for (int step = 0; step < 6; ++step)
        QTest::keyClick(&view(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&view(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"number"_s);
    view().setCaret(false);
    const int before = view().verticalScrollBar()->value();
    QTest::keyClick(&view(), Qt::Key_PageDown);
    QVERIFY(view().verticalScrollBar()->value() > before);
}

void TestPagePane::tabPassesOverTheLinksOfSections()
{
    view().setFocus(Qt::TabFocusReason);
    QStringList links;
    for (int step = 0; step < 8 && view().hasFocus(); ++step) {
        QTest::keyClick(&view(), Qt::Key_Tab);
        const QString link = view().textCursor().charFormat().anchorHref();
        if (!link.isEmpty() && !links.contains(link))
            links.append(link);
    }
    QVERIFY(!view().hasFocus()); // it does not go round
    QCOMPARE(links.join(u' '), u"copybox:1 copybox:2 page:other"_s);
}

void TestPagePane::findMarksEveryPlace()
{
    m_pane->find();
    QVERIFY(findField()->isVisible());
    QTest::keyClicks(findField(), u"needle"_s);
    QCOMPARE(finder()->count(), 30);
    QCOMPARE(view().extraSelections().size(), 30);
    QCOMPARE(findField()->accessibleDescription(), u"1 of 30"_s);
    QVERIFY(view().extraSelections().at(0).format.background() != view().extraSelections().at(1).format.background());
}

void TestPagePane::findGoesRound()
{
    m_pane->find();
    QTest::keyClicks(findField(), u"needle"_s);
    QTest::keyClick(findField(), Qt::Key_Return);
    QCOMPARE(finder()->current(), 1);
    QTest::keyClick(findField(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClick(findField(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(finder()->current(), 29);
    m_pane->findNext(1);
    QCOMPARE(finder()->current(), 0);
}

void TestPagePane::findShowsThePlace()
{
    m_pane->find();
    QTest::keyClicks(findField(), u"number 29."_s);
    QCOMPARE(finder()->count(), 1);
    const QTextCursor place = view().extraSelections().constFirst().cursor;
    QVERIFY(view().viewport()->rect().contains(view().cursorRect(place)));
    QVERIFY(view().verticalScrollBar()->value() > 100);
}

void TestPagePane::findFollowsToAnotherPage()
{
    m_pane->find();
    QTest::keyClicks(findField(), u"needle"_s);
    view().openPage(u"other"_s);
    QCOMPARE(finder()->count(), 1);
    view().goBack();
    QCOMPARE(finder()->count(), 30);
}

void TestPagePane::escapeEndsTheFinding()
{
    m_pane->find();
    QTest::keyClicks(findField(), u"needle"_s);
    QTest::keyClick(findField(), Qt::Key_Escape);
    QVERIFY(!findField()->isVisible());
    QVERIFY(view().extraSelections().isEmpty());
    QCOMPARE(view().textCursor().selectedText(), u"Needle"_s);
    QVERIFY(view().hasFocus());
    m_pane->find();
    QCOMPARE(findField()->text(), u"Needle"_s);
}

void TestPagePane::nothingFoundSaysSo()
{
    m_pane->find();
    QTest::keyClicks(findField(), u"qqqq"_s);
    QCOMPARE(findField()->accessibleDescription(), u"Not on this page"_s);
    m_pane->findNext(1);
    QCOMPARE(finder()->current(), -1);
}

DETOUR_TEST(TestPagePane)

#include "tst_pagepane.moc"
