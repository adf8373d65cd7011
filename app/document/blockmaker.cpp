// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/blockmaker.h"

namespace Detour {

Inline textInline(const QString &text)
{
    return {InlineKind::Text, text, {}};
}

Inline codeInline(const QString &text)
{
    return {InlineKind::Code, text, {}};
}

Inline strongInline(const QString &text)
{
    return {InlineKind::Strong, {}, {textInline(text)}};
}

Inline linkInline(const QString &address, const QString &text)
{
    return {InlineKind::Link, address, {textInline(text)}};
}

Block paragraphBlock(const QList<Inline> &inlines)
{
    Block block;
    block.kind = BlockKind::Paragraph;
    block.inlines = inlines;
    return block;
}

Block codeBlock(const QString &language, const QString &code)
{
    Block block;
    block.kind = BlockKind::Code;
    block.info = language;
    block.text = code + u'\n';
    return block;
}

Block tableBlock(const QList<QList<QList<Inline>>> &rows)
{
    Block table;
    table.kind = BlockKind::Table;
    for (const QList<QList<Inline>> &cells : rows) {
        Block row;
        row.kind = BlockKind::TableRow;
        row.isHeader = table.blocks.isEmpty();
        for (const QList<Inline> &inlines : cells) {
            Block cell;
            cell.kind = BlockKind::TableCell;
            cell.inlines = inlines;
            row.blocks.append(cell);
        }
        table.blocks.append(row);
    }
    return table;
}

QList<Inline> inlinesOf(const QString &markdown)
{
    const auto tree = parseMarkdown(markdown);
    const bool isParagraph = tree && tree->blocks.size() == 1 && tree->blocks.first().kind == BlockKind::Paragraph;
    return isParagraph ? tree->blocks.first().inlines : QList<Inline>{textInline(markdown)};
}

} // namespace Detour
