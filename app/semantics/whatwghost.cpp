// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/whatwghost.h"

#include "semantics/ipaddress.h"
#include "semantics/percentencoding.h"
#include "semantics/safetext.h"

#include <QStringDecoder>
#include <QUrl>

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

Error badHost(QByteArrayView host, const QString &why)
{
    return {u"bad-url"_s, u"the host “%1” %2"_s.arg(wireText(host, 80), why)};
}

/// URL standard: forbidden host code point.
bool isForbiddenInHost(char c)
{
    return c == '\0' || QByteArrayView("\t\n\r #/:<>?@[\\]^|").contains(c);
}

/// URL standard: forbidden domain code point.
bool isForbiddenInDomain(char c)
{
    return isForbiddenInHost(c) || (c >= '\0' && c < ' ') || c == '%' || c == '\x7f';
}

bool isAscii(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= '\0'; });
}

bool hasPunycodeLabel(const QByteArray &lower)
{
    return lower.startsWith("xn--") || lower.contains(".xn--");
}

/// URL standard: domain to ASCII. Empty if there is no such domain.
QByteArray domainToAscii(const QByteArray &domain)
{
    QByteArray lower = domain.toLower();
    if (isAscii(lower) && !hasPunycodeLabel(lower)) {
        return lower; // all the rules of IDNA concern other characters
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(domain);
    if (decoder.hasError()) {
        return {};
    }
    return QUrl::toAce(text, QUrl::IgnoreIDNWhitelist).toLower();
}

Result<QByteArray> parseOpaqueHost(QByteArrayView text)
{
    if (std::any_of(text.begin(), text.end(), isForbiddenInHost)) {
        return badHost(text, u"holds a character that no host may have"_s);
    }
    return percentEncoded(text, EncodeSet::C0Control);
}

Result<QByteArray> parseDomain(QByteArrayView text)
{
    const QByteArray ascii = domainToAscii(percentDecoded(text));
    if (ascii.isEmpty()) {
        return badHost(text, u"is not a domain name"_s);
    }
    if (std::any_of(ascii.cbegin(), ascii.cend(), isForbiddenInDomain)) {
        return badHost(text, u"holds a character that no host may have"_s);
    }
    if (!endsInNumber(ascii)) {
        return ascii;
    }
    const std::optional<QByteArray> address = parseIpv4(ascii);
    if (!address) {
        return badHost(text, u"is not an IPv4 address, though it ends in a number"_s);
    }
    return *address;
}

} // namespace

Result<QByteArray> parseWhatwgHost(QByteArrayView text, bool isSpecial)
{
    if (text.startsWith('[')) {
        const std::optional<QByteArray> address =
            text.endsWith(']') ? parseIpv6(text.sliced(1).chopped(1)) : std::nullopt;
        if (!address) {
            return badHost(text, u"is not an IPv6 address in brackets"_s);
        }
        return QByteArray('[' + *address + ']');
    }
    return isSpecial ? parseDomain(text) : parseOpaqueHost(text);
}

} // namespace Detour
