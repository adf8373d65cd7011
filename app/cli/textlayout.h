// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Detour {

inline constexpr qsizetype textColumns = 80;

/// The text in lines of at most `textColumns`, broken at spaces (a longer word keeps a line of its own), each with its
/// indent and a line feed.
[[nodiscard]] QString wrapped(const QString &text, const QString &firstIndent, const QString &indent);

/// Dresses words for a terminal, or leaves them plain.
class TextStyle final
{
public:
    enum class Role { Strong, Quiet, Redirect, Good, Bad };

    explicit TextStyle(bool isColoured)
        : m_isColoured(isColoured)
    {}

    [[nodiscard]] QString dressed(const QString &text, Role role) const;

private:
    bool m_isColoured;
};

} // namespace Detour
