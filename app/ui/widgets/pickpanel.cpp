// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/pickpanel.h"

#include "ui/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int air = 12; ///< to the window's edges
constexpr int fromTop = 6;

} // namespace

PickPanel::PickPanel(QWidget *window, Bounds bounds)
    : OverlayPanel(window)
    , m_bounds(bounds)
    , m_edit(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_note(new QLabel(this))
    , m_column(new QVBoxLayout(this))
{
    m_list->setFocusPolicy(Qt::NoFocus); // the field has it
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setProperty("kind", u"muted"_s);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(10, 4, 10, 6);
    m_column->setContentsMargins(6, 6, 6, 6);
    m_column->setSpacing(6);
    m_column->addWidget(m_edit);
    m_column->addWidget(m_note);
    m_column->addWidget(m_list, 1);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index); });
}

PickPanel::~PickPanel() = default;

QString PickPanel::note() const
{
    return m_note->isHidden() ? QString() : m_note->text();
}

void PickPanel::setItems(QAbstractItemModel &model, QAbstractItemDelegate &delegate)
{
    m_list->setModel(&model);
    m_list->setItemDelegate(&delegate);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PickPanel::tellSelection);
}

void PickPanel::showFound()
{
    const bool isEmpty = m_list->model()->rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_note->setVisible(isEmpty);
    m_list->setCurrentIndex(m_list->model()->index(0, 0));
    tellSelection();
    place();
}

void PickPanel::enter()
{
    choose(m_list->currentIndex());
}

void PickPanel::move(int by)
{
    const int row = qBound(0, m_list->currentIndex().row() + by, qMax(0, m_list->model()->rowCount() - 1));
    m_list->setCurrentIndex(m_list->model()->index(row, 0));
}

bool PickPanel::steer(int key)
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
        move(m_bounds.linesInAStep);
        return true;
    case Qt::Key_PageUp:
        move(-m_bounds.linesInAStep);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        enter();
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default: // hundreds of other keys
        return false;
    }
}

bool PickPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && watched == m_edit && isVisible())
        return steer(static_cast<QKeyEvent *>(event)->key());
    return OverlayPanel::eventFilter(watched, event);
}

void PickPanel::place()
{
    const QSize window = parentWidget()->size();
    const int width = qMin(Theme::scaled(m_bounds.widest), window.width() - 2 * air);
    const int most = qMin(Theme::scaled(m_bounds.highest), window.height() - fromTop - air);
    int wanted = 6 + m_edit->sizeHint().height() + 6;
    wanted += m_list->isHidden() ? m_note->heightForWidth(width - 12) + 6 + heightBelowNote() : 8;
    for (int row = 0; row < m_list->model()->rowCount() && wanted < most; ++row)
        wanted += m_list->sizeHintForIndex(m_list->model()->index(row, 0)).height();
    setGeometry((window.width() - width) / 2, fromTop, width, qMin(wanted, most));
}

void PickPanel::tellSelection()
{
    const QModelIndex index = m_list->currentIndex();
    const QString selected = index.data(Qt::AccessibleTextRole).toString();
    m_edit->setAccessibleDescription(
        index.isValid() ? tr("%1 of %2: %3").arg(index.row() + 1).arg(m_list->model()->rowCount()).arg(selected)
                        : m_note->text());
}

} // namespace Detour
