// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/curloptions.h"

#include <QHash>
#include <QList>

namespace Detour {

namespace {

struct Row
{
    char letter; ///< 0: none
    const char *name;
    CurlOption meaning;
    bool takesValue;
};

using enum CurlOption;

constexpr Row used[] = {
    {'X', "request", Method, true},
    {'H', "header", Header, true},
    {'d', "data", Data, true},
    {0, "data-ascii", Data, true},
    {0, "data-raw", DataRaw, true},
    {0, "data-binary", DataBinary, true},
    {0, "data-urlencode", DataUrlencode, true},
    {0, "json", Json, true},
    {'T', "upload-file", UploadFile, true},
    {'u', "user", User, true},
    {0, "oauth2-bearer", BearerToken, true},
    {'b', "cookie", Cookie, true},
    {'A', "user-agent", UserAgent, true},
    {'e', "referer", Referer, true},
    {'I', "head", Head, false},
    {'G', "get", Get, false},
    {'L', "location", Follow, false},
    {0, "location-trusted", LocationTrusted, false},
    {0, "post301", KeepPost, false},
    {0, "post302", KeepPost, false},
    {0, "post303", KeepPost, false},
    {0, "max-redirs", MaxRedirects, true},
    {'k', "insecure", Insecure, false},
    {0, "compressed", Compressed, false},
    {'m', "max-time", Timeout, true},
    {0, "url", Url, true},
    {'g', "globoff", NoGlobbing, false},
    {':', "next", Next, false},
    {'s', "silent", OutputOnly, false},
    {'S', "show-error", OutputOnly, false},
    {'v', "verbose", OutputOnly, false},
    {'i', "include", OutputOnly, false},
    {'#', "progress-bar", OutputOnly, false},
    {0, "no-progress-meter", OutputOnly, false},
    {'N', "no-buffer", OutputOnly, false},
    {'o', "output", OutputOnly, true},
    {0, "output-dir", OutputOnly, true},
    {0, "create-dirs", OutputOnly, false},
    {'O', "remote-name", OutputOnly, false},
    {'J', "remote-header-name", OutputOnly, false},
    {'R', "remote-time", OutputOnly, false},
    {'w', "write-out", OutputOnly, true},
    {'D', "dump-header", OutputOnly, true},
    {0, "stderr", OutputOnly, true},
    {0, "trace", OutputOnly, true},
    {0, "trace-ascii", OutputOnly, true},
    {0, "trace-time", OutputOnly, false},
    {'f', "fail", OutputOnly, false},
    {0, "fail-with-body", OutputOnly, false},
    {0, "styled-output", OutputOnly, false},
    {'q', "disable", OutputOnly, false},
    {0, "basic", OutputOnly, false},
    {0, "http1.1", OutputOnly, false},
    {0, "path-as-is", Unsupported, false},
};

/// "letter:name", the letter may be missing.
constexpr const char *otherWithValue =
    "abstract-unix-socket alt-svc aws-sigv4 cacert capath E:cert cert-type ciphers K:config connect-timeout "
    "connect-to C:continue-at c:cookie-jar create-file-mode crlfile curves delegation dns-interface dns-ipv4-addr "
    "dns-ipv6-addr dns-servers doh-url egd-file engine etag-compare etag-save expect100-timeout F:form form-string "
    "ftp-account ftp-alternative-to-user ftp-method P:ftp-port ftp-ssl-ccc-mode happy-eyeballs-timeout-ms "
    "hostpubmd5 hostpubsha256 hsts interface keepalive-time key key-type krb libcurl limit-rate local-port "
    "login-options mail-auth mail-from mail-rcpt max-filesize netrc-file noproxy parallel-max pass pinnedpubkey "
    "preproxy proto proto-default proto-redir x:proxy proxy-cacert proxy-capath proxy-cert proxy-cert-type "
    "proxy-ciphers proxy-crlfile proxy-header proxy-key proxy-key-type proxy-pass proxy-pinnedpubkey "
    "proxy-service-name proxy-tls13-ciphers proxy-tlsauthtype proxy-tlspassword proxy-tlsuser U:proxy-user proxy1.0 "
    "pubkey Q:quote random-file r:range rate request-target resolve retry retry-delay retry-max-time sasl-authzid "
    "service-name socks4 socks4a socks5 socks5-gssapi-service socks5-hostname Y:speed-limit y:speed-time "
    "t:telnet-option tftp-blksize z:time-cond tls-max tls13-ciphers tlsauthtype tlspassword tlsuser unix-socket "
    "url-query";
constexpr const char *otherWithout =
    "anyauth a:append cert-status compressed-ssh crlf digest disable-eprt disable-epsv disallow-username-in-url "
    "doh-cert-status doh-insecure fail-early false-start form-escape ftp-create-dirs ftp-pasv ftp-pret "
    "ftp-skip-pasv-ip ftp-ssl-ccc ftp-ssl-control haproxy-protocol http0.9 0:http1.0 http2 http2-prior-knowledge "
    "http3 http3-only ignore-content-length 4:ipv4 6:ipv6 j:junk-session-cookies l:list-only mail-rcpt-allowfails "
    "metalink negotiate n:netrc netrc-optional no-alpn no-clobber no-keepalive no-npn no-sessionid ntlm ntlm-wb "
    "Z:parallel parallel-immediate proxy-anyauth proxy-basic proxy-digest proxy-insecure proxy-negotiate proxy-ntlm "
    "proxy-ssl-allow-beast proxy-ssl-auto-client-cert proxy-tlsv1 p:proxytunnel raw remote-name-all remove-on-error "
    "retry-all-errors retry-connrefused sasl-ir socks5-basic socks5-gssapi socks5-gssapi-nec ssl ssl-allow-beast "
    "ssl-auto-client-cert ssl-no-revoke ssl-reqd ssl-revoke-best-effort 2:sslv2 3:sslv3 suppress-connect-headers "
    "tcp-fastopen tcp-nodelay tftp-no-options 1:tlsv1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 tr-encoding B:use-ascii xattr";

struct Index
{
    QHash<QByteArray, KnownCurlOption> byName;
    QHash<char, KnownCurlOption> byLetter;

    Index()
    {
        for (const Row &row : used) {
            add(row.letter, row.name, {row.meaning, row.takesValue});
        }
        addAll(otherWithValue, true);
        addAll(otherWithout, false);
    }

    void add(char letter, const QByteArray &name, KnownCurlOption option)
    {
        byName.insert(name, option);
        if (letter != 0) {
            byLetter.insert(letter, option);
        }
    }

    void addAll(const QByteArray &words, bool takesValue)
    {
        for (const QByteArray &word : words.split(' ')) {
            const bool hasLetter = word.size() > 2 && word.at(1) == ':';
            add(hasLetter ? word.at(0) : char(0), hasLetter ? word.mid(2) : word, {Unsupported, takesValue});
        }
    }
};

const Index &index()
{
    static const Index built;
    return built;
}

} // namespace

std::optional<KnownCurlOption> curlOptionNamed(QByteArrayView name)
{
    const auto found = index().byName.constFind(name.toByteArray());
    return found == index().byName.cend() ? std::nullopt : std::optional(*found);
}

std::optional<KnownCurlOption> curlOptionOf(char letter)
{
    const auto found = index().byLetter.constFind(letter);
    return found == index().byLetter.cend() ? std::nullopt : std::optional(*found);
}

} // namespace Detour
