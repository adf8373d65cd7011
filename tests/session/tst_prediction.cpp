// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/mask.h"
#include "session/prediction.h"
#include "session/session.h"
#include "support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

namespace {

/// What is not to be known while a question is open.
bool isTold(const RedirectChain &told)
{
    return told.outcome != Outcome::Running || told.end || told.hops.constLast().decision;
}

} // namespace

class PredictionTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theFirstRequestGoesOutAtOnce();
    void nothingIsSentBeforeTheReveal();
    void theRecordGrades();
    void aPostCanLeaveItsBodyBehind();
    void eachRedirectIsAsked();
    void anAnswerThatIsTakenIsAskedToo();
    void aStopIsAskedToo();
    void nothingTellsTheEndBeforeTheReveal();
    void aMaskedChainIsToldTheSame();
    void revealingTwiceSendsOnce();
    void revealingAtOnceIsFine();
    void withoutARedirectNothingIsAsked();
    void cancelTakesTheQuestionAlong();
    void cancelOnTheWayIsGradedByTheRecord();
    void aRequestWithoutAnAnswerIsGraded();
    void elsewhereTheExchangeGrades();
    void destroyingItCancelsTheTrace();
    void destroyingItInItsOwnSignalIsClean();
    void destroyingItWithTheOnlyHandleIsClean();

private:
    struct Started
    {
        std::unique_ptr<Prediction> prediction = std::make_unique<Prediction>();
        std::shared_ptr<TraceRun> run;
    };

    Started start(const QByteArray &url, const QByteArray &method = "GET", const QByteArray &body = {},
                  const QString &client = u"fetch"_s);
    static bool waitForQuestion(const Prediction &prediction, int hop);
    static bool reveal(Prediction &prediction);

    [[nodiscard]] qsizetype arrived() const { return m_session->labTranscript().entries().size(); }

    std::unique_ptr<Session> m_session;
};

void PredictionTest::init()
{
    m_session = std::make_unique<Session>(ContentStore(), LabPorts(), "9.9");
}

void PredictionTest::cleanup()
{
    m_session.reset();
}

PredictionTest::Started PredictionTest::start(const QByteArray &url, const QByteArray &method, const QByteArray &body,
                                              const QString &client)
{
    TraceSpec spec;
    spec.request.target = *m_session->resolveUrl(url);
    spec.request.method = Method::known(method.constData());
    spec.request.fields.append("Authorization", "Bearer geheim");
    if (!body.isEmpty()) {
        spec.body = bodyFromMemory(body);
    }
    spec.policy = *m_session->policies().policy(client);
    spec.timeout = std::chrono::seconds(20);
    Started started;
    spec.gate = started.prediction->gate();
    started.run = *m_session->startTrace(spec);
    started.prediction->watch(started.run);
    return started;
}

bool PredictionTest::waitForQuestion(const Prediction &prediction, int hop)
{
    return QTest::qWaitFor([&] { return prediction.question() && prediction.question()->hop == hop; }, 20'000);
}

/// Until its grade is there.
bool PredictionTest::reveal(Prediction &prediction)
{
    const qsizetype before = prediction.grades().size();
    prediction.reveal();
    return QTest::qWaitFor([&] { return prediction.grades().size() > before; }, 20'000);
}

void PredictionTest::theFirstRequestGoesOutAtOnce()
{
    const Started trace = start("lab:/lab/chain/302");
    QSignalSpy asked(trace.prediction.get(), &Prediction::asked);
    QVERIFY(!trace.prediction->question());
    QVERIFY(asked.wait());
    QCOMPARE(arrived(), 1);
}

void PredictionTest::nothingIsSentBeforeTheReveal()
{
    const Started trace = start("lab:/lab/chain/302", "POST", "abc");
    QVERIFY(waitForQuestion(*trace.prediction, 1));
    QTest::qWait(50); // long enough for a request to arrive that nobody holds back
    QCOMPARE(arrived(), 1);
    QVERIFY(trace.run->isRunning());
    QVERIFY(!trace.prediction->isFinished());
    const PredictionQuestion &question = *trace.prediction->question();
    QCOMPARE(question.request.method.token(), "POST"_ba);
    QCOMPARE(question.response.status, 302);
    QCOMPARE(question.options.size(), 7); // three ways on, each with Authorization and without, and the end
}

void PredictionTest::theRecordGrades()
{
    const Started trace = start("lab:/lab/chain/302~host=pay", "POST", "abc");
    QVERIFY(waitForQuestion(*trace.prediction, 1));
    const PredictionQuestion question = *trace.prediction->question();
    QSignalSpy revealed(trace.prediction.get(), &Prediction::revealed);
    QVERIFY(reveal(*trace.prediction));
    const PredictionGrade grade = revealed.at(0).at(0).value<PredictionGrade>();
    QCOMPARE(grade.hop, 1);
    QVERIFY(grade.fromRecord);
    QCOMPARE(grade.observed.method, "GET"_ba);
    QCOMPARE(grade.observed.content, ContentFate::None);
    QCOMPARE(grade.observed.credentialsKept, std::optional(false));
    QCOMPARE(question.options.at(grade.right), grade.observed);
    QCOMPARE(grade.observed.target,
             "http://pay.localhost:" + QByteArray::number(m_session->ensureLab()->first) + "/lab/echo");
    QVERIFY(QTest::qWaitFor([&] { return trace.prediction->isFinished(); }));
}

void PredictionTest::aPostCanLeaveItsBodyBehind()
{
    const Started trace = start("lab:/lab/chain/302", "POST", "abc", u"curl-X"_s);
    QVERIFY(waitForQuestion(*trace.prediction, 1));
    const PredictionQuestion question = *trace.prediction->question();
    QVERIFY(reveal(*trace.prediction));
    const PredictionGrade &grade = trace.prediction->grades().constFirst();
    QCOMPARE(grade.observed.method, "POST"_ba);
    QCOMPARE(grade.observed.content, ContentFate::None);
    QCOMPARE(question.options.at(grade.right), grade.observed);
}

void PredictionTest::eachRedirectIsAsked()
{
    const Started trace = start("lab:/lab/chain/307/303", "PUT", "abc");
    QSignalSpy asked(trace.prediction.get(), &Prediction::asked);
    QSignalSpy finished(trace.prediction.get(), &Prediction::finished);
    QVERIFY(waitForQuestion(*trace.prediction, 1));
    QVERIFY(reveal(*trace.prediction));
    QVERIFY(waitForQuestion(*trace.prediction, 2));
    QCOMPARE(finished.size(), 0);
    QVERIFY(reveal(*trace.prediction));
    QVERIFY(QTest::qWaitFor([&] { return finished.size() == 1; }));
    QCOMPARE(asked.size(), 2);
    QCOMPARE(trace.prediction->grades().at(0).observed.method, "PUT"_ba);
    QCOMPARE(trace.prediction->grades().at(0).observed.content, ContentFate::Same);
    QCOMPARE(trace.prediction->grades().at(1).hop, 2);
    QCOMPARE(trace.prediction->grades().at(1).observed.method, "GET"_ba);
}

void PredictionTest::anAnswerThatIsTakenIsAskedToo()
{
    const Started trace = start("lab:/status/304");
    QVERIFY(waitForQuestion(*trace.prediction, 1));
    QVERIFY(QTest::qWaitFor([&] { return !trace.run->isRunning(); }));
    QVERIFY(trace.prediction->question());
    QSignalSpy finished(trace.prediction.get(), &Prediction::finished);
    trace.prediction->reveal();
    QCOMPARE(trace.prediction->grades().size(), 1);
    QVERIFY(!trace.prediction->grades().constFirst().observed.sends);
    QVERIFY(!trace.prediction->grades().constFirst().fromRecord);
    QCOMPARE(finished.size(), 1);
    QVERIFY(trace.prediction->isFinished());
}

void PredictionTest::aStopIsAskedToo()
{
    const Started trace = start("lab:/lab/chain/302~loc=mailto:a@b");
    QVERIFY(waitForQuestion(*trace.prediction, 1));
    QVERIFY(QTest::qWaitFor([&] { return !trace.run->isRunning(); }));
    QCOMPARE(trace.run->chain().outcome, Outcome::Stopped);
    const PredictionQuestion question = *trace.prediction->question();
    trace.prediction->reveal();
    const PredictionGrade &grade = trace.prediction->grades().constFirst();
    QVERIFY(!question.options.at(grade.right).sends);
}

void PredictionTest::nothingTellsTheEndBeforeTheReveal()
{
    for (const QByteArray url : {"lab:/lab/chain/302", "lab:/status/304", "lab:/lab/chain/302~loc=mailto:a@b"}) {
        const Started trace = start(url);
        QSignalSpy finished(trace.prediction.get(), &Prediction::finished);
        QVERIFY(waitForQuestion(*trace.prediction, 1));
        QTest::qWait(20);
        QVERIFY2(!isTold(trace.prediction->told(trace.run->chain())), url.constData());
        QVERIFY(trace.run->chain().hops.constLast().decision);
        QVERIFY(!trace.prediction->isFinished());
        QCOMPARE(finished.size(), 0);
        QVERIFY(reveal(*trace.prediction));
        QVERIFY(QTest::qWaitFor([&] { return finished.size() == 1; }));
        QVERIFY(isTold(trace.prediction->told(trace.run->chain())));
    }
}

void PredictionTest::aMaskedChainIsToldTheSame()
{
    const Started trace = start("lab:/lab/chain/302/302");
    QVERIFY(waitForQuestion(*trace.prediction, 1));
    QVERIFY(reveal(*trace.prediction));
    QVERIFY(waitForQuestion(*trace.prediction, 2));
    const RedirectChain told = trace.prediction->told(masked(trace.run->chain()));
    QCOMPARE(told.hops.size(), 2);
    QVERIFY(told.hops.at(0).decision);
    QVERIFY(!isTold(told));
    QCOMPARE(told.hops.at(0).exchange.request.fields.value("Authorization"), "***"_ba);
    QCOMPARE(trace.prediction->told(RedirectChain()).hops.size(), 0);
}

void PredictionTest::revealingTwiceSendsOnce()
{
    const Started trace = start("lab:/lab/chain/302/302");
    trace.prediction->reveal(); // nothing is asked yet
    QVERIFY(waitForQuestion(*trace.prediction, 1));
    trace.prediction->reveal();
    QVERIFY(!trace.prediction->question());
    trace.prediction->reveal();
    QVERIFY(waitForQuestion(*trace.prediction, 2));
    QCOMPARE(trace.prediction->grades().size(), 1);
    QCOMPARE(arrived(), 2);
}

void PredictionTest::revealingAtOnceIsFine()
{
    for (const QByteArray url : {"lab:/lab/chain/302/308", "lab:/lab/chain/302/302~loc=mailto:a@b"}) {
        const Started trace = start(url);
        connect(trace.prediction.get(), &Prediction::asked, trace.prediction.get(), &Prediction::reveal);
        QSignalSpy finished(trace.prediction.get(), &Prediction::finished);
        QVERIFY(finished.wait());
        QCOMPARE(trace.prediction->grades().size(), 2);
        QVERIFY(trace.prediction->isFinished());
        QCOMPARE(finished.size(), 1);
    }
}

void PredictionTest::withoutARedirectNothingIsAsked()
{
    const Started trace = start("lab:/status/404");
    QSignalSpy asked(trace.prediction.get(), &Prediction::asked);
    QSignalSpy finished(trace.prediction.get(), &Prediction::finished);
    QVERIFY(finished.wait());
    QCOMPARE(asked.size(), 0);
    QVERIFY(trace.prediction->grades().isEmpty());
}

void PredictionTest::cancelTakesTheQuestionAlong()
{
    const Started trace = start("lab:/lab/chain/302");
    QVERIFY(waitForQuestion(*trace.prediction, 1));
    QSignalSpy finished(trace.prediction.get(), &Prediction::finished);
    trace.run->cancel();
    QVERIFY(finished.wait());
    QVERIFY(!trace.prediction->question());
    QVERIFY(trace.prediction->isFinished());
    trace.prediction->reveal();
    QVERIFY(trace.prediction->grades().isEmpty());
    QCOMPARE(trace.prediction->told(trace.run->chain()).outcome, Outcome::Failed);
    QCOMPARE(arrived(), 1);
}

void PredictionTest::cancelOnTheWayIsGradedByTheRecord()
{
    const Started trace = start("lab:/lab/chain/303/200~delay=9000", "POST", "abc");
    QVERIFY(waitForQuestion(*trace.prediction, 1));
    trace.prediction->reveal();
    QSignalSpy finished(trace.prediction.get(), &Prediction::finished);
    trace.run->cancel();
    QVERIFY(finished.wait());
    QCOMPARE(trace.prediction->grades().size(), 1);
    QCOMPARE(trace.prediction->grades().constFirst().observed.method, "GET"_ba);
}

void PredictionTest::aRequestWithoutAnAnswerIsGraded()
{
    const Started trace = start("lab:/lab/chain/307/200~close", "POST", "abc");
    QVERIFY(waitForQuestion(*trace.prediction, 1));
    QVERIFY(reveal(*trace.prediction));
    QVERIFY(trace.run->chain().hops.constLast().exchange.failure);
    const PredictionGrade &grade = trace.prediction->grades().constFirst();
    QVERIFY(grade.fromRecord);
    QCOMPARE(grade.observed.method, "POST"_ba);
    QCOMPARE(grade.observed.content, ContentFate::Same);
    QVERIFY(QTest::qWaitFor([&] { return trace.prediction->isFinished(); }));
}

void PredictionTest::elsewhereTheExchangeGrades()
{
    const Started trace = start("lab:/redirect-to?url=http%3A%2F%2F127.0.0.1%3A1%2Fx");
    QVERIFY(waitForQuestion(*trace.prediction, 1));
    QVERIFY(reveal(*trace.prediction));
    const PredictionGrade &grade = trace.prediction->grades().constFirst();
    QVERIFY(!grade.fromRecord);
    QCOMPARE(grade.observed.target, "http://127.0.0.1:1/x"_ba);
    QCOMPARE(grade.observed.credentialsKept, std::optional(false));
}

void PredictionTest::destroyingItCancelsTheTrace()
{
    Started trace = start("lab:/lab/chain/302");
    QVERIFY(waitForQuestion(*trace.prediction, 1));
    QSignalSpy finished(trace.run.get(), &TraceRun::finished);
    trace.prediction.reset();
    QVERIFY(finished.wait());
    QCOMPARE(trace.run->chain().end->code, u"cancelled"_s);
    QCOMPARE(arrived(), 1);
}

void PredictionTest::destroyingItInItsOwnSignalIsClean()
{
    Started trace = start("lab:/lab/chain/302/302");
    QSignalSpy finished(trace.run.get(), &TraceRun::finished);
    connect(trace.prediction.get(), &Prediction::asked, this, [&trace] { trace.prediction.reset(); });
    QVERIFY(finished.wait());
    QCOMPARE(trace.run->chain().end->code, u"cancelled"_s);
    QCOMPARE(trace.run->chain().hops.size(), 1);

    Started second = start("lab:/lab/chain/302/302");
    QSignalSpy ended(second.run.get(), &TraceRun::finished);
    QVERIFY(waitForQuestion(*second.prediction, 1));
    connect(second.prediction.get(), &Prediction::revealed, this, [&second] { second.prediction.reset(); });
    second.prediction->reveal();
    QVERIFY(ended.wait());
    QCOMPARE(second.run->chain().hops.size(), 2);
}

void PredictionTest::destroyingItWithTheOnlyHandleIsClean()
{
    Started trace = start("lab:/lab/chain/302/302");
    trace.run.reset();
    QVERIFY(waitForQuestion(*trace.prediction, 1));
    bool gone = false;
    connect(trace.prediction.get(), &Prediction::revealed, this, [&] {
        trace.prediction.reset();
        gone = true;
    });
    trace.prediction->reveal();
    QVERIFY(QTest::qWaitFor([&gone] { return gone; }));
}

DETOUR_TEST(PredictionTest)
#include "tst_prediction.moc"
