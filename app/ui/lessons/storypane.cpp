// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/lessons/storypane.h"

#include "ui/lessons/storytext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textscaling.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int stripHeight = 45; // with the line below it

} // namespace

StoryPane::StoryPane(const QString &kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(new QLabel(kind, this))
    , m_title(new ElidedLabel(this))
    , m_close(nullptr)
    , m_text(new StoryText(this))
{
    setAttribute(Qt::WA_StyledBackground);
    setProperty("panel", u"story"_s);
    auto *strip = new QWidget(this);
    strip->setObjectName(u"pageStrip"_s);
    strip->setAttribute(Qt::WA_StyledBackground);
    setScaledFixedHeight(*strip, stripHeight);
    m_strip = new QHBoxLayout(strip);
    m_strip->setContentsMargins(24, 0, 8, 1);
    m_strip->setSpacing(4);
    m_kind->setProperty("kind", u"muted"_s);
    m_title->setFont(Theme::textFont(13.5, QFont::DemiBold));
    m_title->setObjectName(u"storyTitle"_s);
    m_strip->addWidget(m_kind);
    m_strip->addSpacing(6);
    m_strip->addWidget(m_title, 1);
    m_close = addStripButton(tr("Close"));
    m_close->setObjectName(u"storyClose"_s);
    m_close->setToolTip(tr("Back to the page (Esc)"));

    auto *below = new QWidget(this);
    below->setObjectName(u"storyBelow"_s);
    m_below = new QVBoxLayout(below);
    m_below->setContentsMargins(24, 8, 24, 16);
    m_below->setSpacing(10);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(strip);
    column->addWidget(m_text, 1);
    column->addWidget(below);
    connect(m_close, &QToolButton::clicked, this, &StoryPane::closed);
    connect(m_text, &StoryText::pageRequested, this, &StoryPane::pageRequested);
}

StoryPane::~StoryPane() = default;

void StoryPane::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_text->setTheme(theme);
    m_close->setIcon(makeIcon(Icon::Cross, theme.ink, theme.edge));
    m_close->setIconSize({Theme::scaled(16), Theme::scaled(16)});
}

QString StoryPane::title() const
{
    return m_title->text();
}

void StoryPane::setTitle(const QString &title)
{
    m_title->setText(title);
    m_text->setAccessibleName(title);
}

QToolButton *StoryPane::addStripButton(const QString &name)
{
    auto *button = new QToolButton(this);
    button->setProperty("kind", u"quiet"_s);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::StrongFocus);
    // The one that closes was there first, and stays last.
    m_strip->insertWidget(m_close ? m_strip->count() - 1 : m_strip->count(), button);
    return button;
}

QHBoxLayout *StoryPane::addRow()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_below->addLayout(row);
    return row;
}

QLabel *StoryPane::addSentence(const QString &objectName)
{
    auto *label = new QLabel(this);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->hide();
    m_below->addWidget(label);
    return label;
}

QPushButton *StoryPane::makeButton(const QString &objectName, const QString &words)
{
    auto *button = new QPushButton(words, this);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    return button;
}

void StoryPane::setPrimary(QPushButton &button, bool primary)
{
    const QString kind = primary ? u"primary"_s : QString();
    if (button.property("kind").toString() == kind)
        return;
    button.setProperty("kind", kind);
    button.style()->unpolish(&button);
    button.style()->polish(&button);
}

void StoryPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}

QString boxed(const QString &markdown)
{
    return "> "_L1 + QString(markdown).replace(u'\n', "\n> "_L1) + "\n\n"_L1;
}

} // namespace Detour
