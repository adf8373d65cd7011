// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/codespan.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class CodeSpanTest final : public QObject
{
    Q_OBJECT

private slots:
    void pillsNameMethodAndBody_data();
    void pillsNameMethodAndBody();
    void signsNameARedirection();
    void onlyPagesAndHttpsAreLinks_data();
    void onlyPagesAndHttpsAreLinks();
    void anAnchorAloneIsOnTheOwnPage();
    void aRunLinkNamesPageAndExample();
};

void CodeSpanTest::pillsNameMethodAndBody_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isPill");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"pill:GET"_s << true << u"GET"_s;
    QTest::newRow("with body") << u"pill:POST+body"_s << true << u"POST+body"_s;
    QTest::newRow("dropped") << u"pill:GET-body"_s << true << u"GET-body"_s;
    QTest::newRow("no name") << u"pill:"_s << false << QString();
    QTest::newRow("path") << u"pill:../x"_s << false << QString();
    QTest::newRow("long") << u"pill:"_s + QString(17, u'A') << false << QString();
    QTest::newRow("code") << u"GET"_s << false << QString();
}

void CodeSpanTest::pillsNameMethodAndBody()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isPill);
    const CodeSpan span = readCodeSpan(text);
    QCOMPARE(span.isPill, isPill);
    if (isPill) {
        QTEST(span.pillName(), "name");
    }
}

void CodeSpanTest::signsNameARedirection()
{
    QCOMPARE(readCodeSpan(u"sign:302"_s).sign, 302);
    QCOMPARE(readCodeSpan(u"sign:200"_s).sign, 0);
    QCOMPARE(readCodeSpan(u"sign:30x"_s).sign, 0);
    QCOMPARE(readCodeSpan(u"sign:3020"_s).sign, 0);
}

void CodeSpanTest::onlyPagesAndHttpsAreLinks_data()
{
    QTest::addColumn<QString>("href");
    QTest::addColumn<LinkTarget::Kind>("kind");
    using Kind = LinkTarget::Kind;
    QTest::newRow("page") << u"page:303"_s << Kind::Page;
    QTest::newRow("section") << u"page:303#why"_s << Kind::Page;
    QTest::newRow("https") << u"https://example.org/x?y#z"_s << Kind::Outside;
    QTest::newRow("http") << u"http://example.org/"_s << Kind::None;
    QTest::newRow("script") << u"javascript:alert(1)"_s << Kind::None;
    QTest::newRow("file") << u"file:///etc/passwd"_s << Kind::None;
    QTest::newRow("example") << u"run:307/upload"_s << Kind::Run;
    QTest::newRow("example of no page") << u"run:upload"_s << Kind::None;
    QTest::newRow("no example") << u"run:307/"_s << Kind::None;
    QTest::newRow("example further down") << u"run:307/upload/x"_s << Kind::None;
    QTest::newRow("server") << u"server:express"_s << Kind::Choice;
    QTest::newRow("order") << u"sort:method"_s << Kind::Choice;
    QTest::newRow("no server") << u"server:"_s << Kind::None;
    QTest::newRow("quote") << u"https://example.org/\"x"_s << Kind::None;
    QTest::newRow("space") << u"https://example.org/ x"_s << Kind::None;
    QTest::newRow("bad slug") << u"page:../x"_s << Kind::None;
    QTest::newRow("bad anchor") << u"page:303#<b>"_s << Kind::None;
    QTest::newRow("empty anchor") << u"page:303#"_s << Kind::None;
    QTest::newRow("nothing") << QString() << Kind::None;
}

void CodeSpanTest::onlyPagesAndHttpsAreLinks()
{
    QFETCH(const QString, href);
    QTEST(readLink(href, u"307"_s).kind, "kind");
}

void CodeSpanTest::anAnchorAloneIsOnTheOwnPage()
{
    const LinkTarget target = readLink(u"#why"_s, u"307"_s);
    QCOMPARE(target.kind, LinkTarget::Kind::Page);
    QCOMPARE(target.address, u"page:307#why"_s);
}

void CodeSpanTest::aRunLinkNamesPageAndExample()
{
    const LinkTarget target = readLink(u"run:307/storage-node"_s, u"which-redirect"_s);
    QCOMPARE(target.slug, u"307"_s);
    QCOMPARE(target.example, u"storage-node"_s);
    QCOMPARE(target.address, u"run:307/storage-node"_s);
}

DETOUR_TEST(CodeSpanTest)
#include "tst_codespan.moc"
