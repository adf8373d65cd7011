// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/welcome/welcomeband.h"

#include "ui/help/keytable.h"
#include "ui/welcome/stepmarks.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

QLabel *label(QWidget *parent, const QString &name)
{
    auto *made = new QLabel(parent);
    made->setObjectName(name);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    return made;
}

} // namespace

WelcomeBand::WelcomeBand(QWidget *parent)
    : QFrame(parent)
    , m_marks(new StepMarks(steps, this))
    , m_title(label(this, u"welcomeTitle"_s))
    , m_text(label(this, u"welcomeText"_s))
    , m_choices(new QHBoxLayout)
    , m_skip(new QPushButton(tr("Skip"), this))
{
    setObjectName(u"welcomeBand"_s);
    setAccessibleName(tr("Welcome"));
    m_title->setFont(Theme::textFont(16, QFont::DemiBold));
    m_text->setProperty("kind", u"muted"_s);
    m_skip->setObjectName(u"welcomeSkip"_s);
    m_skip->setProperty("kind", u"quiet"_s);
    m_skip->setToolTip(withKey(tr("End the welcome"), u"cancel"_s));
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_marks, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    head->addWidget(m_skip, 0, Qt::AlignTop);
    m_choices->setSpacing(8);
    auto *below = new QHBoxLayout;
    below->setSpacing(12);
    below->addWidget(m_text, 1);
    below->addLayout(m_choices);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 8, 8, 10);
    column->setSpacing(4);
    column->addLayout(head);
    column->addLayout(below);
    connect(m_skip, &QPushButton::clicked, this, &WelcomeBand::skipped);
}

WelcomeBand::~WelcomeBand() = default;

void WelcomeBand::setTheme(const Theme &theme)
{
    m_marks->setTheme(theme);
    const KindColors colors = theme.kind(StatusKind::Temporary); // the colour of its sign
    setStyleSheet(u"#welcomeBand { background: %1; border: 1px solid %2; border-left: 4px solid %3; "
                  "border-radius: 8px; }"_s.arg(theme.surface.name(), theme.edge.name(), colors.fill.name()));
}

void WelcomeBand::tell(const Words &words)
{
    m_marks->setStep(words.step);
    m_title->setText(words.title);
    m_text->setText(words.text);
    m_text->setVisible(!words.text.isEmpty());
    m_skip->setText(words.step > steps ? tr("Close") : tr("Skip"));
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (const Choice &choice : words.choices) {
        auto *button = new QPushButton(choice.words, this);
        button->setObjectName(choice.id);
        if (m_buttons.isEmpty())
            button->setProperty("kind", u"primary"_s);
        // After this event: the words that come next take the button away.
        connect(
            button, &QPushButton::clicked, this, [this, id = choice.id] { emit chosen(id); }, Qt::QueuedConnection);
        m_choices->addWidget(button);
        m_buttons.append(button);
        button->setAccessibleDescription(spokenText());
    }
    setAccessibleDescription(spokenText());
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

bool WelcomeBand::focusChoice()
{
    if (m_buttons.isEmpty())
        return false;
    m_buttons.constFirst()->setFocus(Qt::OtherFocusReason);
    return true;
}

QString WelcomeBand::title() const
{
    return m_title->text();
}

QString WelcomeBand::spokenText() const
{
    return QString(m_marks->accessibleName() + u". "_s + m_title->text() + u' ' + m_text->text()).trimmed();
}

} // namespace Detour
