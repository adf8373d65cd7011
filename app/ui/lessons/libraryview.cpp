// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/lessons/libraryview.h"

#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

enum Column {
    Title,
    Topic,
    Level,
    Codes,
    Length,
    State,
    Columns,
};

enum Role {
    IdRole = Qt::UserRole,
    OrderRole,  ///< what the column is sorted by
    SearchRole, ///< in the first column: all words to find the line by
};

QString stateWords(LibraryEntry::State state)
{
    switch (state) {
    case LibraryEntry::State::New:
        return {};
    case LibraryEntry::State::Begun:
        return LibraryView::tr("begun");
    case LibraryEntry::State::Done:
        return LibraryView::tr("done");
    }
    return {};
}

QString codeWords(const QList<StatusCode> &codes)
{
    QStringList words;
    for (const StatusCode code : codes)
        words.append(QString::number(code));
    return words.join(", "_L1);
}

QList<QStandardItem *> rowOf(const LibraryEntry &entry, int place)
{
    const QString topic = topicInWords(entry.topic);
    const QString level = levelInWords(entry.level);
    const std::pair<QString, QVariant> cells[Columns] = {
        {entry.title, place},
        {topic, topic},
        {level, entry.level},
        {codeWords(entry.codes), codeWords(entry.codes)},
        {entry.length, entry.length.rightJustified(8)},
        {stateWords(entry.state), int(entry.state)},
    };
    QList<QStandardItem *> row;
    QStringList words{entry.keywords};
    for (const auto &[text, order] : cells) {
        auto *item = new QStandardItem(text);
        item->setEditable(false);
        item->setData(order, OrderRole);
        item->setData(entry.id, IdRole);
        words.append(text);
        row.append(item);
    }
    row.constFirst()->setData(words.join(u' '), SearchRole);
    row.constFirst()->setToolTip(entry.title.toHtmlEscaped());
    return row;
}

} // namespace

QString levelInWords(int level)
{
    return level <= 1   ? LibraryView::tr("first steps")
           : level == 2 ? LibraryView::tr("at work")
                        : LibraryView::tr("deep");
}

QString topicInWords(const QString &topic)
{
    static const QHash<QString, QString> words{
        {u"api"_s, LibraryView::tr("APIs")},          {u"caching"_s, LibraryView::tr("Caching")},
        {u"codes"_s, LibraryView::tr("Codes")},       {u"credentials"_s, LibraryView::tr("Credentials")},
        {u"forms"_s, LibraryView::tr("Forms")},       {u"loops"_s, LibraryView::tr("Loops")},
        {u"security"_s, LibraryView::tr("Security")}, {u"uploads"_s, LibraryView::tr("Uploads")},
    };
    return words.value(topic, topic);
}

LibraryView::LibraryView(const QString &objectName, const QString &title, const QString &note, QWidget *parent)
    : QWidget(parent)
    , m_model(new QStandardItemModel(0, Columns, this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_empty(new QLabel(tr("Nothing matches these words."), this))
    , m_table(new QTreeView(this))
{
    setObjectName(objectName);
    build(title, note);
    dressTable();
    connect(m_filter, &QLineEdit::textChanged, this, &LibraryView::applyFilter);
    connect(m_table, &QTreeView::clicked, this, &LibraryView::openAt);
    m_filter->installEventFilter(this);
    m_table->installEventFilter(this);
}

void LibraryView::build(const QString &title, const QString &note)
{
    auto *heading = new QLabel(title, this);
    m_table->setAccessibleName(title);
    heading->setFont(Theme::textFont(26, QFont::Bold));
    auto *under = new QLabel(note, this);
    under->setProperty("kind", u"muted"_s);
    under->setWordWrap(true);
    m_filter->setObjectName(u"libraryFilter"_s);
    m_filter->setPlaceholderText(tr("Filter by word, topic or code"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(320);
    m_count->setProperty("kind", u"muted"_s);
    m_count->setObjectName(u"libraryCount"_s);
    m_empty->setProperty("kind", u"muted"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->hide();
    auto *tools = new QHBoxLayout;
    tools->addWidget(m_filter, 1);
    tools->addStretch(1);
    tools->addWidget(m_count);
    auto *card = new QFrame(this);
    card->setProperty("panel", u"card"_s);
    auto *inCard = new QVBoxLayout(card);
    inCard->setContentsMargins(1, 1, 1, 1);
    inCard->addWidget(m_table, 1);
    inCard->addWidget(m_empty, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(28, 12, 28, 14);
    column->setSpacing(8);
    column->addWidget(heading);
    column->addWidget(under);
    column->addLayout(tools);
    column->addWidget(card, 1);
}

void LibraryView::dressTable()
{
    m_model->setHorizontalHeaderLabels({tr("Title"), tr("Topic"), tr("Level"), tr("Codes"), tr("Length"), tr("State")});
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterKeyColumn(Title);
    m_filtered->setFilterRole(SearchRole);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setSortRole(OrderRole);
    m_table->setObjectName(u"libraryTable"_s);
    m_table->setModel(m_filtered);
    m_table->setRootIsDecorated(false);
    m_table->setItemsExpandable(false);
    m_table->setUniformRowHeights(true);
    m_table->setIndentation(0);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(Title, Qt::AscendingOrder);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    QHeaderView *header = m_table->header();
    header->setSectionsMovable(false);
    header->setStretchLastSection(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int column = 0; column < Columns; ++column)
        header->setSectionResizeMode(column, column == Title ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
}

void LibraryView::setTheme(const Theme &theme)
{
    m_theme = theme;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QStandardItem *item = m_model->item(row, State);
        const bool isDone = item->data(OrderRole).toInt() == int(LibraryEntry::State::Done);
        item->setIcon(isDone ? makeIcon(Icon::Tick, theme.ok, theme.ok) : QIcon());
    }
}

void LibraryView::setEntries(const QList<LibraryEntry> &entries)
{
    const QString current = m_table->currentIndex().siblingAtColumn(Title).data(IdRole).toString();
    m_model->removeRows(0, m_model->rowCount());
    bool hasLengths = false;
    int place = 0;
    for (const LibraryEntry &entry : entries) {
        m_model->appendRow(rowOf(entry, place++));
        hasLengths = hasLengths || !entry.length.isEmpty();
    }
    m_table->setColumnHidden(Length, !hasLengths);
    setTheme(m_theme);
    m_table->setCurrentIndex(m_filtered->index(0, Title));
    for (int row = 0; row < m_filtered->rowCount(); ++row) {
        if (m_filtered->index(row, Title).data(IdRole).toString() == current)
            m_table->setCurrentIndex(m_filtered->index(row, Title));
    }
    showCount();
}

void LibraryView::applyFilter(const QString &typed)
{
    m_filtered->setFilterFixedString(typed.trimmed());
    if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_filtered->index(0, Title));
    showCount();
}

void LibraryView::showCount()
{
    const int shown = m_filtered->rowCount();
    const int all = m_model->rowCount();
    m_count->setText(shown == all ? QString::number(all) : tr("%1 of %2").arg(shown).arg(all));
    m_table->setVisible(shown > 0);
    m_empty->setVisible(shown == 0);
}

void LibraryView::openAt(const QModelIndex &index)
{
    if (index.isValid())
        emit opened(index.siblingAtColumn(Title).data(IdRole).toString());
}

/// Enter opens the line; from the filter, arrows go into the list.
bool LibraryView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        openAt(m_table->currentIndex());
        return true;
    }
    if (watched == m_filter && key == Qt::Key_Down) {
        m_table->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Detour
