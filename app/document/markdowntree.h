// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/result.h"

#include <QList>
#include <QString>

namespace Detour {

enum class InlineKind {
    Text,
    Code, ///< a code span, a capsule or a sign: see codespan.h
    Emphasis,
    Strong,
    Strike,
    Link,
    HardBreak,
};

struct Inline
{
    InlineKind kind = InlineKind::Text;
    QString text; ///< Text and Code: the characters; Link: the address
    QList<Inline> children;
};

enum class BlockKind {
    Document,
    Paragraph,
    Heading,
    Quote,
    BulletList,
    NumberedList,
    ListItem,
    Rule,
    Code,
    Table,
    TableRow,
    TableCell,
};

struct Block
{
    BlockKind kind = BlockKind::Document;
    int line = 0;          ///< where it begins, from 1; 0: unknown
    int number = 0;        ///< Heading: its level; NumberedList: the first number
    bool isHeader = false; ///< TableRow
    QString info;          ///< Code: what stands after the fence; Heading: its anchor
    QString text;          ///< Code: the lines, each with its LF
    QList<Inline> inlines; ///< Paragraph, Heading, TableCell
    QList<Block> blocks;   ///< all others
};

/// CommonMark with GFM tables and strikethrough; HTML is text like any other, an image is its words. Headings take
/// their anchor from a final " {#anchor}" or from their text. Error "bad-page" with the line (counted from `firstLine`)
/// for what is nested, wide or long beyond reason.
[[nodiscard]] Result<Block> parseMarkdown(const QString &markdown, int firstLine = 1);

/// Whether the words after the sign at `at` begin with its code.
[[nodiscard]] bool isFollowedByCode(const QList<Inline> &inlines, qsizetype at, int code);

/// The words alone.
[[nodiscard]] QString plainText(const QList<Inline> &inlines);
/// The words of its paragraphs in one line; text that cannot be read is given back as it is.
[[nodiscard]] QString plainWords(const QString &markdown);

} // namespace Detour
