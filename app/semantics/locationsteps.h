// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/clientpolicy.h"
#include "semantics/message.h"

namespace Detour {

/// The Location that counts among several; nothing if that cannot be said. `values` is not empty.
[[nodiscard]] std::optional<QByteArray> locationThatCounts(const QList<QByteArray> &values,
                                                           DuplicateLocations duplicates);

/// What a relative Location is relative to: the request's target, for some clients with the Host that was set by hand.
[[nodiscard]] TargetUri locationBase(const Request &request, const ClientPolicy &policy);

/// What a step works on (RFC 3986 §3).
enum class UriPart {
    Whole,
    Scheme,
    Authority,
    Path,
    Query,
    Fragment,
};
[[nodiscard]] QString uriPartName(UriPart part); ///< "Scheme", "Host" …

/// One step on the way from base and reference to the target.
struct LocationStep
{
    UriPart part = UriPart::Whole;
    QByteArray from; ///< what it is made of; may be empty
    QByteArray to;   ///< what comes out; empty where the part is left out
    QString text;    ///< one plain sentence
    QString clause;  ///< "RFC 3986 §5.2.2"; empty where it is this client's own way
    QString url;     ///< the clause's address, or empty
};

/// How base and reference become a target, worked out.
struct LocationWork
{
    TargetUri base;
    QByteArray reference;
    QList<LocationStep> steps;
    std::optional<TargetUri> target; ///< as the client reads it, its fragment inherited where it inherits one
    QString problem;                 ///< why there is none: a part of a sentence
    bool isByTheBook = true;         ///< the target is what RFC 3986 §5.2 alone gives
};

/// Works a Location out by RFC 3986 §5.2, part by part, and then says what `dialect` makes of it beyond that: what it
/// normalizes, and where it reads otherwise. The target is always resolveLocation()'s. Pure; anything can be given.
[[nodiscard]] LocationWork locationSteps(const TargetUri &base, QByteArrayView location, LocationDialect dialect,
                                         bool inheritsFragment);

} // namespace Detour
