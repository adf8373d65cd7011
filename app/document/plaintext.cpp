// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/codespan.h"
#include "document/displaywidth.h"
#include "document/exampleblock.h"
#include "document/fencefiller.h"
#include "document/markdownhtml.h"
#include "document/texttable.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowestPage = 24;

/// Writes a page's blocks as lines; links are numbered in the order in which they come.
class TextWriter final
{
public:
    /// The page must outlive the writer.
    TextWriter(const Page &page, const PageOptions &options, int columns)
        : m_page(page)
        , m_options(options)
        , m_columns(qMax(narrowestPage, columns))
    {}

    [[nodiscard]] QString write()
    {
        writeHeader();
        const auto tree = filledTree(m_page, m_options);
        if (tree) {
            writeBlocks(tree->blocks);
        } else {
            writeWrapped(m_page.markdown, {}, {});
        }
        writeLinks();
        while (m_lines.size() > 1 && m_lines.last().isEmpty()) {
            m_lines.removeLast();
        }
        return m_lines.join(u'\n') + u'\n';
    }

private:
    void line(const QString &text) { m_lines.append(text.isEmpty() ? text : m_indent + text); }

    /// One empty line, not two.
    void space()
    {
        if (!m_lines.isEmpty() && !m_lines.last().isEmpty()) {
            m_lines.append(QString());
        }
    }

    [[nodiscard]] int width() const { return qMax(8, m_columns - int(m_indent.size())); }

    void writeWrapped(const QString &text, const QString &first, const QString &others)
    {
        QString lead = first;
        for (const QString &part : wrapText(text, width() - int(first.size()), false)) {
            line(lead + part);
            lead = others;
        }
    }

    void writeUnderlined(const QString &text, QChar mark)
    {
        int longest = 0;
        for (const QString &part : wrapText(text, width(), false)) {
            line(part);
            longest = qMax(longest, displayWidth(part));
        }
        line(QString(longest, mark));
    }

    void writeHeader()
    {
        const QString code = m_page.code == 0 ? QString() : QString::number(m_page.code) + u' ';
        writeUnderlined(code + m_page.title, u'=');
        if (m_page.code != 0) {
            const FactsStrip &facts = m_page.facts;
            writeWrapped(m_page.reference + ", since "_L1 + facts.since + linkMark(m_page.referenceUrl), {}, {});
            space();
            const std::pair<QString, QString> pairs[] = {{u"Method"_s, facts.method},
                                                         {u"Body"_s, facts.body},
                                                         {u"Lasts"_s, facts.lasts},
                                                         {u"Cached"_s, facts.cached},
                                                         {u"Location"_s, facts.location}};
            for (const auto &[name, value] : pairs) {
                writeWrapped(value, padded(name, 10), QString(10, u' '));
            }
        }
        space();
    }

    void writeBlocks(const QList<Block> &blocks)
    {
        for (const Block &block : blocks) {
            writeBlock(block);
        }
    }

    void writeBlock(const Block &block)
    {
        switch (block.kind) {
        case BlockKind::Document:
        case BlockKind::ListItem:
        case BlockKind::TableRow:
            writeBlocks(block.blocks);
            return;
        case BlockKind::Paragraph:
        case BlockKind::TableCell:
            writeWrapped(words(block.inlines), {}, {});
            break;
        case BlockKind::Heading:
            space();
            writeUnderlined(words(block.inlines), block.number <= 2 ? u'-' : u'.');
            break;
        case BlockKind::Quote:
            writeIndented(block.blocks, u"  "_s);
            break;
        case BlockKind::BulletList:
        case BlockKind::NumberedList:
            writeList(block);
            break;
        case BlockKind::Rule:
            line(QString(width(), u'-'));
            break;
        case BlockKind::Code:
            writeCode(block);
            break;
        case BlockKind::Table:
            writeTable(block);
            break;
        }
        if (block.kind != BlockKind::Heading || block.number <= 2) {
            space();
        }
    }

    void writeIndented(const QList<Block> &blocks, const QString &indent)
    {
        const QString outer = m_indent;
        m_indent += indent;
        writeBlocks(blocks);
        m_indent = outer;
    }

    void writeList(const Block &list)
    {
        int number = list.number;
        for (const Block &item : list.blocks) {
            const QString mark = list.kind == BlockKind::NumberedList ? QString::number(number++) + ". "_L1 : u"- "_s;
            const QString indent(mark.size(), u' ');
            QList<Block> rest = item.blocks;
            if (!rest.isEmpty() && rest.first().kind == BlockKind::Paragraph) {
                writeWrapped(words(rest.takeFirst().inlines), mark, indent);
            } else {
                line(mark);
            }
            writeIndented(rest, indent);
            // Items stand close together, whatever an inner block left behind.
            if (m_lines.last().isEmpty()) {
                m_lines.removeLast();
            }
        }
    }

    void writeTable(const Block &table)
    {
        QList<QStringList> rows;
        for (const Block &row : table.blocks) {
            QStringList cells;
            for (const Block &cell : row.blocks) {
                cells.append(words(cell.inlines).trimmed());
            }
            rows.append(cells);
        }
        for (const QString &text : drawTextTable(rows, width())) {
            line(text);
        }
    }

    void writeCode(const Block &block)
    {
        const auto fence = readFenceInfo(block.info);
        if (fence && fence->isNext()) {
            writeClaims(block.text);
            return;
        }
        if (fence && !fence->title.isEmpty()) {
            writeWrapped(fence->title + u':', {}, {});
            space();
        }
        for (const QString &text : block.text.chopped(block.text.endsWith(u'\n') ? 1 : 0).split(u'\n')) {
            line(text.isEmpty() ? text : u"    "_s + text);
        }
    }

    void writeClaims(const QString &text)
    {
        const auto claims = readNextClaims(text);
        QString lead = u"Next: "_s;
        for (const NextClaim &claim : claims ? *claims : QList<NextClaim>()) {
            const auto rest = parseMarkdown(claim.rest);
            const QString request =
                !claim.sends() ? QString() : QString::fromUtf8(claim.method + ' ' + claim.target + ' ');
            const QString end = rest && !rest->blocks.isEmpty() ? words(rest->blocks.first().inlines) : claim.rest;
            const QString first = claim.delivers ? QString() : lead;
            writeWrapped(request + end, first, QString(first.size(), u' '));
            lead = u"Then: "_s;
        }
    }

    QString words(const QList<Inline> &inlines)
    {
        QString result;
        for (qsizetype i = 0; i < inlines.size(); ++i) {
            const Inline &item = inlines.at(i);
            switch (item.kind) {
            case InlineKind::Text:
                result += item.text;
                break;
            case InlineKind::Code:
                result += codeWords(inlines, i);
                break;
            case InlineKind::HardBreak:
                result += u' ';
                break;
            case InlineKind::Emphasis:
            case InlineKind::Strong:
            case InlineKind::Strike:
                result += words(item.children);
                break;
            case InlineKind::Link:
                result += words(item.children) + linkMark(item.text);
                break;
            }
        }
        return result;
    }

    static QString codeWords(const QList<Inline> &inlines, qsizetype at)
    {
        const CodeSpan span = readCodeSpan(inlines.at(at).text);
        if (span.isPill) {
            return span.pillWords();
        }
        if (span.sign != 0) {
            return isFollowedByCode(inlines, at, span.sign) ? QString() : QString::number(span.sign);
        }
        return inlines.at(at).text;
    }

    /// Where the link leads in words that a terminal understands; empty for a link that does nothing there.
    static QString addressOf(const LinkTarget &target)
    {
        const QString page = "detour page "_L1 + target.slug;
        switch (target.kind) {
        case LinkTarget::Kind::Page:
            return target.anchor.isEmpty() ? page : QString(page + " ("_L1 + target.anchor + u')');
        case LinkTarget::Kind::Run:
            return page + " (the example "_L1 + target.example + u')';
        case LinkTarget::Kind::Outside:
            return target.address;
        case LinkTarget::Kind::Choice:
        case LinkTarget::Kind::None:
            break;
        }
        return {};
    }

    /// " [3]", the number of the address in the list at the end; it does not part from the word before it.
    QString linkMark(const QString &href)
    {
        const LinkTarget target = readLink(href, m_page.slug);
        const QString address = addressOf(target);
        if (address.isEmpty()) {
            return {};
        }
        qsizetype at = m_links.indexOf(address);
        if (at < 0) {
            at = m_links.size();
            m_links.append(address);
        }
        return u"\u00A0[%1]"_s.arg(at + 1);
    }

    void writeLinks()
    {
        if (m_links.isEmpty()) {
            return;
        }
        space();
        writeUnderlined(u"Links"_s, u'-');
        space();
        for (qsizetype i = 0; i < m_links.size(); ++i) {
            line(padded(u"[%1]"_s.arg(i + 1), m_links.size() > 9 ? 5 : 4) + m_links.at(i));
        }
    }

    const Page &m_page;
    PageOptions m_options;
    int m_columns;
    QString m_indent;
    QStringList m_lines;
    QStringList m_links;
};

} // namespace

QString pageToText(const Page &page, int columns, const PageOptions &options)
{
    QString text = TextWriter(page, options, columns).write();
    return text.replace(QChar(0xA0), u' ');
}

} // namespace Detour
