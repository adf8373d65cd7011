// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/compare/comparebar.h"

#include "ui/compare/comparepresets.h"
#include "ui/help/keytable.h"
#include "ui/widgets/textscaling.h"
#include "ui/widgets/valuebutton.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

QString groupingName(CompareGrouping grouping)
{
    switch (grouping) {
    case CompareGrouping::WhatIsSent:
        return CompareBar::tr("what is sent");
    case CompareGrouping::KnownFrom:
        return CompareBar::tr("known from");
    case CompareGrouping::None:
        return CompareBar::tr("nothing");
    }
    Q_UNREACHABLE();
}

/// "POST /lab/chain/302": short enough for a button.
QString shortName(const RequestDraft &draft)
{
    constexpr qsizetype longest = 34;
    QString url = draft.url.trimmed();
    if (url.startsWith("lab:"_L1, Qt::CaseInsensitive))
        url = url.sliced(4);
    if (url.size() > longest)
        url = url.first(longest / 2) + u'…' + url.last(longest / 2 - 1);
    return draft.method.left(16) + u' ' + url;
}

bool goesToNetwork(const RequestDraft &draft)
{
    return Session::goesToNetwork(draft.url.trimmed().toUtf8());
}

} // namespace

CompareBar::CompareBar(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(tr("Compare clients"), this))
    , m_subtitle(new QLabel(this))
    , m_network(new QLabel(tr("goes to the network"), this))
    , m_request(new ValueButton(this))
    , m_grouping(new ValueButton(this))
    , m_filter(new QLineEdit(this))
    , m_run(new QPushButton(this))
    , m_error(new QLabel(this))
{
    dress();
    arrange();
    connect(m_request->menu(), &QMenu::aboutToShow, this, &CompareBar::fillRequestMenu);
    connect(m_grouping->menu(), &QMenu::aboutToShow, this, &CompareBar::fillGroupingMenu);
    connect(m_filter, &QLineEdit::textChanged, this, &CompareBar::filterChanged);
    connect(m_run, &QPushButton::clicked, this, &CompareBar::runClicked);
    setGrouping(CompareGrouping::WhatIsSent);
    setRunning(false);
}

void CompareBar::dress()
{
    m_title->setFont(Theme::textFont(26, QFont::Bold));
    for (QLabel *label : {m_subtitle, m_network, m_error})
        label->setTextFormat(Qt::PlainText);
    m_subtitle->setProperty("kind", u"muted"_s);
    m_network->setProperty("kind", u"muted"_s);
    m_network->setToolTip(tr("This host is not this computer: Run all sends it the request once from each client."));
    m_error->setProperty("kind", u"error"_s);
    m_error->setWordWrap(true);
    m_error->hide();
    m_request->setObjectName(u"compareRequest"_s);
    m_grouping->setObjectName(u"compareGrouping"_s);
    for (ValueButton *button : {m_request, m_grouping}) {
        button->setPopupMode(QToolButton::InstantPopup);
        button->setMenu(new QMenu(button));
    }
    m_filter->setObjectName(u"compareFilter"_s);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter clients"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(Theme::scaled(160)); // as the window was opened; larger text scrolls in it
    m_run->setObjectName(u"compareRun"_s);
    m_run->setProperty("kind", u"primary"_s);
    setScaledMinimumSize(*m_run, -1, 34);
}

void CompareBar::arrange()
{
    auto *tools = new QHBoxLayout;
    tools->setSpacing(8);
    tools->addWidget(m_request);
    tools->addWidget(m_grouping);
    tools->addStretch(1);
    tools->addWidget(m_network);
    tools->addWidget(m_filter);
    tools->addWidget(m_run);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    column->addSpacing(8);
    column->addLayout(tools);
    column->addWidget(m_error);
}

void CompareBar::setTheme(const Theme &theme)
{
    m_request->setTheme(theme);
    m_grouping->setTheme(theme);
}

void CompareBar::setRequest(const RequestDraft &draft, qsizetype clients)
{
    m_draft = draft;
    m_request->setValue(tr("Request"), shortName(draft));
    m_request->setToolTip(draft.url.toHtmlEscaped());
    m_network->setVisible(goesToNetwork(draft));
    m_subtitle->setText(clients == 0
                            ? tr("One request, sent as every client.")
                            : tr("One request, %1: what each of them really sends.").arg(clientCount(clients)));
}

void CompareBar::setGrouping(CompareGrouping grouping)
{
    m_current = grouping;
    m_grouping->setValue(tr("Group by"), groupingName(grouping));
}

void CompareBar::setRunning(bool running)
{
    m_run->setText(running ? tr("Cancel") : tr("Run all"));
    m_run->setToolTip(running ? tr("Ends what runs still")
                              : withKey(tr("Sends the request as every client"), u"compare-run"_s));
}

void CompareBar::setError(const QString &sentence)
{
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
    m_error->setAccessibleName(sentence);
}

void CompareBar::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void CompareBar::addRequest(QMenu &menu, const QString &name, const RequestDraft &draft)
{
    QString escaped = name;
    QAction *action = menu.addAction(escaped.replace(u'&', u"&&"_s));
    action->setCheckable(true);
    action->setChecked(draft.url == m_draft.url && draft.method == m_draft.method
                       && draft.fieldLines == m_draft.fieldLines);
    connect(action, &QAction::triggered, this, [this, draft] { emit requestChosen(draft); });
}

void CompareBar::fillRequestMenu()
{
    QMenu &menu = *m_request->menu();
    menu.clear();
    if (!m_playgroundDraft.url.trimmed().isEmpty()) {
        addRequest(menu, tr("The playground’s: %1").arg(shortName(m_playgroundDraft)), m_playgroundDraft);
        menu.addSeparator();
    }
    const QList<ComparePreset> presets = comparePresets();
    for (const ComparePreset &preset : presets)
        addRequest(menu, preset.name, preset.draft);
}

void CompareBar::fillGroupingMenu()
{
    QMenu &menu = *m_grouping->menu();
    menu.clear();
    for (const CompareGrouping grouping :
         {CompareGrouping::WhatIsSent, CompareGrouping::KnownFrom, CompareGrouping::None}) {
        QAction *action = menu.addAction(groupingName(grouping));
        action->setCheckable(true);
        action->setChecked(grouping == m_current);
        connect(action, &QAction::triggered, this, [this, grouping] { emit groupingChosen(grouping); });
    }
}

} // namespace Detour
