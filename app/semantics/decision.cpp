// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/decision.h"

#include "semantics/chaindifference.h"
#include "semantics/redirectchecks.h"
#include "semantics/rewrite.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

QString ruleOf(const Change &change, const Rewrite &rewrite)
{
    switch (change.kind) {
    case ChangeKind::MethodChanged:
        return rewrite.ruleOfMethod;
    case ChangeKind::TargetChanged:
    case ChangeKind::SchemeChanged:
    case ChangeKind::OriginChanged:
        return rewrite.ruleOfTarget;
    case ChangeKind::FragmentInherited:
        return rewrite.ruleOfFragment;
    case ChangeKind::ContentDropped:
    case ChangeKind::ContentEmptied:
    case ChangeKind::ContentAdded:
        return rewrite.ruleOfContent;
    case ChangeKind::FieldChanged:
    case ChangeKind::FieldRemoved:
    case ChangeKind::FieldAdded:
        return rewrite.ruleOfField.value(change.name.toLower());
    }
    Q_UNREACHABLE();
}

Decision followed(const Turn &turn)
{
    Rewrite rewrite;
    rewrite.next = turn.request;
    for (const auto step : {rewriteMethod, rewriteContent, rewriteContentFields, takeOwnUserinfo, rewriteCredentials,
                            rewriteUserinfo, rewriteReferer, rewriteRegeneratedFields, rewriteTarget}) {
        step(rewrite, turn);
    }
    Decision decision;
    decision.action = Action::Follow;
    decision.next = rewrite.next;
    decision.content = rewrite.content;
    decision.reasons = rewrite.reasons;
    decision.changes = differenceOf(turn.request, rewrite.next, rewrite.content, rewrite.fragmentInherited);
    for (Change &change : decision.changes) {
        change.rule = ruleOf(change, rewrite);
    }
    return decision;
}

} // namespace

Decision decide(const Request &request, const Response &response, const ChainContext &context,
                const ClientPolicy &policy)
{
    Turn turn{request, response, context, policy, {}, {}, {}, {}, {}};
    for (const auto check : {checkTable, checkLocation, checkScheme, checkCycle, checkLimit, checkUserinfo,
                             checkOneShotContent, checkDowngrade}) {
        if (const std::optional<Decision> end = check(turn)) {
            return *end;
        }
    }
    return followed(turn);
}

QString actionName(Action action)
{
    switch (action) {
    case Action::Follow:
        return u"follow"_s;
    case Action::Deliver:
        return u"deliver"_s;
    case Action::Stop:
        return u"stop"_s;
    }
    Q_UNREACHABLE();
}

QString contentFateName(ContentFate fate)
{
    switch (fate) {
    case ContentFate::Same:
        return u"same"_s;
    case ContentFate::None:
        return u"none"_s;
    case ContentFate::Empty:
        return u"empty"_s;
    }
    Q_UNREACHABLE();
}

QString changeKindName(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::MethodChanged:
        return u"method-changed"_s;
    case ChangeKind::TargetChanged:
        return u"target-changed"_s;
    case ChangeKind::FieldChanged:
        return u"field-changed"_s;
    case ChangeKind::ContentDropped:
        return u"body-dropped"_s;
    case ChangeKind::ContentEmptied:
        return u"body-emptied"_s;
    case ChangeKind::ContentAdded:
        return u"body-added"_s;
    case ChangeKind::FieldRemoved:
        return u"field-removed"_s;
    case ChangeKind::FieldAdded:
        return u"field-added"_s;
    case ChangeKind::FragmentInherited:
        return u"fragment-inherited"_s;
    case ChangeKind::SchemeChanged:
        return u"scheme-changed"_s;
    case ChangeKind::OriginChanged:
        return u"origin-changed"_s;
    }
    Q_UNREACHABLE();
}

} // namespace Detour
