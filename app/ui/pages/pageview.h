// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/pagecatalog.h"
#include "document/pageoptions.h"
#include "ui/pages/pagehistory.h"
#include "ui/pages/pageimages.h"

#include <QTextBrowser>

namespace Detour {

/// Shows the pages of the reference. Only what Detour draws itself is loaded; an outside link asks before it opens.
class PageView final : public QTextBrowser
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageView)

public:
    /// `pages` must outlive the view.
    explicit PageView(PageCatalog &pages, QWidget *parent = nullptr);
    ~PageView() override;

    void setTheme(const Theme &theme);
    /// Opens a page and remembers it in the history; a slug that does not exist opens a page that says so.
    void openPage(const QString &slug, const QString &anchor = {});
    [[nodiscard]] const QString &slug() const { return m_slug; }
    [[nodiscard]] const QString &pageTitle() const { return m_title; }

    [[nodiscard]] bool canGoBack() const { return m_history.canGo(-1); }
    [[nodiscard]] bool canGoForward() const { return m_history.canGo(1); }
    void goBack();
    void goForward();

    /// Puts the address of a section of this page on the clipboard: "page:307#caching", which the search understands
    /// and a page may link to. Without an anchor: the page's own.
    void copySectionLink(const QString &anchor);
    /// The anchor of the section that is read; empty above the first.
    [[nodiscard]] QString currentSection() const;

    /// A caret that arrow keys move, to select text with them; else they scroll.
    void setCaret(bool caret);
    [[nodiscard]] bool hasCaret() const;

    /// Size of the text, 0.7 … 2.
    void setZoom(qreal zoom);
    /// To the next larger size, or smaller with -1.
    void stepZoom(int by);
    [[nodiscard]] qreal zoom() const { return m_zoom; }

    /// The server whose code is shown first; to be said before a page is opened.
    void setServer(const QString &id) { m_options.server = id; }

signals:
    void pageOpened(const QString &slug);
    /// A document is on show: another page, or the same anew.
    void pageShown();
    /// Run was pressed on an example of the page.
    void runRequested(const QString &slug, const QString &exampleId);
    void zoomChanged(qreal zoom);
    /// Another server's code is shown.
    void serverChosen(const QString &id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    /// Tab passes over the links of sections: there is one at every heading.
    bool focusNextPrevChild(bool next) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    QVariant loadResource(int type, const QUrl &name) override;
    /// Pages change through openPage() only.
    void doSetSource(const QUrl &, QTextDocument::ResourceType) override {}

private:
    struct CachedDocument
    {
        QString key; ///< slug and margin
        QTextDocument *document = nullptr;
    };

    enum class Layout {
        AsSeen,   ///< the rest follows between events
        ToTheEnd, ///< so that every place can be scrolled to
    };

    void display(const QString &slug, Layout layout);
    /// The text flows by itself; only its margin depends on the width.
    void relayout();
    void goTo(const PageHistory::Place &place);
    void forgetDocuments();
    void updateMargins();
    [[nodiscard]] QTextDocument *documentFor(const QString &slug);
    [[nodiscard]] QTextDocument *makeDocument(const QString &slug);
    void followLink(const QUrl &link);
    /// Writes the pages anew with what the reader chose by this link.
    void showChoice(const QUrl &link);
    void copyExample(const QString &id);
    void copyText(const QString &text, const QString &tip);
    void showTip(const QString &text);

    PageCatalog &m_pages;
    PageOptions m_options;
    PageImages m_images;
    PageHistory m_history;
    Theme m_theme = Theme::light();
    qreal m_zoom = 1;
    QString m_slug;
    QString m_title;
    QObject m_keeper;                  ///< owns the documents, so that QTextEdit does not delete the one it leaves
    QList<CachedDocument> m_documents; ///< the latest last
    bool m_showsFocus = false;         ///< reached by keyboard
    struct
    {
        QString anchor;
        int scroll = -1;
    } m_jump;              ///< where the last jump led: near the end, a section cannot reach the top
    int m_shownMargin = 0; ///< of the document on show, in pixels; 0: none yet
};

} // namespace Detour
