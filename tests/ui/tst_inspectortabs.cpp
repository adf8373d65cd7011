// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/pagecatalog.h"
#include "inspectedchain.h"
#include "semantics/mask.h"
#include "support/testregistry.h"
#include "ui/inspector/bodypane.h"
#include "ui/inspector/inspector.h"
#include "ui/inspector/inspectortools.h"
#include "ui/inspector/tabrow.h"
#include "ui/inspector/textpane.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextFragment>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Detour;
using namespace Detour::Test;

namespace {

using Tab = Inspector::Tab;

/// An inspector as the window has it: pages at hand, secrets masked in what is shown.
struct Desk
{
    explicit Desk(const QString &client = u"fetch"_s)
        : wire(inspectedChain(*pages.policies().policy(client)))
    {
        inspector.setTheme(Theme::light());
        inspector.setPages(&pages);
        inspector.setWire([this] { return &wire; });
        inspector.resize(700, 340);
        show(0);
    }

    void show(int hop, bool answerTold = true)
    {
        inspector.setChain(masked(wire), int(wire.hops.size()));
        inspector.setMoment(hop, answerTold);
    }

    QString text(Tab tab)
    {
        inspector.setTab(tab);
        return inspector.findChild<TextPane *>()->toPlainText();
    }

    [[nodiscard]] QStringList links() const
    {
        QStringList found;
        const QTextDocument *document = inspector.findChild<TextPane *>()->document();
        for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
            for (auto at = block.begin(); !at.atEnd(); ++at) {
                if (at.fragment().charFormat().isAnchor())
                    found.append(at.fragment().charFormat().anchorHref());
            }
        }
        return found;
    }

    PageCatalog pages{ContentStore()};
    RedirectChain wire;
    Inspector inspector;
};

} // namespace

class InspectorTabsTest final : public QObject
{
    Q_OBJECT

private slots:
    void aClauseOpensThePageThatExplainsIt();
    void theTurnCanBeCompared();
    void changesNameEachLine();
    void aChangeByHandIsToldApart();
    void theRequestIsAskedAndReceived();
    void whatDidNotArriveIsNamed();
    void withoutTheLabNothingIsClaimed();
    void theRawHeadShowsItsLineEnds();
    void theBodyHasTwoSides();
    void timesAreUnknownOrNumbers();
    void theConnectionIsKnownAgain();
    void cookiesAreOfferedWhereThereAreSome();
    void cookiesSayWhyTheyStayed();
    void theLocationIsWorkedOut();
    void oddLocationsAreExplained();
    void nothingIsToldBeforeItsTime();
    void secretsStayOffEveryTab();
    void valuesAreCopied();
    void aHopAndItsChainAreCopiedAsCurl();
    void hugeMessagesStayBounded();
    void aHopIsShownWithinFrames();
};

void InspectorTabsTest::aClauseOpensThePageThatExplainsIt()
{
    Desk desk;
    const QString text = desk.text(Tab::Why);
    QVERIFY(text.contains(u"307 keeps the method."_s));
    QVERIFY(desk.links().contains(u"page:307#next"_s));
    QVERIFY(desk.links().contains(u"https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4.8"_s));
    QSignalSpy pages(&desk.inspector, &Inspector::pageRequested);
    emit desk.inspector.findChild<TextPane *>()->linkActivated(u"page:307#next"_s);
    QCOMPARE(pages.constFirst(), (QVariantList{u"307"_s, u"next"_s}));
}

void InspectorTabsTest::theTurnCanBeCompared()
{
    Desk desk;
    desk.show(1);
    desk.text(Tab::Why);
    QVERIFY(desk.links().contains(u"compare:"_s));
    QSignalSpy compared(&desk.inspector, &Inspector::compareRequested);
    emit desk.inspector.findChild<TextPane *>()->linkActivated(u"compare:"_s);
    QCOMPARE(compared.constFirst(), QVariantList{1});
}

void InspectorTabsTest::changesNameEachLine()
{
    Desk desk;
    desk.show(1);
    const QString text = desk.text(Tab::Changes);
    QVERIFY(text.contains(u"POST → GET"_s));
    for (const QString &word : {u"changed"_s, u"removed"_s})
        QVERIFY2(text.contains(word), qPrintable(word));
    QVERIFY(text.contains(u"Authorization: ***"_s));
    QVERIFY(text.contains(u"303 asks for GET"_s));
    QVERIFY(desk.links().contains(u"page:303#next"_s));
    QCOMPARE(desk.inspector.tabs()->bar()->tabText(int(Tab::Changes)),
             u"Changes  %1"_s.arg(desk.wire.hops.at(1).decision->changes.size()));
    desk.show(0);
    QVERIFY(desk.text(Tab::Changes).contains(u"kept"_s));
    desk.show(2);
    QVERIFY(desk.text(Tab::Changes).contains(u"No request follows"_s));
}

void InspectorTabsTest::aChangeByHandIsToldApart()
{
    Desk desk;
    desk.wire.hops[1].exchange.changedByUser = true;
    desk.wire.hops[1].exchange.request.fields.append("X-Mine", "1");
    desk.show(0);
    const QString text = desk.text(Tab::Changes);
    const qsizetype at = text.indexOf(u"changed by hand"_s);
    QVERIFY(at > 0);
    QVERIFY(text.indexOf(u"X-Mine"_s) > at);
    desk.show(1);
    QVERIFY(desk.text(Tab::Request).contains(u"you changed it"_s));
}

void InspectorTabsTest::theRequestIsAskedAndReceived()
{
    Desk desk;
    const QString text = desk.text(Tab::Request);
    QVERIFY(text.contains(u"what you asked for"_s));
    QVERIFY(text.contains(u"POST /docs/upload?draft=1 HTTP/1.1"_s));
    QVERIFY(text.contains(u"added by the client"_s));
    QVERIFY(text.contains(u"arrived as asked"_s));
    QVERIFY(text.contains(u"the same bytes arrived"_s));
    QVERIFY(text.contains(u"on connection 1"_s));
    desk.show(1);
    QVERIFY(desk.text(Tab::Request).contains(u"what the redirect made"_s));
}

void InspectorTabsTest::whatDidNotArriveIsNamed()
{
    Desk desk;
    Exchange &exchange = desk.wire.hops[0].exchange;
    exchange.received->fields.remove("Authorization");
    exchange.received->fields.set("Content-Type", "text/plain");
    exchange.received->fields.append("Via", "1.1 somebody");
    exchange.received->content.reset();
    desk.show(0);
    const QString text = desk.text(Tab::Request);
    QVERIFY(text.contains(u"asked, did not arrive"_s));
    QVERIFY(text.contains(u"application/json → text/plain"_s));
    QVERIFY(text.contains(u"not asked, arrived"_s));
    QVERIFY(!text.contains(u"the same bytes arrived"_s));
}

void InspectorTabsTest::withoutTheLabNothingIsClaimed()
{
    Desk desk;
    Exchange &exchange = desk.wire.hops[0].exchange;
    exchange.received.reset();
    exchange.labRecord.reset();
    desk.show(0);
    const QString request = desk.text(Tab::Request);
    QVERIFY(request.contains(u"cannot be observed"_s));
    QVERIFY(request.contains(u"added by the client"_s));
    QVERIFY(!request.contains(u"arrived as asked"_s));
    QVERIFY(desk.text(Tab::Timing).contains(u"the connection’s reuse are unknown"_s));
}

void InspectorTabsTest::theRawHeadShowsItsLineEnds()
{
    Desk desk;
    desk.wire.hops[0].exchange.labRecord->rawAnswerHead =
        "HTTP/1.1 307 Temporary Redirect\r\nLocation: ../upload-temp\n\r\n";
    desk.show(0);
    desk.inspector.setTab(Tab::Response);
    emit desk.inspector.tools()->forms()->chosenByHand(1);
    const QString text = desk.text(Tab::Response);
    QVERIFY(text.contains(u"HTTP/1.1 307 Temporary Redirect\n"_s));
    QVERIFY(text.contains(u"Location: ../upload-temp  ends with LF alone"_s));
    const QString request = desk.text(Tab::Request);
    QVERIFY(request.contains(u"As asked"_s) && request.contains(u"As it arrived"_s));
    QVERIFY(request.contains(u"User-Agent: Detour/1.0 (k7f3.1)"_s));
}

void InspectorTabsTest::theBodyHasTwoSides()
{
    Desk desk;
    desk.inspector.setTab(Tab::Body);
    auto *body = desk.inspector.findChild<BodyPane *>();
    QVERIFY(body->shownText().contains(u"\"tags\": [\n    \"a\",\n    1.50\n  ]"_s));
    emit desk.inspector.tools()->forms()->chosenByHand(int(BodyForm::Raw));
    QVERIFY(body->shownText().startsWith(u"{\"file\":"_s));
    desk.show(2);
    QCOMPARE(body->shownText(), u"<h1>Thanks</h1>\n"_s);
    QCOMPARE(desk.inspector.tools()->sides()->choices(), QStringList{u"Answer"_s});
    desk.wire.hops[0].exchange.response->content = desk.wire.hops.at(2).exchange.response->content;
    desk.show(0);
    QCOMPARE(desk.inspector.tools()->sides()->choices().size(), 2);
    QCOMPARE(body->shownText(), u"<h1>Thanks</h1>\n"_s);
    desk.inspector.tools()->sides()->setChosen(0);
    emit desk.inspector.tools()->sides()->chosenByHand(0);
    QVERIFY(body->shownText().startsWith(u"{\"file\":"_s));
    desk.wire.hops[0].exchange.request.content.reset();
    desk.wire.hops[0].exchange.response->content.reset();
    desk.show(0);
    QVERIFY(desk.text(Tab::Body).contains(u"Body of the request: none."_s));
}

void InspectorTabsTest::timesAreUnknownOrNumbers()
{
    Desk desk;
    const QString text = desk.text(Tab::Timing);
    for (const QString &part : {u"0.42 ms"_s, u"2.31 ms"_s, u"0.18 ms"_s, u"3.40 ms"_s, u"unknown"_s, u"Lab reads"_s,
                                u"1.60 ms"_s, u"went out once"_s, u"began 4.00 ms"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u"\n" + text));
    desk.wire.hops[0].exchange.timing = {};
    desk.wire.hops[0].exchange.sentTimes = 2;
    desk.show(0);
    const QString bare = desk.text(Tab::Timing);
    QCOMPARE(bare.count(u"unknown"_s), 5);
    QVERIFY(bare.contains(u"went out 2 times"_s));
}

void InspectorTabsTest::theConnectionIsKnownAgain()
{
    Desk desk;
    QVERIFY(desk.text(Tab::Timing).contains(u"Connection 1 of the lab, new"_s));
    desk.show(1);
    QVERIFY(desk.text(Tab::Timing).contains(u"the same as in hop 1"_s));
    desk.show(2);
    QVERIFY(desk.text(Tab::Timing).contains(u"Connection 2 of the lab, new"_s));
}

void InspectorTabsTest::cookiesAreOfferedWhereThereAreSome()
{
    Desk desk;
    QVERIFY(desk.inspector.tabs()->isOffered(int(Tab::Cookies)));
    for (Hop &hop : desk.wire.hops) {
        hop.exchange.cookies.reset();
        hop.exchange.response->fields.remove("Set-Cookie");
    }
    desk.show(0);
    QVERIFY(!desk.inspector.tabs()->isOffered(int(Tab::Cookies)));
    desk.wire.hops[1].exchange.response->fields.append("Set-Cookie", "a=b");
    desk.show(1);
    QVERIFY(desk.text(Tab::Cookies).contains(u"keeps no cookies"_s));
}

void InspectorTabsTest::cookiesSayWhyTheyStayed()
{
    Desk desk;
    desk.wire.hops[1].exchange.request.fields.append("Cookie", "theme=dark");
    desk.show(1);
    const QString text = desk.text(Tab::Cookies);
    QVERIFY2(text.contains(u"The jar held 2, and 1 went along. The answer set 1, changed 0 and removed 0."_s),
             qPrintable(text));
    QVERIFY(text.contains(u"it is Secure, and this request is not encrypted (RFC 6265 §5.4)"_s));
    QVERIFY(text.contains(u"receipt"_s));
    QVERIFY(text.contains(u"until 1 Jan 2030 00:00 UTC"_s));
    desk.show(2);
    QVERIFY(desk.text(Tab::Cookies).contains(u"it belongs to files.localhost alone, and this is www.localhost"_s));
}

void InspectorTabsTest::theLocationIsWorkedOut()
{
    Desk desk;
    const QString text = desk.text(Tab::Location);
    QVERIFY(text.contains(u"http://files.localhost:8307/docs/upload?draft=1#top"_s));
    QVERIFY(text.contains(u"/docs/upload → /docs/../upload-temp"_s));
    QVERIFY(text.contains(u"/docs/../upload-temp → /upload-temp"_s));
    QVERIFY(text.contains(u"http://files.localhost:8307/upload-temp#top"_s));
    QVERIFY(text.contains(u"RFC 3986 §5.2.4"_s));
    QVERIFY(text.contains(u"as Browsers (Fetch) reads it. It is what RFC 3986 asks for."_s));
    desk.show(2);
    QVERIFY(desk.text(Tab::Location).contains(u"200 OK has no Location."_s));
}

void InspectorTabsTest::oddLocationsAreExplained()
{
    Desk desk;
    const auto shown = [&desk](const FieldList &fields) {
        Hop &hop = desk.wire.hops[0];
        hop.exchange.response->fields = fields;
        hop.decision =
            decide(hop.exchange.request, *hop.exchange.response, {}, *desk.pages.policies().policy(desk.wire.clientId));
        desk.show(0);
        return desk.text(Tab::Location);
    };
    QVERIFY(shown({}).contains(u"names no Location"_s));
    QVERIFY(shown(FieldList{{"Location", ""}}).contains(u"The reference is empty: the same document."_s));
    const QString two = shown(FieldList{{"Location", "/a"}, {"Location", "/b"}});
    QVERIFY(two.contains(u"has 2 Location fields"_s) && two.contains(u"none counts"_s) && two.contains(u"/b"_s));
    QVERIFY(shown(FieldList{{"Location", "http://[::1"}}).contains(u"none: "_s));
    QVERIFY(shown(FieldList{{"Location", "javascript:alert(1)"}}).contains(u"The target is not asked"_s));
}

void InspectorTabsTest::nothingIsToldBeforeItsTime()
{
    Desk desk;
    desk.show(1, false);
    for (const Tab tab : {Tab::Why, Tab::Changes, Tab::Response, Tab::Timing, Tab::Location})
        QCOMPARE(desk.text(tab), u"The answer is not here yet."_s);
    const QString cookies = desk.text(Tab::Cookies);
    QVERIFY(!cookies.contains(u"receipt"_s) && !cookies.contains(u"The answer set"_s));
    desk.wire.hops[1].exchange.response->content = desk.wire.hops.at(2).exchange.response->content;
    desk.show(1, false);
    desk.inspector.setTab(Tab::Body);
    QCOMPARE(desk.inspector.tools()->sides()->choices(), QStringList{u"Request"_s});
}

void InspectorTabsTest::secretsStayOffEveryTab()
{
    Desk desk;
    desk.wire.hops[1].exchange.request.fields.append("Cookie", "sid=s3cret-value");
    for (int hop = 0; hop < 3; ++hop) {
        desk.show(hop);
        for (const Tab tab : {Tab::Why, Tab::Changes, Tab::Request, Tab::Response, Tab::Timing, Tab::Cookies}) {
            for (const int form : {0, 1}) {
                emit desk.inspector.tools()->forms()->chosenByHand(form);
                const QString text = desk.text(tab);
                QVERIFY2(!text.contains(u"hush"_s) && !text.contains(u"s3cret"_s), qPrintable(text));
            }
        }
    }
}

void InspectorTabsTest::valuesAreCopied()
{
    Desk desk;
    desk.inspector.show();
    desk.inspector.setTab(Tab::Request);
    emit desk.inspector.tools()->copyWholeRequested();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"POST /docs/upload?draft=1 HTTP/1.1\nHost: "_s));
    QMenu *menu = desk.inspector.tools()->findChild<QMenu *>();
    emit menu->aboutToShow();
    const QMenu *values = menu->actions().constLast()->menu();
    QVERIFY(values);
    for (QAction *action : values->actions()) {
        if (action->text() == u"Content-Type"_s)
            action->trigger();
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), u"application/json"_s);
    auto *pane = desk.inspector.findChild<TextPane *>();
    pane->selectAll();
    emit desk.inspector.tools()->copySelectionRequested();
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"arrived as asked"_s));
}

void InspectorTabsTest::aHopAndItsChainAreCopiedAsCurl()
{
    Desk desk;
    QMenu *menu = desk.inspector.curlButton()->menu();
    emit menu->aboutToShow();
    QCOMPARE(menu->actions().size(), 2);
    menu->actions().at(0)->trigger();
    const QString hop = QGuiApplication::clipboard()->text();
    QVERIFY2(hop.startsWith(u"curl "_s) && hop.contains(u"/docs/upload"_s), qPrintable(hop));
    QVERIFY(!hop.contains(u"hush"_s));
    QVERIFY(!desk.inspector.notice()->isHidden());
    menu->actions().at(1)->trigger();
    const QString chain = QGuiApplication::clipboard()->text();
    QVERIFY2(chain != hop && chain.contains(u"-L"_s), qPrintable(chain));
    desk.show(1);
    QVERIFY(desk.inspector.notice()->isHidden());
    desk.show(1, false);
    emit menu->aboutToShow();
    QCOMPARE(menu->actions().size(), 1); // how it ends is not told yet
}

void InspectorTabsTest::hugeMessagesStayBounded()
{
    Desk desk;
    Exchange &exchange = desk.wire.hops[0].exchange;
    for (int i = 0; i < 1000; ++i) {
        exchange.request.fields.append("X-" + QByteArray::number(i), QByteArray(300, 'v'));
        exchange.response->fields.append("Y-" + QByteArray::number(i), "\xd7\x90\xd7\x91 \xe2\x80\xae"
                                                                       "evil");
    }
    exchange.response->fields.set("Location", '/' + QByteArray(60 * 1024, 'p'));
    desk.show(0);
    for (const Tab tab : {Tab::Why, Tab::Changes, Tab::Request, Tab::Response, Tab::Location}) {
        const QString text = desk.text(tab);
        QVERIFY2(text.size() < 200'000, qPrintable(QString::number(text.size())));
        QVERIFY(!text.contains(QChar(0x202e)));
    }
    QVERIFY(desk.text(Tab::Response).contains(u"more field lines"_s));
}

/// A bound that a slow machine under load keeps; the aim is a frame.
void InspectorTabsTest::aHopIsShownWithinFrames()
{
    Desk desk;
    const QList<Hop> three = desk.wire.hops;
    while (desk.wire.hops.size() < 1000)
        desk.wire.hops.append(three.at(desk.wire.hops.size() % 3));
    desk.inspector.show();
    desk.show(0);
    for (const Tab tab : {Tab::Why, Tab::Changes, Tab::Request, Tab::Response, Tab::Body, Tab::Timing, Tab::Cookies,
                          Tab::Location, Tab::Table}) {
        desk.inspector.setTab(tab);
        QElapsedTimer timer;
        timer.start();
        constexpr int hops = 20;
        for (int hop = 1; hop <= hops; ++hop)
            desk.inspector.setMoment(hop, true);
        QVERIFY2(timer.elapsed() < hops * 100, qPrintable(QString::number(timer.elapsed())));
    }
}

DETOUR_TEST(InspectorTabsTest)
#include "tst_inspectortabs.moc"
