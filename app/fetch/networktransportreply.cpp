// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "fetch/networktransportreply.h"

#include "fetch/networkerror.h"
#include "fetch/sendoncedevice.h"

#include <QSslError>

#include <algorithm>

namespace Detour {

namespace {

using namespace Qt::StringLiterals;

/// The socket is read no faster than we take the bytes: without a bound unread content piles up in memory.
constexpr qint64 readBufferBytes = qint64(64) * 1024;

/// QNetworkAccessManager joins the lines of Set-Cookie by "\n", those of other fields by ", " (which cannot be undone).
FieldList splitFields(const QList<QNetworkReply::RawHeaderPair> &pairs)
{
    FieldList fields;
    for (const auto &[name, value] : pairs) {
        if (name.compare("Set-Cookie", Qt::CaseInsensitive) == 0) {
            for (const QByteArray &line : value.split('\n')) {
                fields.append(name, line);
            }
        } else {
            fields.append(name, value);
        }
    }
    return fields;
}

void addNote(QString &notes, const QString &note)
{
    notes = notes.isEmpty() ? note : QString(notes + u' ' + note);
}

} // namespace

NetworkTransportReply::NetworkTransportReply(QNetworkReply *reply, SendOnceDevice *content, Exchange exchange,
                                             const TransportOptions &options, QObject *parent)
    : QObject(parent)
    , m_reply(reply)
    , m_content(content)
    , m_exchange(std::move(exchange))
    , m_where(QString::fromLatin1(m_exchange.request.target.authority()))
    , m_timeout(options.timeout)
    , m_maximumBytes(options.maximumBytes)
    , m_meter(options.keptBytes)
{
    m_clock.start();
    m_reply->setReadBufferSize(readBufferBytes);
    if (m_content != nullptr) {
        m_content->setParent(m_reply);
    }
    watch();
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    m_deadline.start(m_timeout);
}

NetworkTransportReply::~NetworkTransportReply()
{
    // abort() emits finished() at once, so nobody may be listening any more.
    m_reply->disconnect(this);
    if (!m_done) {
        m_reply->abort();
    }
    delete m_reply;
}

void NetworkTransportReply::watch()
{
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this, [this] {
        if (!m_connecting) {
            m_connecting = elapsed();
        }
    });
    connect(m_reply, &QNetworkReply::encrypted, this, [this] { m_encrypted = elapsed(); });
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        m_requestSent = elapsed();
        ++m_sends;
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
        m_headReceived = elapsed();
        if (m_content != nullptr) {
            m_content->setAnswered();
        }
        const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status >= 200 && m_reply->rawHeaderPairs().isEmpty()) {
            fail(hiddenFields(status)); // with its length hidden, too, the end might never be seen
        }
    });
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_tlsProblem = errors.isEmpty() ? QString() : errors.constFirst().errorString().left(200);
    });
    connect(m_reply, &QIODevice::readyRead, this, &NetworkTransportReply::read);
    connect(m_reply, &QNetworkReply::finished, this, &NetworkTransportReply::onReplyFinished);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        const double seconds = static_cast<double>(m_timeout.count()) / 1000.0;
        fail({u"timeout"_s, u"%1 had not answered in full after %2 s."_s.arg(m_where).arg(seconds)});
    });
}

void NetworkTransportReply::cancel()
{
    fail({u"cancelled"_s, u"Cancelled by you before the whole answer had come. Nothing more was sent."_s});
}

void NetworkTransportReply::read()
{
    while (!m_done && m_reply->bytesAvailable() > 0) {
        const QByteArray bytes = m_reply->read(readBufferBytes);
        if (bytes.isEmpty()) {
            return;
        }
        m_meter.add(bytes);
        if (m_meter.bytes() > m_maximumBytes) {
            fail({u"response-too-large"_s,
                  u"The response of %1 is longer than %2 bytes."_s.arg(m_where).arg(m_maximumBytes)});
        }
    }
}

void NetworkTransportReply::onReplyFinished()
{
    read();
    if (m_done) {
        return;
    }
    const StatusCode status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_exchange.failure = failureOf(status);
    if (!m_exchange.failure) {
        m_exchange.response = response(status);
        if (isRedirectStatus(status) && !m_exchange.response->fields.contains("Location")) {
            addNote(m_exchange.note,
                    u"Whether Location was absent or empty cannot be seen through QNetworkAccessManager."_s);
        }
    }
    conclude();
}

void NetworkTransportReply::fail(const ExchangeFailure &failure)
{
    if (m_done) {
        return;
    }
    m_reply->disconnect(this);
    m_exchange.failure = failure;
    conclude();
    m_reply->abort();
}

void NetworkTransportReply::conclude()
{
    m_done = true;
    m_deadline.stop();
    countSends();
    measure();
    std::optional<ContentInfo> &declared = m_exchange.request.content;
    if (declared && m_content != nullptr) {
        if (auto sent = m_content->sentContent()) { // the truth, should a file have changed since it was hashed
            sent->oneShot = declared->oneShot;
            declared = sent;
        }
    }
    emit finished();
}

void NetworkTransportReply::countSends()
{
    const bool wentOut = m_headReceived || (m_exchange.failure && m_exchange.failure->code == "connection-closed"_L1);
    m_exchange.sentTimes = wentOut ? std::max(1, m_sends) : m_sends; // some requests go out without requestSent()
    if (m_sends > 1) {
        addNote(m_exchange.note,
                u"QNetworkAccessManager sent this request %1 times by itself, because the connection was "
                "closed without a whole answer."_s.arg(m_sends));
    }
}

void NetworkTransportReply::measure()
{
    Timing &timing = m_exchange.timing;
    timing.total = elapsed();
    if (m_connecting && m_encrypted) {
        timing.tls = *m_encrypted - *m_connecting; // with the connect in it: no signal parts the two
    } else if (m_connecting && m_requestSent && m_sends == 1 && m_exchange.request.target.scheme == "http"
               && (m_content == nullptr
                   || m_exchange.request.content.value_or(ContentInfo()).bytes <= readBufferBytes)) {
        timing.connect = *m_requestSent - *m_connecting; // a short request leaves as soon as the connection stands
    }
    if (m_headReceived && m_requestSent && *m_headReceived >= *m_requestSent) {
        timing.wait = *m_headReceived - *m_requestSent;
    }
    if (m_headReceived) {
        timing.receive = *timing.total - *m_headReceived;
    }
}

std::optional<ExchangeFailure> NetworkTransportReply::failureOf(StatusCode status) const
{
    const QNetworkReply::NetworkError error = m_reply->error();
    const bool isAnswered = error == QNetworkReply::NoError || (status >= 400 && repeatsStatus(error));
    if (!isAnswered) {
        return failureWithoutAnswer(error);
    }
    if (status < 200 || status > 999) {
        if (status == 0) {
            return networkFailure(QNetworkReply::NoError, m_where);
        }
        return ExchangeFailure{
            u"bad-response"_s,
            u"%1 answered %2, which is no final response. QNetworkAccessManager takes it for one "
            "and would mistake the real answer for that of the next request, so the connection was dropped."_s
                .arg(m_where)
                .arg(status)};
    }
    if (m_reply->rawHeaderPairs().isEmpty()) {
        return hiddenFields(status);
    }
    return truncation();
}

ExchangeFailure NetworkTransportReply::hiddenFields(StatusCode status) const
{
    return {u"bad-response"_s,
            u"%1 answered %2, but not one field can be seen. So it looks when a field line is malformed or there are "
            "more than a hundred: QNetworkAccessManager then hides them all."_s.arg(m_where)
                .arg(status)};
}

ExchangeFailure NetworkTransportReply::failureWithoutAnswer(QNetworkReply::NetworkError error) const
{
    if (m_content != nullptr && m_content->endedEarly()) {
        return ExchangeFailure{u"body-unreadable"_s, u"The content became shorter while it was being sent."_s};
    }
    if (m_content != nullptr && m_content->wasAskedAgain()) {
        return networkFailure(QNetworkReply::ContentReSendError, m_where);
    }
    if (error == QNetworkReply::RemoteHostClosedError && m_headReceived) {
        if (const auto failure = truncation()) {
            return *failure;
        }
    }
    // A reset while the request goes out is "unknown" to Qt, as is a network that cannot be reached.
    const bool wasConnected = m_requestSent || (m_content != nullptr && m_content->hasBegun());
    const bool wasReset = error == QNetworkReply::UnknownNetworkError && wasConnected;
    ExchangeFailure failure = networkFailure(wasReset ? QNetworkReply::RemoteHostClosedError : error, m_where);
    if (error == QNetworkReply::SslHandshakeFailedError && !m_tlsProblem.isEmpty()) {
        addNote(failure.message, m_tlsProblem);
    }
    return failure;
}

std::optional<ExchangeFailure> NetworkTransportReply::truncation() const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_reply->operation() == QNetworkAccessManager::HeadOperation || status == 204 || status == 304
        || m_reply->hasRawHeader("Transfer-Encoding")) {
        return std::nullopt;
    }
    bool isNumber = false;
    const qint64 announced = m_reply->rawHeader("Content-Length").toLongLong(&isNumber);
    if (!isNumber || m_meter.bytes() >= announced) {
        return std::nullopt;
    }
    return ExchangeFailure{u"connection-closed"_s,
                           u"%1 closed the connection after %2 of %3 bytes of content."_s.arg(m_where)
                               .arg(m_meter.bytes())
                               .arg(announced)};
}

Response NetworkTransportReply::response(StatusCode status)
{
    Response response;
    response.status = status;
    response.reasonPhrase = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString().toLatin1();
    response.fields = splitFields(m_reply->rawHeaderPairs());
    if (m_reply->operation() != QNetworkAccessManager::HeadOperation && status != 204 && status != 304) {
        response.content = m_meter.take();
    }
    return response;
}

} // namespace Detour
