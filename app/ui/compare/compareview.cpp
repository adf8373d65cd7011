// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/compare/compareview.h"

#include "semantics/comparison.h"
#include "ui/compare/comparebar.h"
#include "ui/compare/comparecontroller.h"
#include "ui/compare/comparedelegate.h"
#include "ui/compare/comparefoot.h"
#include "ui/compare/comparemodel.h"
#include "ui/compare/comparepresets.h"
#include "ui/compare/comparestages.h"
#include "ui/stage/stagewidget.h"
#include "ui/themecontroller.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QStackedLayout>
#include <QTreeView>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

/// In a table narrower than this (logical pixels) the version and the source fold away.
constexpr int wideTable = 1000;
/// Shares of the width, one a column.
constexpr std::array<int, compareColumns> shares{17, 15, 13, 13, 12, 10, 10, 14};

} // namespace

CompareView::CompareView(Session &session, ThemeController &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_controller(new CompareController(session, this))
    , m_model(new CompareModel(this))
    , m_delegate(new CompareDelegate(*m_model, this))
    , m_draft(comparePresets().constFirst().draft)
    , m_bar(new CompareBar(this))
    , m_table(new QTreeView)
    , m_foot(new CompareFoot(this))
    , m_page(makePage())
    , m_stages(new CompareStages(this))
    , m_stack(new QStackedLayout)
{
    setObjectName(u"compareView"_s);
    auto *around = new QVBoxLayout(this);
    around->setContentsMargins(28, 16, 28, 20);
    m_stack->addWidget(m_page);
    m_stack->addWidget(m_stages);
    around->addLayout(m_stack, 1);
    dressTable();
    connectParts();
    applyTheme();
    m_bar->setRequest(m_draft, 0);
}

CompareView::~CompareView() = default;

QWidget *CompareView::makePage()
{
    auto *page = new QWidget(this);
    auto *frame = new QFrame(page);
    frame->setProperty("panel", u"card"_s);
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_table);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_bar);
    column->addWidget(frame, 1);
    column->addWidget(m_foot);
    return page;
}

void CompareView::dressTable()
{
    m_table->setObjectName(u"compareTable"_s);
    m_table->setAccessibleName(tr("What each client sends"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
    m_table->setRootIsDecorated(false);
    m_table->setItemsExpandable(false);
    m_table->setIndentation(0);
    m_table->setMouseTracking(true);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    QHeaderView *header = m_table->header();
    header->setSectionsClickable(true);
    header->setSectionsMovable(false);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setStretchLastSection(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setTabOrder(m_bar, m_table);
    setTabOrder(m_table, m_foot);
}

void CompareView::connectParts()
{
    connect(&m_theme, &ThemeController::changed, this, &CompareView::applyTheme);
    connect(m_bar, &CompareBar::requestChosen, this, &CompareView::compare);
    connect(m_bar, &CompareBar::runClicked, this, [this] {
        if (m_controller->isRunning())
            cancel();
        else
            runAll();
    });
    connect(m_bar, &CompareBar::filterChanged, this, [this](const QString &words) {
        m_order.filter = words;
        refreshTable();
    });
    connect(m_bar, &CompareBar::groupingChosen, this, [this](CompareGrouping grouping) {
        m_order.grouping = grouping;
        m_bar->setGrouping(grouping);
        refreshTable();
    });
    connect(m_controller, &CompareController::runningChanged, m_bar, &CompareBar::setRunning);
    connect(m_controller, &CompareController::changed, this, &CompareView::refreshTable);
    connect(m_table->header(), &QHeaderView::sectionClicked, this, &CompareView::sortBy);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CompareView::refreshFoot);
    connect(m_table, &QTreeView::activated, this, &CompareView::openSelected);
    connect(m_foot, &CompareFoot::openRequested, this, &CompareView::openSelected);
    connect(m_foot, &CompareFoot::besideRequested, this, [this] {
        const QList<int> clients = selectedClients();
        if (!clients.isEmpty())
            showSideBySide(clients.size() > 1 ? clients.at(0) : 0, clients.size() > 1 ? clients.at(1) : clients.at(0));
    });
    connect(m_foot, &CompareFoot::codeRequested, this,
            [this](StatusCode code) { compare(withChainCode(m_draft, code)); });
    connect(m_stages, &CompareStages::backRequested, this, [this] {
        m_stack->setCurrentWidget(m_page);
        m_table->setFocus();
    });
}

void CompareView::applyTheme()
{
    const Theme &theme = m_theme.theme();
    m_bar->setTheme(theme);
    m_delegate->setTheme(theme);
    m_stages->setTheme(theme);
    m_stages->setReducedMotion(m_theme.reducedMotion());
    m_table->viewport()->update();
}

void CompareView::setPlaygroundDraft(const RequestDraft &draft)
{
    m_bar->setPlaygroundDraft(draft);
}

void CompareView::begin()
{
    if (!m_hasBegun)
        compare(m_draft);
}

void CompareView::compare(const RequestDraft &draft)
{
    m_hasBegun = true;
    m_draft = draft;
    m_stack->setCurrentWidget(m_page);
    m_bar->setRequest(m_draft, m_controller->clients().size());
    if (!Session::goesToNetwork(draft.url.trimmed().toUtf8()))
        runAll();
}

void CompareView::runAll()
{
    const std::optional<Error> error = m_controller->run(m_draft);
    m_bar->setError(error ? error->message : QString());
}

void CompareView::focusFilter()
{
    m_stack->setCurrentWidget(m_page);
    m_bar->focusFilter();
}

void CompareView::cancel()
{
    m_controller->cancel();
}

void CompareView::sortBy(int column)
{
    const auto wanted = static_cast<CompareColumn>(column);
    if (m_order.sortedBy != wanted) {
        m_order.sortedBy = wanted;
        m_order.descending = false;
    } else if (!m_order.descending) {
        m_order.descending = true;
    } else {
        m_order.sortedBy.reset(); // the third click: the clients' own order
    }
    m_table->header()->setSortIndicator(m_order.sortedBy ? column : -1,
                                        m_order.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    refreshTable();
}

void CompareView::refreshTable()
{
    const QList<int> selected = selectedClients();
    m_model->setGroups(compareTable(m_controller->chains(), m_controller->clients(), m_order));
    m_table->expandAll();
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_table->setFirstColumnSpanned(row, {}, m_model->group(m_model->index(row, 0)) != nullptr);
    for (const int client : selected)
        m_table->selectionModel()->select(m_model->indexOfClient(client),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
    m_bar->setRequest(m_draft, m_controller->clients().size());
    fitColumns();
    refreshFoot();
}

void CompareView::refreshFoot()
{
    const QList<RedirectChain> &chains = m_controller->chains();
    const QList<int> selected = selectedClients();
    m_foot->setSelection(selected.size());
    m_foot->setChainCode(chainCodeOf(m_draft));
    if (selected.size() == 1) {
        const CompareRow *row = m_model->row(m_model->indexOfClient(selected.constFirst()));
        const QString version = row ? row->texts.at(static_cast<int>(CompareColumn::Version)) : QString();
        const QString name = chains.at(selected.constFirst()).clientName;
        m_foot->setWhy(u"%1, %2."_s.arg(name, version), row ? row->why : QString());
        return;
    }
    if (!chains.isEmpty() && m_model->rowCount() == 0) {
        m_foot->setWhy(tr("No client matches."), tr("The filter “%1” hides all of them.").arg(m_order.filter.left(60)));
        return;
    }
    const QList<ComparisonGroup> groups = groupsByWhatIsSent(chains);
    m_foot->setWhy(groups.size() > 1 ? tr("Why they differ.") : tr("Why they send the same."),
                   whyTheyDiffer(chains, groups));
}

void CompareView::fitColumns()
{
    const int width = m_table->viewport()->width();
    const bool isWide = width >= Theme::scaled(wideTable);
    for (const CompareColumn column : {CompareColumn::Version, CompareColumn::KnownFrom})
        m_table->setColumnHidden(static_cast<int>(column), !isWide);
    int all = 0;
    for (int column = 0; column < compareColumns; ++column)
        all += m_table->isColumnHidden(column) ? 0 : shares.at(size_t(column));
    for (int column = 0; column < compareColumns; ++column)
        m_table->setColumnWidth(column, width * shares.at(size_t(column)) / all);
}

void CompareView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layout()->activate(); // the table has its new width first
    fitColumns();
}

void CompareView::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers().testFlag(Qt::ControlModifier)) {
        runAll();
    } else {
        QWidget::keyPressEvent(event);
    }
}

QList<int> CompareView::selectedClients() const
{
    QList<int> clients;
    const QModelIndexList indexes = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : indexes) {
        if (const CompareRow *row = m_model->row(index))
            clients.append(row->client);
    }
    return clients;
}

void CompareView::openSelected()
{
    const QList<int> clients = selectedClients();
    if (clients.isEmpty())
        return;
    RequestDraft draft = m_controller->draft();
    draft.client = m_controller->clients().at(clients.constFirst()).id;
    emit openRequested(draft);
}

void CompareView::showSideBySide(int left, int right)
{
    const QList<RedirectChain> &chains = m_controller->chains();
    if (left < 0 || right < 0 || left >= chains.size() || right >= chains.size())
        return;
    m_stack->setCurrentWidget(m_stages);
    m_stages->show(chains.at(left), chains.at(right));
    m_stages->leftStage()->setFocus();
}

} // namespace Detour
