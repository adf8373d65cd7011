// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include "semantics/location.h"
#include "semantics/rfc3986.h"

#include "referenceexamples.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;

/// RFC 3986 §5.4: every example, with the strict answers.
class TestRfc3986 final : public QObject
{
    Q_OBJECT

private slots:
    void resolvesTheExamples_data()
    {
        QTest::addColumn<QByteArray>("target");
        for (const auto &[reference, target] : referenceExamples) {
            QTest::newRow(*reference ? reference : "(empty)") << QByteArray(target);
        }
    }

    void resolvesTheExamples()
    {
        const Result<TargetUri> base = parseUriReference(referenceBase);
        QVERIFY(base);
        QByteArray reference = QTest::currentDataTag();
        if (reference == "(empty)") {
            reference.clear();
        }
        const Result<TargetUri> target = resolveLocation(*base, reference, LocationDialect::Rfc3986);
        QVERIFY2(target, target ? "" : qPrintable(target.error().message));
        QTEST(target->toBytes(), "target");
    }

    void nothingIsRewrittenButTheCase_data()
    {
        QTest::addColumn<QByteArray>("reference");
        QTest::addColumn<QByteArray>("target");
        const auto row = [](const char *reference, const char *target) {
            QTest::newRow(reference) << QByteArray(reference) << QByteArray(target);
        };
        row("HTTP://Host.TEST/A%7eb", "http://host.test/A%7eb");
        row("http://h:80/", "http://h/");
        row("http://h:/", "http://h/");
        row("https://h:80/", "https://h:80/");
        row("http://u:p@h/", "http://u:p@h/");
        row("http://h", "http://h/");
        row("http://h?q", "http://h/?q");
        row("http://[::0001]/", "http://[::0001]/");
        row("/a/%2e%2e/b", "http://base.test/a/%2e%2e/b");
        row("/a//../b", "http://base.test/a/b");
        row("mailto:a@b", "mailto:a@b");
        row("javascript:alert(1)", "javascript:alert(1)");
    }

    void nothingIsRewrittenButTheCase()
    {
        QFETCH(QByteArray, reference);
        const Result<TargetUri> base = parseUriReference("http://base.test/dir/file");
        const Result<TargetUri> target = resolveLocation(*base, reference, LocationDialect::Rfc3986);
        QVERIFY2(target, target ? "" : qPrintable(target.error().message));
        QTEST(target->toBytes(), "target");
    }

    void whatIsNoReferenceIsRefused_data()
    {
        QTest::addColumn<QByteArray>("reference");
        for (const char *reference : {"/a b",
                                      "/caf\xc3\xa9",
                                      "/x|y",
                                      "/100%",
                                      "/%zz",
                                      "/a\\b",
                                      "/\"",
                                      "/<x>",
                                      "/{x}",
                                      "/^",
                                      "1a:b",
                                      "http://h:x/",
                                      "http://h:99999/",
                                      "http://[::1/",
                                      "http://[::1]x/",
                                      "http://[1:2]/",
                                      "http://a b/",
                                      "http://a@b@c/",
                                      "/a#b#c",
                                      "/[x]",
                                      "/\x01",
                                      "/\x7f"}) {
            QTest::addRow("%s", QByteArray(reference).toPercentEncoding("/:[]@<>{}|^").constData())
                << QByteArray(reference);
        }
    }

    void whatIsNoReferenceIsRefused()
    {
        QFETCH(QByteArray, reference);
        const Result<TargetUri> base = parseUriReference("http://base.test/");
        const Result<TargetUri> target = resolveLocation(*base, reference, LocationDialect::Rfc3986);
        QVERIFY(!target);
        QCOMPARE(target.error().code, QStringLiteral("bad-location"));
        QVERIFY(!target.error().message.isEmpty());
    }

    void absoluteUriNeedsAScheme()
    {
        QVERIFY(parseAbsoluteUri("http://a/", LocationDialect::Rfc3986));
        QCOMPARE(parseAbsoluteUri("/a", LocationDialect::Rfc3986).error().code, QStringLiteral("bad-url"));
    }

    void dotSegmentsOfTheStandard()
    {
        QCOMPARE(withoutDotSegments("/a/b/c/./../../g"), QByteArray("/a/g"));
        QCOMPARE(withoutDotSegments("mid/content=5/../6"), QByteArray("mid/6"));
        QCOMPARE(withoutDotSegments("../x"), QByteArray("x"));
        QCOMPARE(withoutDotSegments("/.."), QByteArray("/"));
    }
};

DETOUR_TEST(TestRfc3986)

#include "tst_rfc3986.moc"
