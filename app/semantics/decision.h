// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/clientpolicy.h"
#include "semantics/exchange.h"
#include "semantics/reason.h"

namespace Detour {

enum class Action {
    Follow,  ///< `next` is sent
    Deliver, ///< the response is the answer
    Stop,    ///< an error of the client: `stopCode` says which
};

/// What happens to the content on the way to the next request.
enum class ContentFate {
    Same,
    None,
    Empty,
};

enum class ChangeKind {
    MethodChanged,
    TargetChanged,
    FieldChanged,
    ContentDropped,
    ContentEmptied,
    ContentAdded, ///< the first request's content, dropped meanwhile, is sent again
    FieldRemoved,
    FieldAdded,
    FragmentInherited,
    SchemeChanged,
    OriginChanged,
};

/// One difference between a request and the next. Together a decision's changes are the whole difference.
struct Change
{
    ChangeKind kind = ChangeKind::TargetChanged;
    QByteArray name; ///< the field's name for the Field… kinds
    QByteArray from; ///< for …Changed, and the removed value for FieldRemoved
    QByteArray to;
    QString rule; ///< id of the reason that made it

    friend bool operator==(const Change &, const Change &) = default;
};

/// What has been, as far as rules look back.
struct ChainContext
{
    int redirectsSoFar = 0;
    std::optional<Request> first;     ///< the chain's first request; absent: the current one
    std::optional<int> redirectLimit; ///< the user's, in place of the policy's; -1: unlimited
    bool locationTrusted = false;     ///< credentials are kept across origins (curl --location-trusted)
    bool cycleFound = false;          ///< this very request was sent before in the chain
    int timesRedirectedHere = 0;      ///< redirects that led to this very request
};

struct Decision
{
    Action action = Action::Deliver;
    std::optional<Request> next;             ///< with Follow only
    ContentFate content = ContentFate::None; ///< of `next`
    QString stopCode; ///< with Stop: too-many-redirects, cycle, missing-location, bad-location, ambiguous-location,
                      ///< refused-scheme, body-not-replayable, insecure-downgrade
    QList<Change> changes;
    QList<Reason> reasons; ///< never empty; the deciding one first
};

/// The heart: what a client with this policy does after `response` answered `request`. Pure; knows no client by name.
[[nodiscard]] Decision decide(const Request &request, const Response &response, const ChainContext &context,
                              const ClientPolicy &policy);

/// One plain sentence for a person (stop, follow or deliver), without mark-up: what happens next.
[[nodiscard]] QString decisionSentence(const Request &request, const Response &response, const Decision &decision);

/// Stable spelling in JSON: "follow", "same", "field-removed" …
[[nodiscard]] QString actionName(Action action);
[[nodiscard]] QString contentFateName(ContentFate fate);
[[nodiscard]] QString changeKindName(ChangeKind kind);

} // namespace Detour
