// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/pages/sidebar.h"

#include "ui/pages/labstatus.h"
#include "ui/pages/sidebardelegate.h"
#include "ui/pages/sidebarlist.h"

#include <QScopedValueRollback>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent)
    , m_list(new SidebarList(this))
    , m_model(new SidebarModel(this))
    , m_delegate(new SidebarDelegate(this))
    , m_lab(new LabStatus(this))
{
    setObjectName(u"sidebar"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_list->setObjectName(u"sidebarList"_s);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_lab);

    // The selection, not the current row: that one moves as soon as Tab enters the list.
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this](const QItemSelection &selected) { ask(selected.indexes().value(0)); });
    // A click on the page one is at goes back to its top.
    connect(m_list, &QListView::clicked, this, &Sidebar::ask);
    connect(m_list, &QListView::activated, this, &Sidebar::ask);
    setRail(false);
}

void Sidebar::ask(const QModelIndex &index)
{
    if (m_showing || !index.isValid())
        return;
    const QString id = index.data(SidebarModel::IdRole).toString();
    switch (m_model->kindAt(index)) {
    case SidebarModel::Kind::Heading:
        return;
    case SidebarModel::Kind::Code:
    case SidebarModel::Kind::Guide:
        emit pageRequested(id);
        return;
    case SidebarModel::Kind::View:
        emit viewRequested(id);
        return;
    }
}

void Sidebar::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_delegate->setTheme(theme);
    m_lab->setTheme(theme);
    setRail(m_rail); // its widths follow the text
    m_list->viewport()->update();
}

void Sidebar::setRail(bool rail)
{
    m_rail = rail;
    m_lab->setRail(rail);
    m_delegate->setRail(rail);
    hideFirstHeading();
    static_cast<QBoxLayout *>(layout())->setContentsMargins(0, rail ? 8 : 0, 0, 0);
    // A rail has one width; the list can be drawn wider for longer names.
    setMinimumWidth(rail ? widthOf(true) : Theme::scaled(160));
    setMaximumWidth(rail ? widthOf(true) : Theme::scaled(320));
    m_list->doItemsLayout();
    m_list->scrollTo(m_list->currentIndex());
}

void Sidebar::hideFirstHeading()
{
    m_list->setRowHidden(0, m_rail);
}

void Sidebar::setGuides(const QList<SidebarEntry> &guides)
{
    m_model->setGuides(guides);
    hideFirstHeading();
}

void Sidebar::addView(const SidebarEntry &view)
{
    m_model->addView(view);
    hideFirstHeading();
}

void Sidebar::addLearnView(const SidebarEntry &view)
{
    m_model->addLearnView(view);
    hideFirstHeading();
}

void Sidebar::setCurrentPage(const QString &slug)
{
    select(m_model->indexOfPage(slug));
}

void Sidebar::setCurrentView(const QString &id)
{
    select(m_model->indexOfView(id));
}

void Sidebar::select(const QModelIndex &index)
{
    const QScopedValueRollback<bool> showing(m_showing, true);
    if (index.isValid())
        m_list->setCurrentIndex(index);
    else
        m_list->selectionModel()->clear();
}

} // namespace Detour
