// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/request/editorpopup.h"

#include "ui/widgets/focusring.h"

#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int gap = 4;
constexpr int margin = 8; ///< to the edge of the screen

} // namespace

EditorPopup::EditorPopup(const Theme &theme, const QString &name, QWidget *anchor)
    : QFrame(anchor, Qt::Popup)
    , m_theme(theme)
    , m_anchor(anchor)
    , m_column(new QVBoxLayout(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("panel", u"popup"_s);
    setAccessibleName(name);
    m_column->setContentsMargins(12, 12, 12, 12);
    m_column->setSpacing(8);
    auto *ring = new FocusRing(this);
    ring->setColor(theme.focus);
}

void EditorPopup::open(QWidget *focus)
{
    ensurePolished();
    settle();
    show();
    focus->setFocus(Qt::PopupFocusReason);
}

void EditorPopup::settle()
{
    const QRect screen = m_anchor->screen()->availableGeometry().adjusted(margin, margin, -margin, -margin);
    const int width = qMin(m_width, screen.width());
    m_column->activate();
    const int asked = m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(width) : sizeHint().height();
    const int wanted = qMax(asked, m_height);
    const QPoint below = m_anchor->mapToGlobal(QPoint(0, m_anchor->height() + gap));
    const int above = m_anchor->mapToGlobal(QPoint(0, -gap)).y();
    const int roomBelow = screen.bottom() + 1 - below.y();
    const int roomAbove = above - screen.top();
    const bool goesUp = wanted > roomBelow && roomAbove > roomBelow;
    const int height = qMin(wanted, qMax(goesUp ? roomAbove : roomBelow, minimumSizeHint().height()));
    const int left = qBound(screen.left(), below.x(), qMax(screen.left(), screen.right() + 1 - width));
    const int top = goesUp ? above - height : below.y();
    setGeometry(left, qBound(screen.top(), top, qMax(screen.top(), screen.bottom() + 1 - height)), width, height);
}

QLabel *EditorPopup::addNote(const QString &text)
{
    auto *note = new QLabel(text, this);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->setProperty("kind", u"muted"_s);
    m_column->addWidget(note);
    return note;
}

} // namespace Detour
