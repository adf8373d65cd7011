// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <optional>

namespace Detour {

/// Reads lines from a descriptor and waits for them; gives each as soon as it is there. What is kept is bounded.
class LineReader final
{
public:
    struct Line
    {
        QByteArray bytes; ///< without the line feed; empty where `isTooLong`
        bool isTooLong = false;
    };

    /// `longest`: bytes of a line that are kept; a longer one is skipped and said to be too long.
    LineReader(int descriptor, qsizetype longest)
        : m_descriptor(descriptor)
        , m_longest(longest)
    {}

    /// Nothing at the end of the input.
    [[nodiscard]] std::optional<Line> next();
    /// errno of a read that failed, which ends the input, too; otherwise 0.
    [[nodiscard]] int error() const { return m_error; }

private:
    [[nodiscard]] bool readMore();

    int m_descriptor;
    qsizetype m_longest;
    QByteArray m_buffer;
    qsizetype m_searched = 0; ///< bytes of the buffer that hold no line feed
    bool m_isAtEnd = false;
    bool m_isSkipping = false;
    int m_error = 0;
};

} // namespace Detour
