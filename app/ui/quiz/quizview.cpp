// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/quiz/quizview.h"

#include "document/codespan.h"
#include "ui/quiz/quizcontroller.h"
#include "ui/quiz/quizpanel.h"
#include "ui/quiz/quizscore.h"
#include "ui/themecontroller.h"
#include "ui/widgets/externallink.h"
#include "ui/widgets/valuebutton.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QTimer>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

/// In a view narrower than this (logical pixels) what is known stays in the line below the title.
constexpr int wideView = 760;
constexpr int widestPanel = 860; ///< longer lines are hard to read

} // namespace

QuizView::QuizView(Session &session, ThemeController &theme, LearnerProgress &progress, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_quiz(session.quiz())
    , m_controller(new QuizController(session, progress, this))
    , m_title(new QLabel(tr("Quiz"), this))
    , m_summary(new QLabel(this))
    , m_topic(new ValueButton(this))
    , m_level(new ValueButton(this))
    , m_panel(new QuizPanel(*m_controller, this))
    , m_scroll(new QScrollArea(this))
    , m_score(new QuizScore(m_quiz, session.misconceptions(), progress, this))
{
    dress();
    arrange();
    connectParts();
    connect(&progress, &LearnerProgress::changed, this, &QuizView::refresh);
    applyTheme();
    refresh();
}

QuizView::~QuizView() = default;

void QuizView::dress()
{
    setObjectName(u"quizView"_s);
    m_title->setFont(Theme::textFont(26, QFont::Bold));
    m_summary->setObjectName(u"quizSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setProperty("kind", u"muted"_s);
    m_topic->setObjectName(u"quizTopic"_s);
    m_level->setObjectName(u"quizLevel"_s);
    for (ValueButton *button : {m_topic, m_level}) {
        button->setPopupMode(QToolButton::InstantPopup);
        button->setMenu(new QMenu(button));
    }
    m_scroll->setObjectName(u"quizScroll"_s);
    m_scroll->setWidget(m_panel);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus); // it follows the focus inside
    m_scroll->setAccessibleName(tr("The question"));
}

void QuizView::arrange()
{
    auto *tools = new QHBoxLayout;
    tools->setSpacing(8);
    tools->addWidget(m_topic);
    tools->addWidget(m_level);
    tools->addStretch(1);
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addWidget(m_summary);
    column->addSpacing(8);
    column->addLayout(tools);
    column->addSpacing(8);
    column->addWidget(m_scroll, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(28, 16, 28, 20);
    row->setSpacing(20);
    row->addLayout(column, 1);
    row->addWidget(m_score, 0, Qt::AlignTop);
}

void QuizView::connectParts()
{
    connect(&m_theme, &ThemeController::changed, this, &QuizView::applyTheme);
    connect(m_topic->menu(), &QMenu::aboutToShow, this, &QuizView::fillTopics);
    connect(m_level->menu(), &QMenu::aboutToShow, this, &QuizView::fillLevels);
    connect(m_controller, &QuizController::changed, this, &QuizView::refresh);
    connect(m_panel, &QuizPanel::chosen, m_controller, &QuizController::choose);
    connect(m_panel, &QuizPanel::nextRequested, m_controller, &QuizController::next);
    connect(m_panel, &QuizPanel::linkRequested, this, &QuizView::follow);
    connect(m_score, &QuizScore::forgotten, this, [this] {
        m_controller->next();
        focusQuestion();
    });
}

void QuizView::applyTheme()
{
    const Theme &theme = m_theme.theme();
    m_topic->setTheme(theme);
    m_level->setTheme(theme);
    m_panel->setTheme(theme);
    m_score->setTheme(theme);
    m_panel->setMaximumWidth(Theme::scaled(widestPanel));
}

void QuizView::begin()
{
    if (m_controller->state() == QuizController::State::Nothing)
        m_controller->next();
}

void QuizView::focusQuestion()
{
    m_panel->focusQuestion();
}

void QuizView::cancel()
{
    m_controller->cancel();
}

void QuizView::fillTopics()
{
    QMenu &menu = *m_topic->menu();
    menu.clear();
    for (const QString &topic : QStringList{QString()} + quizTopics()) {
        QAction *action = menu.addAction(quizTopicName(topic));
        action->setCheckable(true);
        action->setChecked(topic == m_controller->filter().topic);
        connect(action, &QAction::triggered, this, [this, topic] {
            m_controller->setFilter({topic, m_controller->filter().level});
        });
    }
}

void QuizView::fillLevels()
{
    QMenu &menu = *m_level->menu();
    menu.clear();
    for (int level = 0; level <= 3; ++level) {
        const QString name = level == 0 ? quizLevelName(0) : tr("%1: %2").arg(level).arg(quizLevelName(level));
        QAction *action = menu.addAction(name);
        action->setCheckable(true);
        action->setChecked(level == m_controller->filter().level);
        connect(action, &QAction::triggered, this, [this, level] {
            m_controller->setFilter({m_controller->filter().topic, level});
        });
    }
}

void QuizView::refresh()
{
    m_panel->refresh();
    m_topic->setValue(tr("Topic"), quizTopicName(m_controller->filter().topic));
    m_level->setValue(tr("Level"), quizLevelName(m_controller->filter().level));
    m_summary->setText(m_score->summary());
    if (m_controller->state() == QuizController::State::Answered) // once it has its place
        QTimer::singleShot(0, m_scroll, [this] { m_scroll->ensureWidgetVisible(&m_panel->nextButton()); });
    else
        m_scroll->ensureVisible(0, 0);
}

void QuizView::follow(const QString &link)
{
    const LinkTarget target = readLink(link, {});
    if (target.kind == LinkTarget::Kind::Page)
        emit pageRequested(target.slug, target.anchor);
    else if (target.kind == LinkTarget::Kind::Outside)
        offerExternalLink(this, QUrl(target.address));
}

/// A key that asks nothing of the quiz goes on to the window.
bool QuizView::steer(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers != Qt::NoModifier || event.isAutoRepeat())
        return false;
    const int key = event.key();
    if (key >= Qt::Key_1 && key <= Qt::Key_9) { // also where there is no such option: digits mean nothing else here
        m_controller->choose(key - Qt::Key_1);
        return true;
    }
    const bool isOtherButton = qobject_cast<const QAbstractButton *>(focusWidget()) && !m_panel->isNextFocused();
    const bool goesOn = key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!goesOn || isOtherButton || m_controller->state() != QuizController::State::Answered)
        return false;
    m_controller->next();
    return true;
}

void QuizView::keyPressEvent(QKeyEvent *event)
{
    if (!steer(*event))
        QWidget::keyPressEvent(event);
}

void QuizView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_score->setVisible(width() >= Theme::scaled(wideView));
}

} // namespace Detour
