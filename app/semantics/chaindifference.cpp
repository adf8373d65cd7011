// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/chaindifference.h"

#include "semantics/origin.h"

#include <QSet>

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

void appendTargetChanges(QList<Change> &changes, const TargetUri &before, const TargetUri &after,
                         bool fragmentInherited)
{
    if (before != after) {
        changes.append({ChangeKind::TargetChanged, {}, before.toBytes(), after.toBytes(), {}});
    }
    if (before.scheme != after.scheme) {
        changes.append({ChangeKind::SchemeChanged, {}, before.scheme, after.scheme, {}});
    }
    if (!isSameOrigin(before, after)) {
        changes.append(
            {ChangeKind::OriginChanged, {}, Origin::of(before).serialized(), Origin::of(after).serialized(), {}});
    }
    if (fragmentInherited) {
        changes.append({ChangeKind::FragmentInherited, {}, {}, after.fragment.value_or(QByteArray()), {}});
    }
}

/// The lines of one name, compared place by place: repeats are lines of their own.
void appendFieldChanges(QList<Change> &changes, const QByteArray &name, const FieldList &before, const FieldList &after)
{
    const QList<QByteArray> old = before.values(name);
    const QList<QByteArray> now = after.values(name);
    for (qsizetype i = 0; i < std::max(old.size(), now.size()); ++i) {
        if (i >= now.size()) {
            changes.append({ChangeKind::FieldRemoved, name, old[i], {}, {}});
        } else if (i >= old.size()) {
            changes.append({ChangeKind::FieldAdded, name, {}, now[i], {}});
        } else if (old[i] != now[i]) {
            changes.append({ChangeKind::FieldChanged, name, old[i], now[i], {}});
        }
    }
}

} // namespace

QList<Change> differenceOf(const Request &before, const Request &after, ContentFate content, bool fragmentInherited)
{
    QList<Change> changes;
    if (before.method != after.method) {
        changes.append({ChangeKind::MethodChanged, {}, before.method.token(), after.method.token(), {}});
    }
    appendTargetChanges(changes, before.target, after.target, fragmentInherited);
    if (before.content && content == ContentFate::None) {
        changes.append({ChangeKind::ContentDropped, {}, {}, {}, {}});
    } else if (content == ContentFate::Empty) {
        changes.append({ChangeKind::ContentEmptied, {}, {}, {}, {}});
    } else if (!before.content && after.content) {
        changes.append({ChangeKind::ContentAdded, {}, {}, {}, {}});
    }
    QSet<QByteArray> seen;
    for (const FieldList *fields : {&before.fields, &after.fields}) {
        for (const Field &field : *fields) {
            const QByteArray key = field.name.toLower();
            if (!seen.contains(key)) {
                seen.insert(key);
                appendFieldChanges(changes, field.name, before.fields, after.fields);
            }
        }
    }
    return changes;
}

namespace {

QByteArray actionWord(const Hop &hop)
{
    if (hop.exchange.failure) {
        return "failed " + hop.exchange.failure->code.toLatin1();
    }
    if (!hop.decision) {
        return "undecided";
    }
    const QByteArray action = actionName(hop.decision->action).toLatin1();
    return hop.decision->action == Action::Stop ? QByteArray(action + ' ' + hop.decision->stopCode.toLatin1()) : action;
}

/// What of the base's content the other one sends.
ContentFate fateBeside(const Request &base, const Request &other)
{
    if (!other.content) {
        return ContentFate::None;
    }
    const bool isEmptied = other.content->bytes == 0 && base.content && base.content->bytes != 0;
    return isEmptied ? ContentFate::Empty : ContentFate::Same;
}

QList<Change> differenceBeside(const Request &base, const Request &other)
{
    return differenceOf(base, other, fateBeside(base, other), false);
}

bool isAbout(const Change &a, const Change &b)
{
    return a.kind == b.kind && a.name.compare(b.name, Qt::CaseInsensitive) == 0;
}

/// The aspect of a request that a kind of change is about; fields come and go and change as one aspect.
bool concernsTheSame(const Change &a, const Change &b)
{
    const auto aspect = [](ChangeKind kind) {
        switch (kind) {
        case ChangeKind::MethodChanged:
            return 0;
        case ChangeKind::TargetChanged:
        case ChangeKind::SchemeChanged:
        case ChangeKind::OriginChanged:
        case ChangeKind::FragmentInherited:
            return 1;
        case ChangeKind::ContentDropped:
        case ChangeKind::ContentEmptied:
        case ChangeKind::ContentAdded:
            return 2;
        case ChangeKind::FieldChanged:
        case ChangeKind::FieldRemoved:
        case ChangeKind::FieldAdded:
            return 3;
        }
        Q_UNREACHABLE();
    };
    return aspect(a.kind) == aspect(b.kind) && a.name.compare(b.name, Qt::CaseInsensitive) == 0;
}

/// The rule by which the other one changed it; else that by which the base did and the other one did not.
QString ruleBehind(const Change &difference, const Decision &base, const Decision &other)
{
    for (const Decision *decision : {&other, &base}) {
        for (const Change &change : decision->changes) {
            if (concernsTheSame(change, difference) && !change.rule.isEmpty()) {
                return change.rule;
            }
        }
    }
    return other.reasons.isEmpty() ? QString() : other.reasons.constFirst().rule;
}

QString firstRule(const Hop &hop)
{
    return hop.decision && !hop.decision->reasons.isEmpty() ? hop.decision->reasons.constFirst().rule : QString();
}

void appendNewDifferences(QList<ChainDifference> &differences, int hop, const Hop &base, const Hop &other)
{
    const QList<Change> before = differenceBeside(base.exchange.request, other.exchange.request);
    const QList<Change> after = differenceBeside(*base.decision->next, *other.decision->next);
    for (const Change &change : after) {
        const bool isOld =
            std::any_of(before.cbegin(), before.cend(), [&change](const Change &old) { return isAbout(old, change); });
        if (!isOld) {
            differences.append({hop, changeKindName(change.kind), change.name, change.from, change.to,
                                ruleBehind(change, *base.decision, *other.decision)});
        }
    }
}

} // namespace

QList<ChainDifference> differencesFrom(const RedirectChain &base, const RedirectChain &other)
{
    QList<ChainDifference> differences;
    for (qsizetype i = 0; i < std::min(base.hops.size(), other.hops.size()); ++i) {
        const Hop &ours = base.hops.at(i);
        const Hop &theirs = other.hops.at(i);
        const int hop = static_cast<int>(i) + 1;
        const QByteArray from = actionWord(ours);
        const QByteArray to = actionWord(theirs);
        if (from != to) {
            // The one that goes no further has the reason; the other only did what it does anyway.
            const bool theyGoOn = theirs.decision && theirs.decision->action == Action::Follow;
            differences.append({hop, u"action-changed"_s, {}, from, to, firstRule(theyGoOn ? ours : theirs)});
            break;
        }
        if (!ours.decision || !ours.decision->next || !theirs.decision->next) {
            break;
        }
        appendNewDifferences(differences, hop, ours, theirs);
    }
    return differences;
}

} // namespace Detour
