// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/labreply.h"
#include "lab/responsewriter.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;

class ResponseWriterTest final : public QObject
{
    Q_OBJECT

private slots:
    void fieldsStayAsTheyAre();
    void reasonPhraseIsExact();
    void lengthIsAddedWhereContentMayStand();
    void headHasTheLengthOnly();
    void notModifiedHasNoContent();
    void connectionIsSaidWhereItMatters();
    void aWrongLengthEndsTheConnection();
};

void ResponseWriterTest::fieldsStayAsTheyAre()
{
    ScriptedAnswer answer{
        302, "Found", {{"Set-Cookie", "a=1"}, {"LOCATION", "/x"}, {"Set-Cookie", "b=2"}, {"Location", ""}}, {}};
    const WireAnswer wire = writeAnswer(answer, {});
    QCOMPARE(wire.head, "HTTP/1.1 302 Found\r\nSet-Cookie: a=1\r\nLOCATION: /x\r\nSet-Cookie: b=2\r\nLocation: "
                        "\r\nContent-Length: 0\r\n\r\n");
    QVERIFY(wire.keepsConnection);
}

void ResponseWriterTest::reasonPhraseIsExact()
{
    QVERIFY(writeAnswer({306, "Switch Proxy", {}, {}}, {}).head.startsWith("HTTP/1.1 306 Switch Proxy\r\n"));
    QVERIFY(writeAnswer({399, "", {}, {}}, {}).head.startsWith("HTTP/1.1 399 \r\n"));
    QVERIFY(writeAnswer(plainAnswer(307), {}).head.startsWith("HTTP/1.1 307 Temporary Redirect\r\n"));
}

void ResponseWriterTest::lengthIsAddedWhereContentMayStand()
{
    const WireAnswer wire = writeAnswer({200, "OK", {}, "abc"}, {});
    QCOMPARE(wire.fields.values("Content-Length"), QList<QByteArray>{"3"});
    QCOMPARE(wire.content, "abc");
    QCOMPARE(writeAnswer({200, "OK", {{"content-length", "3"}}, "abc"}, {}).fields.size(), 1);
    QVERIFY(writeAnswer({204, "No Content", {}, "abc"}, {}).content.isEmpty());
    QVERIFY(!writeAnswer({204, "No Content", {}, {}}, {}).fields.contains("Content-Length"));
}

void ResponseWriterTest::headHasTheLengthOnly()
{
    const WireAnswer wire = writeAnswer({200, "OK", {}, "abc"}, {true, false, true});
    QCOMPARE(wire.fields.values("Content-Length"), QList<QByteArray>{"3"});
    QVERIFY(wire.content.isEmpty());
    QVERIFY(wire.keepsConnection);
}

void ResponseWriterTest::notModifiedHasNoContent()
{
    const WireAnswer wire = writeAnswer({304, "Not Modified", {{"Content-Length", "7"}}, "x"}, {});
    QVERIFY(wire.content.isEmpty());
    QVERIFY(wire.keepsConnection);
}

void ResponseWriterTest::connectionIsSaidWhereItMatters()
{
    QCOMPARE(writeAnswer({200, "OK", {}, {}}, {false, false, false}).fields.values("Connection"),
             QList<QByteArray>{"close"});
    QCOMPARE(writeAnswer({200, "OK", {}, {}}, {false, true, true}).fields.values("Connection"),
             QList<QByteArray>{"keep-alive"});
    QVERIFY(!writeAnswer({200, "OK", {}, {}}, {}).fields.contains("Connection"));
    const WireAnswer own = writeAnswer({200, "OK", {{"Connection", "Close"}}, {}}, {});
    QVERIFY(!own.keepsConnection);
    QCOMPARE(own.fields.values("Connection"), QList<QByteArray>{"Close"});
}

void ResponseWriterTest::aWrongLengthEndsTheConnection()
{
    const WireAnswer wire = writeAnswer({200, "OK", {{"Content-Length", "9"}}, "abc"}, {});
    QVERIFY(!wire.keepsConnection);
    QVERIFY(wire.head.startsWith("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n"));
    QVERIFY(!writeAnswer({200, "OK", {{"Transfer-Encoding", "chunked"}}, "abc"}, {}).keepsConnection);
}

DETOUR_TEST(ResponseWriterTest)
#include "tst_responsewriter.moc"
