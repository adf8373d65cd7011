// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/credentials.h"

#include "semantics/origin.h"
#include "story/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qsizetype nameLimit = 32;

void addOnce(QStringList &names, const QByteArray &name)
{
    const QString shown = shortText(name, nameLimit);
    if (!names.contains(shown, Qt::CaseInsensitive)) {
        names << shown;
    }
}

} // namespace

bool isCredential(QByteArrayView fieldName)
{
    constexpr const char *names[] = {"Authorization", "Cookie", "Proxy-Authorization"};
    return std::any_of(std::begin(names), std::end(names), [fieldName](const char *name) {
        return fieldName.compare(QByteArrayView(name), Qt::CaseInsensitive) == 0;
    });
}

QStringList credentialsOf(const Request &request)
{
    QStringList names;
    for (const Field &field : request.fields) {
        if (isCredential(field.name)) {
            addOnce(names, field.name);
        }
    }
    return names;
}

QStringList credentialsLostBy(const Decision &decision)
{
    QStringList names;
    for (const Change &change : decision.changes) {
        if (change.kind == ChangeKind::FieldRemoved && isCredential(change.name)) {
            addOnce(names, change.name);
        }
    }
    return names;
}

QStringList credentialsKeptAcross(const Request &request, const Decision &decision)
{
    QStringList names;
    if (!decision.next || isSameOrigin(request.target, decision.next->target)) {
        return names;
    }
    for (const Field &field : decision.next->fields) {
        if (isCredential(field.name) && request.fields.contains(field.name)) {
            addOnce(names, field.name);
        }
    }
    return names;
}

QString joinedWords(const QStringList &names)
{
    if (names.size() < 2) {
        return names.join(QString());
    }
    return names.mid(0, names.size() - 1).join(u", "_s) + u" and "_s + names.constLast();
}

} // namespace Detour
