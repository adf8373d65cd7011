// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/labrouter.h"

#include "lab/httpbinroutes.h"
#include "lab/labroutes.h"

namespace Detour {

using namespace Qt::StringLiterals;

LabReply routeRequest(LabRequest request, const LabPlace &place, ScriptMounts &mounts, PublishedScripts &published)
{
    if (const auto scripted = mounts.answer(request)) {
        return {*scripted, 0};
    }
    if (request.authority.isEmpty() && !request.fields.contains("Host")) {
        // HTTP/1.0 has no Host; a page that was led here by a forged name always sends one.
        request.authority = "127.0.0.1:" + QByteArray::number(place.port);
    }
    if (!isLabHost(hostWithoutPort(request.authority))) {
        return {textAnswer(421,
                           u"This host is not the lab: the lab answers for 127.0.0.1, localhost and NAME.localhost."_s),
                0};
    }
    if (request.target == "*") {
        ScriptedAnswer answer = plainAnswer(204);
        answer.fields.append("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, TRACE");
        return {answer, 0};
    }
    const QByteArray path = request.path();
    if (auto scripted = published.answer(request, place)) {
        return {*std::move(scripted), 0};
    }
    if (path == "/lab" || path.startsWith("/lab/")) {
        return labReply(request, place);
    }
    if (auto reply = httpbinReply(request, place)) {
        return *std::move(reply);
    }
    return {
        textAnswer(404, u"There is nothing at this address. The lab answers at:\n\n"_s + labAddresses().join(u'\n')),
        0};
}

bool isLabHost(QByteArrayView host)
{
    return host == "localhost" || host == "127.0.0.1" || host == "[::1]"
           || (host.endsWith(".localhost") && !host.startsWith('.'));
}

} // namespace Detour
