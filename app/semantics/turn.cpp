// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/turn.h"

#include "semantics/location.h"
#include "semantics/origin.h"
#include "semantics/safetext.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype userinfoLimit = 40;

} // namespace

QString locationWord(QByteArrayView location)
{
    QByteArray shown = location.toByteArray();
    if (const auto [at, length] = findUserinfo(location); length > userinfoLimit) {
        shown.replace(at + userinfoLimit, length - userinfoLimit, "...");
    }
    return wireText(shown, 200);
}

QString targetWord(const TargetUri &from, const TargetUri &target)
{
    if (target.host && isSameOrigin(from, target) && from.userinfo == target.userinfo) {
        const QString fragment = target.fragment ? u'#' + safeText(*target.fragment) : QString();
        return elided(safeText(target.originForm()) + fragment);
    }
    TargetUri shown = target;
    if (shown.userinfo && shown.userinfo->size() > userinfoLimit) {
        shown.userinfo = shown.userinfo->first(userinfoLimit) + "..."; // the host has to stay in sight
    }
    return elided(shown.toDisplayString());
}

bool Turn::isSameOriginTurn() const
{
    return isSameOrigin(request.target, target);
}

Method Turn::nextMethod() const
{
    const bool isGet = rule == MethodRule::Get || (rule == MethodRule::GetIfContent && request.content);
    return isGet ? Method::get() : request.method;
}

QString Turn::targetWord() const
{
    return Detour::targetWord(request.target, target);
}

QString Turn::originWord() const
{
    return wireText(Origin::of(target).serialized(), 100);
}

Reason Turn::because(const QString &situation, const QStringList &words) const
{
    Reason reason = makeReason(policy.reasonIds.value(situation, situation), words);
    if (reason.reference.isEmpty()) {
        reason.reference = u"measured: "_s + policy.name + u' ' + policy.version;
    }
    return reason;
}

QStringList Turn::tableWords() const
{
    return {request.method.toString(), nextMethod().toString(), QString::number(response.status)};
}

} // namespace Detour
