// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/inspector.h"

#include "ui/inspector/exchangemodel.h"
#include "ui/inspector/inspectortexts.h"
#include "ui/inspector/textpane.h"
#include "ui/widgets/externallink.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int fullHeight = 170;
constexpr int compactHeight = 78;
constexpr int stepsHeight = 46; ///< buttons below the text where a chain ended early

} // namespace

Inspector::Inspector(QWidget *parent)
    : QFrame(parent)
    , m_tabs(new QTabBar(this))
    , m_more(new QToolButton(this))
    , m_stack(new QStackedWidget(this))
    , m_pane(new TextPane(this))
    , m_steps(new QWidget(this))
    , m_table(new QTableView(this))
    , m_model(new ExchangeModel(this))
{
    setObjectName(u"inspector"_s);
    setProperty("panel", u"card"_s);
    for (const QString &name : {tr("Why"), tr("Changes"), tr("Request"), tr("Response"), tr("Table")})
        m_tabs->addTab(name);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("What to inspect"));
    m_more->setProperty("kind", u"quiet"_s);
    m_more->setText(tr("More"));
    m_more->setCheckable(true);

    buildTable();
    m_stack->addWidget(m_pane);
    m_stack->addWidget(m_table);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(4, 0, 8, 0);
    head->addWidget(m_tabs);
    head->addStretch(1);
    head->addWidget(m_more);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
    m_steps->setLayout(new QHBoxLayout);
    m_steps->layout()->setContentsMargins(14, 0, 14, 10);
    m_steps->hide();
    column->addWidget(m_steps);

    connectParts();
    setCompact(false);
}

void Inspector::buildTable()
{
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setAccessibleName(tr("All hops as a table"));
}

void Inspector::connectParts()
{
    connect(m_tabs, &QTabBar::currentChanged, this, &Inspector::refresh);
    connect(m_pane, &TextPane::linkActivated, this, &Inspector::followLink);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) { emit hopActivated(index.row()); });
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { emit hopActivated(index.row()); });
    connect(m_more, &QToolButton::toggled, this, [this](bool on) {
        m_expanded = on;
        m_more->setText(on ? tr("Less") : tr("More"));
        updateHeight();
    });
}

void Inspector::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_pane->setTheme(theme);
    m_table->setFont(Theme::monoFont(12));
    m_table->horizontalHeader()->setFont(Theme::textFont(12));
    refresh();
}

void Inspector::setChain(const RedirectChain &chain, int told)
{
    m_chain = chain;
    m_told = qBound(0, told, int(chain.hops.size()));
    m_model->setChain(chain, m_told);
    m_table->resizeColumnsToContents();
    m_table->setColumnWidth(ExchangeModel::Target, qMin(300, m_table->columnWidth(ExchangeModel::Target)));
    m_table->setColumnWidth(ExchangeModel::Digest, 110);
    refresh();
}

void Inspector::setHop(int hop)
{
    if (m_hop == hop)
        return;
    m_hop = hop;
    refresh();
}

void Inspector::setAnswerTold(bool told)
{
    if (m_answerTold == told)
        return;
    m_answerTold = told;
    refresh();
}

void Inspector::setTab(Tab tab)
{
    m_tabs->setCurrentIndex(int(tab));
}

void Inspector::refresh()
{
    const auto tab = Tab(m_tabs->currentIndex());
    m_stack->setCurrentWidget(tab == Tab::Table ? static_cast<QWidget *>(m_table) : m_pane);
    showSteps();
    const bool known = m_hop >= 0 && m_hop < m_chain.hops.size();
    const int changes = known && m_answerTold ? changeCount(m_chain.hops.at(m_hop)) : 0;
    m_tabs->setTabText(int(Tab::Changes), changes > 0 ? tr("Changes  %1").arg(changes) : tr("Changes"));
    if (tab == Tab::Table) {
        if (known && m_hop < m_told)
            m_table->selectRow(m_hop);
        return;
    }
    m_pane->begin();
    if (known)
        writeHop(tab);
    else
        writeNothing();
    m_pane->end();
}

void Inspector::writeHop(Tab tab)
{
    const HopView view{m_chain, m_hop, m_answerTold, m_compact && !m_expanded};
    switch (tab) {
    case Tab::Why:
        writeWhy(*m_pane, view);
        break;
    case Tab::Changes:
        writeChanges(*m_pane, view);
        break;
    case Tab::Request:
        writeRequest(*m_pane, view);
        break;
    case Tab::Response:
        writeResponse(*m_pane, view);
        break;
    case Tab::Table: // a view of its own
        break;
    }
}

void Inspector::writeNothing()
{
    QString words = tr("At each redirect, the reasons for the next request stand here, each with its clause.");
    if (m_hop >= 0)
        words = tr("The answer is not here yet.");
    else if (m_compact && !m_expanded)
        words = tr("The reasons for the next request stand here.");
    m_pane->paragraph();
    m_pane->write(words, TextPane::Style::Muted);
}

void Inspector::showSteps()
{
    qDeleteAll(m_steps->findChildren<QPushButton *>());
    const bool known = m_hop >= 0 && m_hop < m_chain.hops.size();
    const bool wanted = known && Tab(m_tabs->currentIndex()) == Tab::Why && !(m_compact && !m_expanded);
    const QList<NextStep> steps = wanted ? nextSteps({m_chain, m_hop, m_answerTold, false}) : QList<NextStep>();
    auto *row = static_cast<QHBoxLayout *>(m_steps->layout());
    while (row->count() > 0)
        delete row->takeAt(0);
    for (const NextStep &step : steps) {
        auto *button = new QPushButton(step.words, m_steps);
        if (row->isEmpty())
            button->setProperty("kind", u"primary"_s);
        connect(
            button, &QPushButton::clicked, this, [this, link = step.link] { followLink(link); }, Qt::QueuedConnection);
        row->addWidget(button);
    }
    row->addStretch(1);
    if (m_steps->isHidden() != steps.isEmpty()) {
        m_steps->setVisible(!steps.isEmpty());
        updateMinimum();
    }
}

void Inspector::followLink(const QString &link)
{
    if (link == "again:"_L1) {
        emit sendAgainRequested();
    } else if (link == "response:"_L1) {
        setTab(Tab::Response);
    } else if (link.startsWith("page:"_L1)) {
        const QString page = link.mid(5);
        emit pageRequested(page.section(u'#', 0, 0), page.section(u'#', 1));
    } else {
        offerExternalLink(this, QUrl(link));
    }
}

void Inspector::setCompact(bool compact)
{
    m_compact = compact;
    m_more->setVisible(compact);
    m_pane->document()->setDocumentMargin(compact ? 8 : 14);
    updateHeight();
}

void Inspector::updateHeight()
{
    const bool small = m_compact && !m_expanded;
    setMaximumHeight(small ? compactHeight : m_compact ? fullHeight : QWIDGETSIZE_MAX);
    updateMinimum();
    m_pane->setVerticalScrollBarPolicy(small ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    updateGeometry();
    refresh();
}

void Inspector::updateMinimum()
{
    if (m_compact)
        setMinimumHeight(m_expanded ? fullHeight / 2 : compactHeight);
    else
        setMinimumHeight(fullHeight - 10 + (m_steps->isHidden() ? 0 : stepsHeight));
}

QSize Inspector::sizeHint() const
{
    return {400, m_compact && !m_expanded ? compactHeight : fullHeight};
}

QSize Inspector::minimumSizeHint() const
{
    return {200, minimumHeight()};
}

} // namespace Detour
