// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "content/markdownwalk.h"

#include <algorithm>

namespace Detour::Test {

namespace {

void visitInlines(const QList<Inline> &list, const std::function<void(const Inline &)> &visit)
{
    for (const Inline &item : list) {
        visit(item);
        visitInlines(item.children, visit);
    }
}

} // namespace

void forEachBlock(const Block &root, const std::function<void(const Block &)> &visit)
{
    visit(root);
    for (const Block &block : root.blocks) {
        forEachBlock(block, visit);
    }
}

void forEachInline(const Block &root, const std::function<void(const Inline &)> &visit)
{
    forEachBlock(root, [&visit](const Block &block) { visitInlines(block.inlines, visit); });
}

QList<Block> sectionOf(const Block &root, const QString &anchor)
{
    const auto isStart = [&anchor](const Block &block) {
        return block.kind == BlockKind::Heading && block.info == anchor;
    };
    const auto start = std::find_if(root.blocks.begin(), root.blocks.end(), isStart);
    if (start == root.blocks.end()) {
        return {};
    }
    const auto end = std::find_if(start + 1, root.blocks.end(), [start](const Block &block) {
        return block.kind == BlockKind::Heading && block.number <= start->number;
    });
    return {start + 1, end};
}

qsizetype countFences(const QList<Block> &blocks, const QString &language)
{
    return std::count_if(blocks.begin(), blocks.end(), [&language](const Block &block) {
        return block.kind == BlockKind::Code && block.info.section(u' ', 0, 0) == language;
    });
}

QString proseOf(const QList<Inline> &inlines)
{
    QString prose;
    for (const Inline &item : inlines) {
        if (item.kind == InlineKind::Code || item.kind == InlineKind::HardBreak) {
            prose += u' ';
        } else {
            prose += item.text.isEmpty() || item.kind == InlineKind::Link ? proseOf(item.children) : item.text;
        }
    }
    return prose;
}

} // namespace Detour::Test
