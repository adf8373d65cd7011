// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "fetch/networktransportreply.h"

#include "fetch/networkerror.h"
#include "fetch/sendoncedevice.h"
#include "semantics/percentencoding.h"

#include <QSslCertificate>
#include <QSslConfiguration>
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

constexpr qsizetype shownLength = 60;

/// RFC 9112 §6.3: one decimal number, which may stand there several times. QNetworkAccessManager joins several lines by
/// ", " and itself takes the first.
std::optional<qint64> lengthIn(const QByteArray &field)
{
    std::optional<qint64> length;
    for (const QByteArray &member : field.split(',')) {
        const QByteArray digits = member.trimmed();
        bool fits = !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), isAsciiDigit);
        const qint64 number = fits ? digits.toLongLong(&fits) : 0;
        if (!fits || (length && *length != number)) {
            return std::nullopt;
        }
        length = number;
    }
    return length;
}

void addNote(QString &notes, const QString &note)
{
    notes = notes.isEmpty() ? note : QString(notes + u' ' + note);
}

} // namespace

NetworkTransportReply::NetworkTransportReply(QNetworkReply *reply, SendOnceDevice *content, Exchange exchange,
                                             const TransportOptions &options, QByteArray pinned, QObject *parent)
    : QObject(parent)
    , m_reply(reply)
    , m_content(content)
    , m_exchange(std::move(exchange))
    , m_where(QString::fromLatin1(m_exchange.request.target.authority()))
    , m_timeout(options.timeout)
    , m_maximumBytes(options.maximumBytes)
    , m_pinned(std::move(pinned))
    , m_meter(options.keptBytes)
{
    m_clock.start();
    m_reply->setReadBufferSize(readBufferBytes);
    // Once more: with content to send the reply starts in the next turn only, and would not know of the bound. What
    // comes before it is bounded is never counted, so it must come to know before the first byte.
    QMetaObject::invokeMethod(
        this, [this] { m_reply->setReadBufferSize(readBufferBytes); }, Qt::QueuedConnection);
    if (m_content != nullptr) {
        m_content->setParent(m_reply);
    }
    watch();
    m_readTimer.setSingleShot(true);
    m_readTimer.setInterval(0);
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
        failWithoutFields();
    });
    connect(m_reply, &QNetworkReply::sslErrors, this, &NetworkTransportReply::onTlsErrors);
    // Not at once: a fast sender tells of the next bytes before it is done with these, and as long as such events come
    // neither the deadline nor a window has its turn.
    connect(m_reply, &QIODevice::readyRead, &m_readTimer, qOverload<>(&QTimer::start));
    connect(&m_readTimer, &QTimer::timeout, this, &NetworkTransportReply::read);
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

void NetworkTransportReply::onTlsErrors(const QList<QSslError> &errors)
{
    const auto digest = [](const QSslCertificate &certificate) {
        return certificate.digest(QCryptographicHash::Sha256);
    };
    const QSslCertificate shown = m_reply->sslConfiguration().peerCertificate();
    if (!m_pinned.isEmpty() && !shown.isNull() && digest(shown) == digest(QSslCertificate(m_pinned, QSsl::Pem))) {
        m_reply->ignoreSslErrors(errors); // the very one, under a name that it does not have
        return;
    }
    if (!m_pinned.isEmpty()) {
        m_tlsProblem = u"It did not show the lab's own certificate, and no other is accepted there."_s;
    } else {
        m_tlsProblem = errors.isEmpty() ? QString() : errors.constFirst().errorString().left(200);
    }
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
    m_readTimer.stop();
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
        return noFields(status);
    }
    return brokenFraming();
}

/// At once: a length that cannot be seen either would be waited for until the deadline.
void NetworkTransportReply::failWithoutFields()
{
    const StatusCode status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 200 && m_reply->rawHeaderPairs().isEmpty()) {
        fail(noFields(status));
    }
}

ExchangeFailure NetworkTransportReply::noFields(StatusCode status) const
{
    return {
        u"bad-response"_s,
        u"%1 answered %2, but not one field can be seen. So it looks when a field line is malformed or very long, or "
        "there are too many: QNetworkAccessManager then hides them all."_s.arg(m_where)
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
        if (const auto failure = brokenFraming()) {
            return *failure;
        }
    }
    // It sends a request twice if the connection ends without a byte, and four times if it ends within a head.
    if (error == QNetworkReply::RemoteHostClosedError && !m_headReceived && m_sends > 2) {
        return ExchangeFailure{
            u"connection-closed"_s,
            u"%1 closed the connection after something that was no whole response head."_s.arg(m_where)};
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

std::optional<ExchangeFailure> NetworkTransportReply::brokenFraming() const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_reply->operation() == QNetworkAccessManager::HeadOperation || status == 204 || status == 304
        || m_reply->hasRawHeader("Transfer-Encoding") || !m_reply->hasRawHeader("Content-Length")) {
        return std::nullopt;
    }
    const QByteArray field = m_reply->rawHeader("Content-Length");
    const std::optional<qint64> announced = lengthIn(field);
    if (!announced) {
        return ExchangeFailure{
            u"bad-response"_s,
            u"%1 sent \"Content-Length: %2\", which does not say where the content ends (RFC 9112 §6.3)."_s.arg(
                m_where, QString::fromLatin1(field.left(shownLength)))};
    }
    if (m_meter.bytes() >= *announced) {
        return std::nullopt;
    }
    return ExchangeFailure{u"connection-closed"_s,
                           u"%1 closed the connection after %2 of %3 bytes of content."_s.arg(m_where)
                               .arg(m_meter.bytes())
                               .arg(*announced)};
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
