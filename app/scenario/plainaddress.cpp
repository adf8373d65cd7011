// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "scenario/plainaddress.h"

#include "semantics/location.h"

#include <algorithm>

namespace Detour {

namespace {

constexpr ScriptPorts written;

} // namespace

int PlainAddress::portOutside(int port) const
{
    if (port == written.first)
        return ports.first;
    if (port == written.second)
        return ports.second;
    return port == written.https ? ports.https : port;
}

QByteArray PlainAddress::hostInScript(const QByteArray &authority) const
{
    const qsizetype colon = authority.lastIndexOf(':');
    if (colon < 0 || authority.endsWith(']'))
        return authority;
    const int port = authority.mid(colon + 1).toInt();
    int inScript = port;
    if (port == ports.first)
        inScript = written.first;
    else if (port == ports.second)
        inScript = written.second;
    else if (port == ports.https)
        inScript = written.https;
    return authority.left(colon + 1) + QByteArray::number(inScript);
}

QByteArray PlainAddress::targetInScript(const QByteArray &target) const
{
    const QByteArray rest = target.mid(prefix.size());
    return rest.startsWith('/') ? rest : '/' + rest;
}

TargetUri PlainAddress::outside(TargetUri uri) const
{
    uri.path.prepend(prefix);
    if (uri.port)
        uri.port = portOutside(*uri.port);
    return uri;
}

QByteArray PlainAddress::locationOutside(const QByteArray &location, const Script &script) const
{
    // Two slashes begin a host (RFC 3986 §4.2); the port in it says which scheme the script means.
    const bool isSchemeRelative = location.startsWith("//");
    for (const QByteArray &scheme : isSchemeRelative ? QList<QByteArray>{"http:", "https:"} : QList<QByteArray>{{}}) {
        const auto absolute = parseAbsoluteUri(QByteArray(scheme + location), LocationDialect::Rfc3986);
        if (absolute && script.origins.contains(Origin::of(*absolute)))
            return outside(*absolute).toBytes().mid(scheme.size());
    }
    return location.startsWith('/') && !isSchemeRelative ? QByteArray(prefix + location) : location;
}

ScriptedAnswer PlainAddress::outside(ScriptedAnswer answer, const Script &script) const
{
    FieldList fields;
    for (Field field : answer.fields) {
        if (field.isNamed("Location"))
            field.value = locationOutside(field.value, script);
        fields.append(field.name, field.value);
    }
    answer.fields = fields;
    return answer;
}

QByteArray PlainAddress::startOf(const Script &script) const
{
    return outside(script.first.target).toBytes();
}

bool staysOnLoopback(const Script &script)
{
    return std::all_of(script.origins.begin(), script.origins.end(),
                       [](const Origin &origin) { return isLoopbackHost(origin.host); });
}

} // namespace Detour
