// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/screenshots/quizscenes.h"

#include "ui/mainwindow.h"
#include "ui/quiz/quizcontroller.h"
#include "ui/quiz/quizview.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestTrace = 10'000; // ms
constexpr quint32 seed = 7;

QuizController &open(MainWindow &window)
{
    QuizController &quiz = window.quizView().controller();
    quiz.seed(seed);
    window.showView(u"quiz"_s);
    letSettle();
    return quiz;
}

/// The place of an option that is right, or wrong.
int optionOf(const QuizController &quiz, bool right)
{
    const QuizQuestion &asked = quiz.question();
    for (int option = 0; option < asked.options.size(); ++option) {
        const QString &words = asked.options.at(option);
        const bool hasName = asked.item->misconceptions.isEmpty() || asked.item->misconceptions.contains(words);
        if (right ? words == asked.item->answer : words != asked.item->answer && hasName)
            return option;
    }
    return 0;
}

/// Wrong answers first, so that there is something to unlearn.
void answerSome(MainWindow &window)
{
    QuizController &quiz = open(window);
    for (const bool right : {true, false, true, true, false}) {
        while (!quiz.question().item)
            quiz.next();
        quiz.choose(optionOf(quiz, right));
        if (right)
            quiz.next();
    }
    letSettle();
}

void askTheLab(MainWindow &window, bool answers)
{
    QuizController &quiz = open(window);
    QRandomGenerator random(seed);
    quiz.askGenerated(randomQuestion(random, {u"fetch"_s, u"curl"_s}));
    runUntil([&quiz] { return quiz.state() == QuizController::State::Asking; }, longestTrace);
    if (answers) {
        quiz.choose(0);
        runUntil([&quiz] { return quiz.state() == QuizController::State::Answered; }, longestTrace);
    }
    letSettle();
}

} // namespace

QList<Scene> quizScenes()
{
    return {
        {u"quiz"_s, u"302"_s, [](MainWindow &window) { open(window); }},
        {u"quiz-answered"_s, u"302"_s, answerSome},
        {u"quiz-generated"_s, u"302"_s, [](MainWindow &window) { askTheLab(window, false); }},
        {u"quiz-graded"_s, u"302"_s, [](MainWindow &window) { askTheLab(window, true); }},
    };
}

} // namespace Detour
