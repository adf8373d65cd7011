// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/whatwghost.h"

#include "semantics/ipaddress.h"
#include "semantics/percentencoding.h"
#include "semantics/safetext.h"

#include <QStringDecoder>
#include <QUrl>

#include <algorithm>
#include <optional>

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

/// RFC 5892, appendix A: invisible joiners, of which only those behind a virama can be told without joining types.
bool hasStrayJoiner(const QString &text)
{
    constexpr int virama = 9;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isJoiner = text[i] == QChar(0x200c) || text[i] == QChar(0x200d);
        if (isJoiner && (i == 0 || text[i - 1].combiningClass() != virama)) {
            return true;
        }
    }
    return false;
}

/// One label by UTS #46. What begins with "xn--" has to be Punycode of something. Nothing if it is no label.
std::optional<QString> labelToAscii(const QString &label)
{
    const QString mapped = label.normalized(QString::NormalizationForm_KC).toLower();
    const bool isAscii = std::all_of(mapped.cbegin(), mapped.cend(), [](QChar c) { return c.unicode() < 0x80; });
    if (mapped.startsWith("xn--"_L1)) {
        const QString meant = QUrl::fromAce(mapped.toLatin1(), QUrl::IgnoreIDNWhitelist);
        const QString back = QString::fromLatin1(QUrl::toAce(meant, QUrl::IgnoreIDNWhitelist)).toLower();
        return isAscii && meant != mapped && !meant.isEmpty() && back == mapped ? std::optional(mapped) : std::nullopt;
    }
    if (isAscii) {
        return mapped; // all the rules of IDNA concern other characters
    }
    const QByteArray ace = QUrl::toAce(label, QUrl::IgnoreIDNWhitelist).toLower();
    return ace.isEmpty() ? std::nullopt : std::optional(QString::fromLatin1(ace));
}

/// URL standard: domain to ASCII. Empty if there is no such domain.
QByteArray domainToAscii(const QByteArray &domain)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder.decode(domain);
    if (decoder.hasError() || hasStrayJoiner(text)) {
        return {};
    }
    text.remove(QChar(QChar::SoftHyphen)).remove(QChar(0x200b)).remove(QChar(0x2060)).remove(QChar(0xfeff));
    for (const char16_t dot : {u'\u3002', u'\uff0e', u'\uff61'}) {
        text.replace(QChar(dot), u'.');
    }
    QStringList labels = text.split(u'.');
    for (QString &label : labels) {
        const std::optional<QString> ascii = labelToAscii(label);
        if (!ascii) {
            return {};
        }
        label = *ascii;
    }
    return labels.join(u'.').toLatin1();
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
