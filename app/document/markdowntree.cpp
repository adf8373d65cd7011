// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/markdowntree.h"

#include "document/frontmatter.h"
#include "document/treebuilder.h"

#include <md4c.h>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned dialect = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOHTML;

TreeBuilder &builder(void *userData)
{
    return *static_cast<TreeBuilder *>(userData);
}

/// md4c 0.4.8 stops at a negative number alone, although it promises to stop at any but 0.
int go(bool accepted)
{
    return accepted ? 0 : -1;
}

} // namespace

Result<Block> parseMarkdown(const QString &markdown, int firstLine)
{
    const QByteArray utf8 = markdown.toUtf8();
    TreeBuilder tree(utf8, firstLine);
    MD_PARSER parser{};
    parser.flags = dialect;
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *data) {
        return go(builder(data).enterBlock(type, detail));
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void *, void *data) { return go(builder(data).leaveBlock(type)); };
    parser.enter_span = [](MD_SPANTYPE type, void *detail, void *data) {
        return go(builder(data).enterSpan(type, detail));
    };
    parser.leave_span = [](MD_SPANTYPE type, void *, void *data) { return go(builder(data).leaveSpan(type)); };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data) {
        return go(builder(data).text(type, {text, qsizetype(size)}));
    };
    if (md_parse(utf8.constData(), MD_SIZE(utf8.size()), &parser, &tree) != 0) {
        return badPage(qMax(tree.line(), firstLine), tree.refusal());
    }
    return tree.take();
}

bool isFollowedByCode(const QList<Inline> &inlines, qsizetype at, int code)
{
    return plainText(inlines.mid(at + 1, 2)).trimmed().startsWith(QString::number(code));
}

QString plainText(const QList<Inline> &inlines)
{
    QString result;
    for (const Inline &item : inlines) {
        switch (item.kind) {
        case InlineKind::Text:
        case InlineKind::Code:
            result += item.text;
            break;
        case InlineKind::HardBreak:
            result += u' ';
            break;
        case InlineKind::Emphasis:
        case InlineKind::Strong:
        case InlineKind::Strike:
        case InlineKind::Link:
            result += plainText(item.children);
            break;
        }
    }
    return result;
}

QString plainWords(const QString &markdown)
{
    const Result<Block> parsed = parseMarkdown(markdown);
    if (!parsed)
        return markdown;
    QStringList words;
    for (const Block &block : parsed->blocks)
        words << plainText(block.inlines);
    words.removeAll(QString());
    return words.join(u' ');
}

} // namespace Detour
