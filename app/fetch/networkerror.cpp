// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "fetch/networkerror.h"

namespace Detour {

namespace {

using namespace Qt::StringLiterals;

/// Code and sentence, %1 being "host:port".
struct Meaning
{
    QLatin1StringView code;
    QLatin1StringView sentence;
    bool repeatsStatus = false; ///< Qt's word for a status that the response tells as well
};

constexpr Meaning proxyMeaning{
    "network-error"_L1,
    "Something between here and %1 answered as a proxy. Detour uses no proxy: it connects directly."_L1};
constexpr Meaning statusMeaning{"bad-response"_L1, "%1 answered with an error whose status could not be read."_L1,
                                true};
constexpr Meaning unusedMeaning{"network-error"_L1, "The request to %1 was refused on this computer."_L1};

// NOLINTNEXTLINE(readability-function-size): one case an error, so that the compiler names one that is missing
Meaning meaningOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::NoError:
        return {"bad-response"_L1, "%1 sent something that is not an HTTP response."_L1};
    case QNetworkReply::ConnectionRefusedError:
        return {"connection-refused"_L1, "Nothing listens at %1: the connection was refused, and nothing was sent."_L1};
    case QNetworkReply::RemoteHostClosedError:
        return {"connection-closed"_L1, "%1 closed the connection before a whole response had arrived."_L1};
    case QNetworkReply::ContentReSendError:
        return {
            "connection-closed"_L1,
            "%1 closed the connection without an answer. The request was not sent a second time, because that could "
            "do its work twice."_L1};
    case QNetworkReply::HostNotFoundError:
        return {
            "host-not-found"_L1,
            "No host was found for %1, and nothing was sent. Its name may be wrong, or this computer is offline."_L1};
    case QNetworkReply::TimeoutError:
        return {"timeout"_L1, "%1 did not answer in time."_L1};
    case QNetworkReply::OperationCanceledError:
        return {"cancelled"_L1, "The request to %1 was cancelled."_L1};
    case QNetworkReply::SslHandshakeFailedError:
        return {"tls"_L1, "No secure connection to %1 could be made."_L1};
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
        return {"network-error"_L1,
                "The connection to %1 failed. It may not be reachable from here, or this computer is offline."_L1};
    case QNetworkReply::BackgroundRequestNotAllowedError:
    case QNetworkReply::TooManyRedirectsError: // both cannot happen: nothing is followed below the follow loop
    case QNetworkReply::InsecureRedirectError:
    case QNetworkReply::ProtocolUnknownError:
        return unusedMeaning;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return proxyMeaning;
    case QNetworkReply::ProxyAuthenticationRequiredError: // 407
        return {proxyMeaning.code, proxyMeaning.sentence, true};
    case QNetworkReply::ProtocolFailure:
        return {"bad-response"_L1, "%1 broke the rules of HTTP."_L1};
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
        return statusMeaning;
    }
    return {"network-error"_L1, "The connection to %1 failed."_L1}; // an error of a later Qt
}

} // namespace

ExchangeFailure networkFailure(QNetworkReply::NetworkError error, const QString &where)
{
    const Meaning meaning = meaningOf(error);
    return {meaning.code, QString(meaning.sentence).arg(where)};
}

bool repeatsStatus(QNetworkReply::NetworkError error)
{
    return meaningOf(error).repeatsStatus;
}

} // namespace Detour
