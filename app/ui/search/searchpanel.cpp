// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/search/searchpanel.h"

#include "ui/search/searchdelegate.h"
#include "ui/search/searchmodel.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int widest = 640;
constexpr int highest = 580;
constexpr int air = 12; ///< to the window's edges
constexpr int fromTop = 6;
constexpr int linesInAStep = 6; ///< of Page Up and Page Down
constexpr int mostHits = 40;

} // namespace

SearchPanel::SearchPanel(QWidget *window)
    : OverlayPanel(window)
    , m_edit(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_model(new SearchModel(this))
    , m_delegate(new SearchDelegate(this))
    , m_note(new QLabel(this))
    , m_suggestion(new QPushButton(this))
{
    build();
    connect(m_edit, &QLineEdit::textChanged, this, &SearchPanel::search);
    connect(m_list, &QListView::clicked, this, &SearchPanel::choose);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &SearchPanel::tellSelection);
    connect(m_suggestion, &QPushButton::clicked, this, [this] {
        m_edit->setText(m_suggestion->property("query").toString());
        m_edit->setFocus(Qt::OtherFocusReason);
    });
}

SearchPanel::~SearchPanel() = default;

void SearchPanel::build()
{
    m_edit->setObjectName(u"searchText"_s);
    m_edit->setAccessibleName(tr("Search"));
    m_edit->setPlaceholderText(tr("Search pages, fields, clients, examples and actions"));
    m_edit->setMaxLength(SearchIndex::longestQuery);
    m_edit->setClearButtonEnabled(false);
    m_list->setObjectName(u"searchHits"_s);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setFocusPolicy(Qt::NoFocus); // the field has it
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setProperty("kind", u"muted"_s);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(10, 4, 10, 6);
    m_suggestion->setProperty("kind", u"quiet"_s);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(6);
    layout->addWidget(m_edit);
    layout->addWidget(m_note);
    layout->addWidget(m_suggestion, 0, Qt::AlignLeft);
    layout->addWidget(m_list, 1);
}

void SearchPanel::setTheme(const Theme &theme)
{
    m_delegate->setTheme(theme);
    m_list->viewport()->update();
}

void SearchPanel::setIndex(SearchIndex index)
{
    m_index = std::move(index);
    search();
}

void SearchPanel::open()
{
    search();
    openWith(*m_edit);
    m_edit->selectAll();
}

QString SearchPanel::note() const
{
    return m_note->isHidden() ? QString() : m_note->text();
}

void SearchPanel::search()
{
    const QString query = m_edit->text().simplified();
    const QList<SearchHit> hits = m_index.find(query, mostHits);
    m_model->setHits(hits);
    m_list->setCurrentIndex(m_model->index(0));
    m_list->setVisible(!hits.isEmpty());
    m_note->setVisible(hits.isEmpty());
    const QString suggestion = hits.isEmpty() ? m_index.suggestionFor(query) : QString();
    m_suggestion->setVisible(!suggestion.isEmpty());
    m_suggestion->setProperty("query", suggestion);
    m_suggestion->setText(tr("Search for “%1” instead (Enter)").arg(QString(suggestion).replace(u'&', u"&&"_s)));
    m_note->setText(query.isEmpty() ? tr("A code, a field, a client, or what you want to know: 307, Location, curl, "
                                         "after a form.")
                    : suggestion.isEmpty()
                        ? tr("Nothing has “%1” in it. Try fewer words, a code or a field.").arg(query)
                        : tr("Nothing has “%1” in it.").arg(query));
    tellSelection();
    place();
}

void SearchPanel::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QString target = m_model->hitAt(index.row()).entry.target;
    close();
    emit chosen(target);
}

void SearchPanel::move(int by)
{
    const int row = qBound(0, m_list->currentIndex().row() + by, qMax(0, m_model->rowCount() - 1));
    m_list->setCurrentIndex(m_model->index(row));
}

bool SearchPanel::steer(int key)
{
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Tab:
        move(1);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Backtab:
        move(-1);
        return true;
    case Qt::Key_PageDown:
        move(linesInAStep);
        return true;
    case Qt::Key_PageUp:
        move(-linesInAStep);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_suggestion->isVisible())
            m_suggestion->click();
        else
            choose(m_list->currentIndex());
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default: // hundreds of other keys
        return false;
    }
}

bool SearchPanel::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::ShortcutOverride && watched->isWidgetType()) {
        // A field would take Ctrl+K for "delete to the end of the line".
        const auto *key = static_cast<QKeyEvent *>(event);
        return key->key() == Qt::Key_K && key->modifiers() == Qt::ControlModifier;
    }
    if (type == QEvent::KeyPress && watched == m_edit && isVisible())
        return steer(static_cast<QKeyEvent *>(event)->key());
    return OverlayPanel::eventFilter(watched, event);
}

void SearchPanel::place()
{
    const QSize window = parentWidget()->size();
    const int width = qMin(Theme::scaled(widest), window.width() - 2 * air);
    const int most = qMin(Theme::scaled(highest), window.height() - fromTop - air);
    int wanted = 6 + m_edit->sizeHint().height() + 6;
    if (m_list->isHidden()) {
        wanted += m_note->heightForWidth(width - 12) + 6;
        wanted += m_suggestion->isHidden() ? 0 : m_suggestion->sizeHint().height() + 6;
    }
    for (int row = 0; row < m_model->rowCount() && wanted < most; ++row)
        wanted += m_list->sizeHintForIndex(m_model->index(row)).height();
    wanted += m_list->isHidden() ? 0 : 8;
    setGeometry((window.width() - width) / 2, fromTop, width, qMin(wanted, most));
}

void SearchPanel::tellSelection()
{
    const QModelIndex index = m_list->currentIndex();
    const QString selected = index.data(Qt::AccessibleTextRole).toString();
    m_edit->setAccessibleDescription(
        index.isValid() ? tr("%1 of %2: %3").arg(index.row() + 1).arg(m_model->rowCount()).arg(selected)
                        : m_note->text());
}

} // namespace Detour
