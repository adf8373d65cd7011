// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/decision.h"

#include "semantics/origin.h"
#include "semantics/rewrite.h"
#include "semantics/safetext.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

QString followSentence(const Request &request, const Decision &decision)
{
    const Request &next = *decision.next;
    const QString method = elided(next.method.toString(), 40);
    const bool losesContent = request.content && decision.content == ContentFate::None;
    if (next.method != request.method) {
        const QString turned = u"The client turns %1 into %2"_s.arg(elided(request.method.toString(), 40), method);
        return turned + (losesContent ? u" and leaves the body behind."_s : u"."_s);
    }
    if (losesContent) {
        return u"The client sends %1 again, but without the body."_s.arg(method);
    }
    if (decision.content == ContentFate::Empty) {
        return u"The client sends %1 again, but with an empty body."_s.arg(method);
    }
    const QString body = next.content ? u", body and all"_s : QString();
    return u"The client sends the same %1 again%2."_s.arg(method, body);
}

/// What another origin does not get to see.
QString withheldSentence(const Request &request, const Decision &decision)
{
    QList<QByteArray> names;
    for (const Change &change : decision.changes) {
        for (const char *credential : {"Authorization", "Cookie", "Proxy-Authorization"}) {
            const bool isCredential = change.name.compare(credential, Qt::CaseInsensitive) == 0;
            if (change.kind == ChangeKind::FieldRemoved && isCredential && !names.contains(change.name)) {
                names.append(change.name);
            }
        }
    }
    if (names.isEmpty() || isSameOrigin(request.target, decision.next->target)) {
        return {};
    }
    const QString verb = names.size() == 1 ? u"stays"_s : u"stay"_s;
    return u" Another origin, so %1 %2 behind."_s.arg(joinedNames(names), verb);
}

/// "404 Not Found".
QString statusWord(StatusCode status)
{
    const QString phrase = registeredReasonPhrase(status);
    return phrase.isEmpty() ? QString::number(status) : QString::number(status) + u' ' + phrase;
}

QString deliverSentence(const Response &response, const Decision &decision)
{
    if (isRedirection(response.status)) {
        return u"The server says %1. %2"_s.arg(statusWord(response.status), decision.reasons.constFirst().text);
    }
    return u"The server says %1: this is the answer."_s.arg(statusWord(response.status));
}

/// The target as the server named it: an inherited fragment is the client's own.
QString namedTarget(const Request &request, const Decision &decision)
{
    TargetUri target = decision.next->target;
    for (const Change &change : decision.changes) {
        if (change.kind == ChangeKind::FragmentInherited) {
            target.fragment.reset();
        }
    }
    return targetWord(request.target, target);
}

QString stopSentence(const Response &response, const Decision &decision)
{
    const QByteArray location = response.fields.value("Location").value_or(QByteArray());
    if (decision.stopCode == "refused-scheme"_L1 && location.trimmed().toLower().startsWith("javascript:")) {
        return u"The server points to a script, not to an address. The client stops here."_s;
    }
    return decision.reasons.constFirst().text + u" The client stops here."_s;
}

} // namespace

QString decisionSentence(const Request &request, const Response &response, const Decision &decision)
{
    switch (decision.action) {
    case Action::Follow:
        return u"The server says %1: go to %2. "_s.arg(QString::number(response.status), namedTarget(request, decision))
               + followSentence(request, decision) + withheldSentence(request, decision);
    case Action::Deliver:
        return deliverSentence(response, decision);
    case Action::Stop:
        return stopSentence(response, decision);
    }
    Q_UNREACHABLE();
}

} // namespace Detour
