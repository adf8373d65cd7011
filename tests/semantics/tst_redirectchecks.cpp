// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include "samples.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

namespace {

Request oneShot(const char *method)
{
    Request sent = requestWithContent(method, "http://a.test/");
    sent.content->oneShot = true;
    return sent;
}

} // namespace

/// Rules of single clients that decide whether and where a redirect is followed.
class TestRedirectChecks final : public QObject
{
    Q_OBJECT

private slots:
    void emptyLocationIsNoneWhereAnotherFollows()
    {
        Response answer = redirect(302, "");
        answer.fields.append("Location", "/y");
        QCOMPARE(decide(request("GET", "http://a.test/"), answer, {}, policyOf(u"curl"_s)).next->target.path, "/y");
        QCOMPARE(decide(request("GET", "http://a.test/"), answer, {}, policyOf(u"go"_s)).action, Action::Deliver);
        answer = redirect(302, "");
        answer.fields.append("Location", "");
        QCOMPARE(decide(request("GET", "http://a.test/"), answer, {}, policyOf(u"curl"_s)).action, Action::Deliver);
    }

    void methodForcedForOneShotContentStays()
    {
        const Decision post = decide(oneShot("POST"), redirect(303, "/y"), {}, policyOf(u"curl"_s));
        QCOMPARE(post.next->method.token(), "POST");
        QVERIFY(!post.next->content);
        QVERIFY(rulesOf(post).contains(u"forced-method-stays"_s));
        QCOMPARE(decide(oneShot("PUT"), redirect(303, "/y"), {}, policyOf(u"curl"_s)).next->method, Method::get());
        for (const int status : {301, 302, 307, 308}) {
            QCOMPARE(decide(oneShot("POST"), redirect(status, "/y"), {}, policyOf(u"curl"_s)).stopCode,
                     u"body-not-replayable"_s);
        }
    }

    void firstContentThatCannotReturnEndsTheChain()
    {
        ChainContext context;
        context.first = oneShot("POST");
        const Request bare = request("GET", "http://a.test/");
        QCOMPARE(decide(bare, redirect(307, "/y"), context, policyOf(u"go"_s)).action, Action::Deliver);
        QCOMPARE(decide(bare, redirect(302, "/y"), context, policyOf(u"go"_s)).action, Action::Follow);
        context.first->content->oneShot = false;
        QCOMPARE(decide(bare, redirect(307, "/y"), context, policyOf(u"go"_s)).content, ContentFate::Same);
    }

    void hostSetByHandLeavesThePort()
    {
        const ClientPolicy policy = policyOf(u"follow-redirects"_s);
        const auto next = [&policy](const char *host) {
            return decide(request("GET", "http://a.test:81/", {{"Host", host}, {"Cookie", "c"}}), redirect(302, "/y"),
                          {}, policy);
        };
        QCOMPARE(next("fake.test").next->target.toBytes(), "http://fake.test:81/y");
        QCOMPARE(next("fake.test:82").next->target.toBytes(), "http://fake.test:82/y");
        QVERIFY(next("fake.test:82").next->fields.contains("Cookie")); // compared with that Host
    }

    void fieldsOfOneBeginningGoTogether()
    {
        const FieldList fields{{"Content-Type", "a"}, {"content-foo", "b"}, {"X-Content-Foo", "c"}};
        const Decision decision = decide(requestWithContent("POST", "http://a.test/", fields), redirect(302, "/y"), {},
                                         policyOf(u"follow-redirects"_s));
        QVERIFY(!decision.next->fields.contains("Content-Type"));
        QVERIFY(!decision.next->fields.contains("Content-Foo"));
        QVERIFY(decision.next->fields.contains("X-Content-Foo"));
    }

    void seeOtherDropsContentFieldsOfGet()
    {
        const Request sent = request("GET", "http://a.test/", {{"Content-Language", "en"}});
        QVERIFY(
            !decide(sent, redirect(303, "/y"), {}, policyOf(u"urllib3"_s)).next->fields.contains("Content-Language"));
        QVERIFY(
            decide(sent, redirect(302, "/y"), {}, policyOf(u"urllib3"_s)).next->fields.contains("Content-Language"));
    }
};

DETOUR_TEST(TestRedirectChecks)

#include "tst_redirectchecks.moc"
