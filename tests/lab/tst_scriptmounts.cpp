// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/scriptmounts.h"
#include "rawclient.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;

namespace {

Script scriptSaying(const QByteArray &content)
{
    Script script;
    script.origins = {{"http", "www.localhost", 8307}, {"http", "example.com", 80}};
    script.steps = {{Method::get(), "www.localhost:8307", "/x", {302, "Found", {{"Location", "/y"}}, content}},
                    {Method::get(), "www.localhost:8307", "/x", {200, "OK", {}, content + " again"}}};
    return script;
}

LabRequest get(const QByteArray &host, const QByteArray &trace = {})
{
    const QByteArray agent =
        trace.isEmpty() ? QByteArray() : QByteArray("User-Agent: Detour/0.1.0 (" + trace + ".3)\r\n");
    return Test::requestFrom("GET /x HTTP/1.1\r\nHost: " + host + "\r\n" + agent + "\r\n");
}

} // namespace

class ScriptMountsTest final : public QObject
{
    Q_OBJECT

private slots:
    void onlyItsHostsAreAnswered();
    void stepsAreUsedUp();
    void theTraceChoosesAmongSeveral();
    void whatNoStepMatchesIsSaid();
    void traceIdIsReadFromTheUserAgent();
};

void ScriptMountsTest::onlyItsHostsAreAnswered()
{
    ScriptMounts mounts;
    QVERIFY(!mounts.answer(get("www.localhost:8307")));
    const quint64 token = mounts.mount(scriptSaying("a"), {});
    QVERIFY(mounts.answer(get("WWW.localhost:8307")));
    QVERIFY(mounts.answer(get("example.com")));
    QVERIFY(mounts.answer(get("example.com:80")));
    QVERIFY(!mounts.answer(get("www.localhost:8308")));
    QVERIFY(!mounts.answer(get("example.org")));
    mounts.unmount(token);
    QVERIFY(!mounts.answer(get("www.localhost:8307")));
}

void ScriptMountsTest::stepsAreUsedUp()
{
    ScriptMounts mounts;
    (void)mounts.mount(scriptSaying("a"), {});
    QCOMPARE(mounts.answer(get("www.localhost:8307"))->content, "a");
    QCOMPARE(mounts.answer(get("www.localhost:8307"))->content, "a again");
    QCOMPARE(mounts.answer(get("www.localhost:8307"))->content, "a again");
}

void ScriptMountsTest::theTraceChoosesAmongSeveral()
{
    ScriptMounts mounts;
    (void)mounts.mount(scriptSaying("first"), QStringLiteral("t1"));
    const quint64 second = mounts.mount(scriptSaying("second"), QStringLiteral("t2"));
    QCOMPARE(mounts.answer(get("www.localhost:8307", "t1"))->content, "first");
    QCOMPARE(mounts.answer(get("www.localhost:8307"))->content, "second");
    QCOMPARE(mounts.answer(get("www.localhost:8307", "t3"))->content, "second again");
    mounts.unmount(second);
    QCOMPARE(mounts.answer(get("www.localhost:8307", "t2"))->content, "first again");
}

void ScriptMountsTest::whatNoStepMatchesIsSaid()
{
    ScriptMounts mounts;
    (void)mounts.mount(scriptSaying("a"), {});
    const auto answer = mounts.answer(Test::requestFrom("POST /z HTTP/1.1\r\nHost: www.localhost:8307\r\n\r\n"));
    QCOMPARE(answer->status, 404);
    QVERIFY2(answer->content.startsWith("This example has no answer for POST /z"), answer->content.constData());
    QVERIFY(answer->content.contains("GET /x"));
}

void ScriptMountsTest::traceIdIsReadFromTheUserAgent()
{
    QCOMPARE(traceIdOf({{"user-agent", "Detour/0.1.0 (ab.12.7)"}}), QStringLiteral("ab.12"));
    QVERIFY(traceIdOf({{"User-Agent", "curl/8 (ab.7)"}}).isEmpty());
    QVERIFY(traceIdOf({{"User-Agent", "Detour/0.1 (ab)"}}).isEmpty());
    QVERIFY(traceIdOf({{"User-Agent", "Detour/"}}).isEmpty());
    QVERIFY(traceIdOf({}).isEmpty());
}

DETOUR_TEST(ScriptMountsTest)
#include "tst_scriptmounts.moc"
