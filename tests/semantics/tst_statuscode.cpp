// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include "semantics/statuscode.h"

#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class TestStatusCode final : public QObject
{
    Q_OBJECT

private slots:
    void exactlyFiveAreRedirectStatuses()
    {
        QList<StatusCode> redirects;
        for (StatusCode status = 0; status <= 999; ++status) {
            if (isRedirectStatus(status)) {
                redirects.append(status);
            }
        }
        QCOMPARE(redirects, QList<StatusCode>({301, 302, 303, 307, 308}));
    }

    void redirectionIsTheWholeClass()
    {
        QVERIFY(!isRedirection(299));
        QVERIFY(isRedirection(300));
        QVERIFY(isRedirection(399));
        QVERIFY(!isRedirection(400));
    }

    void kinds_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("name");
        QTest::newRow("300") << 300 << u"choices"_s;
        QTest::newRow("301") << 301 << u"permanent"_s;
        QTest::newRow("302") << 302 << u"temporary"_s;
        QTest::newRow("303") << 303 << u"see-other"_s;
        QTest::newRow("304") << 304 << u"not-modified"_s;
        QTest::newRow("305") << 305 << u"retired"_s;
        QTest::newRow("306") << 306 << u"retired"_s;
        QTest::newRow("307") << 307 << u"temporary"_s;
        QTest::newRow("308") << 308 << u"permanent"_s;
        QTest::newRow("309") << 309 << QString();
        QTest::newRow("200") << 200 << QString();
    }

    void kinds()
    {
        QFETCH(int, status);
        QTEST(statusKindName(statusKind(status)), "name");
    }

    void finalAnswersAreSuccessOrFailure()
    {
        QCOMPARE(statusKind(204), StatusKind::Success);
        QCOMPARE(statusKind(404), StatusKind::Failure);
        QCOMPARE(statusKind(599), StatusKind::Failure);
        QCOMPARE(statusKind(600), StatusKind::Other);
        QCOMPARE(statusKind(100), StatusKind::Other);
    }

    void phrasesAreTheRegistrys()
    {
        QCOMPARE(registeredReasonPhrase(302), u"Found"_s);
        QCOMPARE(registeredReasonPhrase(306), u"(Unused)"_s);
        QCOMPARE(registeredReasonPhrase(413), u"Content Too Large"_s);
        QVERIFY(registeredReasonPhrase(399).isEmpty());
        for (const StatusCode status : referenceStatusCodes()) {
            QVERIFY(!registeredReasonPhrase(status).isEmpty());
        }
    }
};

DETOUR_TEST(TestStatusCode)

#include "tst_statuscode.moc"
