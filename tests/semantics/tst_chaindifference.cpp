// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include "samples.h"

#include "semantics/chaindifference.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;

class TestChainDifference final : public QObject
{
    Q_OBJECT

private slots:
    void equalRequestsHaveNone()
    {
        const Request one = requestWithContent("POST", "http://a.test/", {{"A", "b"}});
        QVERIFY(differenceOf(one, one, ContentFate::Same, false).isEmpty());
    }

    void orderIsFixed()
    {
        const Request before = requestWithContent("POST", "http://a.test/x#f", {{"A", "1"}, {"B", "2"}, {"C", "3"}});
        const Request after = request("GET", "https://b.test/y#f", {{"C", "4"}, {"D", "5"}, {"A", "1"}});
        const QList<Change> expected{
            {ChangeKind::MethodChanged, {}, "POST", "GET", {}},
            {ChangeKind::TargetChanged, {}, "http://a.test/x#f", "https://b.test/y#f", {}},
            {ChangeKind::SchemeChanged, {}, "http", "https", {}},
            {ChangeKind::OriginChanged, {}, "http://a.test", "https://b.test", {}},
            {ChangeKind::FragmentInherited, {}, {}, "f", {}},
            {ChangeKind::ContentDropped, {}, {}, {}, {}},
            {ChangeKind::FieldRemoved, "B", "2", {}, {}},
            {ChangeKind::FieldChanged, "C", "3", "4", {}},
            {ChangeKind::FieldAdded, "D", {}, "5", {}},
        };
        QCOMPARE(differenceOf(before, after, ContentFate::None, true), expected);
    }

    void repeatedLinesCountOneByOne()
    {
        const Request before = request("GET", "http://a.test/", {{"Cookie", "1"}, {"cookie", "2"}});
        const Request after = request("GET", "http://a.test/", {{"Cookie", "9"}});
        const QList<Change> expected{{ChangeKind::FieldChanged, "Cookie", "1", "9", {}},
                                     {ChangeKind::FieldRemoved, "Cookie", "2", {}, {}}};
        QCOMPARE(differenceOf(before, after, ContentFate::None, false), expected);
    }

    void emptiedContentIsSaid()
    {
        const Request before = requestWithContent("PUT", "http://a.test/");
        const QList<Change> changes = differenceOf(before, before, ContentFate::Empty, false);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changeKindName(changes.constFirst().kind), QStringLiteral("body-emptied"));
    }
};

DETOUR_TEST(TestChainDifference)

#include "tst_chaindifference.moc"
