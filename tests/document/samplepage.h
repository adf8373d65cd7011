// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/page.h"

#include <QByteArray>

namespace Detour::Test {

/// A page about 307 with every part that a page may have.
[[nodiscard]] QByteArray samplePage();
/// The same, with the text after the front matter exchanged.
[[nodiscard]] QByteArray samplePageWith(const QByteArray &markdown);
/// Parsed; fails the program where it cannot be.
[[nodiscard]] Page parsedPage(const QByteArray &utf8);

/// The number of the line on which `text` first stands.
[[nodiscard]] int lineOf(const QByteArray &page, const QByteArray &text);

} // namespace Detour::Test
