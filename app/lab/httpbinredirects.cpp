// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/httpbinredirects.h"

#include "semantics/percentencoding.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

struct Choice
{
    StatusCode status = 0;
    double weight = 1;
};

std::optional<Choice> readChoice(const QByteArray &text)
{
    const QList<QByteArray> parts = text.split(':');
    bool isNumber = false;
    Choice choice{parts.first().toInt(&isNumber), 1};
    // 1xx is no answer: the client would go on waiting.
    if (!isNumber || choice.status < 200 || choice.status > 999 || parts.size() > 2) {
        return std::nullopt;
    }
    if (parts.size() == 2) {
        choice.weight = parts.at(1).toDouble(&isNumber);
        if (!isNumber || !(choice.weight >= 0 && choice.weight <= 1e9)) {
            return std::nullopt;
        }
    }
    return choice;
}

StatusCode draw(const QList<Choice> &choices)
{
    double total = 0;
    for (const Choice &choice : choices) {
        total += choice.weight;
    }
    double left = QRandomGenerator::global()->generateDouble() * total;
    for (const Choice &choice : choices) {
        left -= choice.weight;
        if (left < 0) {
            return choice.status;
        }
    }
    return choices.last().status;
}

ScriptedAnswer pageWithLink(const QByteArray &location)
{
    ScriptedAnswer answer = plainAnswer(302);
    answer.fields.append("Location", location);
    answer.fields.append("Content-Type", "text/html; charset=utf-8");
    const QString link = QString::fromLatin1(location).toHtmlEscaped();
    answer.content = u"<!doctype html>\n<title>Redirecting...</title>\n<h1>Redirecting...</h1>\n"
                     "<p>You should be redirected automatically to the target URL: <a href=\"%1\">%1</a>.\n"_s.arg(link)
                         .toLatin1();
    return answer;
}

bool asksForAbsolute(const LabRequest &request)
{
    for (const auto &[name, value] : request.queryItems()) {
        if (name == "absolute") {
            return value.toLower() == "true";
        }
    }
    return false;
}

} // namespace

std::optional<LabReply> redirectTimes(RedirectKind kind, const QByteArray &count, const LabRequest &request,
                                      const LabPlace &place)
{
    const bool isNumber =
        !count.isEmpty() && count.size() <= 9 && std::all_of(count.begin(), count.end(), isAsciiDigit);
    if (!isNumber) {
        return std::nullopt;
    }
    const int left = count.toInt() - 1;
    if (left < 0) {
        return LabReply{textAnswer(400, u"The number of redirects must be greater than 0."_s), 0};
    }
    const bool absolute = kind == RedirectKind::Absolute || (kind == RedirectKind::Any && asksForAbsolute(request));
    QByteArray location = "/get";
    if (left > 0) {
        location = (absolute ? "/absolute-redirect/" : "/relative-redirect/") + QByteArray::number(left);
    }
    if (absolute) {
        location.prepend(place.scheme + "://" + request.authority);
    }
    if (kind != RedirectKind::Relative) {
        return LabReply{pageWithLink(location), 0};
    }
    ScriptedAnswer answer = plainAnswer(302);
    answer.fields.append("Location", location);
    return LabReply{answer, 0};
}

LabReply redirectToUrl(const LabRequest &request)
{
    std::optional<QByteArray> url;
    StatusCode status = 302;
    for (const auto &[name, value] : request.queryItems()) {
        const QByteArray lower = name.toLower();
        if (lower == "url") {
            url = value;
        } else if (lower == "status_code") {
            const int wanted = value.toInt();
            status = isRedirection(wanted) ? wanted : 302;
        }
    }
    if (!url) {
        return {textAnswer(400, u"The query parameter url is missing."_s), 0};
    }
    if (!Field::checked("Location", *url)) {
        return {textAnswer(400, u"A Location cannot hold CR, LF or NUL."_s), 0};
    }
    ScriptedAnswer answer = plainAnswer(status);
    answer.fields.append("Location", *url);
    return {answer, 0};
}

LabReply statusReply(const QByteArray &codes)
{
    QList<Choice> choices;
    for (const QByteArray &part : codes.split(',')) {
        const auto choice = readChoice(part);
        if (!choice) {
            return {textAnswer(400, u"Invalid status code"_s), 0};
        }
        choices.append(*choice);
    }
    ScriptedAnswer answer = plainAnswer(draw(choices));
    switch (answer.status) {
    case 301:
    case 302:
    case 303:
    case 305:
    case 307:
        answer.fields.append("Location", "/redirect/1");
        break;
    case 401:
        answer.fields.append("WWW-Authenticate", "Basic realm=\"Fake Realm\"");
        break;
    case 407:
        answer.fields.append("Proxy-Authenticate", "Basic realm=\"Fake Realm\"");
        break;
    default: // any other number has nothing to add
        break;
    }
    return {answer, 0};
}

} // namespace Detour
