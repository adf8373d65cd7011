// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/pages/pagetext.h"
#include "ui/pages/pageview.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>

// What can be taken out of a page: selected text, code, and the addresses of its sections.

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int headingAir = 40; ///< a section counts from a little above the place to which its link scrolls
constexpr int mostLinks = 500; ///< that Tab passes over at once

bool isSectionLink(const QString &href)
{
    return href.startsWith(u"section:");
}

} // namespace

void PageView::copyText(const QString &text, const QString &tip)
{
    QGuiApplication::clipboard()->setText(text);
    showTip(tip);
}

void PageView::copySectionLink(const QString &anchor)
{
    const QString address = u"page:"_s + m_slug + (anchor.isEmpty() ? QString() : QString(u'#' + anchor));
    copyText(address, tr("Copied %1; the search finds it").arg(address));
}

QString PageView::currentSection() const
{
    const int scroll = verticalScrollBar()->value();
    return scroll == m_jump.scroll ? m_jump.anchor : sectionAt(*document(), scroll + headingAir);
}

void PageView::setCaret(bool caret)
{
    Qt::TextInteractionFlags flags = Qt::TextBrowserInteraction;
    flags.setFlag(Qt::TextSelectableByKeyboard, caret);
    setTextInteractionFlags(flags);
    setCursorWidth(caret ? 2 : 0);
    if (caret && !textCursor().hasSelection())
        setTextCursor(cursorForPosition({document() ? qRound(document()->documentMargin()) : 0, headingAir}));
}

bool PageView::hasCaret() const
{
    return textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard);
}

QMimeData *PageView::createMimeDataFromSelection() const
{
    auto *text = new QMimeData; // owned by who asked
    text->setText(selectedText(textCursor()));
    return text;
}

bool PageView::focusNextPrevChild(bool next)
{
    for (int passed = 0; passed < mostLinks; ++passed) {
        if (!QTextBrowser::focusNextPrevChild(next))
            return false;
        if (!hasFocus() || !isSectionLink(textCursor().charFormat().anchorHref()))
            return true;
    }
    return true;
}

void PageView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint at = byKey ? cursorRect().center() : viewport()->mapFromGlobal(event->globalPos());
    const QString link = byKey ? textCursor().charFormat().anchorHref() : anchorAt(at);
    const QString section =
        byKey ? currentSection() : sectionAt(*document(), verticalScrollBar()->value() + qMax(0, at.y()));
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(tr("Copy"), this, &QTextEdit::copy);
    copy->setEnabled(textCursor().hasSelection());
    if (link.startsWith(u"https:") || link.startsWith(u"page:")) {
        menu->addAction(tr("Copy the link’s address"), this, [link] { QGuiApplication::clipboard()->setText(link); });
    }
    menu->addAction(section.isEmpty() ? tr("Copy the address of this page") : tr("Copy the address of this section"),
                    this, [this, section] { copySectionLink(section); });
    menu->addSeparator();
    menu->addAction(tr("Select all"), this, &QTextEdit::selectAll);
    menu->popup(byKey ? viewport()->mapToGlobal(at) : event->globalPos());
}

} // namespace Detour
