// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/request/namevaluetable.h"

#include "semantics/safetext.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QClipboard>
#include <QCompleter>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int lineHeight = 34;
constexpr int removeWidth = 34;
constexpr int nameWidth = 150;
constexpr int mostShown = 7;
constexpr int longestCell = 64 * 1024;
constexpr int crossSize = 14;

/// A cell's editor. Pasted lines are no single cell's affair.
class CellEditor final : public QLineEdit
{
    Q_DISABLE_COPY_MOVE(CellEditor)

public:
    CellEditor(NameValueTable *table, QWidget *parent)
        : QLineEdit(parent)
        , m_table(table)
    {}

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->matches(QKeySequence::Paste) && text().isEmpty()) {
            const QString pasted = QApplication::clipboard()->text();
            if (pasted.contains(u'\n') || pasted.contains(u": "_s)) {
                m_table->setFocus();
                m_table->pasteRows(pasted);
                return;
            }
        }
        QLineEdit::keyPressEvent(event);
        // The delegate has seen Enter and commits it soon: the table must not begin anew.
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            event->accept();
    }

private:
    NameValueTable *m_table;
};

class CellDelegate final : public QStyledItemDelegate
{
    Q_DISABLE_COPY_MOVE(CellDelegate)

public:
    CellDelegate(Theme theme, QStringList completions, NameValueTable *table)
        : QStyledItemDelegate(table)
        , m_theme(std::move(theme))
        , m_completions(std::move(completions))
        , m_table(table)
    {}

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem & /*option*/,
                          const QModelIndex &index) const override
    {
        auto *editor = new CellEditor(m_table, parent);
        editor->setFont(Theme::monoFont(12));
        editor->setMaxLength(longestCell);
        editor->setAccessibleName(index.column() == NameValueModel::Name ? NameValueTable::tr("Name")
                                                                         : NameValueTable::tr("Value"));
        editor->setProperty("kind", u"cell"_s);
        if (index.column() == NameValueModel::Name && !m_completions.isEmpty()) {
            auto *completer = new QCompleter(m_completions, editor);
            completer->setCaseSensitivity(Qt::CaseInsensitive);
            editor->setCompleter(completer);
        }
        return editor;
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        const QString text = cell.text;
        cell.text.clear();
        const QWidget *widget = option.widget;
        widget->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, widget);
        if (index.column() == NameValueModel::Remove)
            paintRemove(painter, option, index);
        else
            paintText(painter, option, index, text);
    }

private:
    void paintRemove(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        if (index.data(Qt::AccessibleTextRole).toString().isEmpty())
            return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        QRectF place(0, 0, crossSize, crossSize);
        place.moveCenter(QRectF(option.rect).center());
        paintIcon(*painter, place, Icon::Cross, m_theme.muted);
        painter->restore();
    }

    void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   const QString &text) const
    {
        const bool isNew = index.siblingAtColumn(0).data().toString().isEmpty()
                           && index.siblingAtColumn(1).data().toString().isEmpty();
        const bool isWrong = !index.data(NameValueModel::TroubleRole).toString().isEmpty();
        QString shown = withoutTrickery(text.left(1000));
        if (isNew)
            shown = index.column() == NameValueModel::Name ? NameValueTable::tr("Name") : NameValueTable::tr("Value");
        painter->save();
        painter->setFont(Theme::monoFont(12));
        painter->setPen(isWrong                                                       ? m_theme.error
                        : isNew || index.data(NameValueModel::GeneratedRole).toBool() ? m_theme.muted
                                                                                      : m_theme.ink);
        QRect place = option.rect.adjusted(9, 0, -6, 0);
        if (isWrong && index.column() == NameValueModel::Name) {
            painter->setRenderHint(QPainter::Antialiasing);
            paintIcon(*painter, QRectF(place.left(), place.center().y() - 6, 13, 13), Icon::Warning, m_theme.error);
            place.setLeft(place.left() + 18);
        }
        const QString elided = painter->fontMetrics().elidedText(shown, Qt::ElideRight, place.width());
        painter->drawText(place, int(Qt::AlignVCenter) | int(Qt::AlignLeft) | int(Qt::TextSingleLine), elided);
        painter->restore();
    }

    Theme m_theme;
    QStringList m_completions;
    NameValueTable *m_table;
};

} // namespace

NameValueTable::NameValueTable(const Theme &theme, NameValueModel::Check check, QStringList completions,
                               std::function<QList<NameValueModel::Row>(const QString &)> parse, QWidget *parent)
    : QTableView(parent)
    , m_model(new NameValueModel(std::move(check), this))
    , m_parse(std::move(parse))
{
    setProperty("kind", u"boxed"_s);
    setModel(m_model);
    setItemDelegate(new CellDelegate(theme, std::move(completions), this));
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionMode(SingleSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed | SelectedClicked);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(lineHeight);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    horizontalHeader()->setSectionResizeMode(NameValueModel::Value, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(NameValueModel::Remove, QHeaderView::Fixed);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    setColumnWidth(NameValueModel::Name, nameWidth);
    setColumnWidth(NameValueModel::Remove, removeWidth);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setMinimumHeight(2 * lineHeight);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, [this] { updateGeometry(); });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { updateGeometry(); });
}

QSize NameValueTable::sizeHint() const
{
    const int shown = qBound(2, m_model->rowCount(), mostShown);
    return {420, horizontalHeader()->sizeHint().height() + shown * lineHeight + 2 * frameWidth()};
}

void NameValueTable::startNewRow()
{
    const QModelIndex last = m_model->index(m_model->rowCount() - 1, NameValueModel::Name);
    setFocus();
    setCurrentIndex(last);
    scrollTo(last);
    edit(last);
}

void NameValueTable::removeRow(int row)
{
    m_model->removeRowAt(row);
    setCurrentIndex(m_model->index(qMin(row, m_model->rowCount() - 1), NameValueModel::Name));
}

bool NameValueTable::pasteRows(const QString &text)
{
    const QList<NameValueModel::Row> pasted = m_parse(text);
    if (pasted.isEmpty())
        return false;
    const int row = currentIndex().isValid() ? currentIndex().row() : m_model->rowCount() - 1;
    const qsizetype taken = m_model->insert(row, pasted);
    const QModelIndex last = m_model->index(qMin(row + int(taken), m_model->rowCount() - 1), NameValueModel::Name);
    setCurrentIndex(last);
    scrollTo(last);
    if (taken < pasted.size())
        emit full();
    return true;
}

void NameValueTable::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::Paste) && pasteRows(QApplication::clipboard()->text()))
        return;
    if (event->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(current.data().toString());
        return;
    }
    const bool removes = event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace
                         || (current.column() == NameValueModel::Remove && (isEnter || event->key() == Qt::Key_Space));
    if (current.isValid() && removes) {
        removeRow(current.row());
        return;
    }
    if (current.isValid() && isEnter && event->modifiers() == Qt::NoModifier) {
        edit(current);
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        event->ignore(); // the popup's
        return;
    }
    QTableView::keyPressEvent(event);
}

QModelIndex NameValueTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (action != MoveNext && action != MovePrevious)
        return QTableView::moveCursor(action, modifiers);
    const QModelIndex current = currentIndex();
    const int step = action == MoveNext ? 1 : -1;
    const int cell = current.row() * 2 + qMin(current.column(), int(NameValueModel::Value)) + step;
    if (!current.isValid() || cell < 0)
        return {};
    return m_model->index(cell / 2, cell % 2); // invalid after the last
}

void NameValueTable::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (!index.isValid() || event->button() != Qt::LeftButton)
        return;
    if (index.column() == NameValueModel::Remove)
        removeRow(index.row());
    else if (state() != EditingState)
        edit(index);
}

} // namespace Detour
