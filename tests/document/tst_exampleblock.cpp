// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/exampleblock.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class ExampleBlockTest final : public QObject
{
    Q_OBJECT

private slots:
    void fenceWordsAreRead();
    void badFencesAreRefused_data();
    void badFencesAreRefused();
    void claimsAreRead();
    void badClaimsAreRefusedWithTheirLine_data();
    void badClaimsAreRefusedWithTheirLine();
    void messagesAreParted();
    void pillsFollowTheBody();
};

void ExampleBlockTest::fenceWordsAreRead()
{
    const auto run = readFenceInfo(u"http run=form-moved title=\"The client asks: “why?”\""_s);
    QVERIFY(run);
    QVERIFY(run->isHttp());
    QCOMPARE(run->run, u"form-moved"_s);
    QCOMPARE(run->title, u"The client asks: “why?”"_s);
    QVERIFY(!run->isIllustration);
    const auto picture = readFenceInfo(u"http illustration title=\"x\""_s);
    QVERIFY(picture && picture->isIllustration && picture->run.isEmpty());
    const auto asClient = readFenceInfo(u"http run=a as=curl-X title=\"x\""_s);
    QVERIFY(asClient);
    QCOMPARE(asClient->client, u"curl-X"_s);
    QVERIFY(run->client.isEmpty());
    QCOMPARE(readFenceInfo(u"js"_s)->language, u"js"_s);
    QCOMPARE(readFenceInfo(QString())->language, QString());
    QVERIFY(readFenceInfo(u"next"_s)->isNext());
}

void ExampleBlockTest::badFencesAreRefused_data()
{
    QTest::addColumn<QString>("info");
    QTest::newRow("neither") << u"http title=\"x\""_s;
    QTest::newRow("both") << u"http run=a illustration"_s;
    QTest::newRow("id") << u"http run=A_b"_s;
    QTest::newRow("no id") << u"http run="_s;
    QTest::newRow("word") << u"http run=a fast"_s;
    QTest::newRow("client") << u"http run=a as=../x"_s;
    QTest::newRow("no client") << u"http run=a as="_s;
    QTest::newRow("illustration as a client") << u"http illustration as=curl"_s;
    QTest::newRow("key") << u"http run=a name=b"_s;
}

void ExampleBlockTest::badFencesAreRefused()
{
    QFETCH(const QString, info);
    QVERIFY(!readFenceInfo(info));
}

void ExampleBlockTest::claimsAreRead()
{
    const auto claims = readNextClaims(u"PUT /a same | with | all.\nstop too-many-redirects | It stops.\n"_s);
    QVERIFY(claims);
    QCOMPARE(claims->size(), 2);
    QCOMPARE(claims->at(0).method, "PUT");
    QCOMPARE(claims->at(0).target, "/a");
    QCOMPARE(claims->at(0).content, u"same"_s);
    QCOMPARE(claims->at(0).rest, u"with | all."_s);
    QVERIFY(claims->at(1).stops);
    QCOMPARE(claims->at(1).stopCode, u"too-many-redirects"_s);
    const auto delivered = readNextClaims(u"deliver | The client shows its *copy*.\n"_s);
    QVERIFY(delivered && delivered->size() == 1);
    QVERIFY(delivered->first().delivers && !delivered->first().sends());
    QCOMPARE(delivered->first().rest, u"The client shows its *copy*."_s);
}

void ExampleBlockTest::badClaimsAreRefusedWithTheirLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("empty") << QString() << 7;
    QTest::newRow("no bar") << u"GET / none\n"_s << 7;
    QTest::newRow("body") << u"GET / none | a\nGET / some | b\n"_s << 8;
    QTest::newRow("method") << u"G:T / none | a\n"_s << 7;
    QTest::newRow("after a stop") << u"stop cycle | a\nGET / none | b\n"_s << 8;
    QTest::newRow("after a deliver") << u"deliver | a\ndeliver | b\n"_s << 8;
    QTest::newRow("deliver with a word") << u"deliver 304 | a\n"_s << 7;
    QTest::newRow("stop without a code") << u"stop | a\n"_s << 7;
}

void ExampleBlockTest::badClaimsAreRefusedWithTheirLine()
{
    QFETCH(const QString, text);
    QFETCH(const int, line);
    const auto claims = readNextClaims(text, 7);
    QVERIFY(!claims);
    QVERIFY2(claims.error().message.startsWith(u"Line %1: "_s.arg(line)), qPrintable(claims.error().message));
}

void ExampleBlockTest::messagesAreParted()
{
    const QStringList messages = splitMessages(u"GET / HTTP/1.1\n---\nHTTP/1.1 200 OK\n\nbody\n----\n"_s);
    QCOMPARE(messages, QStringList({u"GET / HTTP/1.1"_s, u"HTTP/1.1 200 OK\n\nbody\n----"_s}));
    QVERIFY(isResponse(messages.at(1)));
    QVERIFY(!isResponse(messages.at(0)));
    QCOMPARE(statusOf(messages.at(1)), 200);
    QCOMPARE(statusOf(messages.at(0)), 0);
    QCOMPARE(splitMessages(QString()), QStringList({QString()}));
}

void ExampleBlockTest::pillsFollowTheBody()
{
    const auto claims = readNextClaims(u"POST /b same | a\nGET /c none | b\nGET /d none | c\nstop cycle | d\n"_s);
    QVERIFY(claims);
    QCOMPARE(claimPills(u"POST / HTTP/1.1\nHost: a\n\nx\n"_s, *claims),
             QStringList({u"POST+body"_s, u"GET-body"_s, u"GET"_s, QString()}));
    QCOMPARE(claimPills(u"GET / HTTP/1.1\nHost: a\n"_s, *readNextClaims(u"deliver | a\n"_s)), QStringList{QString()});
    QCOMPARE(claimPills(u"GET / HTTP/1.1\nHost: a\n"_s, claims->mid(1, 1)), QStringList({u"GET"_s}));
}

DETOUR_TEST(ExampleBlockTest)
#include "tst_exampleblock.moc"
