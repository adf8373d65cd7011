// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/treebuilder.h"

#include "document/markdownwords.h"

#include <algorithm>
#include <functional>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

// Bounds against a page that would grow without measure: rows of a table are filled up to its columns, and a link's
// address stands again at each use of it.
constexpr size_t maxDepth = 24;
constexpr qsizetype maxNodes = 100'000;
constexpr qsizetype maxCharacters = 4'000'000;
constexpr unsigned maxColumns = 16;

BlockKind blockKind(MD_BLOCKTYPE type)
{
    switch (type) {
    case MD_BLOCK_DOC:
        return BlockKind::Document;
    case MD_BLOCK_QUOTE:
        return BlockKind::Quote;
    case MD_BLOCK_UL:
        return BlockKind::BulletList;
    case MD_BLOCK_OL:
        return BlockKind::NumberedList;
    case MD_BLOCK_LI:
        return BlockKind::ListItem;
    case MD_BLOCK_HR:
        return BlockKind::Rule;
    case MD_BLOCK_H:
        return BlockKind::Heading;
    case MD_BLOCK_CODE:
        return BlockKind::Code;
    case MD_BLOCK_TABLE:
        return BlockKind::Table;
    case MD_BLOCK_TR:
        return BlockKind::TableRow;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        return BlockKind::TableCell;
    case MD_BLOCK_HTML:
    case MD_BLOCK_P:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
        break;
    }
    return BlockKind::Paragraph;
}

/// Absent for a span that leaves no trace of its own: an image is its words.
std::optional<InlineKind> spanKind(MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_EM:
        return InlineKind::Emphasis;
    case MD_SPAN_STRONG:
        return InlineKind::Strong;
    case MD_SPAN_A:
        return InlineKind::Link;
    case MD_SPAN_CODE:
        return InlineKind::Code;
    case MD_SPAN_DEL:
        return InlineKind::Strike;
    case MD_SPAN_IMG:
    case MD_SPAN_LATEXMATH:
    case MD_SPAN_LATEXMATH_DISPLAY:
    case MD_SPAN_WIKILINK:
    case MD_SPAN_U:
        break;
    }
    return std::nullopt;
}

bool isWrapper(MD_BLOCKTYPE type)
{
    return type == MD_BLOCK_THEAD || type == MD_BLOCK_TBODY;
}

} // namespace

TreeBuilder::TreeBuilder(const QByteArray &utf8, int firstLine)
    : m_utf8(utf8)
    , m_firstLine(firstLine)
{
    m_lineStarts.push_back(0);
    for (qsizetype i = utf8.indexOf('\n'); i >= 0; i = utf8.indexOf('\n', i + 1)) {
        m_lineStarts.push_back(i + 1);
    }
}

bool TreeBuilder::enterBlock(MD_BLOCKTYPE type, const void *detail)
{
    if (isWrapper(type)) {
        return true;
    }
    // A tight item's text comes without a paragraph around it; it ended where the next block begins.
    if (!m_blocks.empty() && m_blocks.back().kind == BlockKind::Paragraph) {
        closeBlock();
    }
    if (m_blocks.size() >= maxDepth) {
        return refuse(u"lists or quotes are nested too deep."_s);
    }
    Block block;
    block.kind = blockKind(type);
    if (type == MD_BLOCK_H) {
        block.number = int(static_cast<const MD_BLOCK_H_DETAIL *>(detail)->level);
    } else if (type == MD_BLOCK_OL) {
        block.number = int(static_cast<const MD_BLOCK_OL_DETAIL *>(detail)->start);
    } else if (type == MD_BLOCK_CODE) {
        const auto *code = static_cast<const MD_BLOCK_CODE_DETAIL *>(detail);
        block.info = attribute(code->info);
        block.line = code->info.size > 0 ? m_line : 0;
    } else if (type == MD_BLOCK_TABLE && static_cast<const MD_BLOCK_TABLE_DETAIL *>(detail)->col_count > maxColumns) {
        return refuse(u"the table has more than 16 columns."_s);
    }
    m_blocks.push_back(std::move(block));
    return count(0);
}

bool TreeBuilder::leaveBlock(MD_BLOCKTYPE type)
{
    if (isWrapper(type)) {
        return true;
    }
    if (m_blocks.back().kind == BlockKind::Paragraph && blockKind(type) != BlockKind::Paragraph) {
        closeBlock();
    }
    if (type == MD_BLOCK_TH && m_blocks.size() >= 2) {
        m_blocks[m_blocks.size() - 2].isHeader = true;
    }
    if (type == MD_BLOCK_H) {
        m_blocks.back().info = takeHeadingAnchor(m_blocks.back().inlines);
    }
    if (type != MD_BLOCK_DOC) {
        closeBlock();
    }
    return true;
}

void TreeBuilder::closeBlock()
{
    Block closed = std::move(m_blocks.back());
    m_blocks.pop_back();
    Block &parent = m_blocks.back();
    if (parent.line == 0) {
        parent.line = closed.line;
    }
    parent.blocks.append(std::move(closed));
}

bool TreeBuilder::enterSpan(MD_SPANTYPE type, const void *detail)
{
    const auto kind = spanKind(type);
    if (!kind) {
        return true;
    }
    if (m_spans.size() >= maxDepth) {
        return refuse(u"emphasis is nested too deep."_s);
    }
    // The paragraph of a tight item must be open before the span is.
    static_cast<void>(inlines());
    Inline span;
    span.kind = *kind;
    if (type == MD_SPAN_A) {
        span.text = attribute(static_cast<const MD_SPAN_A_DETAIL *>(detail)->href);
    }
    m_spans.push_back(std::move(span));
    return count(m_spans.back().text.size());
}

bool TreeBuilder::leaveSpan(MD_SPANTYPE type)
{
    if (!spanKind(type)) {
        return true;
    }
    Inline closed = std::move(m_spans.back());
    m_spans.pop_back();
    inlines().append(std::move(closed));
    return true;
}

bool TreeBuilder::text(MD_TEXTTYPE type, QByteArrayView characters)
{
    const bool isCodeBlock = m_blocks.back().kind == BlockKind::Code;
    noteLine(characters.data(), isCodeBlock ? 1 : 0);
    switch (type) {
    case MD_TEXT_NULLCHAR:
        append(QString(QChar::ReplacementCharacter), InlineKind::Text);
        break;
    case MD_TEXT_BR:
        inlines().append(Inline{InlineKind::HardBreak, {}, {}});
        break;
    case MD_TEXT_SOFTBR:
        append(u" "_s, InlineKind::Text);
        break;
    case MD_TEXT_ENTITY:
        append(entityText(characters), InlineKind::Text);
        break;
    case MD_TEXT_NORMAL:
    case MD_TEXT_CODE:
    case MD_TEXT_HTML:
    case MD_TEXT_LATEXMATH:
        append(QString::fromUtf8(characters), InlineKind::Text);
        break;
    }
    return count(characters.size());
}

void TreeBuilder::append(const QString &characters, InlineKind kind)
{
    if (m_blocks.back().kind == BlockKind::Code) {
        m_blocks.back().text += characters;
    } else if (!m_spans.empty() && m_spans.back().kind == InlineKind::Code) {
        m_spans.back().text += characters;
    } else if (QList<Inline> &list = inlines(); !list.isEmpty() && list.last().kind == kind) {
        list.last().text += characters;
    } else {
        list.append(Inline{kind, characters, {}});
    }
}

QList<Inline> &TreeBuilder::inlines()
{
    if (!m_spans.empty()) {
        return m_spans.back().children;
    }
    if (m_blocks.back().kind == BlockKind::ListItem) {
        Block paragraph;
        paragraph.kind = BlockKind::Paragraph;
        paragraph.line = m_line;
        m_blocks.push_back(std::move(paragraph));
    }
    return m_blocks.back().inlines;
}

QString TreeBuilder::attribute(const MD_ATTRIBUTE &value)
{
    if (value.size == 0) {
        return {};
    }
    noteLine(value.text);
    QString result;
    for (int i = 0; value.substr_offsets[i] < value.size; ++i) {
        const MD_OFFSET begin = value.substr_offsets[i];
        const QByteArrayView part(value.text + begin, qsizetype(value.substr_offsets[i + 1] - begin));
        result += value.substr_types[i] == MD_TEXT_ENTITY ? entityText(part) : QString::fromUtf8(part);
    }
    return result;
}

void TreeBuilder::noteLine(const char *position, int linesBefore)
{
    // md4c also hands out texts of its own, such as "\n": std::less orders pointers into different arrays.
    const std::less<const char *> before;
    if (before(position, m_utf8.constData()) || !before(position, m_utf8.constData() + m_utf8.size())) {
        return;
    }
    const qsizetype offset = position - m_utf8.constData();
    const auto next = std::upper_bound(m_lineStarts.begin(), m_lineStarts.end(), offset);
    m_line = m_firstLine + int(next - m_lineStarts.begin()) - 1;
    if (m_blocks.back().line == 0) {
        m_blocks.back().line = m_line - linesBefore;
    }
}

bool TreeBuilder::count(qsizetype characters)
{
    m_characters += characters;
    if (++m_nodes > maxNodes || m_characters > maxCharacters) {
        return refuse(u"the page unfolds to more than Detour reads."_s);
    }
    return true;
}

bool TreeBuilder::refuse(const QString &why)
{
    m_refusal = why;
    return false;
}

} // namespace Detour
