// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/exercisegoal.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

namespace {

Hop hop(const QByteArray &method, const QByteArray &body, StatusCode status, bool authorized = false)
{
    Hop result;
    result.exchange.received = ReceivedRequest{method + " /a HTTP/1.1", {}, {}};
    if (!body.isNull())
        result.exchange.received->content = ContentInfo{body.size(), "sha of " + body, false, body};
    if (authorized)
        result.exchange.received->fields.append({"Authorization", "•••"});
    result.exchange.response = Response{status, {}, {}, {}};
    return result;
}

RedirectChain chain(const QList<Hop> &hops)
{
    RedirectChain result;
    result.hops = hops;
    result.outcome = Outcome::Completed;
    return result;
}

ExerciseGoal goalOf(const QByteArray &method)
{
    ExerciseGoal goal;
    goal.method = method;
    return goal;
}

} // namespace

class ExerciseGoalTest final : public QObject
{
    Q_OBJECT

private slots:
    void theLastRequestCounts()
    {
        const RedirectChain put = chain({hop("PUT", "x", 307), hop("PUT", "x", 200)});
        ExerciseGoal goal = goalOf("PUT");
        goal.body = ContentFate::Same;
        goal.status = 200;
        QVERIFY(goalState(goal, put).met);
        QCOMPARE(goalState(goal, put).told, u"The lab received PUT with its body, and answered 200."_s);
        const GoalState get = goalState(goal, chain({hop("PUT", "x", 303), hop("GET", {}, 200)}));
        QVERIFY(!get.met);
        QCOMPARE(get.told, u"Not yet: the last request that reached the lab was GET, and it has to be PUT."_s);
    }

    void bodiesAreComparedWithTheFirst()
    {
        ExerciseGoal goal;
        goal.body = ContentFate::Same;
        QVERIFY(!goalState(goal, chain({hop("PUT", "x", 307), hop("PUT", "y", 200)})).met);
        QVERIFY(!goalState(goal, chain({hop("PUT", "x", 302), hop("GET", {}, 200)})).met);
        goal.body = ContentFate::None;
        QVERIFY(goalState(goal, chain({hop("PUT", "x", 302), hop("GET", {}, 200)})).met);
        QVERIFY(!goalState(goal, chain({hop("PUT", "x", 302), hop("PUT", "", 200)})).met);
        goal.body = ContentFate::Empty;
        QVERIFY(goalState(goal, chain({hop("PUT", "x", 302), hop("PUT", "", 200)})).met);
    }

    void credentialsAreThoseOfTheFirst()
    {
        ExerciseGoal goal;
        goal.credentials = true;
        QVERIFY(goalState(goal, chain({hop("GET", {}, 302, true), hop("GET", {}, 200, true)})).met);
        QVERIFY(!goalState(goal, chain({hop("GET", {}, 302, true), hop("GET", {}, 200)})).met);
        QVERIFY2(!goalState(goal, chain({hop("GET", {}, 302), hop("GET", {}, 200)})).met, "there were none");
        goal.credentials = false;
        QVERIFY(goalState(goal, chain({hop("GET", {}, 302, true), hop("GET", {}, 200)})).met);
        QVERIFY(!goalState(goal, chain({hop("GET", {}, 302, true), hop("GET", {}, 200, true)})).met);
        QVERIFY(!goalState(goal, chain({hop("GET", {}, 302), hop("GET", {}, 200)})).met);
    }

    void onlyWhatReachedTheLabIsCounted()
    {
        ExerciseGoal goal;
        goal.requests = 1;
        Hop remembered = hop("GET", {}, 301);
        remembered.exchange.received.reset();
        QVERIFY(goalState(goal, chain({remembered, hop("GET", {}, 200)})).met);
        QCOMPARE(goalState(goal, chain({hop("GET", {}, 302), hop("GET", {}, 200)})).told,
                 u"Not yet: 2 requests reached the lab, and it has to be 1."_s);
        QCOMPARE(goalState(goal, chain({remembered})).told, u"Not yet: no request reached the lab."_s);
    }

    void theEndIsAskedFor()
    {
        RedirectChain stopped = chain({hop("GET", {}, 302), hop("GET", {}, 302)});
        stopped.outcome = Outcome::Stopped;
        stopped.end = ChainEnd{u"cycle"_s, u"It goes round."_s, 2};
        ExerciseGoal goal;
        goal.stop = u"cycle"_s;
        QVERIFY(goalState(goal, stopped).met);
        goal.stop = u"too-many-redirects"_s;
        QVERIFY(!goalState(goal, stopped).met);
        goal = {};
        goal.status = 302;
        QVERIFY2(!goalState(goal, stopped).met, "no answer of a trace that was stopped is final");
    }

    void nothingIsSaidBeforeTheEnd()
    {
        RedirectChain running = chain({hop("PUT", "x", 307)});
        running.outcome = Outcome::Running;
        QVERIFY(!goalState(goalOf("PUT"), running).met);
        QVERIFY(goalState(goalOf("PUT"), running).told.isEmpty());
        QVERIFY(goalState(goalOf("PUT"), {}).told.isEmpty());
    }
};

DETOUR_TEST(ExerciseGoalTest)
#include "tst_exercisegoal.moc"
