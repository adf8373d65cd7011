// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/present/slideview.h"

#include "document/htmlwriter.h"
#include "document/markdowntree.h"
#include "ui/pages/pagedocument.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextBlock>

namespace Detour {

namespace {

// Of a page's text: its 13.5 have 40 pixels of the drawing and at least 32; a capsule's letters (10.4) at least 24.
constexpr qreal largestZoom = 3;
constexpr qreal smallestZoom = 2.35;
constexpr int zoomSteps = 5;
// Pixels of the drawing.
constexpr qreal widest = 1120; ///< longer lines lose the eye
constexpr qreal listIndent = 28;

} // namespace

SlideView::SlideView(QWidget *parent)
    : QWidget(parent)
    , m_document(new PageDocument(m_images, this))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

SlideView::~SlideView() = default;

void SlideView::setLook(const Theme &theme, const PresentScale &scale)
{
    m_theme = theme;
    m_scale = scale;
    m_images.setTheme(theme);
    fit();
}

void SlideView::setMarkdown(const QString &markdown)
{
    m_markdown = markdown;
    m_top = 0;
    fit();
    setAccessibleName(m_document->toPlainText());
}

void SlideView::write(qreal zoom)
{
    const qreal scaled = zoom * m_scale.unit();
    m_images.setScale(devicePixelRatioF(), scaled);
    PageStyle style = pageStyleFor(m_theme, StatusKind::Other, scaled);
    style.hasControls = false;
    QFont font = m_scale.text(style.textSize * zoom);
    m_document->setDefaultFont(font);
    const Page page;
    HtmlWriter writer(page, style);
    const Result<Block> tree = parseMarkdown(m_markdown);
    m_document->setHtml(tree ? writer.blocks(tree->blocks) : escaped(m_markdown));
    m_document->setDocumentMargin(0);
    m_document->setTextWidth(qMin<qreal>(width() - overhang(), m_scale.px(widest)));
}

void SlideView::fit()
{
    for (int step = 0; step < zoomSteps; ++step) {
        write(largestZoom - step * (largestZoom - smallestZoom) / zoomSteps);
        if (documentHeight() <= height()) {
            scrollTo(0);
            return;
        }
    }
    write(smallestZoom);
    scrollTo(m_top);
}

int SlideView::overhang() const
{
    return m_scale.px(listIndent);
}

qreal SlideView::documentHeight() const
{
    return m_document->size().height();
}

QList<std::pair<qreal, qreal>> SlideView::lines() const
{
    QList<std::pair<qreal, qreal>> result;
    for (QTextBlock block = m_document->begin(); block.isValid(); block = block.next()) {
        const QTextLayout *layout = block.layout();
        const qreal top = m_document->documentLayout()->blockBoundingRect(block).top();
        for (int i = 0; i < layout->lineCount(); ++i) {
            const QRectF line = layout->lineAt(i).rect();
            result.append({top + line.top(), top + line.bottom()});
        }
    }
    return result;
}

qreal SlideView::seenTo() const
{
    const qreal edge = m_top + height();
    if (documentHeight() <= edge)
        return documentHeight();
    qreal seen = m_top;
    for (const auto &[top, bottom] : lines()) {
        if (bottom <= edge)
            seen = qMax(seen, bottom);
    }
    return seen > m_top ? seen : edge; // a line that is higher than the room is cut
}

bool SlideView::hasMore() const
{
    return seenTo() < documentHeight();
}

void SlideView::scrollTo(qreal top)
{
    m_top = qBound(0.0, top, qMax(0.0, documentHeight() - height()));
    update();
}

void SlideView::toEnd()
{
    scrollTo(documentHeight());
}

bool SlideView::turn(int way)
{
    const qreal before = m_top;
    if (way > 0 && hasMore()) {
        scrollTo(seenTo());
    } else if (way < 0 && m_top > 0) {
        qreal wanted = m_top;
        for (const auto &[top, bottom] : lines()) {
            if (top >= m_top - height())
                wanted = qMin(wanted, top);
        }
        scrollTo(wanted < m_top ? wanted : m_top - height());
    }
    return !qFuzzyCompare(before + 1, m_top + 1);
}

void SlideView::resizeEvent(QResizeEvent * /*event*/)
{
    fit();
}

void SlideView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.translate(overhang(), -m_top);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, m_theme.ink);
    context.clip = QRectF(-overhang(), m_top, width(), seenTo() - m_top);
    painter.setClipRect(context.clip);
    m_document->documentLayout()->draw(&painter, context);
}

} // namespace Detour
