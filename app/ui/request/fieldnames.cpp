// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/request/fieldnames.h"

using namespace Qt::StringLiterals;

namespace Detour {

QStringList usualFieldNames()
{
    return {
        u"Accept"_s,
        u"Accept-Encoding"_s,
        u"Accept-Language"_s,
        u"Authorization"_s,
        u"Cache-Control"_s,
        u"Content-Disposition"_s,
        u"Content-Encoding"_s,
        u"Content-Language"_s,
        u"Content-Length"_s,
        u"Content-Location"_s,
        u"Content-Range"_s,
        u"Content-Type"_s,
        u"Cookie"_s,
        u"Date"_s,
        u"DNT"_s,
        u"Expect"_s,
        u"Forwarded"_s,
        u"From"_s,
        u"Host"_s,
        u"Idempotency-Key"_s,
        u"If-Match"_s,
        u"If-Modified-Since"_s,
        u"If-None-Match"_s,
        u"If-Range"_s,
        u"If-Unmodified-Since"_s,
        u"Max-Forwards"_s,
        u"Origin"_s,
        u"Pragma"_s,
        u"Prefer"_s,
        u"Priority"_s,
        u"Proxy-Authorization"_s,
        u"Range"_s,
        u"Referer"_s,
        u"Sec-Fetch-Dest"_s,
        u"Sec-Fetch-Mode"_s,
        u"Sec-Fetch-Site"_s,
        u"TE"_s,
        u"Traceparent"_s,
        u"Upgrade-Insecure-Requests"_s,
        u"User-Agent"_s,
        u"X-Forwarded-For"_s,
        u"X-Forwarded-Host"_s,
        u"X-Forwarded-Proto"_s,
        u"X-HTTP-Method-Override"_s,
        u"X-Request-ID"_s,
        u"X-Requested-With"_s,
    };
}

} // namespace Detour
