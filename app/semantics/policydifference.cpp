// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/policydifference.h"

#include "semantics/decision.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostClauses = 3;

Request requestTo(const char *url, const QByteArray &method, bool hasContent)
{
    Request request;
    request.method = *Method::fromToken(method);
    request.target = *parseFirstUrl(url);
    if (hasContent) {
        request.content = ContentInfo{1, {}, false, "x"};
    }
    return request;
}

Decision decided(const ClientPolicy &policy, const Request &request, StatusCode status, const QByteArray &location)
{
    Response response;
    response.status = status;
    response.fields.append("Location", location);
    return decide(request, response, {}, policy);
}

/// What becomes of a request, told without its status: "stays POST with its body".
QString outcome(const Request &request, const Decision &decision)
{
    if (decision.action == Action::Deliver) {
        return u"is not followed"_s;
    }
    if (decision.action == Action::Stop) {
        return u"is an error"_s;
    }
    const Request &next = *decision.next;
    if (next.method != request.method) {
        return u"becomes "_s + next.method.toString() + (next.content ? u" with the body"_s : QString());
    }
    if (!request.content) {
        return request.method.is("GET") ? u"is followed"_s : u"stays "_s + next.method.toString();
    }
    return next.content ? u"stays "_s + next.method.toString() + u" with its body"_s
                        : u"stays "_s + next.method.toString() + u" without its body"_s;
}

QString listed(const QStringList &words)
{
    if (words.size() < 2) {
        return words.join(QString());
    }
    return words.first(words.size() - 1).join(u", ") + u" and "_s + words.constLast();
}

/// "POST stays POST with its body on 301 and 302": one clause for each outcome that differs from the base's.
QStringList methodClauses(const ClientPolicy &policy, const ClientPolicy &base, const QByteArray &method, bool content,
                          const QList<StatusCode> &codes)
{
    const Request request = requestTo("http://a.test/", method, content);
    QStringList outcomes;
    QHash<QString, QStringList> statuses;
    for (const StatusCode status : codes) {
        const QString here = outcome(request, decided(policy, request, status, "/b"));
        if (here == outcome(request, decided(base, request, status, "/b"))) {
            continue;
        }
        if (!outcomes.contains(here)) {
            outcomes.append(here);
        }
        statuses[here].append(QString::number(status));
    }
    QStringList clauses;
    for (const QString &one : outcomes) {
        clauses.append(QString::fromLatin1(method) + u' ' + one + u" on "_s + listed(statuses[one]));
    }
    return clauses;
}

/// Credentials that the user typed, on the way to another host.
QStringList credentialClauses(const ClientPolicy &policy, const ClientPolicy &base)
{
    Request request = requestTo("http://a.test/", "GET", false);
    request.fields.append("Authorization", "x");
    request.fields.append("Cookie", "a=b");
    const Decision here = decided(policy, request, 302, "http://b.test/");
    const Decision there = decided(base, request, 302, "http://b.test/");
    QStringList sent;
    QStringList removed;
    for (const char *name : {"Authorization", "Cookie"}) {
        const bool goes = here.next && here.next->fields.contains(name);
        if (there.next && goes != there.next->fields.contains(name)) {
            (goes ? sent : removed).append(QString::fromLatin1(name));
        }
    }
    QStringList clauses;
    if (!sent.isEmpty()) {
        clauses.append(listed(sent) + (sent.size() > 1 ? u" go to other hosts"_s : u" goes to other hosts"_s));
    }
    if (!removed.isEmpty()) {
        clauses.append(listed(removed) + (removed.size() > 1 ? u" stay behind"_s : u" stays behind"_s)
                       + u" at other hosts"_s);
    }
    return clauses;
}

QStringList limitClauses(const ClientPolicy &policy, const ClientPolicy &base)
{
    const int limit = policy.effectiveLimit({});
    if (limit == base.effectiveLimit({})) {
        return {};
    }
    return {limit < 0 ? u"there is no limit"_s : u"the limit is %1 redirects"_s.arg(limit)};
}

/// The base's own rules: where it does not repeat the request.
QString ownRules(const ClientPolicy &base)
{
    QStringList clauses;
    for (const QByteArray method : {"POST", "PUT"}) {
        const Request request = requestTo("http://a.test/", method, true);
        QStringList statuses;
        for (const StatusCode status : {301, 302, 303, 307, 308}) {
            const Decision decision = decided(base, request, status, "/b");
            if (decision.next && decision.next->method.is("GET")) {
                statuses.append(QString::number(status));
            }
        }
        if (!statuses.isEmpty()) {
            clauses.append(QString::fromLatin1(method) + u" becomes GET on "_s + listed(statuses));
        }
    }
    const QString rest = clauses.isEmpty() ? u"Every redirect repeats the request."_s
                                           : clauses.join(u"; ") + u"; other redirects repeat the request."_s;
    return rest;
}

} // namespace

QString policyDifference(const ClientPolicy &policy, const ClientPolicy &base)
{
    if (policy.id == base.id) {
        return ownRules(base);
    }
    const QList<StatusCode> redirects{301, 302, 303, 307, 308};
    QStringList clauses = methodClauses(policy, base, "POST", true, redirects);
    clauses += credentialClauses(policy, base);
    clauses += limitClauses(policy, base);
    clauses += methodClauses(policy, base, "PUT", true, redirects);
    clauses += methodClauses(policy, base, "DELETE", false, redirects);
    clauses += methodClauses(policy, base, "HEAD", false, redirects);
    clauses += methodClauses(policy, base, "GET", false, {300, 301, 302, 303, 304, 305, 307, 308});
    if (clauses.isEmpty()) {
        return u"Methods, bodies, credentials and limit as with %1."_s.arg(base.name);
    }
    const qsizetype more = clauses.size() - mostClauses;
    QString sentence = clauses.first(qMin(clauses.size(), mostClauses)).join(u"; ");
    if (more > 0) {
        sentence += u"; and %1 more"_s.arg(more);
    }
    return sentence.left(1).toUpper() + sentence.mid(1) + u'.';
}

} // namespace Detour
