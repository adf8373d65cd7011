// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/codehighlighter.h"
#include "document/codespan.h"
#include "document/exampleblock.h"
#include "document/fencefiller.h"
#include "document/htmlwriter.h"
#include "document/markdownhtml.h"
#include "document/markdowntree.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView styleSheet(R"css(
:root { color-scheme: light dark; --ink: #1b1f24; --muted: #5d6672; --line: #e2e4e6; --code: #f3f4f1; --link: #1a5fa8;
  --string: #237a36; --keyword: #6741d9; --status: #b53c02; --paper: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9ebee; --muted: #9aa4b0; --line: #2e333a; --code: #24282e;
  --link: #8ab8ff; --string: #69db7c; --keyword: #b197fc; --status: #ff9d5c; --paper: #1d2025; } }
body { font: 16px/1.5 Inter, system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 42rem;
  margin: 2rem auto; padding: 0 1rem; }
a { color: var(--link); }
code, pre { font-family: "JetBrains Mono", ui-monospace, monospace; font-size: 0.875em; font-variant-ligatures: none; }
pre { background: var(--code); border: 1px solid var(--line); border-radius: 8px; padding: 0.75rem; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 0.3rem 0.5rem; border-bottom: 1px solid var(--line); }
th, figcaption, .next, .since, dt { color: var(--muted); font-weight: 400; }
figure { margin: 1rem 0; }
blockquote { margin: 1rem 0; padding: 0.5rem 1rem; border-left: 3px solid var(--line); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1rem; }
dd { margin: 0; font-weight: 600; }
.keyword { color: var(--keyword); } .name { color: var(--link); } .string { color: var(--string); }
.comment { color: var(--muted); } .method { font-weight: 700; } .status { color: var(--status); font-weight: 700; }
.pill { white-space: nowrap; }
)css");

/// A heading's anchor has no colon, so the two never meet.
QString exampleAnchor(const QString &id)
{
    return "run:"_L1 + id;
}

QString element(const char *name, const QString &content)
{
    const QLatin1StringView tag(name);
    return u'<' + tag + u'>' + content + "</"_L1 + tag + u'>';
}

QLatin1StringView className(CodeRole role)
{
    switch (role) {
    case CodeRole::Keyword:
        return "keyword"_L1;
    case CodeRole::Name:
        return "name"_L1;
    case CodeRole::String:
        return "string"_L1;
    case CodeRole::Comment:
        return "comment"_L1;
    case CodeRole::Method:
        return "method"_L1;
    case CodeRole::Status:
        return "status"_L1;
    case CodeRole::Plain:
        break;
    }
    return {};
}

QString highlighted(const QString &language, const QString &code)
{
    QString html;
    for (const CodePiece &piece : highlight(language, code)) {
        const QString words = escaped(piece.text);
        html +=
            piece.role == CodeRole::Plain ? words : u"<span class=\"%1\">%2</span>"_s.arg(className(piece.role), words);
    }
    return html;
}

/// Writes a page's blocks as HTML 5 with classes from the style sheet above.
class StandaloneWriter final
{
public:
    explicit StandaloneWriter(const Page &page)
        : m_page(page)
    {}

    [[nodiscard]] QString blocks(const QList<Block> &list) const
    {
        QString html;
        for (const Block &item : list) {
            html += block(item) + u'\n';
        }
        return html;
    }

private:
    QString block(const Block &block) const
    {
        switch (block.kind) {
        case BlockKind::Document:
            return blocks(block.blocks);
        case BlockKind::Paragraph:
            return element("p", inlines(block.inlines));
        case BlockKind::Heading:
            return u"<h%1 id=\"%2\">%3</h%1>"_s.arg(QString::number(qBound(2, block.number, 6)), escaped(block.info),
                                                    inlines(block.inlines));
        case BlockKind::Quote:
            return element("blockquote", blocks(block.blocks));
        case BlockKind::BulletList:
            return element("ul", blocks(block.blocks));
        case BlockKind::NumberedList:
            return u"<ol start=\"%1\">%2</ol>"_s.arg(QString::number(block.number), blocks(block.blocks));
        case BlockKind::ListItem:
            return element("li", blocks(block.blocks));
        case BlockKind::Rule:
            return u"<hr/>"_s;
        case BlockKind::Code:
            return codeBlock(block);
        case BlockKind::Table:
            return element("table", blocks(block.blocks));
        case BlockKind::TableRow:
            return tableRow(block);
        case BlockKind::TableCell:
            break;
        }
        return inlines(block.inlines);
    }

    QString tableRow(const Block &row) const
    {
        QString cells;
        for (const Block &cell : row.blocks) {
            cells += element(row.isHeader ? "th" : "td", inlines(cell.inlines));
        }
        return element("tr", cells);
    }

    QString codeBlock(const Block &block) const
    {
        const auto fence = readFenceInfo(block.info);
        if (fence && fence->isNext()) {
            return claims(block.text);
        }
        if (!fence || !fence->isHttp()) {
            return element("pre", element("code", highlighted(fence ? fence->language : QString(), block.text)));
        }
        QString html = fence->title.isEmpty() ? QString() : element("figcaption", escaped(fence->title));
        for (const QString &message : splitMessages(block.text)) {
            html += element("pre", element("code", highlighted(u"http"_s, message)));
        }
        const QString anchor =
            fence->run.isEmpty() ? QString() : u" id=\"%1\""_s.arg(escaped(exampleAnchor(fence->run)));
        return u"<figure%1>%2</figure>"_s.arg(anchor, html);
    }

    QString claims(const QString &text) const
    {
        const auto list = readNextClaims(text);
        QString html;
        for (const NextClaim &claim : list ? *list : QList<NextClaim>()) {
            const auto rest = parseMarkdown(claim.rest);
            const QString request =
                !claim.sends() ? QString()
                               : element("code", escaped(QString::fromUtf8(claim.method + ' ' + claim.target))) + u' ';
            html += u"<p class=\"next\">%1%2%3</p>"_s.arg(
                claim.delivers   ? ""_L1
                : html.isEmpty() ? "Next: "_L1
                                 : "Then: "_L1,
                request, rest && !rest->blocks.isEmpty() ? inlines(rest->blocks.first().inlines) : escaped(claim.rest));
        }
        return html;
    }

    QString inlines(const QList<Inline> &list) const
    {
        QString html;
        for (qsizetype i = 0; i < list.size(); ++i) {
            const Inline &item = list.at(i);
            switch (item.kind) {
            case InlineKind::Text:
                html += escaped(item.text);
                break;
            case InlineKind::Code:
                html += codeSpan(list, i);
                break;
            case InlineKind::Emphasis:
                html += element("em", inlines(item.children));
                break;
            case InlineKind::Strong:
                html += element("strong", inlines(item.children));
                break;
            case InlineKind::Strike:
                html += element("s", inlines(item.children));
                break;
            case InlineKind::Link:
                html += link(item);
                break;
            case InlineKind::HardBreak:
                html += "<br/>"_L1;
                break;
            }
        }
        return html;
    }

    static QString codeSpan(const QList<Inline> &list, qsizetype at)
    {
        const CodeSpan span = readCodeSpan(list.at(at).text);
        if (span.isPill) {
            return u"<span class=\"pill\">%1</span>"_s.arg(escaped(span.pillWords()));
        }
        if (span.sign != 0) {
            return isFollowedByCode(list, at, span.sign) ? QString() : QString::number(span.sign);
        }
        return element("code", escaped(list.at(at).text));
    }

    QString link(const Inline &link) const
    {
        const LinkTarget target = readLink(link.text, m_page.slug);
        QString words = inlines(link.children);
        const QString address = addressOf(target);
        return address.isEmpty() ? words : u"<a href=\"%1\">%2</a>"_s.arg(escaped(address), words);
    }

    /// Pages saved side by side under their slugs find one another. Empty for a link that does nothing in a browser.
    QString addressOf(const LinkTarget &target) const
    {
        const QString file = target.slug == m_page.slug ? QString() : target.slug + ".html"_L1;
        switch (target.kind) {
        case LinkTarget::Kind::Page:
            return file.isEmpty() || !target.anchor.isEmpty() ? QString(file + u'#' + target.anchor) : file;
        case LinkTarget::Kind::Run:
            return file + u'#' + exampleAnchor(target.example);
        case LinkTarget::Kind::Outside:
            return target.address;
        case LinkTarget::Kind::Choice:
        case LinkTarget::Kind::None:
            break;
        }
        return {};
    }

    const Page &m_page;
};

QString header(const Page &page)
{
    const QString code = page.code == 0 ? QString() : QString::number(page.code) + u' ';
    QString html = element("h1", escaped(code + page.title)) + u'\n';
    if (page.code == 0) {
        return html;
    }
    html += u"<p class=\"since\"><a href=\"%1\">%2</a>, since %3</p>\n"_s.arg(
        escaped(page.referenceUrl), escaped(page.reference), escaped(page.facts.since));
    const std::pair<QString, QString> facts[] = {{u"Method"_s, page.facts.method},
                                                 {u"Body"_s, page.facts.body},
                                                 {u"Lasts"_s, page.facts.lasts},
                                                 {u"Cached"_s, page.facts.cached},
                                                 {u"Location"_s, page.facts.location}};
    QString list;
    for (const auto &[name, value] : facts) {
        list += element("dt", name) + element("dd", escaped(value));
    }
    return html + element("dl", list) + u'\n';
}

} // namespace

QString pageToStandaloneHtml(const Page &page, const PageOptions &options)
{
    const auto tree = filledTree(page, options);
    const QString body = tree ? StandaloneWriter(page).blocks(tree->blocks) : element("pre", escaped(page.markdown));
    const QString code = page.code == 0 ? QString() : QString::number(page.code) + u' ';
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>"_L1
           + escaped(code + page.title) + "</title>\n<style>"_L1 + styleSheet + "</style>\n</head>\n<body>\n"_L1
           + header(page) + body + "</body>\n</html>\n"_L1;
}

} // namespace Detour
