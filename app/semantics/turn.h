// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/decision.h"

namespace Detour {

/// One redirect on its way to a decision: what was sent and answered, and what the checks have found out so far.
struct Turn
{
    const Request &request;
    const Response &response;
    const ChainContext &context;
    const ClientPolicy &policy;
    MethodRule rule = MethodRule::Deliver; ///< what the policy's table says
    QString ruleId;
    TargetUri target;                ///< the resolved Location, as soon as it is known
    bool isLocationAbsolute = false; ///< it has a scheme
    QList<Reason> notes;             ///< reasons of what was let pass, to be told if the turn is taken

    [[nodiscard]] bool isSameOriginTurn() const;
    /// The method of the next request.
    [[nodiscard]] Method nextMethod() const;
    /// True if the rule sends the content again.
    [[nodiscard]] bool keepsContent() const
    {
        return rule == MethodRule::Keep || (rule == MethodRule::GetIfContent && !request.content);
    }
    /// The target for a sentence: origin form within the origin, else all of it; bounded, scheme and host readable.
    [[nodiscard]] QString targetWord() const;
    [[nodiscard]] QString originWord() const;

    /// The reason for a situation in the words of this client's policy.
    [[nodiscard]] Reason because(const QString &situation, const QStringList &words = {}) const;
    /// The words of the table's reasons.
    [[nodiscard]] QStringList tableWords() const;
};

/// A target in a sentence about `from`: origin form if both have one origin, else all of it without a long userinfo.
[[nodiscard]] QString targetWord(const TargetUri &from, const TargetUri &target);

/// A Location as it stands on the wire, for a sentence: bounded, and a long userinfo does not push the host out of
/// sight.
[[nodiscard]] QString locationWord(QByteArrayView location);

} // namespace Detour
