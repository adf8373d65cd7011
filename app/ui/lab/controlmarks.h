// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QSyntaxHighlighter>

namespace Detour {

/// Makes the pictures of control characters (U+2400 to U+2421) large enough to read, and quieter than the text.
class ControlMarks final : public QSyntaxHighlighter
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ControlMarks)

public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

    void setTheme(const Theme &theme);

protected:
    void highlightBlock(const QString &text) override;

private:
    Theme m_theme = Theme::light();
};

} // namespace Detour
