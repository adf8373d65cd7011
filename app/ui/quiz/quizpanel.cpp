// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/quiz/quizpanel.h"

#include "semantics/expectationwords.h"
#include "ui/help/keytable.h"
#include "ui/predict/optioncapsule.h"
#include "ui/quiz/quizcard.h"
#include "ui/quiz/quizprose.h"
#include "ui/quiz/quizscore.h"
#include "ui/quiz/quizwire.h"
#include "ui/widgets/focuslabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int margin = 14;

QLabel *wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QPushButton *linkButton(const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(name);
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    return button;
}

void setLink(QPushButton &button, const QString &words, const QString &link)
{
    button.setText(QString(words).replace(u'&', u"&&"_s));
    button.setProperty("link", link);
    const bool leadsToPage = link.startsWith("page:"_L1);
    button.setToolTip(leadsToPage ? QuizPanel::tr("Opens the page that explains it") : link.toHtmlEscaped());
    button.setVisible(!link.isEmpty() && !words.isEmpty());
}

void drawCapsule(QuizCard &card, const PredictionQuestion &question, int index)
{
    const Expectation &option = question.options.at(index);
    const ExpectationWords words = expectationWords(option, question.options, question.request);
    card.setCapsule(capsuleOf(option, question.request),
                    option.sends ? words.detail : words.title + u", "_s + words.detail);
}

} // namespace

QuizPanel::QuizPanel(const QuizController &controller, QWidget *parent)
    : QFrame(parent)
    , m_controller(controller)
    , m_caption(wrapped(this))
    , m_question(new FocusLabel(this))
    , m_wire(new QFrame(this))
    , m_request(wrapped(m_wire))
    , m_response(wrapped(m_wire))
    , m_options(new QVBoxLayout)
    , m_hint(wrapped(this))
    , m_result(new QFrame(this))
    , m_verdict(wrapped(m_result))
    , m_why(wrapped(m_result))
    , m_clause(linkButton(u"quizClause"_s, m_result))
    , m_idea(wrapped(m_result))
    , m_ideaClause(linkButton(u"quizIdeaClause"_s, m_result))
    , m_next(new QPushButton(tr("Next question"), this))
{
    dress();
    arrange();
    connect(m_next, &QPushButton::clicked, this, &QuizPanel::nextRequested);
    for (QPushButton *button : {m_clause, m_ideaClause}) {
        connect(button, &QPushButton::clicked, this,
                [this, button] { emit linkRequested(button->property("link").toString()); });
    }
    for (const QLabel *label : {m_why, m_idea})
        connect(label, &QLabel::linkActivated, this, &QuizPanel::linkRequested);
    refresh();
}

void QuizPanel::dress()
{
    setObjectName(u"quizPanel"_s);
    setProperty("panel", u"card"_s);
    m_caption->setObjectName(u"quizCaption"_s);
    m_caption->setProperty("kind", u"muted"_s);
    m_question->setObjectName(u"quizQuestion"_s);
    m_question->setFont(Theme::textFont(20, QFont::DemiBold));
    m_wire->setObjectName(u"quizWire"_s);
    m_wire->setProperty("panel", u"sunk"_s);
    m_request->setObjectName(u"quizRequest"_s);
    m_response->setObjectName(u"quizResponse"_s);
    for (QLabel *label : {m_request, m_response}) {
        label->setFont(Theme::monoFont(13.5));
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_hint->setObjectName(u"quizHint"_s);
    m_hint->setProperty("kind", u"muted"_s);
    m_result->setObjectName(u"quizResult"_s);
    m_result->setProperty("panel", u"sunk"_s);
    m_verdict->setObjectName(u"quizVerdict"_s);
    m_verdict->setFont(Theme::textFont(16, QFont::DemiBold));
    m_why->setObjectName(u"quizWhy"_s);
    m_idea->setObjectName(u"quizIdea"_s);
    for (QLabel *label : {m_why, m_idea})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse);
    m_idea->setTextFormat(Qt::RichText); // of our own words; all others are escaped
    m_next->setObjectName(u"quizNext"_s);
    m_next->setProperty("kind", u"primary"_s);
    m_next->setToolTip(withKey(tr("Asks another one"), u"quiz-next"_s));
    m_next->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void QuizPanel::arrange()
{
    auto *wire = new QHBoxLayout(m_wire);
    wire->setContentsMargins(12, 10, 12, 10);
    wire->setSpacing(24);
    wire->addWidget(m_request, 1);
    wire->addWidget(m_response, 1);
    auto *result = new QVBoxLayout(m_result);
    result->setContentsMargins(14, 12, 14, 12);
    result->setSpacing(8);
    for (QWidget *part : std::initializer_list<QWidget *>{m_verdict, m_why, m_clause, m_idea, m_ideaClause})
        result->addWidget(part);
    m_options->setSpacing(8);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(FocusLabel::air, 0, FocusLabel::air, 0);
    below->setSpacing(12);
    below->addWidget(m_wire);
    below->addLayout(m_options);
    below->addWidget(m_hint);
    below->addWidget(m_result);
    below->addWidget(m_next);
    m_caption->setContentsMargins(FocusLabel::air, 0, FocusLabel::air, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, 16, margin, margin);
    column->setSpacing(6);
    column->addWidget(m_caption);
    column->addWidget(m_question);
    column->addLayout(below);
    column->addStretch(1);
}

void QuizPanel::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_question->setTheme(theme);
    for (QuizCard *card : m_cards)
        card->setTheme(theme);
}

bool QuizPanel::hasFocusInside() const
{
    const QWidget *focused = window()->focusWidget();
    return focused && isAncestorOf(focused);
}

QWidget &QuizPanel::nextButton() const
{
    return *m_next;
}

bool QuizPanel::isNextFocused() const
{
    return m_next->hasFocus();
}

void QuizPanel::focusQuestion()
{
    m_question->setFocus(Qt::OtherFocusReason);
}

void QuizPanel::refresh()
{
    using State = QuizController::State;
    const State state = m_controller.state();
    const bool holdsFocus = hasFocusInside();
    const bool isAnswered = state == State::Answered;
    if (state != State::Grading && !isAnswered)
        makeCards();
    showQuestion();
    showWire();
    markCards();
    m_hint->setVisible(state == State::Asking);
    m_hint->setText(tr("Press 1 to %1.").arg(m_cards.size()));
    m_result->setVisible(isAnswered);
    m_next->setVisible(isAnswered);
    if (isAnswered)
        showResult();
    if (!holdsFocus)
        return;
    if (isAnswered)
        m_next->setFocus(Qt::OtherFocusReason);
    else
        focusQuestion();
}

void QuizPanel::makeCards()
{
    if (!m_cards.isEmpty() && hasFocusInside())
        focusQuestion(); // before what has the focus goes
    qDeleteAll(m_cards);
    m_cards.clear();
    if (m_controller.state() != QuizController::State::Asking)
        return;
    QWidget *before = m_question;
    for (const QString &words : m_controller.question().options) {
        const int index = static_cast<int>(m_cards.size());
        auto *card = new QuizCard(index, words, this);
        if (m_controller.question().prediction)
            drawCapsule(*card, *m_controller.question().prediction, index);
        card->setTheme(m_theme);
        connect(card, &QuizCard::clicked, this, [this, index] { emit chosen(index); });
        m_options->addWidget(card);
        card->show(); // now, not with the next layout: Tab has to find it
        setTabOrder(before, card);
        before = card;
        m_cards.append(card);
    }
    setTabOrder(before, m_clause);
}

void QuizPanel::showQuestion()
{
    const QuizQuestion &asked = m_controller.question();
    QString caption;
    QString question;
    if (asked.item) {
        caption = tr("%1, level %2").arg(quizTopicName(asked.item->topic)).arg(asked.item->level);
        question = asked.item->question;
    } else if (asked.prediction) {
        caption = tr("Made up by chance; the lab grades it");
        question = tr("What does %1 send after this %2?").arg(asked.client).arg(asked.prediction->response.status);
    } else if (m_controller.state() == QuizController::State::Waiting) {
        caption = tr("Made up by chance; the lab grades it");
        question = tr("The request is being sent …");
    } else {
        question = tr("There is no other question here. Choose another topic or level.");
    }
    m_caption->setText(caption);
    m_caption->setVisible(!caption.isEmpty());
    m_question->setText(question);
    m_question->setAccessibleName(caption.isEmpty() ? question : tr("%1. %2").arg(caption, question));
}

void QuizPanel::showWire()
{
    const std::optional<PredictionQuestion> &asked = m_controller.question().prediction;
    m_wire->setVisible(asked.has_value());
    if (!asked)
        return;
    m_request->setText(wireTextOf(asked->request));
    m_request->setAccessibleName(tr("The request: %1").arg(m_request->text()));
    m_response->setText(wireTextOf(asked->response));
    m_response->setAccessibleName(tr("The answer: %1").arg(m_response->text()));
}

void QuizPanel::markCards()
{
    using Mark = QuizCard::Mark;
    const bool isAnswered = m_controller.state() == QuizController::State::Answered;
    const bool isOpen = m_controller.state() == QuizController::State::Asking;
    const QuizResult &result = m_controller.result();
    for (int index = 0; index < m_cards.size(); ++index) {
        const bool isChosen = !isOpen && index == result.chosen;
        Mark mark = isOpen ? Mark::Open : Mark::Passed;
        if (isAnswered && index == result.right)
            mark = Mark::Right;
        else if (isAnswered && isChosen)
            mark = Mark::Wrong;
        m_cards.at(index)->setMark(mark, isChosen);
    }
}

QString QuizPanel::verdict() const
{
    const QuizResult &result = m_controller.result();
    QString first = tr("None of these.");
    if (result.isRight())
        first = tr("Right.");
    else if (result.right >= 0)
        first = tr("Not so: it is %1.").arg(result.right + 1);
    return result.what.isEmpty() ? first : first + u' ' + result.what;
}

void QuizPanel::showResult()
{
    const QuizResult &result = m_controller.result();
    const bool isWritten = m_controller.question().item.has_value();
    m_verdict->setText(verdict());
    m_why->setTextFormat(isWritten ? Qt::RichText : Qt::PlainText); // of our own words; all others are escaped
    m_why->setText(isWritten ? proseHtml(result.why) : result.why);
    m_why->setVisible(!result.why.isEmpty());
    setLink(*m_clause, result.clause, result.link);
    m_idea->setVisible(!result.misconception.isEmpty());
    m_idea->setText(tr("This answer shows an idea that many have: <b>%1</b>.").arg(result.misconception.toHtmlEscaped())
                    + u' ' + proseHtml(result.instead));
    setLink(*m_ideaClause, result.insteadClause, result.insteadLink);
    if (result.insteadLink == result.link)
        m_ideaClause->hide();
    m_next->setAccessibleDescription(verdict() + u' ' + result.why);
}

} // namespace Detour
