// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "scenario/plainaddress.h"
#include "semantics/expectation.h"
#include "session/randomquestion.h"
#include "support/testregistry.h"

#include <QSet>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class RandomQuestionTest final : public QObject
{
    Q_OBJECT

private slots:
    void theSameSourceGivesTheSame();
    void everyoneStaysOnThisComputer();
    void eachKindComesUp();
    void aRedirectionIsAnsweredWhereItLeads();
    void anUnknownClientIsAnError();

private:
    static QList<RandomQuestion> some(quint32 seed, int count)
    {
        QRandomGenerator random(seed);
        QList<RandomQuestion> questions;
        for (int i = 0; i < count; ++i) {
            questions.append(randomQuestion(random, {u"fetch"_s, u"curl"_s}));
        }
        return questions;
    }
};

void RandomQuestionTest::theSameSourceGivesTheSame()
{
    const QList<RandomQuestion> one = some(7, 20);
    const QList<RandomQuestion> two = some(7, 20);
    const QList<RandomQuestion> other = some(8, 20);
    int differences = 0;
    for (qsizetype i = 0; i < one.size(); ++i) {
        QCOMPARE(one.at(i).script.first, two.at(i).script.first);
        QCOMPARE(one.at(i).script.steps, two.at(i).script.steps);
        QCOMPARE(one.at(i).client, two.at(i).client);
        differences += one.at(i).script.steps != other.at(i).script.steps ? 1 : 0;
    }
    QVERIFY(differences > 15);
}

void RandomQuestionTest::everyoneStaysOnThisComputer()
{
    for (const RandomQuestion &question : some(1, 500)) {
        QVERIFY(staysOnLoopback(question.script));
        for (const ScriptStep &step : question.script.steps) {
            QVERIFY2(step.host.endsWith(".localhost:8307"), step.host.constData());
        }
    }
}

void RandomQuestionTest::eachKindComesUp()
{
    QSet<QByteArray> methods;
    QSet<StatusCode> codes;
    QSet<QByteArray> locations;
    int bodies = 0;
    int credentials = 0;
    int longOnes = 0;
    for (const RandomQuestion &question : some(2, 500)) {
        methods.insert(question.script.first.method.token());
        bodies += question.script.first.content ? 1 : 0;
        credentials += credentialOf(question.script.first).isEmpty() ? 0 : 1;
        longOnes += question.script.steps.size() > 2 ? 1 : 0;
        codes.insert(question.script.steps.constFirst().answer.status);
        const QByteArray location = question.script.steps.constFirst().answer.fields.value("Location").value_or("-");
        locations.insert(location.left(1));
    }
    QCOMPARE(methods.size(), 6);
    QCOMPARE(codes.size(), 9);
    QCOMPARE(locations, QSet<QByteArray>({"-", "/", "h", ".", "t", "o", "n", "d"}));
    QVERIFY(bodies > 150 && bodies < 350);
    QVERIFY(credentials > 100 && credentials < 350);
    QVERIFY(longOnes > 50 && longOnes < 200);
}

void RandomQuestionTest::aRedirectionIsAnsweredWhereItLeads()
{
    for (const RandomQuestion &question : some(3, 200)) {
        const QList<ScriptStep> &steps = question.script.steps;
        QCOMPARE(steps.constFirst().target, question.script.first.target.originForm());
        QCOMPARE(steps.constFirst().host, question.script.first.target.authority());
        QVERIFY(isRedirection(steps.constFirst().answer.status));
        QCOMPARE(steps.constLast().answer.status, 200);
        Request sent = question.script.first;
        for (qsizetype i = 0; i + 1 < steps.size(); ++i) {
            const ScriptedAnswer &answer = steps.at(i).answer;
            const QByteArray led = locationTarget(sent, {answer.status, {}, answer.fields, {}});
            if (led.isEmpty()) {
                QCOMPARE(i + 2, steps.size());
                continue;
            }
            QCOMPARE("http://" + steps.at(i + 1).host + steps.at(i + 1).target, led);
            sent.target = *parseFirstUrl(led);
        }
    }
}

void RandomQuestionTest::anUnknownClientIsAnError()
{
    RandomQuestion question = some(1, 1).constFirst();
    const PolicyCatalog policies{ContentStore()};
    question.client = u"nobody"_s;
    QCOMPARE(specForQuestion(question, policies).error().code, u"no-client"_s);
    question.client = u"curl"_s;
    const auto spec = specForQuestion(question, policies);
    QVERIFY(spec);
    QCOMPARE(spec->policy.id, u"curl"_s);
    QVERIFY(spec->script);
}

DETOUR_TEST(RandomQuestionTest)
#include "tst_randomquestion.moc"
