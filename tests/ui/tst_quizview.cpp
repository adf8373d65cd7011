// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "desk.h"
#include "session/learnerprogress.h"
#include "support/testregistry.h"
#include "ui/pages/pagepane.h"
#include "ui/pages/pageview.h"
#include "ui/quiz/quizcard.h"
#include "ui/quiz/quizcontroller.h"
#include "ui/quiz/quizpanel.h"
#include "ui/quiz/quizprose.h"
#include "ui/quiz/quizview.h"
#include "ui/quiz/quizwire.h"
#include "ui/widgets/valuebutton.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

namespace {

using State = QuizController::State;

/// One with an option that shows a misconception; its place among the shown ones is left to chance.
QuizItem itemWithIdea(const Session &session)
{
    for (const QuizItem &item : session.quiz().items()) {
        if (!item.misconceptions.isEmpty() && item.link.startsWith("page:"_L1))
            return item;
    }
    return {};
}

/// What fetch does with a POST that is sent on with 307 and then with 302.
RandomQuestion postThrough307And302()
{
    RandomQuestion question;
    question.client = u"fetch"_s;
    Script &script = question.script;
    script.first.method = Method::known("POST");
    script.first.target = *parseFirstUrl("http://www.localhost:8307/a");
    script.first.content = ContentInfo{3, {}, false, "abc"};
    script.steps = {{std::nullopt, "www.localhost:8307", "/a", {307, "Temporary Redirect", {{"Location", "/b"}}, {}}},
                    {std::nullopt, "www.localhost:8307", "/b", {302, "Found", {{"Location", "/c"}}, {}}},
                    {std::nullopt, "www.localhost:8307", "/c", {200, "OK", {}, "ok"}}};
    script.origins = {Origin::of(script.first.target)};
    return question;
}

} // namespace

class TestQuizView final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void itIsAViewOfTheWindow();
    void keysAloneWillDo();
    void digitsMeanNothingElse();
    void aRightAnswerIsKnown();
    void aWrongAnswerNamesTheIdea();
    void clausesOpenTheirPage();
    void enterOnAClauseDoesNotGoOn();
    void topicAndLevelAreChosen();
    void forgettingAsksBack();
    void theLabGradesAGeneratedQuestion();
    void eachRedirectOfAChainIsAsked();
    void nothingIsSentOnBeforeTheAnswer();
    void goingOnEndsTheTrace();
    void closingWhileAQuestionIsOpenIsClean();
    void wireTextIsBoundedAndPlain();
    void proseIsEscaped();

private:
    QuizView &open();
    [[nodiscard]] QuizController &quiz() { return m_desk->window.quizView().controller(); }
    [[nodiscard]] int placeOf(const QString &option) { return int(quiz().question().options.indexOf(option)); }
    void press(int key) { QTest::keyClick(m_desk->window.focusWidget(), Qt::Key(key)); }
    template<typename T>
    T *part(const QString &name)
    {
        return m_desk->window.quizView().findChild<T *>(name);
    }
    bool askGenerated(const RandomQuestion &question);
    bool isAnswered()
    {
        return QTest::qWaitFor([this] { return quiz().state() == State::Answered; }, 20'000);
    }

    std::unique_ptr<LabDesk> m_desk;
};

void TestQuizView::init()
{
    m_desk = std::make_unique<LabDesk>(u"302"_s);
    QVERIFY(QTest::qWaitForWindowExposed(&m_desk->window));
}

void TestQuizView::cleanup()
{
    m_desk.reset();
}

QuizView &TestQuizView::open()
{
    m_desk->window.quizView().controller().seed(3);
    m_desk->window.showView(u"quiz"_s);
    return m_desk->window.quizView();
}

bool TestQuizView::askGenerated(const RandomQuestion &question)
{
    open();
    quiz().askGenerated(question);
    return QTest::qWaitFor([this] { return quiz().state() == State::Asking; }, 20'000);
}

void TestQuizView::itIsAViewOfTheWindow()
{
    QuizView &view = open();
    QVERIFY(view.isVisible());
    QVERIFY(!m_desk->window.pagePane().isVisible());
    QCOMPARE(m_desk->window.windowTitle(), u"Detour — Quiz"_s);
    QCOMPARE(quiz().state(), State::Asking);
    QCOMPARE(view.panel().cards().size(), quiz().question().options.size());
    QCOMPARE(part<QLabel>(u"quizQuestion"_s)->text(), quiz().question().item->question);
    QVERIFY(part<QLabel>(u"quizQuestion"_s)->hasFocus());
    m_desk->window.openPage(u"307"_s);
    QVERIFY(!view.isVisible());
}

void TestQuizView::keysAloneWillDo()
{
    open();
    const QString first = quiz().question().item->id;
    press(Qt::Key_2);
    QCOMPARE(quiz().state(), State::Answered);
    QCOMPARE(quiz().result().chosen, 1);
    QVERIFY(part<QPushButton>(u"quizNext"_s)->hasFocus());
    press(Qt::Key_Return);
    QCOMPARE(quiz().state() == State::Answered, false);
    QVERIFY(QTest::qWaitFor([this] { return quiz().state() == State::Asking; }));
    QVERIFY(!quiz().question().item || quiz().question().item->id != first);
    QVERIFY(part<QLabel>(u"quizQuestion"_s)->hasFocus());
    press(Qt::Key_1);
    QVERIFY(isAnswered());
    press(Qt::Key_Space);
    QVERIFY(QTest::qWaitFor([this] { return quiz().state() == State::Asking; }));
    press(Qt::Key_Tab); // to the first option
    QCOMPARE(m_desk->window.focusWidget(), m_desk->window.quizView().panel().cards().constFirst());
    press(Qt::Key_Space);
    QVERIFY(isAnswered());
    QCOMPARE(quiz().result().chosen, 0);
}

void TestQuizView::digitsMeanNothingElse()
{
    open();
    const QString page = m_desk->window.pageView().slug();
    const int options = int(quiz().question().options.size());
    press(Qt::Key_1 + options); // there is no such option
    press(Qt::Key_Space);
    press(Qt::Key_Return);
    QCOMPARE(quiz().state(), State::Asking);
    press(Qt::Key_1);
    const int chosen = quiz().result().chosen;
    press(Qt::Key_2); // too late
    QCOMPARE(quiz().result().chosen, chosen);
    QCOMPARE(quiz().state(), State::Answered);
    QCOMPARE(m_desk->window.pageView().slug(), page);
    QVERIFY(m_desk->window.quizView().isVisible());
}

void TestQuizView::aRightAnswerIsKnown()
{
    open();
    const QuizItem item = itemWithIdea(m_desk->session);
    const QString idea = item.misconceptions.constBegin().value();
    m_desk->window.progress().noteMisconception(idea, true);
    quiz().ask(item);
    const int right = placeOf(item.answer);
    press(Qt::Key_1 + right);
    QVERIFY(quiz().result().isRight());
    QCOMPARE(m_desk->window.quizView().panel().cards().at(right)->mark(), QuizCard::Mark::Right);
    QVERIFY(part<QLabel>(u"quizVerdict"_s)->text().startsWith(u"Right."_s));
    QVERIFY(m_desk->window.progress().isKnown(item.id));
    QCOMPARE(m_desk->window.progress().missedTimes(idea), 0);
    QVERIFY(!part<QLabel>(u"quizIdea"_s)->isVisible());
    QCOMPARE(part<QLabel>(u"quizSummary"_s)->text(), u"1 of %1 known"_s.arg(m_desk->session.quiz().items().size()));
}

void TestQuizView::aWrongAnswerNamesTheIdea()
{
    open();
    const QuizItem item = itemWithIdea(m_desk->session);
    const QString option = item.misconceptions.constBegin().key();
    const QString idea = item.misconceptions.constBegin().value();
    quiz().ask(item);
    const int wrong = placeOf(option);
    press(Qt::Key_1 + wrong);
    const QList<QuizCard *> &cards = m_desk->window.quizView().panel().cards();
    QCOMPARE(cards.at(wrong)->mark(), QuizCard::Mark::Wrong);
    QCOMPARE(cards.at(placeOf(item.answer))->mark(), QuizCard::Mark::Right);
    QVERIFY(cards.at(wrong)->accessibleName().endsWith(u". Your answer. Not so."_s));
    const QString name = m_desk->session.misconceptions().find(idea)->name;
    QVERIFY(part<QLabel>(u"quizIdea"_s)->isVisible());
    QVERIFY(part<QLabel>(u"quizIdea"_s)->text().contains(name.toHtmlEscaped()));
    QCOMPARE(m_desk->window.progress().missed(), QStringList(idea));
    QVERIFY(part<QLabel>(u"quizMissed"_s)->text().contains(name));
    QVERIFY(m_desk->window.progress().isAnswered(item.id));
    QVERIFY(!m_desk->window.progress().isKnown(item.id));
}

void TestQuizView::clausesOpenTheirPage()
{
    open();
    const QuizItem item = itemWithIdea(m_desk->session);
    quiz().ask(item);
    press(Qt::Key_1);
    auto *clause = part<QPushButton>(u"quizClause"_s);
    QVERIFY(clause->isVisible());
    QCOMPARE(clause->text(), item.clause);
    clause->click();
    QCOMPARE(m_desk->window.pageView().slug(), item.link.mid(5).section(u'#', 0, 0));
    QVERIFY(!m_desk->window.quizView().isVisible());
    m_desk->window.showView(u"quiz"_s); // as one left it
    QCOMPARE(quiz().state(), State::Answered);
}

void TestQuizView::enterOnAClauseDoesNotGoOn()
{
    open();
    quiz().ask(itemWithIdea(m_desk->session));
    press(Qt::Key_1);
    part<QPushButton>(u"quizClause"_s)->setFocus(Qt::TabFocusReason);
    press(Qt::Key_Return);
    QCOMPARE(quiz().state(), State::Answered);
    QVERIFY(!m_desk->window.quizView().isVisible()); // the page is there
}

void TestQuizView::topicAndLevelAreChosen()
{
    open();
    const auto trigger = [this](const QString &button, int entry) {
        QMenu &menu = *part<ValueButton>(button)->menu();
        emit menu.aboutToShow();
        menu.actions().at(entry)->trigger();
    };
    trigger(u"quizTopic"_s, 1 + int(quizTopics().indexOf(u"loops"_s)));
    QCOMPARE(quiz().filter().topic, u"loops"_s);
    trigger(u"quizLevel"_s, 2);
    QCOMPARE(quiz().filter().level, 2);
    for (int i = 0; i < 10; ++i) {
        QVERIFY(quiz().question().item);
        QCOMPARE(quiz().question().item->topic, u"loops"_s);
        QCOMPARE(quiz().question().item->level, 2);
        press(Qt::Key_1);
        quiz().next();
        if (quiz().state() == State::Nothing)
            break;
    }
    QCOMPARE(part<ValueButton>(u"quizTopic"_s)->accessibleName(), u"Topic Loops"_s);
}

void TestQuizView::forgettingAsksBack()
{
    open();
    auto *forget = part<QPushButton>(u"quizForget"_s);
    QVERIFY(!forget->isEnabled()); // there is nothing to forget
    m_desk->window.progress().setLessonStep(u"found-302"_s, 2);
    press(Qt::Key_1);
    QVERIFY(forget->isEnabled());
    const QString id = quiz().question().item->id;
    forget->click();
    QVERIFY(part<QPushButton>(u"quizKeep"_s)->hasFocus());
    part<QPushButton>(u"quizKeep"_s)->click();
    QVERIFY(m_desk->window.progress().isAnswered(id));
    forget->click();
    part<QPushButton>(u"quizForgetReally"_s)->click();
    QVERIFY(!m_desk->window.progress().isAnswered(id));
    QCOMPARE(m_desk->window.progress().lessonStep(u"found-302"_s), 2);
    QVERIFY(!forget->isEnabled());
    QVERIFY(quiz().state() != State::Answered);
}

void TestQuizView::theLabGradesAGeneratedQuestion()
{
    QVERIFY(askGenerated(postThrough307And302()));
    QVERIFY(part<QLabel>(u"quizRequest"_s)->text().startsWith(u"POST /a HTTP/1.1\nHost: www.localhost:8307"_s));
    QVERIFY(part<QLabel>(u"quizRequest"_s)->text().endsWith(u"abc"_s));
    QVERIFY(part<QLabel>(u"quizResponse"_s)->text().startsWith(u"HTTP/1.1 307 Temporary Redirect\nLocation: /b"_s));
    QCOMPARE(quiz().question().options.constFirst(), u"POST, with the body"_s);
    press(Qt::Key_2); // GET without
    QVERIFY(isAnswered());
    QCOMPARE(quiz().result().right, 0);
    QCOMPARE(m_desk->session.labTranscript().entries().at(1).method.token(), "POST"_ba);
    QCOMPARE(part<QLabel>(u"quizVerdict"_s)->text(), u"Not so: it is 1. The lab received POST /b, with the body."_s);
    QVERIFY(part<QLabel>(u"quizIdea"_s)->isVisible());
    QCOMPARE(m_desk->window.progress().missed().size(), 1);
}

void TestQuizView::eachRedirectOfAChainIsAsked()
{
    QVERIFY(askGenerated(postThrough307And302()));
    press(Qt::Key_1);
    QVERIFY(isAnswered());
    QVERIFY(quiz().result().isRight());
    press(Qt::Key_Return);
    QCOMPARE(quiz().state(), State::Asking);
    QCOMPARE(quiz().question().prediction->response.status, 302);
    press(Qt::Key_2);
    QVERIFY(isAnswered());
    QVERIFY(quiz().result().isRight());
    QCOMPARE(m_desk->session.labTranscript().entries().size(), 3);
    press(Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([this] { return quiz().state() == State::Asking; }));
    QVERIFY(!quiz().question().prediction || quiz().question().prediction->hop == 1);
}

void TestQuizView::nothingIsSentOnBeforeTheAnswer()
{
    QVERIFY(askGenerated(postThrough307And302()));
    QTest::qWait(50); // long enough for a request that nobody holds back
    QCOMPARE(m_desk->session.labTranscript().entries().size(), 1);
    for (const QuizCard *card : m_desk->window.quizView().panel().cards())
        QCOMPARE(card->mark(), QuizCard::Mark::Open);
}

void TestQuizView::goingOnEndsTheTrace()
{
    QVERIFY(askGenerated(postThrough307And302()));
    quiz().setFilter({u"loops"_s, 0});
    QCOMPARE(quiz().state(), State::Asking);
    QVERIFY(quiz().question().item);
    QVERIFY(!part<QFrame>(u"quizWire"_s)->isVisible());
    QTest::qWait(50);
    QCOMPARE(m_desk->session.labTranscript().entries().size(), 1);
}

void TestQuizView::closingWhileAQuestionIsOpenIsClean()
{
    QVERIFY(askGenerated(postThrough307And302()));
    m_desk->window.close();
    m_desk.reset();
}

void TestQuizView::wireTextIsBoundedAndPlain()
{
    Request hostile;
    hostile.target = *parseFirstUrl(QByteArray("http://x.localhost/" + QByteArray(5000, 'a')));
    for (int i = 0; i < 100; ++i)
        hostile.fields.append("X-" + QByteArray::number(i), "\x1B[31m" + QByteArray(5000, 'b'));
    hostile.content = ContentInfo{5000, {}, false, QByteArray(5000, '\x07')};
    const QString text = wireTextOf(hostile);
    QVERIFY(text.size() < 4000);
    QVERIFY(!text.contains(u'\x1B') && !text.contains(u'\x07'));
    QCOMPARE(wireTextOf(Response{302, "Found", {{"Date", "now"}, {"Location", "/b"}}, {}}),
             u"HTTP/1.1 302 Found\nLocation: /b"_s);
}

void TestQuizView::proseIsEscaped()
{
    QCOMPARE(proseHtml(u"a <b>x</b> & *y*"_s), u"a &lt;b&gt;x&lt;/b&gt; &amp; <i>y</i>"_s);
    QVERIFY(proseHtml(u"[302](page:302#next)"_s).contains(u"<a href=\"page:302#next\">302</a>"_s));
    QCOMPARE(proseHtml(u"[x](javascript:alert)"_s), u"x"_s);
    QVERIFY(proseHtml(u"`pill:POST+body` and `a<b`"_s).contains(u"POST (with body)"_s));
    QVERIFY(proseHtml(u"`a<b`"_s).contains(u"a&lt;b"_s));
}

DETOUR_TEST(TestQuizView)
#include "tst_quizview.moc"
