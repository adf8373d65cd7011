// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/pages/pagefinder.h"

#include "ui/pages/pageview.h"

#include <QScrollBar>

namespace Detour {

PageFinder::PageFinder(PageView &view, QObject *parent)
    : QObject(parent)
    , m_view(view)
{
    connect(&view, &PageView::pageShown, this, [this] {
        if (!m_text.isEmpty())
            search();
    });
}

void PageFinder::setTheme(const Theme &theme)
{
    m_theme = theme;
    show();
}

void PageFinder::setText(const QString &text)
{
    m_text = text;
    search();
    if (m_current >= 0)
        scrollToCurrent();
}

void PageFinder::search()
{
    m_places.clear();
    m_current = -1;
    const QTextDocument *document = m_view.document();
    if (!m_text.isEmpty() && document) {
        for (QTextCursor place = document->find(m_text, 0); !place.isNull() && m_places.size() < mostPlaces;
             place = document->find(m_text, place))
            m_places.append(place);
    }
    // The first at or below what is on show, as the eye expects.
    const int top = m_view.cursorForPosition({0, 0}).position();
    for (int at = 0; at < m_places.size() && m_current < 0; ++at) {
        if (m_places.at(at).selectionStart() >= top)
            m_current = at;
    }
    if (m_current < 0 && !m_places.isEmpty())
        m_current = 0;
    show();
    emit changed();
}

void PageFinder::step(int by)
{
    if (m_places.isEmpty())
        return;
    m_current = int((m_current + by + m_places.size()) % m_places.size());
    show();
    scrollToCurrent();
    emit changed();
}

void PageFinder::finish()
{
    const QTextCursor place = m_places.value(m_current);
    m_text.clear();
    search();
    if (!place.isNull())
        m_view.setTextCursor(place);
}

void PageFinder::show()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (int at = 0; at < m_places.size(); ++at) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = m_places.at(at);
        mark.format.setForeground(m_theme.ink);
        mark.format.setBackground(at == m_current ? m_theme.currentMark : m_theme.mark);
        mark.format.setFontUnderline(at == m_current); // not told by colour alone
        marks.append(mark);
    }
    m_view.setExtraSelections(marks);
}

void PageFinder::scrollToCurrent()
{
    QTextCursor begin = m_places.at(m_current);
    begin.setPosition(begin.selectionStart());
    const QRect line = m_view.cursorRect(begin);
    const int height = m_view.viewport()->height();
    if (line.top() >= 0 && line.bottom() <= height)
        return;
    QScrollBar *bar = m_view.verticalScrollBar();
    bar->setValue(bar->value() + line.top() - height / 3);
}

} // namespace Detour
