// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/help/commandpalette.h"

#include "ui/help/palettedelegate.h"
#include "ui/help/palettemodel.h"
#include "ui/settings.h"
#include "ui/windowactions.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int widest = 560;
constexpr int highest = 520;
constexpr int air = 12; ///< to the window's edges
constexpr int fromTop = 6;
constexpr int linesInAStep = 8; ///< of Page Up and Page Down

} // namespace

CommandPalette::CommandPalette(WindowActions &actions, Settings &settings, QWidget *window)
    : OverlayPanel(window)
    , m_actions(actions)
    , m_settings(settings)
    , m_edit(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_model(new PaletteModel(actions, this))
    , m_delegate(new PaletteDelegate(this))
    , m_note(new QLabel(this))
{
    build();
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::find);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CommandPalette::tellSelection);
}

CommandPalette::~CommandPalette() = default;

void CommandPalette::build()
{
    m_edit->setObjectName(u"paletteText"_s);
    m_edit->setAccessibleName(tr("Do anything by its name"));
    m_edit->setPlaceholderText(tr("What would you like to do?"));
    m_edit->setMaxLength(100);
    m_list->setObjectName(u"paletteActions"_s);
    m_list->setAccessibleName(tr("Actions"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setFocusPolicy(Qt::NoFocus); // the field has it
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_note->setText(tr("No action has these letters. Try fewer of them."));
    m_note->setProperty("kind", u"muted"_s);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(10, 4, 10, 6);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(6);
    layout->addWidget(m_edit);
    layout->addWidget(m_note);
    layout->addWidget(m_list, 1);
}

void CommandPalette::setTheme(const Theme &theme)
{
    m_delegate->setTheme(theme);
    m_list->viewport()->update();
}

void CommandPalette::open()
{
    m_edit->clear();
    find();
    openWith(*m_edit);
}

void CommandPalette::find()
{
    m_model->find(m_edit->text().simplified(), m_settings.recentActions());
    const bool isEmpty = m_model->rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_note->setVisible(isEmpty);
    m_list->setCurrentIndex(m_model->index(0));
    tellSelection();
    place();
}

void CommandPalette::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QString id = m_model->rowAt(index.row()).id;
    if (!m_model->rowAt(index.row()).whyNot.isEmpty())
        return; // the line says why; it stays open for another
    close();
    m_settings.addRecentAction(id);
    if (QAction *action = m_actions.action(id))
        action->trigger();
}

void CommandPalette::move(int by)
{
    const int row = qBound(0, m_list->currentIndex().row() + by, qMax(0, m_model->rowCount() - 1));
    m_list->setCurrentIndex(m_model->index(row));
}

bool CommandPalette::steer(int key)
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
        choose(m_list->currentIndex());
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default: // hundreds of other keys
        return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && watched == m_edit && isVisible())
        return steer(static_cast<QKeyEvent *>(event)->key());
    return OverlayPanel::eventFilter(watched, event);
}

void CommandPalette::place()
{
    const QSize window = parentWidget()->size();
    const int width = qMin(Theme::scaled(widest), window.width() - 2 * air);
    const int most = qMin(Theme::scaled(highest), window.height() - fromTop - air);
    int wanted = 6 + m_edit->sizeHint().height() + 6;
    wanted += m_list->isHidden() ? m_note->heightForWidth(width - 12) + 6 : 8;
    for (int row = 0; row < m_model->rowCount() && wanted < most; ++row)
        wanted += m_list->sizeHintForIndex(m_model->index(row)).height();
    setGeometry((window.width() - width) / 2, fromTop, width, qMin(wanted, most));
}

void CommandPalette::tellSelection()
{
    const QModelIndex index = m_list->currentIndex();
    m_edit->setAccessibleDescription(index.isValid() ? tr("%1 of %2: %3")
                                                           .arg(index.row() + 1)
                                                           .arg(m_model->rowCount())
                                                           .arg(index.data(Qt::AccessibleTextRole).toString())
                                                     : m_note->text());
}

} // namespace Detour
