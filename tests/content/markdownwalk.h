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

} // namespace Detour::Test
