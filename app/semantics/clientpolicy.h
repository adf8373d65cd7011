// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/location.h"
#include "semantics/method.h"
#include "semantics/statuscode.h"

#include <QHash>
#include <QMap>

#include <memory>
#include <optional>

namespace Detour {

/// What a client does with one status and method.
enum class MethodRule {
    Keep,                 ///< same method, same content
    KeepWithoutContent,   ///< same method, no content
    KeepWithEmptyContent, ///< same method, content of no bytes (Content-Length: 0)
    Get,                  ///< GET without content
    GetIfContent,         ///< the same, but a request that had no content stays as it is (curl -d against curl -X)
    Deliver,              ///< not followed: the answer is handed to the caller
    Refuse,               ///< not followed: an error
};

/// The row of one status: method → rule, and the rule of all other methods. Each rule has the id of the reason
/// (reason.h) that explains it, e.g. "307-keeps-method".
struct StatusRow
{
    QHash<QByteArray, MethodRule> byMethod;
    QHash<QByteArray, QString> ruleIdByMethod;
    MethodRule otherwise = MethodRule::Keep;
    QString ruleId; ///< of `otherwise`

    [[nodiscard]] MethodRule ruleFor(const Method &method) const { return byMethod.value(method.token(), otherwise); }
    [[nodiscard]] QString ruleIdFor(const Method &method) const { return ruleIdByMethod.value(method.token(), ruleId); }
};

/// What a client does in a situation where it could follow, hand the answer over, or give up.
enum class Handling {
    Follow,
    Deliver,
    Stop,
};

/// Which of several Location fields counts.
enum class DuplicateLocations {
    First,
    FirstNotEmpty, ///< an empty one is none
    Last,
    Join, ///< all values joined by ", ", equal ones, too
    Stop, ///< different values are an error; equal ones count as one
};

/// Content that cannot be sent a second time, where it would have to be.
enum class OneShotContent {
    Stop,
    Deliver,   ///< the answer is handed over
    SendEmpty, ///< the next request goes out with an empty content
    Buffer,    ///< the client kept a copy and sends that
};

/// When two targets are "another origin" in the eyes of a field rule.
enum class Boundary {
    Always,                ///< removed on every redirect
    OtherOrigin,           ///< scheme, host or port differs
    OtherOriginButUpgrade, ///< the same, but from http to https of one host, both on their default ports, is not
                           ///< crossed
    OtherHost,             ///< the host differs
    OtherSchemeOrHost,     ///< the host or the scheme differs, whatever the ports
    OtherSite,             ///< the host differs and is no subdomain of the first
    OtherSiteOrPort,       ///< the same, or the port differs; the scheme only by its default port
    OtherAuthority,        ///< host or written port differ, but for a subdomain; or the way leads from https to http
    AbsoluteLocation,      ///< the Location has a scheme, wherever it leads
    Never,                 ///< kept everywhere
};

/// Whose fields a rule is about (Request::generated tells them apart).
enum class FieldMaker {
    Anyone,
    User,
    Client,
};

/// What a user name and password in the Location become.
enum class UserinfoUse {
    Ignored,
    Authorization,          ///< a Basic Authorization, unless the user gave one of their own
    AuthorizationOrStop,    ///< the same, but one of the user’s own is an error
    AuthorizationWhereKept, ///< the same, but only where the policy would let an Authorization go along
};

/// What user name and password in the request’s own URL are.
enum class OwnUserinfo {
    OfUrl,         ///< a part of the URL, and go where a relative Location keeps it
    Authorization, ///< an Authorization that the client made, kept or removed like any other
    Forgotten,     ///< nothing that the next request has
};

/// What the next request’s Referer is.
struct RefererRule
{
    enum class Value {
        PreviousTarget, ///< not from https to http, unless `alsoToHttp`: there it stays as it was
        OwnOrigin,      ///< the one it has, cut to its origin at another origin, and gone from https to http
    };

    Value value = Value::PreviousTarget;
    FieldMaker maker = FieldMaker::Anyone; ///< whose Referer is replaced
    bool adds = false;                     ///< also where the request has none
    bool alsoToHttp = false;               ///< from https, against RFC 9110 §10.1.3
    bool keepsFragment = false;            ///< of the previous target, against RFC 9110 §10.1.3
    QString ruleId;
};

/// Where a policy's rules are from.
enum class KnownFrom {
    Measured, ///< the program itself, on the wire
    Standard, ///< a standard's text
    Tests,    ///< the program's own tests and documentation
};

/// A field that is removed from the next request when the boundary is crossed: credentials, and Host.
struct CredentialRule
{
    QByteArray field;
    Boundary boundary = Boundary::OtherOrigin;
    FieldMaker maker = FieldMaker::Anyone;
    bool comparedWithFirst = false; ///< the boundary lies round the chain's first target: back there, the field returns
    bool restoredFromFirst = false; ///< where nothing is crossed, the first request's field is sent, lost or not
    QString ruleId;
};

struct ClientPolicy;

/// Versions of a client that were measured, too, and what is different about them.
struct VersionRange
{
    QString from;                               ///< "18": the first version of the range
    QString before;                             ///< "20": the first one after it
    std::shared_ptr<const ClientPolicy> policy; ///< the whole policy; its `version` is the one measured

    [[nodiscard]] bool holds(const QString &version) const;
};

/// One client's redirect behaviour as data (content/clients/ID.json). Adding a client adds no branch to decide().
struct ClientPolicy
{
    QString id;      ///< "fetch"
    QString name;    ///< "Browsers (Fetch)"
    QString version; ///< the measured version or the standard's date
    KnownFrom knownFrom = KnownFrom::Measured;
    QString summary; ///< the difference in one sentence

    QMap<StatusCode, StatusRow> rows; ///< a 3xx without a row has `otherRedirection`; every other status is delivered
    std::optional<StatusRow> otherRedirection;
    int redirectLimit = 20;            ///< redirects followed; -1: unlimited
    std::optional<Handling> zeroLimit; ///< what 0 means where it is not "none": Follow, no limit; Deliver, no following
    int limitOptionOffset = 0;         ///< added to the number its user gives (aiohttp: 10 means that 9 are followed)
    Handling atLimit = Handling::Stop;

    LocationDialect dialect = LocationDialect::WhatwgUrl;
    Handling missingLocation = Handling::Deliver;
    Handling emptyLocation = Handling::Follow;
    Handling unparsableLocation = Handling::Stop;
    DuplicateLocations duplicateLocations = DuplicateLocations::Stop;
    Handling userinfoAtOtherOrigin =
        Handling::Follow; ///< a Location with user name or password, not at the first origin
    bool inheritsFragment = true;
    int longestLocation = -1;              ///< bytes; a longer one is an error (-1: any)
    bool resolvesAgainstHostField = false; ///< a relative Location is read against the Host set by hand
    UserinfoUse userinfoUse = UserinfoUse::Ignored;
    OwnUserinfo ownUserinfo = OwnUserinfo::OfUrl;

    Handling otherScheme = Handling::Stop; ///< a target that is not http(s); Follow is not a choice
    Handling httpsToHttp = Handling::Follow;
    QList<QByteArray>
        schemesElsewhere;    ///< other schemes that the client follows, with protocols that Detour does not speak
    bool cycleStops = false; ///< most clients go on to their limit
    int cycleAfter = 1;      ///< redirects to one request until it counts as a cycle
    bool firstContentReturns = false; ///< 307 and 308 send the first request's content, though it was dropped meanwhile
    OneShotContent oneShotContent = OneShotContent::Stop;
    QList<StatusCode>
        oneShotEvenIfDropped; ///< where it counts though the content would not be sent again (Fetch: 301, 302)

    QList<QByteArray> oneShotForcedMethods; ///< which the user has to force for such content, and which so stay

    QList<QByteArray> contentFields; ///< removed when the content is dropped; "Content-*": all that begin like this
    FieldMaker contentFieldsMaker = FieldMaker::Anyone;
    std::optional<RefererRule> referer;
    QList<CredentialRule> credentials;
    QList<QByteArray>
        regeneratedFields; ///< removed on every redirect where the client itself made them (validators, Referer …)
    QString contentFieldsRuleId;
    QString regeneratedFieldsRuleId;
    QHash<QString, QString> reasonIds; ///< a situation's rule id → the one that explains it for this client
    QList<VersionRange> versions;      ///< none of them holds `version`, and no version is in two

    /// The row of a status; null if the response is final for this client.
    [[nodiscard]] const StatusRow *rowFor(StatusCode status) const;
    /// The redirects it follows when its user asks for `option` of them in its own way (-1: unlimited; none: its
    /// default).
    [[nodiscard]] int effectiveLimit(std::optional<int> option) const;
    /// What is known of a version such as "18.20.4": the policy of the range that holds it, or this one if it is the
    /// measured version; nothing if it was not measured.
    [[nodiscard]] std::optional<ClientPolicy> forVersion(const QString &version) const;

    /// Checks the whole schema (content/clients/README.md). Error "bad-policy" with the path of the offending member,
    /// as in "table[3].next: …". Rule ids are checked, too: each has to stand in the catalogue.
    [[nodiscard]] static Result<ClientPolicy> fromJson(const QByteArray &json);
};

} // namespace Detour
