// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/location.h"
#include "semantics/method.h"

#include <QHash>
#include <QMap>

namespace Detour {

/// What a client does with one status and method.
enum class MethodRule {
    Keep, ///< same method, same content
    KeepWithoutContent, ///< same method, no content
    KeepWithEmptyContent, ///< same method, content of no bytes (Content-Length: 0)
    Get, ///< GET without content
    Deliver, ///< not followed: the answer is handed to the caller
    Refuse, ///< not followed: an error
};

/// The row of one status: method → rule, and the rule of all other methods.
struct StatusRow
{
    QHash<QByteArray, MethodRule> byMethod;
    MethodRule otherwise = MethodRule::Keep;
    QString ruleId; ///< the reason (reason.h) that explains the row, e.g. "307-keeps-method"

    [[nodiscard]] MethodRule ruleFor(const Method &method) const { return byMethod.value(method.token(), otherwise); }
};

/// What a client does in a situation where it could follow, hand the answer over, or give up.
enum class Handling {
    Follow,
    Deliver,
    Stop,
};

enum class DuplicateLocations {
    First,
    Last,
    Join, ///< all values joined by ", "
    Stop, ///< different values are an error; equal ones count as one
};

/// When two targets are "another origin" in the eyes of a credential rule.
enum class Boundary {
    Always, ///< drop on every redirect
    OtherOrigin, ///< scheme, host or port differs
    OtherHost, ///< the host differs
    OtherSite, ///< the host differs and is no subdomain of the first
    Never, ///< keep everywhere
};

/// A field that is removed from the next request when the boundary is crossed.
struct CredentialRule
{
    QByteArray field;
    Boundary boundary = Boundary::OtherOrigin;
    QString ruleId;
};

/// One client's redirect behaviour as data (content/clients/ID.json). Adding a client adds no branch to decide().
struct ClientPolicy
{
    QString id; ///< "fetch"
    QString name; ///< "Browsers (Fetch)"
    QString version; ///< the measured version or the standard's date
    QString summary; ///< the difference in one sentence

    QMap<StatusCode, StatusRow> rows; ///< a status without a row is delivered
    int redirectLimit = 20; ///< redirects followed; -1: unlimited
    Handling atLimit = Handling::Stop;

    LocationDialect dialect = LocationDialect::WhatwgUrl;
    Handling missingLocation = Handling::Deliver;
    Handling emptyLocation = Handling::Follow;
    Handling unparsableLocation = Handling::Stop;
    DuplicateLocations duplicateLocations = DuplicateLocations::Stop;
    bool inheritsFragment = true;

    Handling otherScheme = Handling::Stop; ///< a target that is not http(s); Follow is not a choice
    Handling httpsToHttp = Handling::Follow;
    bool cycleStops = false; ///< most clients go on to their limit
    bool oneShotNeedsReplayAlways = false; ///< a one-shot body stops even where it would have been dropped (Fetch)

    QList<QByteArray> contentFields; ///< removed when the content is dropped
    QList<CredentialRule> credentials;
    QList<QByteArray> regeneratedFields; ///< user's fields removed on every redirect (Host, validators, …)
    QString contentFieldsRuleId;
    QString regeneratedFieldsRuleId;

    /// Checks the whole schema. Error "bad-policy" with the path of the offending member.
    [[nodiscard]] static Result<ClientPolicy> fromJson(const QByteArray &json);
};

} // namespace Detour
