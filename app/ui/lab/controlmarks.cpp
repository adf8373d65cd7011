// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/lab/controlmarks.h"

namespace Detour {

void ControlMarks::setTheme(const Theme &theme)
{
    m_theme = theme;
    rehighlight();
}

void ControlMarks::highlightBlock(const QString &text)
{
    QTextCharFormat format;
    format.setFont(Theme::monoFont(14));
    format.setForeground(m_theme.muted);
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at) >= QChar(u'\u2400') && text.at(at) <= QChar(u'\u2421'))
            setFormat(int(at), 1, format);
    }
}

} // namespace Detour
