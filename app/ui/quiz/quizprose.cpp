// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/quiz/quizprose.h"

#include "document/codespan.h"
#include "document/markdowntree.h"
#include "ui/theme.h"

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

QString codeHtml(const QString &text)
{
    const CodeSpan span = readCodeSpan(text);
    QString shown = text;
    if (span.isPill)
        shown = span.pillWords();
    else if (span.sign != 0)
        shown = QString::number(span.sign);
    const QString family = Theme::monoFont(13.5).family().toHtmlEscaped();
    return u"<span style=\"font-family:'%1'\">%2</span>"_s.arg(family, shown.toHtmlEscaped());
}

QString inlinesHtml(const QList<Inline> &inlines);

QString linkHtml(const Inline &link)
{
    const LinkTarget target = readLink(link.text, {});
    const QString words = inlinesHtml(link.children);
    const bool leads = target.kind == LinkTarget::Kind::Page || target.kind == LinkTarget::Kind::Outside;
    return leads ? u"<a href=\"%1\">%2</a>"_s.arg(link.text.toHtmlEscaped(), words) : words;
}

QString inlineHtml(const Inline &piece)
{
    switch (piece.kind) {
    case InlineKind::Text:
        return piece.text.toHtmlEscaped();
    case InlineKind::Code:
        return codeHtml(piece.text);
    case InlineKind::Emphasis:
        return u"<i>"_s + inlinesHtml(piece.children) + u"</i>"_s;
    case InlineKind::Strong:
        return u"<b>"_s + inlinesHtml(piece.children) + u"</b>"_s;
    case InlineKind::Strike:
        return u"<s>"_s + inlinesHtml(piece.children) + u"</s>"_s;
    case InlineKind::Link:
        return linkHtml(piece);
    case InlineKind::HardBreak:
        return u"<br/>"_s;
    }
    Q_UNREACHABLE();
}

QString inlinesHtml(const QList<Inline> &inlines)
{
    QString html;
    for (const Inline &piece : inlines)
        html += inlineHtml(piece);
    return html;
}

} // namespace

QString proseHtml(const QString &markdown)
{
    const auto tree = parseMarkdown(markdown);
    if (!tree)
        return markdown.toHtmlEscaped();
    QStringList paragraphs;
    for (const Block &block : tree->blocks) {
        if (!block.inlines.isEmpty())
            paragraphs.append(inlinesHtml(block.inlines));
    }
    return paragraphs.join(u"<br/><br/>"_s);
}

} // namespace Detour
