// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/requestlines.h"

#include <algorithm>

namespace Detour {

namespace {

RequestPart partOf(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::MethodChanged:
        return RequestPart::Method;
    case ChangeKind::TargetChanged:
    case ChangeKind::FragmentInherited:
    case ChangeKind::SchemeChanged:
    case ChangeKind::OriginChanged:
        return RequestPart::Target;
    case ChangeKind::FieldChanged:
    case ChangeKind::FieldRemoved:
    case ChangeKind::FieldAdded:
        return RequestPart::Field;
    case ChangeKind::ContentDropped:
    case ChangeKind::ContentEmptied:
    case ChangeKind::ContentAdded:
        return RequestPart::Content;
    }
    Q_UNREACHABLE();
}

LineChange changeOf(const QByteArray &before, const QByteArray &after)
{
    return before == after ? LineChange::Kept : LineChange::Changed;
}

std::optional<LineChange> contentChange(const std::optional<ContentInfo> &before,
                                        const std::optional<ContentInfo> &after)
{
    if (!before && !after)
        return std::nullopt;
    if (!before || !after)
        return before ? LineChange::Removed : LineChange::Added;
    const bool isSame = before->bytes == after->bytes && before->sha256 == after->sha256;
    return isSame ? LineChange::Kept : LineChange::Changed;
}

/// The changes about this line, in their order.
QStringList rulesOf(const RequestLine &line, const QList<Change> &changes)
{
    QStringList rules;
    for (const Change &change : changes) {
        const bool isAbout =
            partOf(change.kind) == line.part
            && (line.part != RequestPart::Field || change.name.compare(line.name, Qt::CaseInsensitive) == 0);
        if (isAbout && !rules.contains(change.rule))
            rules.append(change.rule);
    }
    return rules;
}

} // namespace

QList<RequestLine> requestLines(const Request &before, const Request &after, const QList<Change> &changes)
{
    const QByteArray from = before.target.toBytes();
    const QByteArray to = after.target.toBytes();
    QList<RequestLine> lines{
        {RequestPart::Method,
         changeOf(before.method.token(), after.method.token()),
         {},
         before.method.token(),
         after.method.token(),
         {}},
        {RequestPart::Target, changeOf(from, to), {}, from, to, {}},
    };
    for (const FieldPair &pair : pairFields(before.fields, after.fields)) {
        const Field empty;
        const Field old = pair.before.value_or(empty);
        const Field next = pair.after.value_or(empty);
        lines.append({RequestPart::Field, pair.change, pair.after ? next.name : old.name, old.value, next.value, {}});
    }
    if (const std::optional<LineChange> change = contentChange(before.content, after.content))
        lines.append({RequestPart::Content, *change, {}, {}, {}, {}});
    for (RequestLine &line : lines) {
        if (line.change != LineChange::Kept)
            line.rules = rulesOf(line, changes);
    }
    return lines;
}

} // namespace Detour
