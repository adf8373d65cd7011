// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/markdowntree.h"

#include <functional>

namespace Detour::Test {

/// Calls `visit` for each block, outer ones first.
void forEachBlock(const Block &root, const std::function<void(const Block &)> &visit);
/// Calls `visit` for each inline of each block, outer ones first.
void forEachInline(const Block &root, const std::function<void(const Inline &)> &visit);

/// What stands below the heading with this anchor, up to the next one of its level or above; its own heading left out.
[[nodiscard]] QList<Block> sectionOf(const Block &root, const QString &anchor);
/// The fences among these blocks whose info begins with this word.
[[nodiscard]] qsizetype countFences(const QList<Block> &blocks, const QString &language);

/// The words without code spans; a link is its words.
[[nodiscard]] QString proseOf(const QList<Inline> &inlines);

} // namespace Detour::Test
