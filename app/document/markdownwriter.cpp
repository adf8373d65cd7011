// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/markdownwriter.h"

#include "document/blockmaker.h"
#include "document/codespan.h"
#include "document/fencefiller.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

QString inlineMarkdown(const QList<Inline> &inlines);

/// With what would be mark-up escaped; an underscore inside a word is none.
QString escapedText(const QString &text)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool isInWord =
            i > 0 && i + 1 < text.size() && text.at(i - 1).isLetterOrNumber() && text.at(i + 1).isLetterOrNumber();
        if (QStringView(u"\\`*[]<|~&").contains(c) || (c == u'_' && !isInWord)) {
            result += u'\\';
        }
        result += c;
    }
    return result;
}

QString linkMarkdown(const Inline &link)
{
    const QString words = inlineMarkdown(link.children);
    const bool isChoice = readLink(link.text, QString()).kind == LinkTarget::Kind::Choice;
    return isChoice ? words : u"[%1](%2)"_s.arg(words, link.text);
}

QString inlineMarkdown(const QList<Inline> &inlines)
{
    QString result;
    for (const Inline &item : inlines) {
        switch (item.kind) {
        case InlineKind::Text:
            result += escapedText(item.text);
            break;
        case InlineKind::Code:
            result += u'`' + item.text + u'`';
            break;
        case InlineKind::Emphasis:
            result += u'*' + inlineMarkdown(item.children) + u'*';
            break;
        case InlineKind::Strong:
            result += "**"_L1 + inlineMarkdown(item.children) + "**"_L1;
            break;
        case InlineKind::Strike:
            result += "~~"_L1 + inlineMarkdown(item.children) + "~~"_L1;
            break;
        case InlineKind::Link:
            result += linkMarkdown(item);
            break;
        case InlineKind::HardBreak:
            result += u' ';
            break;
        }
    }
    return result;
}

QString tableMarkdown(const Block &table)
{
    QString result;
    for (const Block &row : table.blocks) {
        for (const Block &cell : row.blocks) {
            result += "| "_L1 + inlineMarkdown(cell.inlines) + u' ';
        }
        result += "|\n"_L1;
        if (row.isHeader) {
            result += QString(u"| --- "_s).repeated(row.blocks.size()) + "|\n"_L1;
        }
    }
    return result;
}

/// The info string of a fence that Detour fills, where `line` begins one.
QString filledInfo(const QString &line)
{
    for (const QString &info : {u"clients"_s, u"servers"_s, u"codes"_s}) {
        if (line == "```"_L1 + info) {
            return info;
        }
    }
    return {};
}

} // namespace

QString toMarkdown(const QList<Block> &blocks)
{
    QStringList parts;
    for (const Block &block : blocks) {
        if (block.kind == BlockKind::Paragraph) {
            parts.append(inlineMarkdown(block.inlines) + u'\n');
        } else if (block.kind == BlockKind::Code) {
            parts.append("```"_L1 + block.info + u'\n' + block.text + "```\n"_L1);
        } else if (block.kind == BlockKind::Table) {
            parts.append(tableMarkdown(block));
        }
    }
    return parts.join(u'\n');
}

QString pageToMarkdown(const Page &page, const PageOptions &options)
{
    QString result;
    QString kept;     // the fence as it is written
    QString body;     // what stands in it
    QString openInfo; // of the fence that is open, if it is one of ours
    bool isInFence = false;
    for (const QString &line : page.markdown.split(u'\n')) {
        const bool isMark = line.startsWith("```"_L1);
        if (!isInFence && !filledInfo(line).isEmpty()) {
            openInfo = filledInfo(line);
            kept = line + u'\n';
            body.clear();
        } else if (!openInfo.isEmpty() && isMark) {
            Block fence = codeBlock(openInfo, body);
            const auto filling = fenceFilling(fence, page, options);
            result += filling ? toMarkdown(*filling) : QString(kept + line + u'\n');
            openInfo.clear();
        } else if (!openInfo.isEmpty()) {
            kept += line + u'\n';
            body += line + u'\n';
        } else {
            result += line + u'\n';
        }
        isInFence = isMark ? !isInFence : isInFence;
    }
    result.chop(1); // the last line has no LF of its own
    return result;
}

} // namespace Detour
