// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "gateyard.h"
#include "support/testregistry.h"
#include "ui/inspector/exchangemodel.h"
#include "ui/inspector/inspector.h"
#include "ui/inspector/textpane.h"
#include "ui/playground/strip.h"
#include "ui/playground/tracecontroller.h"
#include "ui/predict/optioncard.h"
#include "ui/predict/optionspanel.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Detour;
using namespace Detour::Test;

namespace {

struct PredictYard : Yard
{
    [[nodiscard]] OptionsPanel *options() const { return playground.findChild<OptionsPanel *>(); }
    [[nodiscard]] QToolButton *toggle() const { return playground.findChild<QToolButton *>(u"predict"_s); }
    void key(Qt::Key key) { QTest::keyClick(&playground, key); }

    /// By keys alone.
    void predict(const RequestDraft &draft)
    {
        playground.loadDraft(draft);
        if (!playground.predicts())
            key(Qt::Key_P);
        key(Qt::Key_Space);
        awaitPrediction(1);
    }

    void awaitPrediction(int hop) const
    {
        QTRY_VERIFY_WITH_TIMEOUT(options()->state() == OptionsPanel::State::Asking, patience);
        QCOMPARE(options()->question().hop, hop);
        QVERIFY(options()->isVisible());
        QVERIFY(playground.isRunning());
    }

    void awaitReveal() const
    {
        QTRY_VERIFY_WITH_TIMEOUT(options()->state() == OptionsPanel::State::Revealed, patience);
    }

    [[nodiscard]] QString tabText(Inspector::Tab tab) const
    {
        playground.findChild<Inspector *>()->setTab(tab);
        return playground.findChild<Inspector *>()->findChild<TextPane *>()->toPlainText();
    }

    /// All that anybody can read or hear, the options apart.
    [[nodiscard]] QString everythingTold() const
    {
        QStringList told;
        for (const auto tab : {Inspector::Tab::Why, Inspector::Tab::Changes, Inspector::Tab::Request,
                               Inspector::Tab::Response, Inspector::Tab::Timing, Inspector::Tab::Location})
            told << tabText(tab);
        const QAbstractItemModel *table = playground.findChild<Inspector *>()->table()->model();
        for (int row = 0; row < table->rowCount(); ++row) {
            for (int column = 0; column < table->columnCount(); ++column)
                told << table->index(row, column).data().toString();
        }
        for (const QObject *view : {static_cast<QObject *>(playground.findChild<StageWidget *>()),
                                    static_cast<QObject *>(playground.findChild<Strip *>())}) {
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(const_cast<QObject *>(view));
            told << spoken->text(QAccessible::Description);
            for (int child = 0; child < spoken->childCount(); ++child)
                told << spoken->child(child)->text(QAccessible::Name);
        }
        return told.join(u'\n');
    }
};

} // namespace

/// Predict, then reveal: a trace that asks what is sent next before it is sent.
class PlaygroundPredictionTest final : public QObject
{
    Q_OBJECT

private slots:
    void aPostIsPredictedAndRevealedByKeysAlone();
    void nothingGivesTheNextRequestAway();
    void theStageGoesOnFromTheQuestion();
    void anEndIsAskedAboutToo();
    void theNextQuestionWaitsUntilTheRevealWasRead();
    void theQuestionComesWhenTheStageHasToldWhatLedToIt();
    void cancellingTakesTheQuestionAlong_data();
    void cancellingTakesTheQuestionAlong();
    void switchedOffItAsksNoMore();
    void steppingAndPredictingRuleEachOtherOut();
    void anotherRequestTakesTheQuestionAway();
    void whoTypesDoesNotVote();
    void secretsStayOutOfTheQuestion();
    void anExampleIsPredicted();
};

void PlaygroundPredictionTest::aPostIsPredictedAndRevealedByKeysAlone()
{
    PredictYard yard;
    QSignalSpy pages(&yard.playground, &Playground::pageRequested);
    yard.predict(post(u"/lab/chain/302"_s));
    QVERIFY(yard.toggle()->isChecked());
    QCOMPARE(yard.wire().size(), 1);
    const OptionsPanel &options = *yard.options();
    QVERIFY(options.question().options.size() >= 3);
    yard.key(Qt::Key_2);
    yard.key(Qt::Key_Backspace);
    yard.key(Qt::Key_1);
    QCOMPARE(options.tally().total(), 1);
    QCOMPARE(yard.wire().size(), 1);
    yard.key(Qt::Key_Space);
    yard.awaitReveal();
    yard.awaitEnd();

    QCOMPARE(yard.wire().size(), 2);
    const TranscriptEntry &received = yard.wire().last();
    const auto right = options.question().options.indexOf(
        observedAfter(options.question().request, &yard.playground.chain().hops.at(1).exchange));
    QVERIFY(right > 0); // option 1 is the same again
    const Expectation &told = options.question().options.at(right);
    QCOMPARE(told.method, received.method.token());
    QCOMPARE(told.content == ContentFate::None, !received.request.content.has_value());
    const QString said = yard.words(u"predictHeading"_s);
    QVERIFY2(said.startsWith(u"The lab received GET %1 without a body."_s.arg(QString::fromLatin1(received.target))),
             qPrintable(said));
    QVERIFY2(said.endsWith(u"That is option %1."_s.arg(right + 1)), qPrintable(said));
    QVERIFY2(yard.words(u"predictMistake"_s).contains(u"302 keeps POST"_s),
             qPrintable(yard.words(u"predictMistake"_s)));
    QTest::mouseClick(yard.button(u"predictClause"_s), Qt::LeftButton);
    QCOMPARE(pages.size(), 1);
    QCOMPARE(pages.first().first().toString(), u"302"_s);
}

void PlaygroundPredictionTest::nothingGivesTheNextRequestAway()
{
    PredictYard yard;
    yard.predict(post(u"/lab/chain/302"_s));
    const QString told = yard.everythingTold();
    for (const QString &word : {u"GET"_s, u"without a body"_s, u"dropped"_s, u"RFC 9110 §15.4.3"_s, u"stopped"_s})
        QVERIFY2(!told.contains(word), qPrintable(word + u'\n' + told));
    QVERIFY(told.contains(u"302"_s));
    QVERIFY(yard.tabText(Inspector::Tab::Why).contains(u"not told yet"_s));
    QVERIFY(yard.board().asksNext());
    QCOMPARE(yard.board().hops().size(), 1);
    QCOMPARE(yard.board().lanes().size(), 2);
    const TraceController &controller = yard.playground.controller();
    for (const RedirectChain &chain : {controller.chain(), *controller.wireChain(), yard.playground.chain()}) {
        QCOMPARE(chain.hops.size(), 1);
        QVERIFY(chain.isWithheld());
        QVERIFY(!chain.hops.first().decision);
    }
    QCOMPARE(yard.playground.findChild<Inspector *>()->table()->model()->rowCount(), 1);
    yard.key(Qt::Key_Space);
    yard.awaitReveal();
    yard.awaitEnd();
    QTRY_VERIFY_WITH_TIMEOUT(yard.playground.clock().atEnd(), patience);
    QVERIFY(yard.everythingTold().contains(u"GET"_s));
}

void PlaygroundPredictionTest::theStageGoesOnFromTheQuestion()
{
    PredictYard yard;
    yard.predict(post(u"/lab/chain/307"_s));
    const qreal asked = yard.playground.clock().time();
    QCOMPARE(asked, yard.board().duration());
    yard.playground.clock().pause();
    yard.playground.clock().setTime(0); // somebody looks back
    auto *stage = yard.playground.findChild<StageWidget *>();
    QCOMPARE(yard.options()->state(), OptionsPanel::State::Asking);
    QList<qreal> times;
    connect(&yard.playground.clock(), &StageClock::timeChanged, this, [&times](qreal time) { times << time; });
    QTest::keyClick(stage, Qt::Key_Return); // with the focus on the stage as well
    yard.awaitEnd();
    QTRY_VERIFY_WITH_TIMEOUT(yard.playground.clock().atEnd() && yard.playground.clock().time() > asked, patience);
    QCOMPARE(times.first(), asked);
    QVERIFY(std::is_sorted(times.cbegin(), times.cend()));
    QVERIFY(!yard.board().asksNext());
    QCOMPARE(yard.board().hops().size(), 2);
}

void PlaygroundPredictionTest::anEndIsAskedAboutToo()
{
    PredictYard yard;
    RequestDraft draft;
    draft.url = u"lab:/status/304"_s;
    yard.predict(draft);
    QCOMPARE(yard.playground.chain().outcome, Outcome::Running);
    QVERIFY(!yard.playground.chain().end);
    QVERIFY(yard.board().asksNext());
    yard.key(Qt::Key_Space);
    yard.awaitReveal();
    QVERIFY(!yard.playground.isRunning());
    QCOMPARE(yard.playground.chain().outcome, Outcome::Completed);
    QVERIFY2(yard.words(u"predictHeading"_s).startsWith(u"Nothing more was sent."_s),
             qPrintable(yard.words(u"predictHeading"_s)));
    QCOMPARE(yard.wire().size(), 1);
    QVERIFY(!yard.board().asksNext());
}

void PlaygroundPredictionTest::theNextQuestionWaitsUntilTheRevealWasRead()
{
    PredictYard yard;
    yard.predict(post(u"/lab/chain/307/303"_s));
    yard.key(Qt::Key_1);
    yard.key(Qt::Key_Space);
    yard.awaitReveal();
    QTRY_VERIFY_WITH_TIMEOUT(yard.options()->nextWaits(), patience);
    QCOMPARE(yard.options()->question().hop, 1); // what was revealed is still to be read
    QCOMPARE(yard.wire().size(), 2);
    yard.key(Qt::Key_Space);
    yard.awaitPrediction(2);
    QCOMPARE(yard.options()->tally().total(), 0);
    yard.key(Qt::Key_Space);
    yard.awaitReveal();
    yard.awaitEnd();
    QCOMPARE(yard.wire().size(), 3);
    QCOMPARE(yard.wire().last().method.token(), QByteArray("GET"));
    QCOMPARE(yard.playground.chain().outcome, Outcome::Completed);
}

void PlaygroundPredictionTest::theQuestionComesWhenTheStageHasToldWhatLedToIt()
{
    PredictYard yard;
    yard.playground.setPredicting(true);
    yard.playground.clock().setSpeed(StageClock::slowest);
    yard.playground.sendDraft(post(u"/lab/chain/302"_s));
    QTRY_VERIFY_WITH_TIMEOUT(yard.playground.controller().prediction(), patience);
    QCOMPARE(yard.options()->state(), OptionsPanel::State::Empty); // the request is still on its way there
    yard.key(Qt::Key_1);                                           // nobody was asked yet
    yard.key(Qt::Key_Space);
    QVERIFY(!yard.playground.clock().isPlaying());
    QVERIFY(yard.playground.controller().prediction());
    yard.key(Qt::Key_End);
    QCOMPARE(yard.options()->state(), OptionsPanel::State::Asking);
    QCOMPARE(yard.options()->tally().total(), 0);
}

void PlaygroundPredictionTest::cancellingTakesTheQuestionAlong_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isOver");
    QTest::newRow("held back") << u"/lab/chain/302"_s << false;
    QTest::newRow("the client had stopped by itself") << u"/status/304"_s << true;
}

void PlaygroundPredictionTest::cancellingTakesTheQuestionAlong()
{
    QFETCH(const QString, path);
    QFETCH(const bool, isOver);
    PredictYard yard;
    yard.predict(post(path));
    yard.key(Qt::Key_Escape);
    yard.awaitEnd();
    QVERIFY(!yard.options()->isVisible());
    QVERIFY(!yard.playground.controller().prediction());
    QVERIFY(!yard.board().asksNext());
    QCOMPARE(yard.wire().size(), 1);
    QCOMPARE(yard.playground.chain().end.has_value(), !isOver);
    if (!isOver)
        QCOMPARE(yard.playground.chain().end->code, u"cancelled"_s);
}

void PlaygroundPredictionTest::switchedOffItAsksNoMore()
{
    PredictYard yard;
    yard.predict(post(u"/lab/chain/307/307/303"_s));
    yard.key(Qt::Key_P);
    QVERIFY(!yard.toggle()->isChecked());
    yard.awaitEnd();
    QCOMPARE(yard.playground.chain().hops.size(), 4);
    QCOMPARE(yard.playground.chain().outcome, Outcome::Completed);
    QCOMPARE(yard.wire().size(), 4);
    QVERIFY(!yard.options()->nextWaits());
    yard.playground.send();
    yard.awaitEnd();
    QVERIFY(!yard.options()->isVisible());
    QCOMPARE(yard.wire().size(), 8);
}

void PlaygroundPredictionTest::steppingAndPredictingRuleEachOtherOut()
{
    PredictYard yard;
    yard.key(Qt::Key_P);
    QVERIFY(yard.toggle()->isChecked());
    yard.step(post(u"/lab/chain/307"_s));
    QVERIFY(!yard.toggle()->isChecked());
    QVERIFY(!yard.options()->isVisible());
    yard.playground.setPredicting(true);
    QVERIFY(!yard.playground.controller().asks());
    yard.playground.send();
    yard.awaitEnd();
    QCOMPARE(yard.playground.chain().outcome, Outcome::Completed);
}

void PlaygroundPredictionTest::anotherRequestTakesTheQuestionAway()
{
    PredictYard yard;
    yard.predict(post(u"/lab/chain/302"_s));
    yard.playground.loadDraft(post(u"/lab/chain/308"_s));
    QVERIFY(!yard.options()->isVisible());
    QVERIFY(!yard.playground.isRunning());
    yard.predict(post(u"/lab/chain/308"_s));
    QCOMPARE(yard.options()->question().response.status, 308);
    yard.playground.send(); // the same anew
    QVERIFY(!yard.options()->isVisible());
    yard.awaitPrediction(1);
}

void PlaygroundPredictionTest::whoTypesDoesNotVote()
{
    PredictYard yard;
    QVERIFY(QTest::qWaitForWindowActive(&yard.playground));
    yard.url()->setFocus();
    yard.predict(post(u"/lab/chain/302"_s));
    QTRY_VERIFY(yard.button(u"predictReveal"_s)->hasFocus()); // keys vote at once
    QTest::keyClick(yard.button(u"predictReveal"_s), Qt::Key_3);
    QCOMPARE(yard.options()->tally().total(), 1);
    yard.url()->setFocus();
    QTest::keyClicks(yard.url(), u"12"_s);
    QTest::keyClick(yard.url(), Qt::Key_Backspace);
    QCOMPARE(yard.options()->tally().total(), 1);
    QTest::keyClick(yard.button(u"predictReveal"_s), Qt::Key_Space);
    yard.awaitReveal();
    QVERIFY(!yard.url()->hasFocus() || yard.options()->state() == OptionsPanel::State::Revealed);
}

void PlaygroundPredictionTest::secretsStayOutOfTheQuestion()
{
    PredictYard yard;
    RequestDraft draft = post(u"/lab/chain/302~host=pay"_s);
    draft.fieldLines += u"Authorization: Bearer hush\n"_s;
    yard.predict(draft);
    QVERIFY(yard.options()->question().options.size() >= 5);
    QVERIFY(yard.options()->spokenText().contains(u"Authorization"_s));
    QVERIFY(!yard.options()->spokenText().contains(u"hush"_s));
    yard.key(Qt::Key_Space);
    yard.awaitReveal();
    QVERIFY(!yard.options()->spokenText().contains(u"hush"_s));
}

void PlaygroundPredictionTest::anExampleIsPredicted()
{
    PredictYard yard;
    const auto page = yard.session.pages().page(u"307"_s);
    QVERIFY(page);
    const Example *example = (*page)->firstRunnable();
    QVERIFY(example);
    yard.playground.predictExample(u"307"_s, *example);
    yard.awaitPrediction(1);
    QCOMPARE(yard.options()->question().response.status, 307);
}

DETOUR_TEST(PlaygroundPredictionTest)
#include "tst_prediction.moc"
