// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/stricttransport.h"

#include "semantics/cachedirectives.h"
#include "semantics/ipaddress.h"

#include <QSet>

namespace Detour {

std::optional<StrictTransport> StrictTransport::fromFields(const FieldList &fields)
{
    const std::optional<QByteArray> first = fields.value("Strict-Transport-Security");
    if (!first) {
        return std::nullopt;
    }
    const QByteArray name("Strict-Transport-Security");
    StrictTransport wanted;
    bool hasMaxAge = false;
    QSet<QByteArray> seen;
    for (const QByteArray &element : listElements(FieldList{{name, *first}}, name, ';')) {
        const Directive directive = Directive::fromElement(element);
        if (seen.contains(directive.name)) {
            return std::nullopt;
        }
        seen.insert(directive.name);
        if (directive.name == "max-age") {
            const auto maxAge = deltaSeconds(directive.value.value_or(QByteArray()));
            if (!maxAge) {
                return std::nullopt;
            }
            wanted.maxAge = *maxAge;
            hasMaxAge = true;
        } else if (directive.name == "includesubdomains") {
            wanted.includesSubdomains = true;
        } // what else there is, is to be passed over (§6.1)
    }
    return hasMaxAge ? std::optional(wanted) : std::nullopt;
}

bool mayBeStrict(const QByteArray &host)
{
    return !host.isEmpty() && !host.startsWith('[') && !endsInNumber(host);
}

TargetUri upgraded(const TargetUri &uri)
{
    TargetUri secure = uri;
    secure.scheme = QByteArrayLiteral("https");
    if (uri.effectivePort() == 80 || uri.effectivePort() == 443) {
        secure.port.reset();
    }
    return secure;
}

} // namespace Detour
