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

ScriptedAnswer PlainAddress::outside(ScriptedAnswer answer, const Script &script) const
{
    FieldList fields;
    for (Field field : answer.fields) {
        const auto absolute = field.isNamed("Location") ? parseAbsoluteUri(field.value, LocationDialect::Rfc3986)
                                                        : Result<TargetUri>(Error{});
        if (absolute && script.origins.contains(Origin::of(*absolute)))
            field.value = outside(*absolute).toBytes();
        else if (field.isNamed("Location") && field.value.startsWith('/') && !field.value.startsWith("//"))
            field.value.prepend(prefix);
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
