// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/predict/optionspanel.h"

#include "ui/help/keytable.h"
#include "ui/predict/optioncard.h"
#include "ui/predict/predictionwords.h"

#include <QAccessible>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qreal textSize = 13.5;
constexpr int mostColumns = 4;

QLabel *label(QWidget *parent, const QString &name, qreal size, QFont::Weight weight = QFont::Normal)
{
    auto *made = new QLabel(parent);
    made->setObjectName(name);
    made->setTextFormat(Qt::PlainText);
    made->setFont(Theme::textFont(size, weight));
    return made;
}

} // namespace

OptionsPanel::OptionsPanel(QWidget *parent)
    : QFrame(parent)
    , m_heading(label(this, u"predictHeading"_s, textSize, QFont::DemiBold))
    , m_grid(new QGridLayout)
    , m_mistake(label(this, u"predictMistake"_s, textSize))
    , m_clause(new QPushButton(this))
    , m_foot(new QHBoxLayout)
    , m_votes(label(this, u"predictVotes"_s, textSize))
    , m_hint(label(this, u"predictHint"_s, textSize))
    , m_button(new QPushButton(this))
{
    setObjectName(u"optionsPanel"_s);
    constexpr int gap = 8;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(gap);
    m_heading->setWordWrap(true);
    column->addWidget(m_heading);
    m_grid->setSpacing(gap);
    column->addLayout(m_grid);
    m_mistake->setTextFormat(Qt::RichText); // of our own content, escaped
    m_mistake->setWordWrap(true);
    column->addWidget(m_mistake);
    buildFoot();
    column->addLayout(m_foot);
    setState(State::Empty);
}

OptionsPanel::~OptionsPanel() = default;

void OptionsPanel::buildFoot()
{
    m_clause->setObjectName(u"predictClause"_s);
    m_clause->setProperty("kind", u"quiet"_s);
    m_clause->setFont(Theme::textFont(textSize));
    m_clause->setCursor(Qt::PointingHandCursor);
    m_button->setObjectName(u"predictReveal"_s);
    m_button->setProperty("kind", u"primary"_s);
    m_foot->setSpacing(8);
    m_foot->addWidget(m_votes);
    m_foot->addWidget(m_clause);
    m_foot->addStretch(1);
    m_foot->addWidget(m_hint);
    m_foot->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &OptionsPanel::press);
    connect(m_clause, &QPushButton::clicked, this, [this] { emit linkRequested(m_link); });
}

void OptionsPanel::setMiddle(QWidget *widget)
{
    constexpr int afterStretch = 3;
    m_foot->insertWidget(afterStretch, widget);
    m_foot->insertStretch(afterStretch + 1, 1);
}

void OptionsPanel::setTheme(const Theme &theme)
{
    m_theme = theme;
    setStyleSheet(u"#optionsPanel { background: %1; border: 1px solid %2; border-left: 4px solid %3; "
                  "border-radius: 8px; }"_s.arg(theme.surface.name(), theme.edge.name(), theme.ink.name()));
    m_clause->setStyleSheet(
        u"QPushButton { color: %1; text-decoration: underline; padding: 0 4px; }"_s.arg(theme.link.name()));
    for (OptionCard *card : std::as_const(m_cards))
        card->setTheme(theme);
    m_columns = 0; // cards of another text are another width
    arrangeCards();
}

void OptionsPanel::ask(const PredictionQuestion &question)
{
    m_question = question;
    m_tally = VoteTally(int(question.options.size()));
    m_right = -1;
    m_nextWaits = false;
    makeCards();
    setState(State::Asking);
    m_heading->setText(questionSentence(question));
    showVotes();
    announce(this);
}

void OptionsPanel::setSent()
{
    if (m_state == State::Asking)
        setState(State::Sent);
}

void OptionsPanel::reveal(const PredictionGrade &grade, const Misconceptions &misconceptions)
{
    if (m_state != State::Asking && m_state != State::Sent)
        return;
    m_right = grade.right;
    setState(State::Revealed);
    for (int option = 0; option < m_cards.size(); ++option)
        m_cards.at(option)->setOutcome({option == grade.right, m_tally.of(option), m_tally.total()});
    m_heading->setText(gradeSentence(m_question, grade));
    showMistake(grade, misconceptions);
    showVotes();
    announce(this);
}

void OptionsPanel::showMistake(const PredictionGrade &grade, const Misconceptions &misconceptions)
{
    const std::optional<ShownMistake> mistake = shownMistake(m_question, grade, m_tally, misconceptions);
    m_link = mistake ? mistake->link : QString();
    m_mistake->setVisible(mistake && !mistake->name.isEmpty());
    m_clause->setVisible(!m_link.isEmpty());
    if (!mistake)
        return;
    m_mistake->setText(
        tr("<b>“%1”</b> is not so. %2").arg(mistake->name.toHtmlEscaped(), mistake->why.toHtmlEscaped()));
    m_clause->setText(mistake->clause);
    m_clause->setAccessibleName(tr("Open: %1").arg(mistake->clause));
    m_clause->setToolTip(m_link.startsWith(u"page:"_s) ? tr("Opens the page that explains it")
                                                       : m_link.toHtmlEscaped());
}

void OptionsPanel::setNextWaits(bool waits)
{
    if (m_state != State::Revealed || m_nextWaits == waits)
        return;
    m_nextWaits = waits;
    setState(State::Revealed);
    if (waits)
        announce(m_button);
}

void OptionsPanel::clear()
{
    m_question = {};
    m_tally = VoteTally();
    m_nextWaits = false;
    makeCards();
    setState(State::Empty);
}

void OptionsPanel::setState(State state)
{
    m_state = state;
    if (QWidget *at = focusWidget(); at && isAncestorOf(at))
        setFocus(Qt::OtherFocusReason); // or the focus of what goes would jump to a stranger
    const bool asks = state == State::Asking;
    const bool goesOn = state == State::Revealed && m_nextWaits;
    m_heading->setVisible(state != State::Empty);
    if (state != State::Revealed) {
        m_mistake->hide();
        m_clause->hide();
        m_link.clear();
    }
    m_button->setVisible(asks || goesOn);
    m_button->setText(goesOn ? tr("Next question") : tr("Reveal"));
    m_button->setToolTip(withKey(goesOn ? tr("To the next question") : tr("Show what is really sent"), u"reveal"_s));
    m_hint->setText(state == State::Sent ? tr("It is on its way.") : QString());
    m_hint->setVisible(state == State::Sent);
    for (OptionCard *card : std::as_const(m_cards))
        card->setEnabled(asks);
    setAccessibleName(tr("Prediction"));
    setAccessibleDescription(spokenText());
    m_button->setAccessibleDescription(spokenText());
}

void OptionsPanel::makeCards()
{
    qDeleteAll(m_cards);
    m_cards.clear();
    m_columns = 0;
    for (int option = 0; option < m_question.options.size(); ++option) {
        auto *card = new OptionCard(option, m_question.options, m_question.request, this);
        card->setTheme(m_theme);
        connect(card, &OptionCard::clicked, this, [this, option] { vote(option); });
        m_cards.append(card);
    }
    arrangeCards();
}

/// In rows that are as equal as can be, at most four in one.
void OptionsPanel::arrangeCards()
{
    const auto count = int(m_cards.size());
    if (count == 0)
        return;
    const int gap = m_grid->spacing();
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    const int fitting = qBound(1, (room + gap) / (OptionCard::leastWidth() + gap), mostColumns);
    const int rows = (count + fitting - 1) / fitting;
    const int columns = (count + rows - 1) / rows;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (OptionCard *card : std::as_const(m_cards))
        m_grid->removeWidget(card);
    for (int i = 0; i < mostColumns; ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    for (int i = 0; i < count; ++i) {
        m_grid->addWidget(m_cards.at(i), i / columns, i % columns);
        m_cards.at(i)->setDense(rows > 2);
        m_cards.at(i)->show();
    }
}

void OptionsPanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrangeCards();
}

void OptionsPanel::vote(int option)
{
    if (m_state != State::Asking || !m_tally.add(option))
        return;
    showVotes();
    announce(m_votes);
    emit voted();
}

void OptionsPanel::takeBack()
{
    if (m_state != State::Asking || !m_tally.undo())
        return;
    showVotes();
    announce(m_votes);
    emit voted();
}

/// How many, and not for what: what others think is no help.
void OptionsPanel::showVotes()
{
    const int total = m_tally.total();
    const bool isTold = m_state == State::Revealed;
    if (isTold && total > 0)
        m_votes->setText(tr("%1 of %2 right").arg(m_right < 0 ? 0 : m_tally.of(m_right)).arg(total));
    else if (isTold)
        m_votes->setText({});
    else if (total == 0)
        m_votes->setText(m_cards.size() > 1 ? tr("Vote with 1 to %1").arg(m_cards.size()) : QString());
    else
        m_votes->setText(total == 1 ? tr("1 vote in") : tr("%1 votes in").arg(total));
    m_votes->setVisible(!m_votes->text().isEmpty());
    m_votes->setAccessibleName(m_votes->text());
}

void OptionsPanel::press()
{
    if (m_state == State::Asking)
        emit revealRequested();
    else if (m_state == State::Revealed && m_nextWaits)
        emit nextRequested();
}

bool OptionsPanel::steer(const QKeyEvent &event)
{
    const bool asks = m_state == State::Asking;
    const bool waits = asks || (m_state == State::Revealed && m_nextWaits);
    if (!waits || event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier))
        return false;
    const int key = event.key();
    if (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (!event.isAutoRepeat()) // a key held down reveals one question, not all
            press();
        return true;
    }
    if (!asks)
        return false;
    if (key >= Qt::Key_1 && key <= Qt::Key_9) {
        if (!event.isAutoRepeat())
            vote(key - Qt::Key_1);
        return true;
    }
    if (key == Qt::Key_Backspace) {
        takeBack();
        return true;
    }
    return false;
}

void OptionsPanel::focusButton()
{
    m_button->setFocus(Qt::OtherFocusReason);
}

QString OptionsPanel::spokenText() const
{
    QStringList parts{m_heading->text()};
    for (const OptionCard *card : m_cards)
        parts << card->accessibleName();
    if (m_state == State::Revealed && m_mistake->isVisibleTo(this))
        parts << m_mistake->text().remove(u"<b>"_s).remove(u"</b>"_s);
    parts.removeAll(QString());
    return parts.join(u' ');
}

void OptionsPanel::announce(QWidget *about)
{
    setAccessibleDescription(spokenText());
    m_button->setAccessibleDescription(spokenText());
    QAccessibleEvent alert(about, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace Detour
