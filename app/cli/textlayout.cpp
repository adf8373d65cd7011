// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/textlayout.h"

#include <QStringList>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// Parameters of "select graphic rendition" (ECMA-48 §8.3.117).
QLatin1StringView renditionOf(TextStyle::Role role)
{
    switch (role) {
    case TextStyle::Role::Strong:
        return "1"_L1;
    case TextStyle::Role::Quiet:
        return "2"_L1;
    case TextStyle::Role::Redirect:
        return "33"_L1;
    case TextStyle::Role::Good:
        return "32"_L1;
    case TextStyle::Role::Bad:
        return "31"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace

QString wrapped(const QString &text, const QString &firstIndent, const QString &indent)
{
    QString lines;
    QString line = firstIndent;
    bool isEmpty = true;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (!isEmpty && line.size() + 1 + word.size() > textColumns) {
            lines += line + u'\n';
            line = indent;
            isEmpty = true;
        }
        line += isEmpty ? word : u' ' + word;
        isEmpty = false;
    }
    return lines + line + u'\n';
}

QString TextStyle::dressed(const QString &text, Role role) const
{
    return m_isColoured ? u"\x1b["_s + renditionOf(role) + u'm' + text + u"\x1b[0m"_s : text;
}

} // namespace Detour
