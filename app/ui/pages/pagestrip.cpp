// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/pages/pagestrip.h"

#include "ui/help/keytable.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textscaling.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int stripHeight = 37; // with the line below it
constexpr int buttonExtra = 40; // icon, gap and padding beside the words

} // namespace

PageStrip::PageStrip(QWidget *parent)
    : QWidget(parent)
    , m_list(new QMenu(this))
    , m_menu(new QMenu(this))
{
    setObjectName(u"pageStrip"_s);
    setAttribute(Qt::WA_StyledBackground);
    setScaledFixedHeight(*this, stripHeight);
    m_contents = addButton({}, withKey(tr("The sections of this page"), u"contents"_s));
    m_contents->setObjectName(u"contents"_s);
    m_contents->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_contents->setFont(Theme::textFont(12));
    m_contents->setMenu(m_list);
    m_contents->setPopupMode(QToolButton::InstantPopup);
    m_find = addButton(tr("Find in this page"), withKey(tr("Find in this page"), u"find"_s));
    m_more = addButton(tr("This page"), tr("Print, save, larger text"));
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(19, 0, 8, 1);
    layout->setSpacing(2);
    layout->addWidget(m_contents);
    layout->addStretch(1);
    layout->addWidget(m_find);
    layout->addWidget(m_more);
    connect(m_find, &QToolButton::clicked, this, &PageStrip::findRequested);
    connect(m_list, &QMenu::aboutToShow, this, &PageStrip::fillContents);
    showSection();
}

QToolButton *PageStrip::addButton(const QString &name, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setProperty("kind", u"quiet"_s);
    button->setAccessibleName(name);
    button->setToolTip(tip);
    button->setIconSize({16, 16});
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void PageStrip::setTheme(const Theme &theme)
{
    m_contents->setIcon(makeIcon(Icon::List, theme.muted, theme.edge));
    m_find->setIcon(makeIcon(Icon::Search, theme.muted, theme.edge));
    m_more->setIcon(makeIcon(Icon::More, theme.ink, theme.edge));
    for (QToolButton *button : {m_contents, m_find, m_more})
        button->setIconSize({Theme::scaled(16), Theme::scaled(16)});
    showSection();
}

void PageStrip::setHeadings(const QList<Heading> &headings)
{
    m_headings = headings;
    m_section.clear();
    m_contents->setVisible(!headings.isEmpty());
    showSection();
}

void PageStrip::setCurrentSection(const QString &anchor)
{
    if (anchor == m_section)
        return;
    m_section = anchor;
    showSection();
}

void PageStrip::openContents()
{
    if (!m_headings.isEmpty())
        m_contents->showMenu();
}

void PageStrip::fillContents()
{
    m_list->clear();
    auto *group = new QActionGroup(m_list);
    for (const Heading &heading : m_headings) {
        const QString indent = heading.level > 2 ? u"    "_s : QString();
        QString words = heading.text;
        QAction *action = m_list->addAction(indent + words.replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(heading.anchor == m_section);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, anchor = heading.anchor] { emit sectionChosen(anchor); });
        if (action->isChecked())
            m_list->setActiveAction(action);
    }
}

void PageStrip::showSection()
{
    QString words = tr("Contents");
    for (const Heading &heading : m_headings) {
        if (heading.anchor == m_section)
            words = heading.text;
    }
    m_contents->setAccessibleName(m_section.isEmpty() ? words : tr("Contents, now at %1").arg(words));
    const int room = width() - 3 * Theme::scaled(buttonExtra) - 24;
    QString shown = QFontMetrics(m_contents->font()).elidedText(words, Qt::ElideRight, qMax(60, room));
    m_contents->setText(u' ' + shown.replace(u'&', u"&&"_s)); // some air after the icon
}

void PageStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showSection();
}

} // namespace Detour
