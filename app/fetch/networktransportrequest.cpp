// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "fetch/networktransportrequest.h"

#include "semantics/percentencoding.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QUrl>

namespace Detour {

namespace {

using namespace Qt::StringLiterals;

/// The URL that is connected to: no userinfo (QNetworkAccessManager would answer a 401 with it by itself), no fragment.
QByteArray connectionUrl(const TargetUri &target, const std::optional<Endpoint> &endpoint)
{
    QByteArray authority = target.authority();
    if (endpoint) {
        const bool isIpv6 = endpoint->address.contains(':') && !endpoint->address.startsWith('[');
        authority =
            (isIpv6 ? "[" + endpoint->address + "]" : endpoint->address) + ":" + QByteArray::number(endpoint->port);
    }
    return target.scheme + "://" + authority + target.originForm();
}

/// The origin form that QNetworkAccessManager makes of a URL.
QByteArray sentTarget(const QUrl &url)
{
    return url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment | QUrl::NormalizePathSegments
                         | QUrl::FullyEncoded);
}

QByteArray basicCredentials(const QByteArray &userinfo)
{
    const qsizetype colon = userinfo.indexOf(':');
    const QByteArray user = percentDecoded(colon < 0 ? userinfo : userinfo.left(colon));
    const QByteArray password = colon < 0 ? QByteArray() : percentDecoded(userinfo.mid(colon + 1));
    const QByteArray pair = user + ":" + password;
    return "Basic " + pair.toBase64();
}

/// QNetworkAccessManager can send each name once only. Joining keeps the meaning (RFC 9110 §5.3; Cookie: RFC 6265
/// §5.4).
QByteArray joinedValue(const FieldList &fields, const Field &first)
{
    return fields.values(first.name).join(first.isNamed("Cookie") ? "; " : ", ");
}

void setOptions(QNetworkRequest &network)
{
    network.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    network.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // Not CacheLoadControlAttribute: AlwaysNetwork would add Cache-Control and Pragma. There is no cache to load from.
    network.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    network.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    network.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    network.setAttribute(QNetworkRequest::AutoDeleteReplyOnFinishAttribute, false);
}

/// The one certificate is all that is trusted, so that any other is refused, even one that the system would accept.
void pin(NetworkTransportRequest &prepared, const QByteArray &certificate)
{
    QSslConfiguration configuration; // not the default one: that reads all that the system trusts
    configuration.setCaCertificates({QSslCertificate(certificate, QSsl::Pem)});
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    prepared.network.setSslConfiguration(configuration);
    prepared.pinned = certificate;
}

void setTls(NetworkTransportRequest &prepared, const TargetUri &target, bool verifies,
            const std::optional<Endpoint> &endpoint)
{
    if (!verifies) {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        prepared.network.setSslConfiguration(configuration);
    } else if (endpoint && !endpoint->certificate.isEmpty()) {
        pin(prepared, endpoint->certificate);
    }
    if (endpoint && !target.host->startsWith('[')) { // the server name of the handshake, else it would be the address
        prepared.network.setPeerVerifyName(QString::fromLatin1(*target.host));
    }
}

class FieldWriter final
{
public:
    FieldWriter(NetworkTransportRequest &prepared, const FieldList &fields)
        : m_prepared(prepared)
        , m_fields(fields)
    {}

    /// A field of ours, unless the user has one of that name.
    void add(const QByteArray &name, const QByteArray &value)
    {
        if (!m_fields.contains(name)) {
            m_prepared.network.setRawHeader(name, value);
            m_prepared.added.append(name);
        }
    }

    /// One that QNetworkAccessManager adds by itself.
    void noteAdded(const QByteArray &name)
    {
        if (!m_fields.contains(name)) {
            m_prepared.added.append(name);
        }
    }

    void copyUserFields()
    {
        for (const Field &field : m_fields) {
            if (field.isNamed("Content-Length") || m_prepared.network.hasRawHeader(field.name)) {
                continue;
            }
            const QByteArray value = joinedValue(m_fields, field);
            // For a few names an empty value means "the default" to QNetworkAccessManager; a space does not, and is no
            // part of the value (RFC 9110 §5.5).
            m_prepared.network.setRawHeader(field.name, value.isEmpty() ? " "_ba : value);
            if (m_fields.values(field.name).size() > 1) {
                m_prepared.notes.append(
                    u"The lines of %1 went out as one: QNetworkAccessManager sends no repeated fields."_s.arg(
                        QString::fromLatin1(field.name)));
            }
        }
    }

private:
    NetworkTransportRequest &m_prepared;
    const FieldList &m_fields;
};

void noteContentLength(NetworkTransportRequest &prepared, const FieldList &fields, std::optional<qint64> contentLength)
{
    const std::optional<QByteArray> typed = fields.value("Content-Length");
    if (typed && (!contentLength || *typed != QByteArray::number(*contentLength))) {
        prepared.notes.append(u"The typed Content-Length was left out: the content's own length is sent."_s);
    }
}

void writeFields(NetworkTransportRequest &prepared, const Request &request, const QByteArray &userAgent)
{
    FieldWriter writer(prepared, request.fields);
    writer.add("Host", request.target.authority());
    writer.noteAdded("Connection");
    writer.add("Accept-Encoding", "identity"); // else the content would be decoded and its Content-Length taken away
    writer.noteAdded("Accept-Language");
    if (userAgent.isEmpty()) {
        writer.noteAdded("User-Agent");
    } else {
        writer.add("User-Agent", userAgent);
    }
    if (request.target.userinfo) {
        writer.add("Authorization", basicCredentials(*request.target.userinfo));
    }
    writer.copyUserFields();
}

} // namespace

bool isGuardedMethod(const Method &method)
{
    return !method.is("GET") && !method.is("HEAD") && !method.is("OPTIONS") && !method.is("TRACE");
}

Result<NetworkTransportRequest> NetworkTransportRequest::prepare(const Request &request,
                                                                 const TransportOptions &options,
                                                                 std::optional<qint64> contentLength)
{
    const TargetUri &target = request.target;
    const std::optional<Endpoint> endpoint = options.endpointOf ? options.endpointOf(Origin::of(target)) : std::nullopt;
    const QUrl url = QUrl::fromEncoded(connectionUrl(target, endpoint), QUrl::TolerantMode);
    if (!url.isValid() || url.host().isEmpty()) {
        return Error{u"network-error"_s, u"QNetworkAccessManager cannot be given this target."_s};
    }

    NetworkTransportRequest prepared;
    prepared.network.setUrl(url);
    setOptions(prepared.network);
    if (target.scheme == "https") {
        setTls(prepared, target, options.verifiesTls, endpoint);
    }

    writeFields(prepared, request, options.userAgent);
    if (contentLength) {
        prepared.network.setHeader(QNetworkRequest::ContentLengthHeader, *contentLength);
        prepared.added.append("Content-Length");
    }
    noteContentLength(prepared, request.fields, contentLength);

    const QByteArray sent = sentTarget(url);
    if (sent != target.originForm()) {
        prepared.notes.append(
            u"QNetworkAccessManager sent the target as %1, not as written."_s.arg(QString::fromLatin1(sent.left(200))));
    }
    return prepared;
}

} // namespace Detour
