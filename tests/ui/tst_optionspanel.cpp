// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "ui/predict/optioncard.h"
#include "ui/predict/optionspanel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Detour;

namespace {

Expectation sends(const QByteArray &method, ContentFate content, const QByteArray &target = "http://shop.localhost/t")
{
    Expectation option;
    option.method = method;
    option.content = content;
    option.target = target;
    return option;
}

Expectation nothing()
{
    Expectation option;
    option.sends = false;
    return option;
}

/// A POST with 48 bytes that was answered with 302, and `options` of what may be sent next.
PredictionQuestion questionOf(const QList<Expectation> &options)
{
    PredictionQuestion question;
    question.request.method = Method::known("POST");
    question.request.target = *parseFirstUrl(QByteArray("http://shop.localhost/checkout"));
    question.request.content = ContentInfo{48, "digest", false, {}};
    question.response.status = 302;
    question.response.fields.append("Location", "/t");
    question.options = options;
    return question;
}

PredictionQuestion three()
{
    return questionOf({sends("POST", ContentFate::Same), sends("GET", ContentFate::None), nothing()});
}

/// Nine that differ in everything, with long words.
PredictionQuestion nine()
{
    QList<Expectation> options;
    for (const QByteArray &target : {QByteArray("http://pay.localhost:8307/checkout/confirm"),
                                     QByteArray("http://shop.localhost/checkout/confirm")}) {
        for (const bool keeps : {true, false}) {
            options << sends("POST", ContentFate::Same, target) << sends("GET", ContentFate::None, target);
            for (Expectation *option : {&options.last(), &options[options.size() - 2]})
                option->credentialsKept = keeps;
        }
    }
    options << nothing();
    PredictionQuestion question = questionOf(options);
    question.request.fields.append("Authorization", "Bearer demo");
    return question;
}

PredictionGrade gradeOf(const PredictionQuestion &question, int right, bool fromRecord = true)
{
    return {question.hop, right < 0 ? sends("PUT", ContentFate::Same) : question.options.at(right), right, fromRecord};
}

Misconceptions ideas()
{
    return *Misconceptions::fromStore(ContentStore());
}

void press(OptionsPanel &panel, Qt::Key key, bool expected = true)
{
    const QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
    QCOMPARE(panel.steer(event), expected);
}

QString words(const OptionsPanel &panel, const QString &name)
{
    const auto *label = panel.findChild<QLabel *>(name);
    return label && label->isVisibleTo(&panel) ? label->text() : QString();
}

} // namespace

class OptionsPanelTest final : public QObject
{
    Q_OBJECT

private slots:
    void onlyTheNumberOfVotesShowsBeforeTheReveal();
    void keysVoteTakeBackAndReveal();
    void aKeyHeldDownActsOnce();
    void aClickVotes();
    void theRevealSaysWhatWasSent_data();
    void theRevealSaysWhatWasSent();
    void aWrongIdeaIsNamedWithItsClause();
    void whoeverIsRightHearsOfNoIdea();
    void anUnnamedMistakeLeadsToThePageOfTheCode();
    void anotherQuestionWaitsUntilItIsAskedFor();
    void afterTheRevealNobodyVotes();
    void cardsStayWithinTheWidth_data();
    void cardsStayWithinTheWidth();
    void everythingIsSpoken();
};

void OptionsPanelTest::onlyTheNumberOfVotesShowsBeforeTheReveal()
{
    OptionsPanel panel;
    QCOMPARE(panel.state(), OptionsPanel::State::Empty);
    panel.ask(three());
    QCOMPARE(words(panel, u"predictHeading"_s), u"What is sent after the 302?"_s);
    QCOMPARE(words(panel, u"predictVotes"_s), u"Vote with 1 to 3"_s);
    const QList<OptionCard *> cards = panel.findChildren<OptionCard *>();
    QCOMPARE(cards.size(), 3);
    QStringList before;
    for (const OptionCard *card : cards)
        before << card->accessibleName();
    panel.vote(0);
    QCOMPARE(words(panel, u"predictVotes"_s), u"1 vote in"_s);
    panel.vote(1);
    QCOMPARE(words(panel, u"predictVotes"_s), u"2 votes in"_s);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(cards.at(i)->accessibleName(), before.at(i));
}

void OptionsPanelTest::keysVoteTakeBackAndReveal()
{
    OptionsPanel panel;
    QSignalSpy reveals(&panel, &OptionsPanel::revealRequested);
    press(panel, Qt::Key_1, false);
    press(panel, Qt::Key_Space, false);
    panel.ask(three());
    press(panel, Qt::Key_2);
    press(panel, Qt::Key_3);
    press(panel, Qt::Key_9); // there is no such option
    QCOMPARE(panel.tally().total(), 2);
    press(panel, Qt::Key_Backspace);
    QCOMPARE(panel.tally().total(), 1);
    QCOMPARE(panel.tally().last(), 1);
    press(panel, Qt::Key_P, false);
    press(panel, Qt::Key_Space);
    press(panel, Qt::Key_Enter);
    QCOMPARE(reveals.size(), 2); // whoever reveals says that it is sent
    panel.setSent();
    press(panel, Qt::Key_Space, false);
    QCOMPARE(words(panel, u"predictHint"_s), u"It is on its way."_s);
}

void OptionsPanelTest::aKeyHeldDownActsOnce()
{
    OptionsPanel panel;
    QSignalSpy reveals(&panel, &OptionsPanel::revealRequested);
    panel.ask(three());
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_Space}) {
        const QKeyEvent repeated(QEvent::KeyPress, key, Qt::NoModifier, {}, true);
        QVERIFY(panel.steer(repeated));
    }
    QCOMPARE(panel.tally().total(), 0);
    QCOMPARE(reveals.size(), 0);
}

void OptionsPanelTest::aClickVotes()
{
    OptionsPanel panel;
    panel.resize(600, 200);
    panel.ask(three());
    QTest::mouseClick(panel.findChildren<OptionCard *>().at(2), Qt::LeftButton);
    QCOMPARE(panel.tally().of(2), 1);
    QSignalSpy reveals(&panel, &OptionsPanel::revealRequested);
    QTest::mouseClick(panel.findChild<QPushButton *>(u"predictReveal"_s), Qt::LeftButton);
    QCOMPARE(reveals.size(), 1);
}

void OptionsPanelTest::theRevealSaysWhatWasSent_data()
{
    QTest::addColumn<int>("right");
    QTest::addColumn<bool>("fromRecord");
    QTest::addColumn<QString>("said");
    QTest::newRow("lab") << 1 << true << u"The lab received GET /t without a body. That is option 2."_s;
    QTest::newRow("network") << 1 << false << u"GET /t was sent without a body. That is option 2."_s;
    QTest::newRow("body") << 0 << true << u"The lab received POST /t with the body. That is option 1."_s;
    QTest::newRow("nothing") << 2 << false << u"Nothing more was sent. That is option 3."_s;
    QTest::newRow("none") << -1 << true << u"The lab received PUT /t with the body. None of the options said so."_s;
}

void OptionsPanelTest::theRevealSaysWhatWasSent()
{
    QFETCH(const int, right);
    QFETCH(const bool, fromRecord);
    QFETCH(const QString, said);
    OptionsPanel panel;
    const PredictionQuestion question = three();
    panel.ask(question);
    panel.vote(1);
    panel.vote(1);
    panel.vote(0);
    panel.reveal(gradeOf(question, right, fromRecord), ideas());
    QCOMPARE(panel.state(), OptionsPanel::State::Revealed);
    QCOMPARE(words(panel, u"predictHeading"_s), said);
    const int rightVotes = right == 1 ? 2 : right == 0 ? 1 : 0;
    QCOMPARE(words(panel, u"predictVotes"_s), u"%1 of 3 right"_s.arg(rightVotes));
    const QList<OptionCard *> cards = panel.findChildren<OptionCard *>();
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(cards.at(i)->accessibleName().contains(u"Right."_s), i == right);
        QCOMPARE(cards.at(i)->accessibleName().contains(u"Not so."_s), i != right);
    }
    QVERIFY(cards.at(1)->accessibleName().endsWith(u"2 votes."_s));
    QVERIFY(cards.at(0)->accessibleName().endsWith(u"1 vote."_s));
}

void OptionsPanelTest::aWrongIdeaIsNamedWithItsClause()
{
    OptionsPanel panel;
    QSignalSpy links(&panel, &OptionsPanel::linkRequested);
    const PredictionQuestion question = three();
    panel.ask(question);
    panel.vote(0);
    panel.vote(0);
    panel.vote(2);
    panel.reveal(gradeOf(question, 1), ideas());
    const QString said = words(panel, u"predictMistake"_s);
    QVERIFY2(said.contains(u"302 keeps POST"_s), qPrintable(said));
    QVERIFY(panel.spokenText().contains(u"302 keeps POST"_s));
    auto *clause = panel.findChild<QPushButton *>(u"predictClause"_s);
    QVERIFY(clause->isVisibleTo(&panel));
    QVERIFY2(clause->text().contains(u"RFC 9110"_s), qPrintable(clause->text()));
    QTest::mouseClick(clause, Qt::LeftButton);
    QCOMPARE(links.size(), 1);
    QVERIFY(links.first().first().toString().startsWith(u"page:302"_s));
}

void OptionsPanelTest::whoeverIsRightHearsOfNoIdea()
{
    OptionsPanel panel;
    const PredictionQuestion question = three();
    for (const int votes : {0, 2}) {
        panel.ask(question);
        for (int i = 0; i < votes; ++i)
            panel.vote(1);
        panel.reveal(gradeOf(question, 1), ideas());
        QCOMPARE(words(panel, u"predictMistake"_s), QString());
        QVERIFY(!panel.findChild<QPushButton *>(u"predictClause"_s)->isVisibleTo(&panel));
    }
}

void OptionsPanelTest::anUnnamedMistakeLeadsToThePageOfTheCode()
{
    OptionsPanel panel;
    QSignalSpy links(&panel, &OptionsPanel::linkRequested);
    const PredictionQuestion question = three();
    panel.ask(question);
    panel.vote(2);
    panel.reveal(gradeOf(question, 1), Misconceptions());
    QCOMPARE(words(panel, u"predictMistake"_s), QString());
    QTest::mouseClick(panel.findChild<QPushButton *>(u"predictClause"_s), Qt::LeftButton);
    QCOMPARE(links.value(0).value(0).toString(), u"page:302"_s);
}

void OptionsPanelTest::anotherQuestionWaitsUntilItIsAskedFor()
{
    OptionsPanel panel;
    QSignalSpy nexts(&panel, &OptionsPanel::nextRequested);
    panel.setNextWaits(true);
    QVERIFY(!panel.nextWaits());
    const PredictionQuestion question = three();
    panel.ask(question);
    panel.reveal(gradeOf(question, 1), ideas());
    press(panel, Qt::Key_Space, false); // plays and pauses, as always
    panel.setNextWaits(true);
    QCOMPARE(panel.findChild<QPushButton *>(u"predictReveal"_s)->text(), u"Next question"_s);
    press(panel, Qt::Key_Space);
    QCOMPARE(nexts.size(), 1);
    panel.ask(question);
    QVERIFY(!panel.nextWaits());
    QCOMPARE(panel.tally().total(), 0);
}

void OptionsPanelTest::afterTheRevealNobodyVotes()
{
    OptionsPanel panel;
    const PredictionQuestion question = three();
    panel.ask(question);
    panel.vote(1);
    panel.setSent();
    panel.vote(1);
    QCOMPARE(panel.tally().total(), 1);
    panel.reveal(gradeOf(question, 1), ideas());
    panel.vote(1);
    panel.takeBack();
    QTest::mouseClick(panel.findChildren<OptionCard *>().at(1), Qt::LeftButton);
    QCOMPARE(panel.tally().total(), 1);
    panel.reveal(gradeOf(question, 0), ideas()); // once
    QVERIFY(panel.spokenText().contains(u"option 2"_s));
    panel.clear();
    QCOMPARE(panel.state(), OptionsPanel::State::Empty);
    QVERIFY(panel.findChildren<OptionCard *>().isEmpty());
}

void OptionsPanelTest::cardsStayWithinTheWidth_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("window") << 828;
    QTest::newRow("narrow") << 532;
    QTest::newRow("wide") << 1800;
}

void OptionsPanelTest::cardsStayWithinTheWidth()
{
    QFETCH(const int, width);
    const PredictionQuestion all = nine();
    for (int count = 1; count <= 9; ++count) {
        OptionsPanel panel;
        panel.resize(width, 200);
        panel.show();
        PredictionQuestion question = all;
        question.options = all.options.mid(9 - count);
        panel.ask(question);
        panel.resize(width, panel.heightForWidth(width));
        QCoreApplication::processEvents();
        QSet<int> lefts;
        for (const OptionCard *card : panel.findChildren<OptionCard *>()) {
            QVERIFY2(panel.rect().contains(card->geometry()), qPrintable(QString::number(count)));
            QVERIFY(card->width() >= OptionCard::leastWidth());
            QVERIFY(card->height() >= card->heightForWidth(card->width()));
            lefts.insert(card->x());
        }
        QVERIFY2(lefts.size() <= 4, qPrintable(QString::number(count)));
    }
}

void OptionsPanelTest::everythingIsSpoken()
{
    OptionsPanel panel;
    const PredictionQuestion question = three();
    panel.ask(question);
    for (const QString &word : {u"What is sent after the 302?"_s, u"1: POST, with the body"_s,
                                u"2: GET, without a body"_s, u"3: Nothing, it stops here"_s}) {
        QVERIFY2(panel.accessibleDescription().contains(word), qPrintable(panel.accessibleDescription()));
        QVERIFY(panel.findChild<QPushButton *>(u"predictReveal"_s)->accessibleDescription().contains(word));
    }
    panel.vote(0);
    panel.reveal(gradeOf(question, 1), ideas());
    QVERIFY(panel.accessibleDescription().startsWith(u"The lab received GET /t without a body."_s));
    QVERIFY(!panel.accessibleDescription().contains(u'<'));
}

DETOUR_TEST(OptionsPanelTest)
#include "tst_optionspanel.moc"
