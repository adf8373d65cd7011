// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/lessons/storytext.h"

#include "document/markdownhtml.h"
#include "ui/pages/pagedocument.h"
#include "ui/widgets/externallink.h"

#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qreal textSize = 15;

} // namespace

StoryText::StoryText(QWidget *parent)
    : QTextBrowser(parent)
{
    setObjectName(u"storyText"_s);
    setFrameShape(NoFrame);
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // all text wraps
    setUndoRedoEnabled(false);
    connect(this, &QTextBrowser::anchorClicked, this, &StoryText::followLink);
}

void StoryText::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_images.setTheme(theme);
    const int scroll = verticalScrollBar()->value();
    write();
    verticalScrollBar()->setValue(scroll);
}

void StoryText::setMarkdown(const QString &markdown)
{
    if (markdown == m_markdown)
        return;
    // What grew at its end goes on where one read.
    const int scroll = markdown.startsWith(m_markdown) && !m_markdown.isEmpty() ? verticalScrollBar()->value() : 0;
    m_markdown = markdown;
    write();
    verticalScrollBar()->setValue(scroll);
}

void StoryText::write()
{
    m_images.setScale(devicePixelRatioF(), Theme::textScale());
    PageStyle style = pageStyleFor(m_theme, StatusKind::Temporary, Theme::textScale());
    style.textSize = textSize;
    style.hasControls = false;
    Page page;
    page.slug = u"lesson"_s;
    page.isGuide = true;
    page.markdown = m_markdown;
    document()->setDefaultFont(Theme::textFont(textSize));
    document()->setDocumentMargin(Theme::scaled(24));
    setHtml(pageTextToHtml(page, style));
}

void StoryText::followLink(const QUrl &link)
{
    if (link.scheme() == u"page")
        emit pageRequested(link.path(), link.fragment());
    else
        offerExternalLink(this, link);
}

QVariant StoryText::loadResource(int type, const QUrl &name)
{
    return type == QTextDocument::ImageResource ? QVariant(m_images.image(name)) : QVariant();
}

} // namespace Detour
