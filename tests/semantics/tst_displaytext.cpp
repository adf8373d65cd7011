// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include "semantics/displaytext.h"

#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class TestDisplayText final : public QObject
{
    Q_OBJECT

private slots:
    void sizesAreShort_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("none") << qint64(0) << u"0 B"_s << u"0 bytes"_s;
        QTest::newRow("one") << qint64(1) << u"1 B"_s << u"1 byte"_s;
        QTest::newRow("22") << qint64(22) << u"22 B"_s << u"22 bytes"_s;
        QTest::newRow("just below") << qint64(1023) << u"1023 B"_s << u"1023 bytes"_s;
        QTest::newRow("kib") << qint64(1536) << u"1.5 KiB"_s << u"1.5 KiB"_s;
        QTest::newRow("mib") << (qint64(16) << 20) << u"16.0 MiB"_s << u"16.0 MiB"_s;
        QTest::newRow("gib") << (qint64(3) << 30) << u"3.0 GiB"_s << u"3.0 GiB"_s;
    }

    void sizesAreShort()
    {
        QFETCH(qint64, bytes);
        QTEST(byteCount(bytes), "text");
        QTEST(byteCountInWords(bytes), "words");
    }

    void aStatusHasTheServersOwnPhrase()
    {
        Response response;
        response.status = 307;
        QCOMPARE(statusText(response), u"307"_s);
        response.reasonPhrase = "Off \x1b[31mto";
        QCOMPARE(statusText(response), u"307 Off \uFFFD[31mto"_s);
        response.reasonPhrase = QByteArray(10'000, 'x');
        QVERIFY(statusText(response).size() <= 84);
    }

    void textIsShownLineByLineAndBytesAsHex()
    {
        ContentInfo content;
        QCOMPARE(contentText(content), QString());
        content.preview = "a\r\n\tb\xc3\xa4\n";
        QCOMPARE(contentText(content), u"a\n\tbä\n"_s);
        content.preview = "\x01"
                          "AB\xff"_ba;
        const QString listing = contentText(content);
        QVERIFY2(listing.startsWith(u"000000  01 41 42 ff "_s) && listing.trimmed().endsWith(u" .AB."_s),
                 qPrintable(listing));
    }
};

DETOUR_TEST(TestDisplayText)

#include "tst_displaytext.moc"
