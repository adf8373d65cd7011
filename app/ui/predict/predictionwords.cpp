// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/predict/predictionwords.h"

#include "document/markdowntree.h"
#include "semantics/expectationwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Prediction)
};

/// The words of its paragraphs.
bool hasPage(StatusCode status)
{
    return referenceStatusCodes().contains(status);
}

} // namespace

QString questionSentence(const PredictionQuestion &question)
{
    return Words::tr("What is sent after the %1?").arg(question.response.status);
}

QString gradeSentence(const PredictionQuestion &question, const PredictionGrade &grade)
{
    const Expectation &seen = grade.observed;
    QString sentence;
    if (!seen.sends) {
        sentence = Words::tr("Nothing more was sent.");
    } else {
        const ExpectationWords words = expectationWords(seen, {seen}, question.request);
        const QString target = expectationTargetWord(seen, question.request);
        sentence = (grade.fromRecord ? Words::tr("The lab received %1 %2 %3.") : Words::tr("%1 %2 was sent %3."))
                       .arg(words.title, target, words.detail);
    }
    return sentence + u' '
           + (grade.right >= 0 ? Words::tr("That is option %1.").arg(grade.right + 1)
                               : Words::tr("None of the options said so."));
}

std::optional<ShownMistake> shownMistake(const PredictionQuestion &question, const PredictionGrade &grade,
                                         const VoteTally &votes, const Misconceptions &misconceptions)
{
    const int wrong = votes.mostVotedBut(grade.right);
    if (wrong < 0 || wrong >= question.options.size())
        return std::nullopt;
    const Misconception *shown =
        misconceptions.shownBy(question.request, question.response, question.options.at(wrong), grade.observed);
    if (shown)
        return ShownMistake{shown->name, plainWords(shown->why), shown->clause.words, shown->clause.link};
    ShownMistake unnamed;
    if (hasPage(question.response.status)) {
        const QString status = QString::number(question.response.status);
        unnamed.clause = Words::tr("Read the page of %1").arg(status);
        unnamed.link = u"page:"_s + status;
    }
    return unnamed;
}

} // namespace Detour
