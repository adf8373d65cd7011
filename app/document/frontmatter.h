// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/result.h"

#include <QByteArrayView>
#include <QHash>

namespace Detour {

/// The `key: value` lines between the two lines "---" at a page's begin (content/README.md).
struct FrontMatter
{
    struct Value
    {
        QString text;
        int line = 0; ///< from 1
    };

    QHash<QString, Value> values;
    QStringList keys; ///< as they stand
    QString rest;     ///< the text after it
    int restLine = 1; ///< the line on which `rest` begins

    [[nodiscard]] bool has(const QString &key) const { return values.contains(key); }
    [[nodiscard]] QString value(const QString &key) const { return values.value(key).text; }
};

/// "Line 12: what is wrong." with the code "bad-page".
[[nodiscard]] Error badPage(int line, const QString &what);

/// Also checks the whole text: UTF-8, lines that end with LF, no tabs, and none of the characters that move a
/// terminal's cursor or reorder text. Error "bad-page" with the line.
[[nodiscard]] Result<FrontMatter> readFrontMatter(const QByteArray &utf8);

} // namespace Detour
