// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/prediction.h"
#include "session/randomquestion.h"
#include "session/session.h"
#include "support/testregistry.h"

#include <QTest>

#include <vector>

using namespace Detour;
using namespace Qt::StringLiterals;

namespace {

constexpr int wanted = 300;  ///< predictions
constexpr int together = 20; ///< traces under way

/// One generated trace with the prediction at its gate.
struct Asked
{
    std::unique_ptr<Prediction> prediction = std::make_unique<Prediction>();
    std::shared_ptr<TraceRun> run;
    QList<PredictionQuestion> questions; ///< each as it was asked
};

/// What is done to a trace before it starts.
using Altering = std::function<void(TraceSpec &)>;

/// What the lab's transcript says of one request, read here and by nobody else.
struct Seen
{
    QByteArray method;
    QByteArray url;
    QByteArray content; ///< its digest; empty where there are no bytes: a POST without content looks like an empty one
    QByteArray authorization;
    QByteArray cookie;
};

Seen seenIn(const TranscriptEntry &entry)
{
    const ReceivedRequest &request = entry.request;
    const QList<QByteArray> line = request.line.split(' ');
    return {line.value(0), "http://" + request.fields.value("Host").value_or("") + line.value(1),
            request.content && request.content->bytes > 0 ? request.content->sha256 : QByteArray(),
            request.fields.value("Authorization").value_or(""), request.fields.value("Cookie").value_or("")};
}

/// All that a trace sent, in order: its User-Agent names it.
QList<Seen> seenOf(const QString &traceId, const QList<TranscriptEntry> &entries)
{
    const QByteArray mark = '(' + traceId.toLatin1() + '.';
    QList<Seen> seen;
    for (const TranscriptEntry &entry : entries) {
        if (entry.request.fields.value("User-Agent").value_or("").contains(mark)) {
            seen.append(seenIn(entry));
        }
    }
    return seen;
}

/// Where the grade says otherwise than the transcript; empty: nowhere. `after` null: nothing was sent. Go sends again
/// what the first request held, though a redirect in between had dropped it.
QString difference(const Expectation &graded, const Seen &first, const Seen &before, const Seen *after)
{
    if (graded.sends != (after != nullptr)) {
        return u"sent or not"_s;
    }
    if (!after) {
        return {};
    }
    std::optional<bool> kept;
    if (!before.authorization.isEmpty()) {
        kept = after->authorization == before.authorization;
    } else if (!before.cookie.isEmpty()) {
        kept = after->cookie == before.cookie;
    }
    const QByteArray held = before.content.isEmpty() ? first.content : before.content;
    const bool sameContent = !held.isEmpty() && after->content == held;
    QStringList wrong;
    wrong += graded.method == after->method ? QStringList() : QStringList(u"method"_s);
    wrong += graded.target == after->url ? QStringList() : QStringList(u"target"_s);
    wrong += (graded.content == ContentFate::Same) == sameContent ? QStringList() : QStringList(u"body"_s);
    wrong += graded.credentialsKept == kept ? QStringList() : QStringList(u"credentials"_s);
    return wrong.join(u", "_s);
}

/// Every method kept on 301 to 303 and 300, a GET made of 307 and 308, credentials kept wherever it goes.
void alterRules(ClientPolicy &policy)
{
    const StatusRow keep{{}, {}, MethodRule::Keep, u"308-keeps-method"_s};
    const StatusRow get{{}, {}, MethodRule::Get, u"303-becomes-get"_s};
    for (const StatusCode status : {300, 301, 302, 303}) {
        policy.rows[status] = keep;
    }
    for (const StatusCode status : {307, 308}) {
        policy.rows[status] = get;
    }
    for (CredentialRule &rule : policy.credentials) {
        rule.boundary = Boundary::Never;
    }
}

/// Something else than was decided goes out: another method, no content, no credentials.
Gate somethingElse(const Gate &gate)
{
    return [gate](const GateQuestion &about, const GateReply &reply) {
        gate(about, [about, reply](GateAnswer answer) {
            if (about.hop > 1) {
                answer.kind = GateAnswer::Kind::Replace;
                answer.request = about.request;
                answer.request.method = Method::known(about.request.method.is("GET") ? "DELETE" : "GET");
                answer.request.content.reset();
                answer.request.fields.remove("Authorization");
                answer.request.fields.remove("Cookie");
            }
            reply(answer);
        });
    };
}

} // namespace

class PredictionGradesTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theGradeIsWhatTheLabReceived();
    void itIsSoUnderAlteredRules();
    void itIsSoWhereSomethingElseWasDecided();

private:
    /// Asks until there are `enough` grades.
    void askMany(quint32 seed, int enough, const Altering &alter);
    void askTogether(QRandomGenerator &random, const Altering &alter);
    /// Every grade against the transcript, and its place among the options.
    void compareAll(bool isAmongOptions = true);
    [[nodiscard]] int gradeCount() const;

    std::unique_ptr<Session> m_session;
    std::vector<std::unique_ptr<Asked>> m_asked;
};

void PredictionGradesTest::init()
{
    m_session = std::make_unique<Session>(ContentStore(), LabPorts(), "9.9");
}

void PredictionGradesTest::cleanup()
{
    m_asked.clear();
    m_session.reset();
}

int PredictionGradesTest::gradeCount() const
{
    qsizetype count = 0;
    for (const auto &asked : m_asked) {
        count += asked->prediction->grades().size();
    }
    return static_cast<int>(count);
}

void PredictionGradesTest::askTogether(QRandomGenerator &random, const Altering &alter)
{
    const std::size_t first = m_asked.size();
    for (int i = 0; i < together; ++i) {
        auto asked = std::make_unique<Asked>();
        auto spec = specForQuestion(randomQuestion(random, m_session->policies().ids()), m_session->policies());
        QVERIFY(spec);
        Prediction *prediction = asked->prediction.get();
        spec->gate = prediction->gate();
        alter(*spec);
        connect(prediction, &Prediction::asked, this, [prediction, kept = asked.get()] {
            kept->questions.append(*prediction->question());
            prediction->reveal();
        });
        auto run = m_session->startTrace(*std::move(spec));
        QVERIFY(run);
        asked->run = *run;
        prediction->watch(*run);
        m_asked.push_back(std::move(asked));
    }
    QVERIFY(QTest::qWaitFor(
        [&] {
            return std::all_of(m_asked.cbegin() + static_cast<std::ptrdiff_t>(first), m_asked.cend(),
                               [](const auto &asked) { return asked->prediction->isFinished(); });
        },
        20'000));
}

void PredictionGradesTest::askMany(quint32 seed, int enough, const Altering &alter)
{
    QRandomGenerator random(seed);
    while (gradeCount() < enough) {
        askTogether(random, alter);
        if (QTest::currentTestFailed()) {
            return;
        }
    }
}

void PredictionGradesTest::compareAll(bool isAmongOptions)
{
    const QList<TranscriptEntry> entries = m_session->labTranscript().entries();
    for (const auto &asked : m_asked) {
        const QList<Seen> seen = seenOf(asked->run->chain().traceId, entries);
        const QList<PredictionGrade> &grades = asked->prediction->grades();
        QCOMPARE(grades.size(), asked->questions.size());
        for (qsizetype i = 0; i < grades.size(); ++i) {
            const PredictionGrade &grade = grades.at(i);
            const QList<Expectation> &options = asked->questions.at(i).options;
            const bool isSent = seen.size() > grade.hop;
            const QString wrong = difference(grade.observed, seen.constFirst(), seen.at(grade.hop - 1),
                                             isSent ? &seen.at(grade.hop) : nullptr);
            const QString client = asked->run->chain().clientId;
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong + u", "_s + client));
            QCOMPARE(grade.fromRecord, isSent);
            QCOMPARE(grade.right, static_cast<int>(options.indexOf(grade.observed)));
            if (isAmongOptions) {
                QCOMPARE(options.count(grade.observed), 1);
            }
        }
    }
}

void PredictionGradesTest::theGradeIsWhatTheLabReceived()
{
    askMany(20'261, wanted, [](TraceSpec &) {});
    QVERIFY(gradeCount() >= wanted);
    compareAll();
}

void PredictionGradesTest::itIsSoUnderAlteredRules()
{
    askMany(20'262, wanted, [](TraceSpec &spec) { alterRules(spec.policy); });
    QVERIFY(gradeCount() >= wanted);
    compareAll();
    int others = 0; // than the client's own rules would have made
    for (const auto &asked : m_asked) {
        const ClientPolicy own = *m_session->policies().policy(asked->run->chain().clientId);
        for (qsizetype i = 0; i < asked->questions.size(); ++i) {
            const PredictionQuestion &question = asked->questions.at(i);
            const Decision decision = decide(question.request, question.response, {}, own);
            others += expectationOf(question.request, decision) != asked->prediction->grades().at(i).observed ? 1 : 0;
        }
    }
    QVERIFY2(others > 100, qPrintable(QString::number(others)));
}

/// The run's own decision is not what is sent here: a grade that came from it would be wrong each time.
void PredictionGradesTest::itIsSoWhereSomethingElseWasDecided()
{
    askMany(20'263, 60, [](TraceSpec &spec) { spec.gate = somethingElse(spec.gate); });
    compareAll(false);
    int others = 0;
    for (const auto &asked : m_asked) {
        const RedirectChain &chain = asked->run->chain();
        for (qsizetype i = 0; i + 1 < chain.hops.size(); ++i) {
            const Hop &hop = chain.hops.at(i);
            QVERIFY(expectationOf(hop.exchange.request, *hop.decision) != asked->prediction->grades().at(i).observed);
            ++others;
        }
    }
    QVERIFY2(others > 30, qPrintable(QString::number(others)));
}

DETOUR_TEST(PredictionGradesTest)
#include "tst_predictiongrades.moc"
