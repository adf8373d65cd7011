// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/rewrite.h"

#include "semantics/origin.h"
#include "semantics/safetext.h"

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// http to https of one host, both on their default ports.
bool isUpgrade(const TargetUri &from, const TargetUri &to)
{
    return from.host == to.host && from.scheme == "http" && to.scheme == "https" && from.effectivePort() == 80
           && to.effectivePort() == 443;
}

bool isSubdomain(const QByteArray &name, const QByteArray &parent)
{
    return name.endsWith(parent) && name.size() > parent.size() && name.at(name.size() - parent.size() - 1) == '.';
}

/// Host and port as written, those of a Host set by hand where the client resolves against it; to http only from http.
bool isOtherAuthority(const TargetUri &from, const Turn &turn)
{
    const TargetUri &to = turn.target;
    const std::optional<QByteArray> host = turn.request.fields.value("Host");
    const QByteArray home = host && turn.policy.resolvesAgainstHostField ? *host : from.authority();
    const bool isDowngrade = from.scheme != to.scheme && to.scheme != "https";
    return isDowngrade || (home != to.authority() && !isSubdomain(to.authority(), home));
}

bool isCrossed(Boundary boundary, const TargetUri &from, const Turn &turn)
{
    const TargetUri &to = turn.target;
    const QByteArray fromHost = from.host.value_or(QByteArray());
    const QByteArray toHost = to.host.value_or(QByteArray());
    switch (boundary) {
    case Boundary::Always:
        return true;
    case Boundary::OtherOrigin:
        return !isSameOrigin(from, to);
    case Boundary::OtherOriginButUpgrade:
        return !isSameOrigin(from, to) && !isUpgrade(from, to);
    case Boundary::OtherHost:
        return fromHost != toHost;
    case Boundary::OtherSchemeOrHost:
        return fromHost != toHost || from.scheme != to.scheme;
    case Boundary::OtherSite:
        return fromHost != toHost && !isSubdomain(toHost, fromHost);
    case Boundary::OtherSiteOrPort:
        return from.effectivePort() != to.effectivePort() || (fromHost != toHost && !isSubdomain(toHost, fromHost));
    case Boundary::OtherAuthority:
        return isOtherAuthority(from, turn);
    case Boundary::AbsoluteLocation:
        return turn.isLocationAbsolute;
    case Boundary::Never:
        return false;
    }
    Q_UNREACHABLE();
}

/// What happened to fields, gathered so that one sentence can name several of them.
class FieldNews final
{
public:
    void add(const QString &situation, const QByteArray &field)
    {
        for (auto &[known, fields] : m_news) {
            if (known == situation) {
                fields.append(field);
                return;
            }
        }
        m_news.append({situation, {field}});
    }

    [[nodiscard]] const QList<std::pair<QString, QList<QByteArray>>> &all() const { return m_news; }

private:
    QList<std::pair<QString, QList<QByteArray>>> m_news;
};

/// curl: back at the first origin, what was held back at another one is sent again. Go 1.19: within the other one, too.
bool restore(Rewrite &rewrite, const Turn &turn, const CredentialRule &rule)
{
    if ((!rule.comparedWithFirst && !rule.restoredFromFirst) || !turn.context.first
        || rewrite.next.fields.contains(rule.field)) {
        return false;
    }
    const QList<QByteArray> values = turn.context.first->fields.values(rule.field);
    for (const QByteArray &value : values) {
        rewrite.next.fields.append(rule.field, value);
    }
    return !values.isEmpty();
}

/// What the first target is compared with where a rule looks back, else the previous one.
const TargetUri &homeOf(const CredentialRule &rule, const Turn &turn)
{
    return rule.comparedWithFirst && turn.context.first ? turn.context.first->target : turn.request.target;
}

/// Applies one rule; returns the situation that tells about it, or nothing if there is nothing to tell.
QString apply(Rewrite &rewrite, const Turn &turn, const CredentialRule &rule)
{
    const bool crossed = isCrossed(rule.boundary, homeOf(rule, turn), turn);
    const bool trusted = crossed && turn.context.locationTrusted && rule.boundary != Boundary::Always;
    if (crossed && !trusted) {
        return rewrite.next.fields.remove(rule.field) > 0 ? rule.ruleId : QString();
    }
    if (rule.restoredFromFirst && turn.context.first && turn.request.isGenerated(rule.field)
        && turn.context.first->fields.contains(rule.field)) {
        rewrite.next.fields.remove(rule.field); // made for the previous target only
    }
    if (restore(rewrite, turn, rule)) {
        return rule.comparedWithFirst ? u"returns-at-first-origin"_s : u"returns-elsewhere"_s;
    }
    if (!rewrite.next.fields.contains(rule.field)) {
        return {};
    }
    if (trusted) {
        return u"kept-as-trusted"_s;
    }
    return turn.isSameOriginTurn() ? u"same-origin-keeps"_s : u"kept-elsewhere"_s;
}

QString verbFor(const QString &situation, bool isOne)
{
    if (situation == "same-origin-keeps"_L1) {
        return isOne ? u"stays"_s : u"stay"_s;
    }
    if (situation == "returns-at-first-origin"_L1 || situation == "returns-elsewhere"_L1) {
        return isOne ? u"is sent"_s : u"are sent"_s;
    }
    if (situation == "kept-elsewhere"_L1 || situation == "kept-as-trusted"_L1) {
        return isOne ? u"goes along"_s : u"go along"_s;
    }
    return isOne ? u"is removed"_s : u"are removed"_s;
}

} // namespace

bool isMadeBy(FieldMaker maker, const Request &request, QByteArrayView field)
{
    switch (maker) {
    case FieldMaker::Anyone:
        return true;
    case FieldMaker::User:
        return !request.isGenerated(field);
    case FieldMaker::Client:
        return request.isGenerated(field);
    }
    Q_UNREACHABLE();
}

bool isHeldBackHere(QByteArrayView field, const Turn &turn)
{
    const auto isHolding = [&](const CredentialRule &rule) {
        return rule.field.compare(field, Qt::CaseInsensitive) == 0
               && isCrossed(rule.boundary, homeOf(rule, turn), turn);
    };
    const QList<CredentialRule> &rules = turn.policy.credentials;
    return !turn.context.locationTrusted && std::any_of(rules.cbegin(), rules.cend(), isHolding);
}

void rewriteCredentials(Rewrite &rewrite, const Turn &turn)
{
    FieldNews news;
    for (const CredentialRule &rule : turn.policy.credentials) {
        if (!isMadeBy(rule.maker, turn.request, rule.field)) {
            continue;
        }
        if (const QString situation = apply(rewrite, turn, rule); !situation.isEmpty()) {
            news.add(situation, rule.field);
        }
    }
    for (const auto &[situation, fields] : news.all()) {
        const QStringList words{joinedNames(fields), turn.originWord(), verbFor(situation, fields.size() == 1)};
        const Reason reason = turn.because(situation, words);
        for (const QByteArray &field : fields) {
            rewrite.ruleOfField.insert(field.toLower(), reason.rule);
        }
        rewrite.reasons.append(reason);
    }
}

} // namespace Detour
