// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include "samples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

namespace {

/// A policy of the measured version 20.4.1 with these ranges of others.
Result<ClientPolicy> policyWith(const QByteArray &versions)
{
    QJsonObject file = QJsonDocument::fromJson(policyJson(u"fetch"_s)).object();
    file["version"_L1] = u"20.4.1"_s;
    file["versions"_L1] = QJsonDocument::fromJson(versions).array();
    return ClientPolicy::fromJson(QJsonDocument(file).toJson());
}

/// One range with these members beside its bounds and names.
QByteArray range(const QByteArray &members, const QByteArray &from = "18", const QByteArray &before = "20")
{
    return R"({"from":")" + from + R"(","before":")" + before + R"(","version":"18.2","summary":"Follows 300, too.")"
           + (members.isEmpty() ? "" : ",") + members + '}';
}

const QByteArray follows300 = R"("table":[{"status":[300],"next":"keep","reason":"client-follows-300"}])";

} // namespace

class TestPolicyVersions final : public QObject
{
    Q_OBJECT

private slots:
    void everyVersionFindsItsRules_data()
    {
        QTest::addColumn<bool>("isMeasured");
        QTest::addColumn<QString>("measured");
        for (const char *version : {"18", "18.0", "18.20.4", "19.99"}) {
            QTest::newRow(version) << true << u"18.2"_s;
        }
        QTest::newRow("20.4.1") << true << u"20.4.1"_s;
        for (const char *version : {"17.9", "20", "20.4", "20.4.10", "21", "", "new"}) {
            QTest::newRow(version) << false << QString();
        }
    }

    void everyVersionFindsItsRules()
    {
        QFETCH(bool, isMeasured);
        const auto policy = policyWith('[' + range(follows300) + ']');
        QVERIFY2(policy, qPrintable(policy ? QString() : policy.error().message));
        const auto found = policy->forVersion(QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(found.has_value(), isMeasured);
        if (found) {
            QTEST(found->version, "measured");
        }
    }

    void aRangeChangesOnlyWhatItNames()
    {
        const QByteArray members = follows300 + R"(,"limit":{"redirects":5},"location":{"empty":"deliver"})";
        const auto policy = policyWith('[' + range(members) + ']');
        QVERIFY2(policy, qPrintable(policy ? QString() : policy.error().message));
        const ClientPolicy old = *policy->forVersion(u"18.20.4"_s);
        QCOMPARE(policy->rowFor(300)->otherwise, MethodRule::Deliver);
        QCOMPARE(old.rowFor(300)->otherwise, MethodRule::Keep);
        QCOMPARE(old.rowFor(302)->ruleFor(Method::known("POST")), MethodRule::Get);
        QCOMPARE(old.rowFor(399)->otherwise, MethodRule::Deliver);
        QCOMPARE(old.redirectLimit, 5);
        QCOMPARE(old.atLimit, policy->atLimit);
        QCOMPARE(old.emptyLocation, Handling::Deliver);
        QCOMPARE(old.dialect, policy->dialect);
        QCOMPARE(old.credentials.size(), policy->credentials.size());
        QCOMPARE(old.id, policy->id);
        QCOMPARE(old.summary, u"Follows 300, too."_s);
    }

    void oneCodeOfASharedEntryCanDiffer()
    {
        const auto policy =
            policyWith('[' + range(R"("table":[{"status":[302],"next":"keep","reason":"302-keeps-method"}])") + ']');
        const ClientPolicy old = *policy->forVersion(u"19"_s);
        QCOMPARE(old.rowFor(301)->ruleFor(Method::known("POST")), MethodRule::Get);
        QCOMPARE(old.rowFor(302)->ruleFor(Method::known("POST")), MethodRule::Keep);
    }

    void rangesMayFollowEachOther()
    {
        const auto policy = policyWith('[' + range({}, "18", "20") + ',' + range({}, "16.5", "18") + ']');
        QVERIFY2(policy, qPrintable(policy ? QString() : policy.error().message));
        QVERIFY(policy->forVersion(u"17"_s));
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QByteArray>("versions");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const QByteArray &versions, const QString &place) {
            QTest::newRow(name) << QByteArray('[' + versions + ']') << place;
        };
        row("no object", "5", u"versions[0]"_s);
        row("no bounds", R"({"version":"18","summary":"x"})", u"versions[0].from"_s);
        row("no version", R"({"from":"18","before":"19","summary":"x"})", u"versions[0].version"_s);
        row("no summary", R"({"from":"18","before":"19","version":"18"})", u"versions[0].summary"_s);
        row("no number", range({}, "old", "20"), u"versions[0].from"_s);
        row("more than a number", range({}, "18", "20-beta"), u"versions[0].before"_s);
        row("backwards", range({}, "20", "18"), u"versions[0].before"_s);
        row("empty", range({}, "18", "18"), u"versions[0].before"_s);
        row("the measured version", range({}, "18", "21"), u"versions[0].from"_s);
        row("two of one version", range({}, "18", "20") + ',' + range({}, "19.9", "20.1"), u"versions[1].from"_s);
        row("another client", range(R"("id":"other")"), u"versions[0].id"_s);
        row("ranges in ranges", range(R"("versions":[])"), u"versions[0].versions"_s);
        row("unknown member", range(R"("surprise":1)"), u"versions[0].surprise"_s);
        row("wrong type", range(R"("limit":5)"), u"versions[0].limit"_s);
        row("wrong member", range(R"("limit":{"redirects":"5"})"), u"versions[0].limit.redirects"_s);
        row("wrong row", range(R"("table":[{"status":[300],"next":"jump","reason":"client-follows-300"}])"),
            u"versions[0].table[0].next"_s);
        row("row without an end",
            range(R"("table":[{"status":[300],"methods":["GET"],"next":"keep","reason":"client-follows-300"}])"),
            u"versions[0].table"_s);
    }

    void whatIsWrongIsNamed()
    {
        QFETCH(QByteArray, versions);
        const auto policy = policyWith(versions);
        QVERIFY(!policy);
        QCOMPARE(policy.error().code, u"bad-policy"_s);
        QTEST(policy.error().message.section(u": "_s, 0, 0), "place");
    }
};

DETOUR_TEST(TestPolicyVersions)

#include "tst_policyversions.moc"
