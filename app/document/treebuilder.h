// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/markdowntree.h"

#include <QByteArray>

#include <md4c.h>

#include <vector>

namespace Detour {

/// Puts together the tree of one text from md4c's events. Every function returns whether to go on.
class TreeBuilder final
{
    Q_DISABLE_COPY_MOVE(TreeBuilder)

public:
    /// `utf8` must outlive the builder: lines are found by where md4c's texts point into it.
    TreeBuilder(const QByteArray &utf8, int firstLine);

    [[nodiscard]] bool enterBlock(MD_BLOCKTYPE type, const void *detail);
    [[nodiscard]] bool leaveBlock(MD_BLOCKTYPE type);
    [[nodiscard]] bool enterSpan(MD_SPANTYPE type, const void *detail);
    [[nodiscard]] bool leaveSpan(MD_SPANTYPE type);
    [[nodiscard]] bool text(MD_TEXTTYPE type, QByteArrayView characters);

    /// The line of the last text seen.
    [[nodiscard]] int line() const { return m_line; }
    /// Why a function returned false.
    [[nodiscard]] QString refusal() const { return m_refusal; }
    [[nodiscard]] Block take() { return std::move(m_blocks.front()); }

private:
    [[nodiscard]] bool refuse(const QString &why);
    [[nodiscard]] bool count(qsizetype characters);
    void noteLine(const char *position, int linesBefore = 0);
    [[nodiscard]] QString attribute(const MD_ATTRIBUTE &value);
    void closeBlock();
    void append(const QString &characters, InlineKind kind);
    [[nodiscard]] QList<Inline> &inlines();

    const QByteArray &m_utf8;
    std::vector<qsizetype> m_lineStarts;
    int m_firstLine;
    int m_line = 0;
    std::vector<Block> m_blocks; ///< those still open, the document first
    std::vector<Inline> m_spans; ///< those still open in the innermost block
    qsizetype m_nodes = 0;
    qsizetype m_characters = 0;
    QString m_refusal;
};

} // namespace Detour
