// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/pages/pagepane.h"

#include "ui/pages/findbar.h"
#include "ui/pages/pagefinder.h"
#include "ui/pages/pagestrip.h"
#include "ui/pages/pageview.h"

#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

PagePane::PagePane(PageCatalog &pages, QWidget *parent)
    : QWidget(parent)
    , m_pages(pages)
    , m_strip(new PageStrip(this))
    , m_view(new PageView(pages, this))
    , m_finder(new PageFinder(*m_view, this))
    , m_findBar(new FindBar(*m_finder, this))
{
    setObjectName(u"pagePane"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_findBar);

    // The strip is the context: the view scrolls once more while it is destroyed.
    connect(m_view, &PageView::pageShown, m_strip, [this] { pageWasShown(); });
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, m_strip,
            [this] { m_strip->setCurrentSection(m_view->currentSection()); });
    connect(m_strip, &PageStrip::sectionChosen, this, [this](const QString &anchor) {
        m_view->openPage(m_view->slug(), anchor);
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_strip, &PageStrip::findRequested, this, &PagePane::find);
    connect(m_findBar, &FindBar::closed, m_view, [this] { m_view->setFocus(Qt::ShortcutFocusReason); });
}

void PagePane::setTheme(const Theme &theme)
{
    m_strip->setTheme(theme);
    m_view->setTheme(theme);
    m_findBar->setTheme(theme);
}

void PagePane::find()
{
    const QString selected = m_view->textCursor().selectedText();
    const bool isShort = selected.size() <= 80 && !selected.contains(QChar::ParagraphSeparator);
    m_findBar->open(isShort ? selected : QString());
}

void PagePane::findNext(int by)
{
    m_findBar->step(by);
}

void PagePane::pageWasShown()
{
    const auto page = m_pages.page(m_view->slug());
    m_strip->setHeadings(page ? (*page)->headings : QList<Heading>());
    m_strip->setCurrentSection(m_view->currentSection());
}

} // namespace Detour
