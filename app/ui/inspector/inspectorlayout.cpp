// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/inspector.h"

#include "ui/inspector/exchangemodel.h"
#include "ui/inspector/inspectortools.h"
#include "ui/inspector/tabrow.h"
#include "ui/inspector/textpane.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

// How the inspector is put together, and how much room it takes.

namespace Detour {

namespace {

constexpr int fullHeight = 170;
constexpr int compactHeight = 78;
constexpr int stepsHeight = 46; ///< buttons below the text where a chain ended early
constexpr int roomForWords = 640;
constexpr int measuredRows = 40; ///< of the table, for the width of its columns

} // namespace

Inspector::Inspector(QWidget *parent)
    : QFrame(parent)
    , m_tabs(new TabRow({tr("Why"), tr("Changes"), tr("Request"), tr("Response"), tr("Body"), tr("Timing"),
                         tr("Cookies"), tr("Location"), tr("Table")},
                        this))
    , m_tools(new InspectorTools(this))
    , m_curl(new QToolButton(this))
    , m_curlMenu(new QMenu(this))
    , m_notice(new QLabel(this))
    , m_more(new QToolButton(this))
    , m_stack(new QStackedWidget(this))
    , m_pane(new TextPane(this))
    , m_body(new BodyPane(this))
    , m_steps(new QWidget(this))
    , m_table(new QTableView(this))
    , m_model(new ExchangeModel(this))
{
    setObjectName(u"inspector"_s);
    setProperty("panel", u"card"_s);
    m_tabs->setOffered(int(Tab::Cookies), false);
    m_curl->setProperty("kind", u"quiet"_s);
    m_curl->setText(tr("Copy as curl"));
    m_curl->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_curl->setAccessibleName(m_curl->text());
    m_curl->setToolTip(tr("Copy this request, or the whole chain, as a curl command"));
    m_curl->setMenu(m_curlMenu);
    m_curl->setPopupMode(QToolButton::InstantPopup);
    m_curl->setFocusPolicy(Qt::TabFocus);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_notice->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notice->setContentsMargins(14, 4, 14, 8);
    m_notice->hide();
    m_more->setProperty("kind", u"quiet"_s);
    m_more->setText(tr("More"));
    m_more->setCheckable(true);
    buildTable();
    buildColumn();
    connectParts();
    setCompact(false);
}

void Inspector::buildColumn()
{
    m_stack->addWidget(m_pane);
    m_stack->addWidget(m_body);
    m_stack->addWidget(m_table);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(4, 0, 8, 0);
    head->addWidget(m_tabs, 1);
    head->addWidget(m_curl);
    head->addWidget(m_more);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_tools);
    column->addWidget(m_stack, 1);
    m_steps->setLayout(new QHBoxLayout);
    m_steps->layout()->setContentsMargins(14, 0, 14, 10);
    m_steps->hide();
    column->addWidget(m_steps);
    column->addWidget(m_notice);
    m_tools->hide();
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
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setResizeContentsPrecision(measuredRows);
    m_table->setAccessibleName(tr("All hops as a table"));
}

void Inspector::connectParts()
{
    connect(m_tabs, &TabRow::currentChanged, this, [this] {
        if (tab() == Tab::Table)
            fitColumns();
        refresh();
    });
    connect(m_pane, &TextPane::linkActivated, this, &Inspector::followLink);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) { emit hopActivated(index.row()); });
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { emit hopActivated(index.row()); });
    connect(m_tools->sides(), &ChoiceButtons::chosenByHand, this, [this](int side) {
        m_showsAnswerBody = side == 1;
        refresh();
    });
    connect(m_tools->forms(), &ChoiceButtons::chosenByHand, this, [this](int form) {
        if (tab() == Tab::Body)
            m_bodyForm = BodyForm(form);
        else
            m_headForm = HeadForm(form);
        refresh();
    });
    connect(m_tools, &InspectorTools::copyTextRequested, this, &Inspector::copy);
    connect(m_tools, &InspectorTools::copySelectionRequested, this, &Inspector::copySelection);
    connect(m_tools, &InspectorTools::copyWholeRequested, this, &Inspector::copyWhole);
    connect(m_tools, &InspectorTools::saveRequested, this, &Inspector::saveBody);
    connect(m_curlMenu, &QMenu::aboutToShow, this, &Inspector::offerCurl);
    connect(m_more, &QToolButton::toggled, this, [this](bool on) {
        m_expanded = on;
        m_more->setText(on ? tr("Less") : tr("More"));
        updateHeight();
    });
}

void Inspector::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_tabs->setTheme(theme);
    m_tools->setTheme(theme);
    m_curl->setIcon(makeIcon(Icon::Copy, theme.muted, theme.edge));
    m_notice->setFont(Theme::textFont(12));
    m_pane->setTheme(theme);
    m_body->setTheme(theme);
    m_table->setFont(Theme::monoFont(12));
    m_table->horizontalHeader()->setFont(Theme::textFont(12));
    updateHeight(); // the text may have another size
}

void Inspector::fitColumns()
{
    m_table->resizeColumnsToContents();
    m_table->setColumnWidth(ExchangeModel::Target,
                            qMin(Theme::scaled(300), m_table->columnWidth(ExchangeModel::Target)));
    m_table->setColumnWidth(ExchangeModel::Digest, Theme::scaled(110));
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
    setMaximumHeight(isBrief()   ? Theme::scaled(compactHeight)
                     : m_compact ? Theme::scaled(fullHeight)
                                 : QWIDGETSIZE_MAX);
    updateMinimum();
    m_pane->setVerticalScrollBarPolicy(isBrief() ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    updateGeometry();
    refresh();
}

void Inspector::updateMinimum()
{
    if (m_compact)
        setMinimumHeight(Theme::scaled(m_expanded ? fullHeight / 2 : compactHeight));
    else
        setMinimumHeight(Theme::scaled(fullHeight - 10 + (m_steps->isHidden() ? 0 : stepsHeight)));
}

void Inspector::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    const bool hasRoom = event->size().width() >= Theme::scaled(roomForWords);
    m_curl->setToolButtonStyle(hasRoom ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    if (tab() == Tab::Timing && event->size().width() != event->oldSize().width())
        refresh(); // its scale takes the room there is
}

QSize Inspector::sizeHint() const
{
    return {400, Theme::scaled(isBrief() ? compactHeight : fullHeight)};
}

QSize Inspector::minimumSizeHint() const
{
    return {200, minimumHeight()};
}

} // namespace Detour
