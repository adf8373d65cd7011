// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/statuscode.h"

#include <array>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

struct RegisteredCode
{
    StatusCode status;
    const char *phrase;
};

/// The IANA HTTP Status Code Registry.
constexpr std::array registeredCodes{
    RegisteredCode{100, "Continue"},
    RegisteredCode{101, "Switching Protocols"},
    RegisteredCode{102, "Processing"},
    RegisteredCode{103, "Early Hints"},
    RegisteredCode{200, "OK"},
    RegisteredCode{201, "Created"},
    RegisteredCode{202, "Accepted"},
    RegisteredCode{203, "Non-Authoritative Information"},
    RegisteredCode{204, "No Content"},
    RegisteredCode{205, "Reset Content"},
    RegisteredCode{206, "Partial Content"},
    RegisteredCode{207, "Multi-Status"},
    RegisteredCode{208, "Already Reported"},
    RegisteredCode{226, "IM Used"},
    RegisteredCode{300, "Multiple Choices"},
    RegisteredCode{301, "Moved Permanently"},
    RegisteredCode{302, "Found"},
    RegisteredCode{303, "See Other"},
    RegisteredCode{304, "Not Modified"},
    RegisteredCode{305, "Use Proxy"},
    RegisteredCode{306, "(Unused)"},
    RegisteredCode{307, "Temporary Redirect"},
    RegisteredCode{308, "Permanent Redirect"},
    RegisteredCode{400, "Bad Request"},
    RegisteredCode{401, "Unauthorized"},
    RegisteredCode{402, "Payment Required"},
    RegisteredCode{403, "Forbidden"},
    RegisteredCode{404, "Not Found"},
    RegisteredCode{405, "Method Not Allowed"},
    RegisteredCode{406, "Not Acceptable"},
    RegisteredCode{407, "Proxy Authentication Required"},
    RegisteredCode{408, "Request Timeout"},
    RegisteredCode{409, "Conflict"},
    RegisteredCode{410, "Gone"},
    RegisteredCode{411, "Length Required"},
    RegisteredCode{412, "Precondition Failed"},
    RegisteredCode{413, "Content Too Large"},
    RegisteredCode{414, "URI Too Long"},
    RegisteredCode{415, "Unsupported Media Type"},
    RegisteredCode{416, "Range Not Satisfiable"},
    RegisteredCode{417, "Expectation Failed"},
    RegisteredCode{418, "(Unused)"},
    RegisteredCode{421, "Misdirected Request"},
    RegisteredCode{422, "Unprocessable Content"},
    RegisteredCode{423, "Locked"},
    RegisteredCode{424, "Failed Dependency"},
    RegisteredCode{425, "Too Early"},
    RegisteredCode{426, "Upgrade Required"},
    RegisteredCode{428, "Precondition Required"},
    RegisteredCode{429, "Too Many Requests"},
    RegisteredCode{431, "Request Header Fields Too Large"},
    RegisteredCode{451, "Unavailable For Legal Reasons"},
    RegisteredCode{500, "Internal Server Error"},
    RegisteredCode{501, "Not Implemented"},
    RegisteredCode{502, "Bad Gateway"},
    RegisteredCode{503, "Service Unavailable"},
    RegisteredCode{504, "Gateway Timeout"},
    RegisteredCode{505, "HTTP Version Not Supported"},
    RegisteredCode{506, "Variant Also Negotiates"},
    RegisteredCode{507, "Insufficient Storage"},
    RegisteredCode{508, "Loop Detected"},
    RegisteredCode{511, "Network Authentication Required"},
};

} // namespace

bool isRedirectStatus(StatusCode status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool isRedirection(StatusCode status)
{
    return status >= 300 && status <= 399;
}

StatusKind statusKind(StatusCode status)
{
    switch (status) {
    case 300:
        return StatusKind::Choices;
    case 301:
    case 308:
        return StatusKind::Permanent;
    case 302:
    case 307:
        return StatusKind::Temporary;
    case 303:
        return StatusKind::SeeOther;
    case 304:
        return StatusKind::NotModified;
    case 305:
    case 306:
        return StatusKind::Retired;
    default: // a number, not an enum
        break;
    }
    if (status >= 200 && status <= 299) {
        return StatusKind::Success;
    }
    return status >= 400 && status <= 599 ? StatusKind::Failure : StatusKind::Other;
}

QString statusKindName(StatusKind kind)
{
    switch (kind) {
    case StatusKind::Choices:
        return u"choices"_s;
    case StatusKind::Permanent:
        return u"permanent"_s;
    case StatusKind::Temporary:
        return u"temporary"_s;
    case StatusKind::SeeOther:
        return u"see-other"_s;
    case StatusKind::NotModified:
        return u"not-modified"_s;
    case StatusKind::Retired:
        return u"retired"_s;
    case StatusKind::Success:
    case StatusKind::Failure:
    case StatusKind::Other:
        break;
    }
    return {};
}

QString registeredReasonPhrase(StatusCode status)
{
    for (const RegisteredCode &code : registeredCodes) {
        if (code.status == status) {
            return QString::fromLatin1(code.phrase);
        }
    }
    return {};
}

QList<StatusCode> referenceStatusCodes()
{
    return {300, 301, 302, 303, 304, 305, 306, 307, 308};
}

} // namespace Detour
