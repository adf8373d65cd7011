// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/exchange.h"

#include <memory>

namespace Detour {

/// The cookies of one trace: what answers set and what goes along with the next request (RFC 6265 §5.3, §5.4). Qt's jar
/// does the matching; where it does otherwise than the RFC, what is put into it is made to fit. SameSite is kept as
/// text: a trace has no page around it that a site could be compared with.
class TraceCookies final
{
public:
    static constexpr qsizetype cookieLimit = 200; ///< the oldest go first
    static constexpr qsizetype lineLimit = 4096;  ///< bytes; a longer Set-Cookie is passed over

    TraceCookies();
    ~TraceCookies();
    Q_DISABLE_COPY_MOVE(TraceCookies)

    /// Takes every Set-Cookie line of an answer from `target`, in order; one without a name, or for a host that is not
    /// the answer's own, is passed over.
    void take(const TargetUri &target, const FieldList &fields);
    /// "a=1; b=2" for a request to `target`: longer paths first, then the older ones; empty if there are none.
    [[nodiscard]] QByteArray fieldFor(const TargetUri &target) const;
    /// All of them, the oldest first.
    [[nodiscard]] QList<StoredCookie> all() const;

private:
    class Jar;
    std::unique_ptr<Jar> m_jar;
};

} // namespace Detour
