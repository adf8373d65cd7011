// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/lab/labview.h"

#include "ui/lab/labaddresses.h"
#include "ui/lab/labdetail.h"
#include "ui/lab/lablogmodel.h"
#include "ui/themecontroller.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStyle>
#include <QTreeView>
#include <QVBoxLayout>

#include <array>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds newsInterval{150};
/// The widest words that a column is made for, besides its heading; the target gets what is left.
constexpr std::array<QLatin1StringView, LabColumns> widest{"99999.999 s"_L1, "99999"_L1, "65535"_L1, "TLS"_L1,
                                                           "OPTIONS"_L1,     ""_L1,      "none"_L1,  "1023.9 KiB"_L1};

QLabel *plainLabel(QWidget *parent, const QString &name, const QString &kind)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("kind", kind);
    label->setWordWrap(true);
    return label;
}

} // namespace

LabView::LabView(Session &session, ThemeController &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_model(new LabLogModel(2000, this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_state(plainLabel(this, u"labState"_s, u"muted"_s))
    , m_error(plainLabel(this, u"labError"_s, u"error"_s))
    , m_startStop(new QPushButton(this))
    , m_addresses(new LabAddresses(this))
    , m_filter(new QLineEdit(this))
    , m_pause(new QPushButton(tr("Pause"), this))
    , m_clear(new QPushButton(tr("Clear"), this))
    , m_secrets(new QCheckBox(tr("Show secrets"), this))
    , m_count(plainLabel(this, u"labCount"_s, u"muted"_s))
    , m_empty(plainLabel(this, u"labEmpty"_s, u"muted"_s))
    , m_table(new QTreeView(this))
    , m_detail(new LabDetail(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
{
    setObjectName(u"labView"_s);
    dress();
    dressTable();
    arrange();
    connectParts();
    applyTheme();
    labChanged();
}

void LabView::dress()
{
    m_error->hide();
    m_startStop->setObjectName(u"labStartStop"_s);
    m_filter->setObjectName(u"labFilter"_s);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter exchanges"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(220);
    m_pause->setObjectName(u"labPause"_s);
    m_pause->setCheckable(true);
    m_pause->setToolTip(tr("The lab goes on; only this list stands still."));
    m_clear->setObjectName(u"labClear"_s);
    m_clear->setToolTip(tr("Forgets what the lab has recorded."));
    m_secrets->setObjectName(u"labSecrets"_s);
    m_secrets->setToolTip(tr("Credentials and cookies are shown as *** unless this is on."));
    m_count->setWordWrap(false);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_timer.setObjectName(u"labNews"_s);
    m_timer.setInterval(newsInterval);
}

void LabView::dressTable()
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterKeyColumn(-1);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setObjectName(u"labLog"_s);
    m_table->setAccessibleName(tr("Exchanges of the lab"));
    m_table->setModel(m_filtered);
    m_table->setRootIsDecorated(false);
    m_table->setItemsExpandable(false);
    m_table->setUniformRowHeights(true);
    m_table->setMinimumHeight(64);
    m_table->setIndentation(0);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    QHeaderView *header = m_table->header();
    header->setSectionsMovable(false);
    header->setStretchLastSection(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int column = 0; column < LabColumns; ++column) {
        header->setSectionResizeMode(column, column == LabTarget ? QHeaderView::Stretch : QHeaderView::Interactive);
    }
}

void LabView::arrange()
{
    auto *title = new QLabel(tr("Lab"), this);
    title->setFont(Theme::textFont(26, QFont::Bold));
    auto *top = new QHBoxLayout;
    top->addWidget(title);
    top->addSpacing(8);
    top->addWidget(m_state, 1);
    top->addWidget(m_startStop);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(8);
    for (QWidget *tool : {static_cast<QWidget *>(m_filter), static_cast<QWidget *>(m_secrets)})
        tools->addWidget(tool);
    tools->addStretch(1);
    for (QWidget *tool :
         {static_cast<QWidget *>(m_count), static_cast<QWidget *>(m_pause), static_cast<QWidget *>(m_clear)})
        tools->addWidget(tool);

    auto *log = new QWidget;
    auto *inLog = new QVBoxLayout(log);
    inLog->setContentsMargins(0, 0, 0, 0);
    inLog->addWidget(m_table);
    inLog->addWidget(m_empty, 1);
    m_splitter->addWidget(log);
    m_splitter->addWidget(m_detail);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1); // QSplitter widens the place to grab by itself
    m_splitter->setSizes({300, 260});
    auto *card = new QFrame(this);
    card->setProperty("panel", u"card"_s);
    auto *inCard = new QVBoxLayout(card);
    inCard->setContentsMargins(1, 1, 1, 1);
    inCard->addWidget(m_splitter);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(28, 12, 28, 14);
    column->setSpacing(8);
    column->addLayout(top);
    column->addWidget(m_error);
    column->addWidget(m_addresses);
    column->addLayout(tools);
    column->addWidget(card, 1);
}

void LabView::connectParts()
{
    connect(&m_theme, &ThemeController::changed, this, &LabView::applyTheme);
    connect(&m_session, &Session::labStarted, this, &LabView::labChanged);
    connect(&m_session, &Session::labStopped, this, &LabView::labChanged);
    connect(&m_timer, &QTimer::timeout, this, &LabView::tick);
    connect(m_startStop, &QPushButton::clicked, this, &LabView::startOrStop);
    connect(m_addresses, &LabAddresses::copyRequested, this, &LabView::copy);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_filtered->setFilterFixedString(words.trimmed());
        showEmptyState();
    });
    connect(m_pause, &QPushButton::toggled, this, [this](bool paused) {
        m_pause->setText(paused ? tr("Go on") : tr("Pause"));
        if (!paused)
            refresh();
    });
    connect(m_clear, &QPushButton::clicked, this, &LabView::clearLog);
    connect(m_secrets, &QCheckBox::toggled, this, [this](bool shows) {
        m_model->setShowsSecrets(shows);
        showSelected();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LabView::showSelected);
}

void LabView::applyTheme()
{
    m_model->setTheme(m_theme.theme());
    m_detail->setTheme(m_theme.theme());
    constexpr int padding = 24;
    const QFontMetrics metrics(Theme::textFont(13.5)); // follows the scale of the text
    for (int column = 0; column < LabColumns; ++column) {
        const QString heading = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int words =
            qMax(metrics.horizontalAdvance(heading), metrics.horizontalAdvance(QString(widest.at(size_t(column)))));
        if (column != LabTarget)
            m_table->header()->resizeSection(column, words + padding);
    }
}

void LabView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showAddresses();
    refresh();
    m_timer.start();
}

void LabView::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    QWidget::hideEvent(event);
}

void LabView::tick()
{
    if (!m_knowsCertificate && m_session.labIsRunning()) {
        m_knowsCertificate = true; // it has been made by now: asking at once would wait for that
        showAddresses();
    }
    if (!m_pause->isChecked())
        refresh();
}

void LabView::refresh()
{
    const QScrollBar *bar = m_table->verticalScrollBar();
    const bool followsNews = bar->value() >= bar->maximum() - 1;
    const int before = m_model->rowCount();
    const quint64 first = m_model->numberAt(0);
    m_model->refresh(m_session.labTranscript());
    if (followsNews && (m_model->rowCount() != before || m_model->numberAt(0) != first))
        m_table->scrollToBottom();
    if (m_detailIsOpen)
        showSelected();
    showEmptyState();
}

void LabView::showEmptyState()
{
    const bool isEmpty = m_filtered->rowCount() == 0;
    m_table->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    const quint64 dropped = m_session.labTranscript().dropped();
    m_count->setText(dropped > 0
                         ? tr("%n exchange(s), %1 older ones dropped", nullptr, m_model->rowCount()).arg(dropped)
                         : tr("Exchanges: %1").arg(m_model->rowCount()));
    m_clear->setEnabled(m_model->rowCount() > 0);
    if (!isEmpty)
        return;
    const QList<TargetUri> bases = m_session.labBaseUris();
    if (m_model->rowCount() > 0)
        m_empty->setText(tr("None of the %1 exchanges matches “%2”.").arg(m_model->rowCount()).arg(m_filter->text()));
    else if (bases.isEmpty())
        m_empty->setText(tr("Nothing has been recorded."));
    else
        m_empty->setText(
            tr("Nothing has arrived yet. Run an example, or try in a terminal:\n\ncurl -iL %1/lab/chain/307/302")
                .arg(QString::fromLatin1(Origin::of(bases.constFirst()).serialized())));
}

void LabView::labChanged()
{
    const bool runs = m_session.labIsRunning();
    m_knowsCertificate = false;
    if (runs) {
        m_model->clear(); // a new run counts from 1 again
        m_error->hide();
    }
    m_state->setText(runs ? tr("A server of redirects on this computer alone. Nothing on the network can reach it.")
                          : tr("The lab does not run. It starts by itself when something needs it."));
    m_startStop->setText(runs ? tr("Stop lab") : tr("Start lab"));
    m_startStop->setProperty("kind", runs ? QString() : u"primary"_s);
    m_startStop->style()->unpolish(m_startStop);
    m_startStop->style()->polish(m_startStop);
    showAddresses();
    refresh();
    showSelected();
}

void LabView::showAddresses()
{
    const bool isKnown = m_knowsCertificate && m_session.labIsRunning();
    m_addresses->showLab(m_session.labBaseUris(), isKnown ? m_session.labCertificate().file : QString(),
                         isKnown ? m_session.labRemarks() : QStringList());
}

void LabView::startOrStop()
{
    if (m_session.labIsRunning()) {
        m_session.stopLab();
        return;
    }
    const Result<LabPorts> ports = m_session.ensureLab();
    m_error->setVisible(!ports);
    if (!ports)
        m_error->setText(ports.error().message);
}

quint64 LabView::selectedNumber() const
{
    const QModelIndex current = m_filtered->mapToSource(m_table->currentIndex());
    return current.isValid() ? m_model->numberAt(current.row()) : 0;
}

void LabView::showSelected()
{
    m_detailIsOpen = false;
    const quint64 number = selectedNumber();
    if (number == 0) {
        m_detail->showNothing(tr("Select an exchange to see its bytes."));
        return;
    }
    const auto entry = m_session.labTranscript().finished(number, std::chrono::milliseconds(0));
    if (!entry) {
        m_detail->showNothing(tr("The lab no longer keeps the bytes of this exchange: newer ones took their place."));
        return;
    }
    m_detailIsOpen = entry->writtenAt == 0 && entry->status != 0;
    m_detail->showEntry(*entry, m_secrets->isChecked());
}

void LabView::clearLog()
{
    const quint64 last = m_session.labTranscript().lastNumber();
    m_session.clearLabTranscript();
    m_model->clear(last);
    refresh();
    showSelected();
}

void LabView::copy(const QString &text, const QString &what)
{
    QGuiApplication::clipboard()->setText(text);
    m_count->setText(tr("Copied %1").arg(what));
}

} // namespace Detour
