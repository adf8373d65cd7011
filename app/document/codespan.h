// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/statuscode.h"

#include <QString>

namespace Detour {

/// What a code span of a page stands for: `pill:POST+body`, `sign:302`, or plain code.
struct CodeSpan
{
    enum class Body {
        None, ///< there never was one
        Present,
        Dropped,
    };

    bool isPill = false;
    QString method; ///< of a pill
    Body body = Body::None;
    StatusCode sign = 0; ///< of a sign; 0: none

    /// "pill:POST+body" as the view's images are called.
    [[nodiscard]] QString pillName() const;
    /// "POST (with body)"
    [[nodiscard]] QString pillWords() const;
};

[[nodiscard]] CodeSpan readCodeSpan(const QString &text);

/// Where a link of a page may lead; anything else is shown as plain words.
struct LinkTarget
{
    enum class Kind {
        None,    ///< not allowed
        Page,    ///< page:SLUG#anchor
        Run,     ///< run:SLUG/EXAMPLE
        Choice,  ///< server:ID and sort:COLUMN, which Detour writes into its own tables
        Outside, ///< https
    };

    Kind kind = Kind::None;
    QString slug;    ///< Page, Run
    QString anchor;  ///< Page; may be empty
    QString example; ///< Run
    QString address; ///< as it stands in an href, percent-encoded where it must be
};

/// `href` as written; "#anchor" alone means the page `ownSlug`.
[[nodiscard]] LinkTarget readLink(const QString &href, const QString &ownSlug);

/// Lower-case letters, digits and hyphens.
[[nodiscard]] bool isSlug(QStringView text);

} // namespace Detour
