// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/codespan.h"
#include "document/exampleblock.h"
#include "document/markdowntree.h"
#include "document/pageoptions.h"
#include "document/pagestyle.h"
#include "document/servercatalog.h"

namespace Detour {

/// & < > and quotes as entities.
[[nodiscard]] QString escaped(const QString &text);

/// Writes a page's blocks as the HTML that QTextDocument understands: it knows tables, but no boxes, so every box is a
/// table; and it knows no style sheet per element, so every element carries its style. Lengths are scaled by the zoom.
class HtmlWriter final
{
    Q_DISABLE_COPY_MOVE(HtmlWriter)

public:
    /// Page, style and the options' catalogue must outlive the writer.
    HtmlWriter(const Page &page, const PageStyle &style, const PageOptions &options = {})
        : m_page(page)
        , m_style(style)
        , m_options(options)
    {}

    [[nodiscard]] QString blocks(const QList<Block> &list);
    [[nodiscard]] QString inlines(const QList<Inline> &list) const;

    /// A length in whole pixels.
    [[nodiscard]] QString px(qreal pixels) const;
    /// "font-size:…;"
    [[nodiscard]] QString fontSize(qreal pixels) const;
    /// A paragraph with a space below it.
    [[nodiscard]] QString paragraph(const QString &html, const QString &css, qreal below) const;
    /// What a table has in common with all others.
    [[nodiscard]] QString tableStart(const QString &css = {}) const;
    /// A gap between two tables, or between a table and text: QTextDocument drops a table's own margins, the lower
    /// margin of a paragraph before a table, and an empty paragraph there, too.
    [[nodiscard]] QString gap(qreal pixels) const;

private:
    [[nodiscard]] QString block(const Block &block);
    [[nodiscard]] QString heading(const Block &block) const;
    [[nodiscard]] QString quote(const Block &block);
    [[nodiscard]] QString list(const Block &block);
    [[nodiscard]] QString table(const Block &block) const;
    /// `shares` of the columns in per cent, for a table without room to spare.
    [[nodiscard]] QString tableRow(const Block &row, const QList<int> &shares = {}) const;
    [[nodiscard]] QString codeBox(const Block &block);
    [[nodiscard]] QString example(const Block &block, const FenceInfo &fence) const;
    [[nodiscard]] QString exampleHeader(const FenceInfo &fence) const;
    [[nodiscard]] QString servers(const Block &fence);
    [[nodiscard]] QString serverTabs(const QList<Server> &servers, const QString &chosen) const;
    /// The row over a box of code: what it is, and Copy.
    [[nodiscard]] QString codeHeader(const QString &title) const;
    [[nodiscard]] QString button(const QString &address, const QString &icon, const QString &words,
                                 const QString &css) const;
    [[nodiscard]] QString claims(const Block &block) const;
    [[nodiscard]] QString code(const QString &language, const QString &text) const;
    [[nodiscard]] QString codeSpan(const QList<Inline> &list, qsizetype at) const;
    [[nodiscard]] QString link(const Inline &link) const;
    [[nodiscard]] QString pill(const QString &name) const;
    /// Escaped, line ends as <br/>, and without ligatures.
    [[nodiscard]] QString wire(const QString &text) const;
    [[nodiscard]] QString mono(const QString &html, const QString &css = {}) const;

    const Page &m_page;
    const PageStyle &m_style;
    PageOptions m_options;
    QString m_lastExample;  ///< the text of the example before, whose claims may come next
    int m_codeBoxes = 0;    ///< so far: the number by which Copy knows its box
    bool m_isTight = false; ///< inside a list
};

} // namespace Detour
