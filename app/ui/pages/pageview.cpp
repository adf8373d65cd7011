// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/pages/pageview.h"

#include "document/markdownhtml.h"
#include "ui/pages/pagedocument.h"
#include "ui/pages/pagelinks.h"
#include "ui/pages/pagetext.h"
#include "ui/widgets/externallink.h"

#include <QAbstractTextDocumentLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int widestColumn = 680; // about 90 characters: longer lines are hard to follow
constexpr int airAboveSection = 12;
constexpr int documentsKept = 32;
constexpr qreal zoomSteps[] = {0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0};

bool isNarrow(int viewWidth)
{
    return viewWidth < 440;
}

int pageMargin(int viewWidth)
{
    return isNarrow(viewWidth) ? 20 : 28;
}

} // namespace

PageView::PageView(PageCatalog &pages, QWidget *parent)
    : QTextBrowser(parent)
    , m_pages(pages)
{
    m_options.catalog = &pages;
    setObjectName(u"pageView"_s);
    setFrameShape(NoFrame);
    setOpenLinks(false);
    setOpenExternalLinks(false);
    // All text wraps. As needed, the bar would come and go with the rounding of each layout.
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setCaret(false); // Tab walks the links
    setMinimumWidth(280);
    connect(this, &QTextBrowser::anchorClicked, this, &PageView::followLink);
    // Between the view's own ring and that of a link.
    connect(this, &QTextEdit::selectionChanged, viewport(), qOverload<>(&QWidget::update));
}

PageView::~PageView()
{
    setDocument(nullptr); // before the keeper takes the documents with it
}

void PageView::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_images.setTheme(theme);
    forgetDocuments();
}

void PageView::setZoom(qreal zoom)
{
    const qreal bounded = qBound(0.7, zoom, 2.0);
    if (qFuzzyCompare(bounded, m_zoom))
        return;
    m_zoom = bounded;
    forgetDocuments();
    emit zoomChanged(m_zoom);
}

void PageView::stepZoom(int by)
{
    const auto *first = std::begin(zoomSteps);
    const auto *last = std::end(zoomSteps) - 1;
    if (by > 0)
        setZoom(std::min(*std::upper_bound(first, last, m_zoom + 0.01), *last));
    else
        setZoom(*std::max(first, std::lower_bound(first, last, m_zoom - 0.01) - 1));
}

void PageView::openPage(const QString &slug, const QString &anchor)
{
    m_history.keepScroll(verticalScrollBar()->value());
    if (slug != m_slug || !anchor.isEmpty())
        m_history.push(slug);
    display(slug, anchor.isEmpty() ? Layout::AsSeen : Layout::ToTheEnd);
    verticalScrollBar()->setValue(0);
    if (!anchor.isEmpty()) {
        scrollToAnchor(anchor);
        verticalScrollBar()->setValue(verticalScrollBar()->value() - airAboveSection);
    }
    m_jump = {anchor, verticalScrollBar()->value()};
    emit pageShown();
    emit pageOpened(slug);
}

void PageView::goBack()
{
    m_history.keepScroll(verticalScrollBar()->value());
    if (m_history.canGo(-1))
        goTo(m_history.go(-1));
}

void PageView::goForward()
{
    m_history.keepScroll(verticalScrollBar()->value());
    if (m_history.canGo(1))
        goTo(m_history.go(1));
}

void PageView::goTo(const PageHistory::Place &place)
{
    display(place.slug, place.scroll == 0 ? Layout::AsSeen : Layout::ToTheEnd);
    verticalScrollBar()->setValue(place.scroll);
    emit pageShown();
    emit pageOpened(place.slug);
}

void PageView::display(const QString &slug, Layout layout)
{
    m_slug = slug;
    updateMargins();
    // Lays it out anew, even at the same width: QTextEdit knows no other way. So no more than is needed at once.
    setDocument(documentFor(slug));
    if (layout == Layout::ToTheEnd)
        document()->documentLayout()->documentSize();
    m_shownMargin = pageMargin(width());
    const auto page = m_pages.page(slug);
    m_title = page ? (*page)->title : tr("No such page");
    setAccessibleName(page && (*page)->code ? QString(QString::number((*page)->code) + u' ' + m_title) : m_title);
}

void PageView::relayout()
{
    if (m_slug.isEmpty() || m_shownMargin == pageMargin(width()))
        return;
    const int range = qMax(1, verticalScrollBar()->maximum());
    const double share = double(verticalScrollBar()->value()) / range;
    display(m_slug, Layout::ToTheEnd);
    verticalScrollBar()->setValue(qRound(share * verticalScrollBar()->maximum()));
    emit pageShown();
}

void PageView::forgetDocuments()
{
    m_images.setScale(devicePixelRatioF(), m_zoom * Theme::textScale());
    const QList<CachedDocument> old = std::exchange(m_documents, {});
    m_shownMargin = 0;
    relayout();
    for (const CachedDocument &cached : old) {
        if (cached.document == document())
            setDocument(nullptr);
        delete cached.document;
    }
}

void PageView::updateMargins()
{
    const int side = qMax(0, (width() - 2 * pageMargin(width()) - Theme::scaled(widestColumn)) / 2);
    setViewportMargins(side, 0, side, 0);
}

QTextDocument *PageView::documentFor(const QString &slug)
{
    const QString key = slug + u'@' + QString::number(pageMargin(width()));
    for (qsizetype at = 0; at < m_documents.size(); ++at) {
        if (m_documents.at(at).key == key) {
            m_documents.move(at, m_documents.size() - 1);
            return m_documents.constLast().document;
        }
    }
    QTextDocument *document = makeDocument(slug);
    m_documents.append({key, document});
    // The one on show is the latest but one at most, so the eldest may go.
    if (m_documents.size() > documentsKept)
        delete m_documents.takeFirst().document;
    return document;
}

QTextDocument *PageView::makeDocument(const QString &slug)
{
    m_images.setScale(devicePixelRatioF(), m_zoom * Theme::textScale());
    auto *document = new PageDocument(m_images, &m_keeper);
    document->setDefaultFont(Theme::textFont(13.5 * m_zoom));
    document->setDocumentMargin(pageMargin(width()));
    const auto page = m_pages.page(slug);
    const StatusKind kind = page ? (*page)->kind : StatusKind::Other;
    const PageStyle style = pageStyleFor(m_theme, kind, m_zoom * Theme::textScale());
    PageOptions options = m_options;
    options.isNarrow = isNarrow(width());
    const QString html =
        page ? pageToHtml(**page, style, options) : QString(u"<p>"_s + page.error().message.toHtmlEscaped());
    document->setHtml(html);
    return document;
}

void PageView::followLink(const QUrl &link)
{
    const QString scheme = link.scheme();
    const ExamplePlace place = examplePlace(link, m_slug);
    if (scheme == u"page")
        openPage(link.path(), link.fragment());
    else if (scheme == u"run")
        emit runRequested(place.slug, place.id);
    else if (takeChoice(link, m_options))
        // Later: QTextBrowser still holds the document in which the link was clicked.
        QMetaObject::invokeMethod(
            this, [this, link] { showChoice(link); }, Qt::QueuedConnection);
    else if (scheme == u"copy")
        copyExample(link.path());
    else if (scheme == u"copybox")
        copyText(codeBeside(*document(), link.toString()), tr("Copied"));
    else if (scheme == u"section")
        copySectionLink(link.path());
    else if (scheme.isEmpty() && link.hasFragment())
        openPage(m_slug, link.fragment());
    else
        offerExternalLink(this, link);
}

void PageView::showChoice(const QUrl &link)
{
    const int scroll = verticalScrollBar()->value();
    forgetDocuments();
    verticalScrollBar()->setValue(scroll);
    putCursorOnLink(*this, link.toString());
    if (link.scheme() == u"server")
        emit serverChosen(m_options.server);
}

void PageView::copyExample(const QString &id)
{
    const auto page = m_pages.page(m_slug);
    const Example *example = page ? (*page)->example(id) : nullptr;
    if (example)
        copyText(example->text, tr("Copied"));
}

void PageView::showTip(const QString &text)
{
    const QPoint below = cursorRect().bottomLeft() + QPoint(0, 4);
    const bool underMouse = viewport()->underMouse();
    QToolTip::showText(underMouse ? QCursor::pos() : viewport()->mapToGlobal(below), text, this, {}, 1500);
}

void PageView::resizeEvent(QResizeEvent *event)
{
    updateMargins();
    QTextBrowser::resizeEvent(event);
    relayout();
}

void PageView::keyPressEvent(QKeyEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QTextBrowser::keyPressEvent(event);
        return;
    }
    if (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal)
        stepZoom(1);
    else if (event->key() == Qt::Key_Minus)
        stepZoom(-1);
    else if (event->key() == Qt::Key_0)
        setZoom(1);
    else
        QTextBrowser::keyPressEvent(event);
}

void PageView::wheelEvent(QWheelEvent *event)
{
    // QTextEdit would zoom its font, which our HTML does not follow.
    if (event->modifiers().testFlag(Qt::ControlModifier))
        setZoom(m_zoom + (event->angleDelta().y() > 0 ? 0.1 : -0.1));
    else
        QTextBrowser::wheelEvent(event);
}

bool PageView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QUrl link(anchorAt(help->pos()));
        if (link.scheme() == u"https")
            QToolTip::showText(help->globalPos(), link.toDisplayString(), this);
        else if (link.scheme() == u"section")
            QToolTip::showText(help->globalPos(), tr("Copy the address of this section"), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QTextBrowser::viewportEvent(event);
}

void PageView::focusInEvent(QFocusEvent *event)
{
    const Qt::FocusReason reason = event->reason();
    m_showsFocus =
        reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    QTextBrowser::focusInEvent(event);
    viewport()->update();
}

void PageView::focusOutEvent(QFocusEvent *event)
{
    m_showsFocus = false;
    QTextBrowser::focusOutEvent(event);
    viewport()->update();
}

void PageView::paintEvent(QPaintEvent *event)
{
    QTextBrowser::paintEvent(event);
    // A focused link has its own ring.
    if (!m_showsFocus || textCursor().hasSelection())
        return;
    QPainter painter(viewport());
    painter.setPen(QPen(m_theme.focus, 2));
    painter.drawRect(viewport()->rect().adjusted(2, 2, -2, -2));
}

QVariant PageView::loadResource(int type, const QUrl &name)
{
    return type == QTextDocument::ImageResource ? QVariant(m_images.image(name)) : QVariant();
}

} // namespace Detour
