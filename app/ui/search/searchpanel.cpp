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

constexpr int mostHits = 40;

} // namespace

SearchPanel::SearchPanel(QWidget *window)
    : PickPanel(window, {640, 580, 6})
    , m_model(new SearchModel(this))
    , m_delegate(new SearchDelegate(this))
    , m_suggestion(new QPushButton(this))
{
    setItems(*m_model, *m_delegate);
    field().setObjectName(u"searchText"_s);
    field().setAccessibleName(tr("Search"));
    field().setPlaceholderText(tr("Search pages, fields, clients, examples and actions"));
    field().setMaxLength(SearchIndex::longestQuery);
    field().setClearButtonEnabled(false);
    list().setObjectName(u"searchHits"_s);
    list().setAccessibleName(tr("What was found"));
    m_suggestion->setProperty("kind", u"quiet"_s);
    column().insertWidget(column().indexOf(&list()), m_suggestion, 0, Qt::AlignLeft);
    connect(&field(), &QLineEdit::textChanged, this, &SearchPanel::search);
    connect(m_suggestion, &QPushButton::clicked, this, [this] {
        field().setText(m_suggestion->property("query").toString());
        field().setFocus(Qt::OtherFocusReason);
    });
}

SearchPanel::~SearchPanel() = default;

void SearchPanel::setTheme(const Theme &theme)
{
    m_delegate->setTheme(theme);
    list().viewport()->update();
}

void SearchPanel::setIndex(SearchIndex index)
{
    m_index = std::move(index);
    search();
}

void SearchPanel::open()
{
    search();
    openWith(field());
    field().selectAll();
}

void SearchPanel::search()
{
    const QString query = field().text().simplified();
    const QList<SearchHit> hits = m_index.find(query, mostHits);
    m_model->setHits(hits);
    const QString suggestion = hits.isEmpty() ? m_index.suggestionFor(query) : QString();
    m_suggestion->setVisible(!suggestion.isEmpty());
    m_suggestion->setProperty("query", suggestion);
    m_suggestion->setText(tr("Search for “%1” instead (Enter)").arg(QString(suggestion).replace(u'&', u"&&"_s)));
    noteLabel().setText(
        query.isEmpty()        ? tr("A code, a field, a client, or what you want to know: 307, Location, curl, "
                                           "after a form.")
        : suggestion.isEmpty() ? tr("Nothing has “%1” in it. Try fewer words, a code or a field.").arg(query)
                               : tr("Nothing has “%1” in it.").arg(query));
    showFound();
}

void SearchPanel::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QString target = m_model->hitAt(index.row()).entry.target;
    close();
    emit chosen(target);
}

void SearchPanel::enter()
{
    if (m_suggestion->isVisible())
        m_suggestion->click();
    else
        PickPanel::enter();
}

int SearchPanel::heightBelowNote() const
{
    return m_suggestion->isHidden() ? 0 : m_suggestion->sizeHint().height() + 6;
}

bool SearchPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && watched->isWidgetType()) {
        // A field would take Ctrl+K for "delete to the end of the line".
        const auto *key = static_cast<QKeyEvent *>(event);
        return key->key() == Qt::Key_K && key->modifiers() == Qt::ControlModifier;
    }
    return PickPanel::eventFilter(watched, event);
}

} // namespace Detour
