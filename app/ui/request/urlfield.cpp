// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/request/urlfield.h"

#include "exchangeformats/curlcommand.h"
#include "semantics/safetext.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFrame>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int rowHeight = 30;
constexpr int mostRows = 9;
constexpr int noteRole = Qt::UserRole;
constexpr int pad = 10;

/// The address, cut in its middle where it is long, and where it is from.
class SuggestionDelegate final : public QStyledItemDelegate
{
    Q_DISABLE_COPY_MOVE(SuggestionDelegate)

public:
    SuggestionDelegate(Theme theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(std::move(theme))
    {}

    QSize sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex & /*index*/) const override
    {
        return {200, rowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(m_theme.code);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(3, 1, -3, -1), 6, 6);
        }
        const QString url = index.data().toString();
        const QString note = index.data(noteRole).toString();
        QRect place = option.rect.adjusted(pad, 0, -pad, 0);
        const int flags = int(Qt::AlignVCenter) | int(Qt::TextSingleLine);
        painter->setFont(Theme::textFont(12));
        painter->setPen(m_theme.muted);
        painter->drawText(place, flags | int(Qt::AlignRight), note);
        place.setRight(place.right() - painter->fontMetrics().horizontalAdvance(note) - 2 * pad);
        const bool isAddress = !note.isEmpty();
        painter->setFont(isAddress ? Theme::monoFont(12) : Theme::textFont(13));
        painter->setPen(isAddress ? m_theme.ink : m_theme.link);
        painter->drawText(place, flags | int(Qt::AlignLeft),
                          painter->fontMetrics().elidedText(url, Qt::ElideMiddle, place.width()));
        painter->restore();
    }

private:
    Theme m_theme;
};

} // namespace

UrlField::UrlField(QWidget *parent)
    : QLineEdit(parent)
{
    connect(this, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.trimmed().isEmpty())
            closeList();
        else
            openList();
    });
}

UrlField::~UrlField() = default;

void UrlField::setTheme(const Theme &theme)
{
    m_theme = theme;
    delete m_popup;
    m_popup = nullptr;
    m_list = nullptr;
    m_model = nullptr;
}

bool UrlField::listIsOpen() const
{
    return m_popup && m_popup->isVisible();
}

void UrlField::closeList()
{
    if (m_popup)
        m_popup->hide();
}

void UrlField::openList()
{
    if (!m_source)
        return;
    m_shown = matching(m_source(), text());
    if (m_shown.isEmpty()) {
        closeList();
        return;
    }
    if (!m_popup) {
        m_popup = new QFrame(window());
        m_popup->setProperty("panel", u"popup"_s);
        m_list = new QListView(m_popup);
        m_list->setObjectName(u"urlSuggestions"_s);
        m_list->setAccessibleName(tr("Suggested addresses"));
        m_list->setFocusPolicy(Qt::NoFocus);
        m_list->setUniformItemSizes(true);
        m_list->setMouseTracking(true);
        m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
        m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_list->setItemDelegate(new SuggestionDelegate(m_theme, m_list));
        m_model = new QStandardItemModel(m_list);
        m_list->setModel(m_model);
        auto *column = new QVBoxLayout(m_popup);
        column->setContentsMargins(4, 4, 4, 4);
        column->addWidget(m_list);
        connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    }
    m_model->clear();
    for (const UrlSuggestion &one : std::as_const(m_shown)) {
        auto *item = new QStandardItem(withoutTrickery(elided(one.url, 2000)));
        item->setData(one.note, noteRole);
        item->setData(QString(one.url + u", "_s + one.note), Qt::AccessibleTextRole);
        item->setToolTip(one.url.left(1000).toHtmlEscaped());
        m_model->appendRow(item);
    }
    m_list->setCurrentIndex({});
    placeList();
    m_popup->show();
    m_popup->raise();
}

void UrlField::placeList()
{
    const QPoint at = mapTo(window(), QPoint(-6, height() + 9));
    const int rows = int(qMin<qsizetype>(m_shown.size(), mostRows));
    const int room = window()->height() - at.y() - 8;
    m_popup->setGeometry(at.x(), at.y(), width() + 12, qMin(rows * rowHeight + 10, qMax(room, 2 * rowHeight)));
}

void UrlField::step(int rows)
{
    if (!listIsOpen()) {
        openList();
        if (!listIsOpen())
            return;
    }
    const int count = m_model->rowCount();
    const int current = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
    // Above the first is the text itself: nothing is chosen.
    const int next = qBound(-1, current < 0 && rows < 0 ? count + rows : current + rows, count - 1);
    m_list->setCurrentIndex(next < 0 ? QModelIndex() : m_model->index(next, 0));
    if (next < 0)
        m_list->clearSelection();
}

void UrlField::choose(int row)
{
    if (row < 0 || row >= m_shown.size())
        return;
    const UrlSuggestion chosen = m_shown.at(row);
    closeList();
    setFocus();
    emit suggestionChosen(chosen);
}

bool UrlField::takeCurl(const QString &text)
{
    if (!looksLikeCurl(text.toUtf8()))
        return false;
    closeList();
    emit curlPasted(text);
    return true;
}

bool UrlField::event(QEvent *event)
{
    // Otherwise Escape and the arrows could be taken by the window's own keys while the list is open.
    if (event->type() == QEvent::ShortcutOverride && listIsOpen()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Up || key == Qt::Key_Down) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void UrlField::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::Paste) && takeCurl(QApplication::clipboard()->text()))
        return;
    switch (event->key()) {
    case Qt::Key_Down:
        step(1);
        return;
    case Qt::Key_Up:
        if (listIsOpen())
            step(-1);
        return;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        if (listIsOpen())
            step(event->key() == Qt::Key_PageDown ? mostRows - 1 : 1 - mostRows);
        return;
    case Qt::Key_Escape:
        if (!listIsOpen())
            break;
        closeList();
        return;
    default:
        break;
    }
    if (isEnter && listIsOpen() && m_list->currentIndex().isValid() && event->modifiers() == Qt::NoModifier) {
        choose(m_list->currentIndex().row());
        return;
    }
    if (isEnter && takeCurl(text()))
        return;
    if (isEnter)
        closeList();
    QLineEdit::keyPressEvent(event);
    // It has told returnPressed() and lets the key go on: Ctrl+Enter would reach the playground, which sends, too.
    if (isEnter)
        event->accept();
}

void UrlField::focusOutEvent(QFocusEvent *event)
{
    closeList();
    QLineEdit::focusOutEvent(event);
}

void UrlField::hideEvent(QHideEvent *event)
{
    closeList();
    QLineEdit::hideEvent(event);
}

void UrlField::dropEvent(QDropEvent *event)
{
    if (event->mimeData()->hasText() && takeCurl(event->mimeData()->text())) {
        event->acceptProposedAction();
        return;
    }
    QLineEdit::dropEvent(event);
}

void UrlField::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString clipboard = QApplication::clipboard()->text();
    if (looksLikeCurl(clipboard.toUtf8())) {
        menu->addSeparator();
        connect(menu->addAction(tr("Fill in the copied curl command")), &QAction::triggered, this,
                [this, clipboard] { emit curlPasted(clipboard); });
    }
    menu->popup(event->globalPos());
}

} // namespace Detour
