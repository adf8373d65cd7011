// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/chaindifference.h"

#include "semantics/origin.h"

#include <QSet>

#include <algorithm>

namespace Detour {

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

} // namespace Detour
