// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/origin.h"
#include "semantics/percentencoding.h"
#include "semantics/rewrite.h"
#include "semantics/safetext.h"

#include <QList>
namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// RFC 7617 §2: the user name and the password, separated by a colon, whether there is one or not.
QByteArray basicCredentials(const QByteArray &userinfo)
{
    const QByteArray pair = userinfo.contains(':') ? userinfo : userinfo + ':';
    return "Basic " + percentDecoded(pair).toBase64();
}

void set(Rewrite &rewrite, const QByteArray &name, const QByteArray &value, const Reason &reason)
{
    rewrite.next.fields.set(name, value);
    if (!rewrite.next.isGenerated(name)) {
        rewrite.next.generated.append(name);
    }
    rewrite.ruleOfField.insert(name.toLower(), reason.rule);
    rewrite.reasons.append(reason);
}

bool isDowngrade(const Turn &turn)
{
    return turn.request.target.scheme == "https" && turn.target.scheme == "http";
}

/// The one that the client itself had made for the previous target; what the user typed at the start is back then.
void forgetGeneratedReferer(Rewrite &rewrite, const Turn &turn)
{
    rewrite.next.fields.remove("Referer");
    if (turn.context.first && !turn.context.first->isGenerated("Referer")) {
        for (const QByteArray &value : turn.context.first->fields.values("Referer")) {
            rewrite.next.fields.append("Referer", value);
        }
    }
    const Reason reason = turn.because(u"referer-not-to-http"_s);
    rewrite.ruleOfField.insert(QByteArrayLiteral("referer"), reason.rule);
    rewrite.reasons.append(reason);
}

/// The previous target is what the user went through; user name and password are nobody's business.
void refererFromPreviousTarget(Rewrite &rewrite, const Turn &turn, const RefererRule &rule)
{
    if (isDowngrade(turn) && !rule.alsoToHttp) {
        if (rewrite.next.isGenerated("Referer")) {
            forgetGeneratedReferer(rewrite, turn);
        }
        return;
    }
    const TargetUri previous = turn.request.target.withoutUserinfo();
    const QByteArray value = rule.keepsFragment ? previous.toBytes() : previous.withoutFragment().toBytes();
    if (rewrite.next.fields.values("Referer") != QList<QByteArray>{value}) {
        set(rewrite, QByteArrayLiteral("Referer"), value, turn.because(rule.ruleId, {elided(safeText(value))}));
    }
}

/// The default of browsers, strict-origin-when-cross-origin.
void refererCutToOrigin(Rewrite &rewrite, const Turn &turn, const RefererRule &rule)
{
    const Result<TargetUri> own = parseFirstUrl(rewrite.next.fields.value("Referer").value_or(QByteArray()));
    if (!own || (isSameOrigin(*own, turn.target) && !isDowngrade(turn))) {
        return;
    }
    const QByteArray value = Origin::of(*own).serialized() + '/';
    if (own->scheme == "https" && turn.target.scheme == "http") {
        rewrite.next.fields.remove("Referer");
        const Reason reason = turn.because(u"referer-not-to-http"_s);
        rewrite.ruleOfField.insert(QByteArrayLiteral("referer"), reason.rule);
        rewrite.reasons.append(reason);
    } else if (rewrite.next.fields.values("Referer") != QList<QByteArray>{value}) {
        set(rewrite, QByteArrayLiteral("Referer"), value, turn.because(rule.ruleId, {elided(safeText(value))}));
    }
}

} // namespace

void takeOwnUserinfo(Rewrite &rewrite, const Turn &turn)
{
    const std::optional<QByteArray> &own = turn.request.target.userinfo;
    if (turn.policy.ownUserinfo == OwnUserinfo::Authorization && own
        && !rewrite.next.fields.contains("Authorization")) {
        rewrite.next.fields.append("Authorization", basicCredentials(*own));
        rewrite.next.generated.append(QByteArrayLiteral("Authorization"));
        rewrite.ruleOfField.insert(QByteArrayLiteral("authorization"), u"own-userinfo-becomes-authorization"_s);
    }
}

void rewriteUserinfo(Rewrite &rewrite, const Turn &turn)
{
    const bool wasTaken =
        !turn.request.fields.contains("Authorization") && rewrite.next.fields.contains("Authorization");
    if (wasTaken && turn.policy.ownUserinfo == OwnUserinfo::Authorization && turn.request.target.userinfo) {
        rewrite.reasons.append(turn.because(u"own-userinfo-becomes-authorization"_s));
    }
    const bool isNew = turn.target.userinfo && turn.target.userinfo != turn.request.target.userinfo;
    const bool isTaken = rewrite.next.fields.contains("Authorization") && !rewrite.next.isGenerated("Authorization");
    if (!usesUserinfo(turn) || !isNew || isTaken) {
        return;
    }
    const QByteArray value = basicCredentials(*turn.target.userinfo);
    if (rewrite.next.fields.values("Authorization") != QList<QByteArray>{value}) {
        set(rewrite, QByteArrayLiteral("Authorization"), value, turn.because(u"userinfo-becomes-authorization"_s));
    }
}

void rewriteReferer(Rewrite &rewrite, const Turn &turn)
{
    if (!turn.policy.referer) {
        return;
    }
    const RefererRule &rule = *turn.policy.referer;
    const bool isThere = rewrite.next.fields.contains("Referer");
    if (isThere ? !isMadeBy(rule.maker, turn.request, "Referer") : !rule.adds) {
        return;
    }
    switch (rule.value) {
    case RefererRule::Value::PreviousTarget:
        refererFromPreviousTarget(rewrite, turn, rule);
        return;
    case RefererRule::Value::OwnOrigin:
        refererCutToOrigin(rewrite, turn, rule);
        return;
    }
}

} // namespace Detour
