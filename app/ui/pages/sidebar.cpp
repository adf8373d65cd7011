// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/pages/sidebar.h"

#include "ui/pages/labstatus.h"
#include "ui/pages/sidebardelegate.h"
#include "ui/pages/statuscodemodel.h"

#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent)
    , m_heading(new QLabel(tr("Status codes"), this))
    , m_list(new QListView(this))
    , m_model(new StatusCodeModel(this))
    , m_delegate(new SidebarDelegate(this))
    , m_lab(new LabStatus(this))
{
    setObjectName(u"sidebar"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_heading->setFont(Theme::textFont(12, QFont::DemiBold));
    m_heading->setProperty("kind", u"muted"_s);
    m_heading->setContentsMargins(16, 15, 8, 8);
    m_heading->setBuddy(m_list);

    m_list->setObjectName(u"statusCodes"_s);
    m_list->setAccessibleName(tr("Status codes"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_heading);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_lab);

    const auto ask = [this](const QModelIndex &index) {
        if (!m_showing && index.isValid())
            emit pageRequested(QString::number(index.data(StatusCodeModel::CodeRole).toInt()));
    };
    // The selection, not the current row: that one moves as soon as Tab enters the list.
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [ask](const QItemSelection &selected) { ask(selected.indexes().value(0)); });
    // A click on the page one is at goes back to its top.
    connect(m_list, &QListView::clicked, this, ask);
    connect(m_list, &QListView::activated, this, ask);
    setRail(false);
}

void Sidebar::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_delegate->setTheme(theme);
    m_lab->setTheme(theme);
    m_list->viewport()->update();
}

void Sidebar::setRail(bool rail)
{
    m_rail = rail;
    m_heading->setVisible(!rail);
    m_lab->setRail(rail);
    m_delegate->setRail(rail);
    m_list->setVerticalScrollBarPolicy(rail ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    static_cast<QBoxLayout *>(layout())->setContentsMargins(0, rail ? 8 : 0, 0, 0);
    // A rail has one width; the list can be drawn wider for longer names.
    setMinimumWidth(rail ? railWidth : 160);
    setMaximumWidth(rail ? railWidth : 320);
    m_list->doItemsLayout();
}

void Sidebar::setCurrentPage(const QString &slug)
{
    m_showing = true;
    const QModelIndex index = m_model->indexOf(slug.toInt());
    if (index.isValid())
        m_list->setCurrentIndex(index);
    else
        m_list->selectionModel()->clear();
    m_showing = false;
}

} // namespace Detour
