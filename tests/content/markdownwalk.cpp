// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "content/markdownwalk.h"

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

} // namespace Detour::Test
