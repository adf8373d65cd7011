// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/expectationwords.h"

#include "semantics/location.h"
#include "semantics/safetext.h"
#include "semantics/turn.h"

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

QString bodyWord(const Expectation &option, const Request &request)
{
    switch (option.content) {
    case ContentFate::Same:
        return request.content ? u"with the body"_s : u"with the first body"_s;
    case ContentFate::None:
        return u"without a body"_s;
    case ContentFate::Empty:
        return u"with an empty body"_s;
    }
    Q_UNREACHABLE();
}

QString credentialWord(const Expectation &option, const Request &request)
{
    if (!option.credentialsKept) {
        return {};
    }
    return (*option.credentialsKept ? u"with "_s : u"without "_s) + QString::fromLatin1(credentialOf(request));
}

bool targetsDiffer(const QList<Expectation> &all)
{
    QByteArray first;
    return std::any_of(all.cbegin(), all.cend(), [&first](const Expectation &option) {
        if (!option.sends) {
            return false;
        }
        if (first.isEmpty()) {
            first = option.target;
        }
        return option.target != first;
    });
}

/// Where there is no body, and never was one, that tells no option from another.
bool isAboutBodies(const QList<Expectation> &all, const Request &request)
{
    return request.content.has_value() || std::any_of(all.cbegin(), all.cend(), [](const Expectation &option) {
               return option.sends && option.content != ContentFate::None;
           });
}

/// "with the body" and "with Authorization" as "with the body and Authorization".
QString joined(const QString &body, const QString &credential)
{
    const QString preposition = body.section(u' ', 0, 0);
    if (credential.isEmpty() || credential.section(u' ', 0, 0) != preposition) {
        return credential.isEmpty() ? body : body + u", "_s + credential;
    }
    const QString word = preposition == "without"_L1 ? u" or "_s : u" and "_s;
    return body + word + credential.section(u' ', 1);
}

} // namespace

QString expectationTargetWord(const Expectation &option, const Request &request)
{
    const auto target = parseAbsoluteUri(option.target, LocationDialect::Rfc3986);
    return target ? targetWord(request.target.withoutUserinfo(), *target) : wireText(option.target, 200);
}

ExpectationWords expectationWords(const Expectation &option, const QList<Expectation> &all, const Request &request)
{
    if (!option.sends) {
        return {u"Nothing"_s, u"it stops here"_s, u"Nothing more is sent."_s};
    }
    ExpectationWords words;
    words.title = wireText(option.method, 64);
    const QString what = joined(bodyWord(option, request), credentialWord(option, request));
    QStringList detail{isAboutBodies(all, request) ? what : credentialWord(option, request)};
    if (targetsDiffer(all)) {
        detail.append(u"to "_s + expectationTargetWord(option, request));
    }
    detail.removeAll(QString());
    words.detail = detail.isEmpty() ? what : detail.join(u", "_s);
    words.sentence = u"%1 is sent to %2, %3."_s.arg(words.title, expectationTargetWord(option, request), what);
    return words;
}

} // namespace Detour
