// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "fetch/requestcheck.h"

namespace Detour {

namespace {

using namespace Qt::StringLiterals;

Error badRequest(const QString &message)
{
    return {u"bad-request"_s, message};
}

std::optional<Error> methodProblem(const Request &request)
{
    const Method &method = request.method;
    if (!isToken(method.token())) {
        return badRequest(u"The method is not a token (RFC 9110 §5.6.2)."_s);
    }
    if (method.token().compare("CONNECT", Qt::CaseInsensitive) == 0) {
        return badRequest(u"CONNECT asks a proxy for a tunnel; it cannot be sent as a request."_s);
    }
    if (method.is("HEAD") && request.content && request.content->bytes > 0) {
        return badRequest(
            u"HEAD cannot be sent with content: QNetworkAccessManager would wait for an answer's content."_s);
    }
    return std::nullopt;
}

std::optional<Error> targetProblem(const TargetUri &target)
{
    if (!target.isHttp()) {
        return Error{u"refused-scheme"_s, u"Detour sends http and https only."_s};
    }
    if (!target.host || target.host->isEmpty()) {
        return badRequest(u"The URL has no host."_s);
    }
    if (target.port && (*target.port < 1 || *target.port > 65535)) {
        return badRequest(u"The port %1 does not exist."_s.arg(*target.port));
    }
    if (!target.path.startsWith('/')) { // also "OPTIONS *" (RFC 9112 §3.2.4), which would come out with an empty target
        return badRequest(u"The target must begin with \"/\"; \"*\" cannot be sent."_s);
    }
    return std::nullopt;
}

std::optional<Error> fieldProblem(const FieldList &fields)
{
    for (const Field &field : fields) {
        const Result<Field> checked = Field::checked(field.name, field.value);
        if (!checked) {
            return badRequest(checked.error().message);
        }
        if (field.isNamed("Transfer-Encoding")) {
            return badRequest(
                u"Transfer-Encoding cannot be set: the content would not be coded so, and a server could read "
                "it as another request (RFC 9112 §11.2)."_s);
        }
    }
    if (fields.values("Host").size() > 1) {
        return badRequest(u"Host can stand only once (RFC 9112 §3.2)."_s);
    }
    return std::nullopt;
}

} // namespace

std::optional<Error> requestProblem(const Request &request)
{
    if (auto problem = targetProblem(request.target)) {
        return problem;
    }
    if (auto problem = methodProblem(request)) {
        return problem;
    }
    return fieldProblem(request.fields);
}

} // namespace Detour
