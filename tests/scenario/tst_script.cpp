// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "scenario/script.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;

class ScriptTest final : public QObject
{
    Q_OBJECT

private slots:
    void firstUnusedStepAnswers();
    void lastMatchingStepAnswersAgainWhenAllAreUsed();
    void methodHostAndTargetMustMatch();
    void hostsAreComparedWithoutCase();

private:
    static Script twiceTheSameRequest()
    {
        Script script;
        const auto get = Method::get();
        script.steps = {{get, "a.localhost:8307", "/x", {}},
                        {get, "a.localhost:8307", "/y", {}},
                        {get, "a.localhost:8307", "/x", {}},
                        {std::nullopt, {}, "/any", {}}};
        return script;
    }
};

void ScriptTest::firstUnusedStepAnswers()
{
    const Script script = twiceTheSameRequest();
    QCOMPARE(script.stepFor(Method::get(), "a.localhost:8307", "/x", {0, 0, 0, 0}), 0);
    QCOMPARE(script.stepFor(Method::get(), "a.localhost:8307", "/x", {1, 0, 0, 0}), 2);
    QCOMPARE(script.stepFor(Method::get(), "a.localhost:8307", "/y", {1, 0, 0, 0}), 1);
}

void ScriptTest::lastMatchingStepAnswersAgainWhenAllAreUsed()
{
    const Script script = twiceTheSameRequest();
    QCOMPARE(script.stepFor(Method::get(), "a.localhost:8307", "/x", {1, 1, 5, 0}), 2);
    QCOMPARE(script.stepFor(Method::get(), "a.localhost:8307", "/x", {}), 0);
}

void ScriptTest::methodHostAndTargetMustMatch()
{
    const Script script = twiceTheSameRequest();
    QCOMPARE(script.stepFor(Method::known("POST"), "a.localhost:8307", "/x", {}), -1);
    QCOMPARE(script.stepFor(Method::known("get"), "a.localhost:8307", "/x", {}), -1);
    QCOMPARE(script.stepFor(Method::get(), "a.localhost:8308", "/x", {}), -1);
    QCOMPARE(script.stepFor(Method::get(), "a.localhost:8307", "/x?", {}), -1);
    QCOMPARE(script.stepFor(Method::known("BREW"), "pot.example", "/any", {}), 3);
}

void ScriptTest::hostsAreComparedWithoutCase()
{
    QCOMPARE(twiceTheSameRequest().stepFor(Method::get(), "A.LocalHost:8307", "/x", {}), 0);
}

DETOUR_TEST(ScriptTest)
#include "tst_script.moc"
