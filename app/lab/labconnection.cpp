// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/labconnection.h"

#include "lab/labrouter.h"

#include <QHostAddress>
#include <QSslSocket>

#include <algorithm>
#include <sys/socket.h>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 readBufferSize = 64 * 1024;
/// More unsent bytes than this, and no further request of the connection is read.
constexpr qint64 backlogLimit = 256 * 1024;

} // namespace

LabConnection::LabConnection(QTcpSocket *socket, const LabContext &context, LabPlace place, quint64 number,
                             QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_tls(qobject_cast<QSslSocket *>(socket))
    , m_context(context)
    , m_place(std::move(place))
    , m_number(number)
    , m_peerPort(socket->peerPort())
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(readBufferSize);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_idleTimer.setSingleShot(true);
    m_idleTimer.setInterval(m_context.limits.idle);
    m_delayTimer.setSingleShot(true);
    m_delayTimer.setTimerType(Qt::PreciseTimer);
    m_lingerTimer.setSingleShot(true);
    m_lingerTimer.setInterval(m_context.limits.linger);
    connect(m_socket, &QTcpSocket::readyRead, this, &LabConnection::onReadyRead);
    // Queued: flush() tells of what it wrote at once, and an answer must not begin within another.
    connect(m_socket, &QTcpSocket::bytesWritten, this, &LabConnection::onBytesWritten, Qt::QueuedConnection);
    connect(m_socket, &QTcpSocket::bytesWritten, this, [this] { noteWritten(); });
    if (m_tls) { // there bytesWritten() only tells that they were encrypted
        connect(m_tls, &QSslSocket::encryptedBytesWritten, this, &LabConnection::onBytesWritten, Qt::QueuedConnection);
        connect(m_tls, &QSslSocket::encryptedBytesWritten, this, [this] { noteWritten(); });
    }
    connect(m_socket, &QTcpSocket::disconnected, this, &LabConnection::onDisconnected);
    connect(&m_idleTimer, &QTimer::timeout, this, &LabConnection::onIdle);
    connect(&m_lingerTimer, &QTimer::timeout, m_socket, &QTcpSocket::abort);
    connect(&m_delayTimer, &QTimer::timeout, this, [this] {
        send();
        process();
    });
    m_idleTimer.start();
    // The client's first bytes may have come with the connection.
    QMetaObject::invokeMethod(this, &LabConnection::onReadyRead, Qt::QueuedConnection);
}

LabConnection::~LabConnection()
{
    m_socket->disconnect(this);
}

void LabConnection::abort()
{
    m_socket->abort();
}

void LabConnection::onReadyRead()
{
    if (m_state == State::Closing) {
        m_socket->readAll();
        return;
    }
    // Not while a head is coming: a byte now and then would hold the connection for ever.
    if (m_state == State::Reading && !m_parser.isInHead()) {
        m_idleTimer.start();
    }
    process();
}

void LabConnection::onBytesWritten()
{
    if (m_state == State::Closing) {
        shutDownWriting();
        return;
    }
    if (m_state == State::Reading) {
        m_idleTimer.start();
    }
    process();
}

void LabConnection::onIdle()
{
    if (unsent() > 0 || (m_tls && !m_tls->isEncrypted())) {
        m_socket->abort(); // it does not take what it asked for, or its handshake does not end
    } else if (m_parser.hasBegun()) {
        refuse({408, u"The rest of the request did not come."_s});
    } else {
        closeGently();
    }
}

void LabConnection::onDisconnected()
{
    if (m_state == State::Waiting) {
        record(nullptr);
    }
    noteWritten(true);
    m_state = State::Closing;
    m_idleTimer.stop();
    m_delayTimer.stop();
    m_lingerTimer.stop();
    emit closed();
}

void LabConnection::process()
{
    while (m_state == State::Reading && unsent() < backlogLimit) {
        RequestParser::State state = m_parser.feed({});
        if (state == RequestParser::State::Incomplete) {
            const QByteArray bytes = m_socket->read(readBufferSize);
            if (bytes.isEmpty()) {
                return;
            }
            m_startedAt = m_parser.hasBegun() ? m_startedAt : m_context.now();
            state = m_parser.feed(bytes);
        }
        switch (state) {
        case RequestParser::State::Incomplete:
            if (m_parser.takeContinue()) {
                m_interim = "HTTP/1.1 100 Continue\r\n\r\n";
                write(m_interim);
            }
            break;
        case RequestParser::State::Complete:
            accept(m_parser.take());
            break;
        case RequestParser::State::Bad:
            refuse(m_parser.error());
            break;
        }
    }
}

void LabConnection::accept(LabRequest request)
{
    m_readAt = m_context.now();
    m_request = std::move(request);
    m_reply = routeRequest(m_request, m_place, m_context.mounts);
    if (m_reply.delayMs > 0) {
        m_state = State::Waiting;
        m_idleTimer.stop();
        m_delayTimer.start(m_reply.delayMs);
    } else {
        send();
    }
}

void LabConnection::refuse(const BadRequest &bad)
{
    m_readAt = m_context.now();
    m_request = m_parser.partial();
    m_request.keepsConnection = false;
    m_reply = {textAnswer(bad.status, bad.reason), 0};
    send();
}

void LabConnection::send()
{
    const WireAnswer wire = writeAnswer(
        m_reply.answer, {m_request.method.is("HEAD"), m_request.version == "HTTP/1.0", m_request.keepsConnection});
    // Before the write: whoever has read the answer finds the entry.
    record(&wire);
    write(wire.head + wire.content);
    // Qt drops what it has not written yet when the client ends its own direction, as `nc -N` does after its request.
    m_socket->flush();
    noteWritten();
    m_startedAt = m_context.now(); // of a pipelined request that waits already
    if (wire.keepsConnection) {
        m_state = State::Reading;
        m_idleTimer.start();
    } else {
        closeGently();
    }
}

void LabConnection::record(const WireAnswer *wire)
{
    TranscriptEntry entry;
    entry.connection = m_number;
    entry.port = m_place.port;
    entry.peerPort = m_peerPort;
    entry.tls = m_place.scheme == "https";
    entry.startedAt = m_startedAt;
    entry.readAt = m_readAt;
    entry.answeredAt = m_context.now();
    entry.request = {m_request.line, m_request.fields, m_request.content};
    entry.method = m_request.method;
    entry.target = m_request.target;
    entry.rawRequestHead = m_request.rawHead;
    entry.rawRequestContent = std::move(m_request.rawContent);
    entry.rawInterim = std::exchange(m_interim, {});
    if (wire) {
        entry.status = m_reply.answer.status;
        entry.reasonPhrase = m_reply.answer.reasonPhrase;
        entry.answerFields = wire->fields;
        entry.rawAnswerHead = wire->head;
        entry.rawAnswerContent.add(wire->content);
    }
    const quint64 number = m_context.transcript.append(std::move(entry));
    if (wire) {
        const qint64 contentBegin = m_given + wire->head.size();
        m_outgoing.push_back({number, contentBegin, contentBegin + wire->content.size()});
    }
}

void LabConnection::write(const QByteArray &bytes)
{
    m_given += bytes.size();
    m_socket->write(bytes);
}

qint64 LabConnection::unsent() const
{
    return m_socket->bytesToWrite() + (m_tls ? m_tls->encryptedBytesToWrite() : 0);
}

void LabConnection::noteWritten(bool isEnd)
{
    if (!isEnd) {
        m_taken = std::max(m_taken, m_given - unsent());
    }
    while (!m_outgoing.empty() && (isEnd || m_outgoing.front().end <= m_taken)) {
        const Outgoing &answer = m_outgoing.front();
        const qint64 reached = std::clamp(m_taken, answer.contentBegin, answer.end);
        m_context.transcript.finish(answer.number, m_context.now(), reached - answer.contentBegin);
        m_outgoing.pop_front();
    }
}

void LabConnection::closeGently()
{
    m_state = State::Closing;
    m_idleTimer.start();
    m_socket->readAll();
    shutDownWriting();
}

void LabConnection::shutDownWriting()
{
    // Closing at once while unread bytes lie in the kernel would send RST, and RST can destroy the answer on its way
    // (RFC 9112 §9.6). So only our direction ends here, and the client's bytes are read until it closes too.
    if (unsent() == 0 && !m_lingerTimer.isActive() && m_socket->state() == QAbstractSocket::ConnectedState) {
        m_idleTimer.stop();
        m_lingerTimer.start();
        if (m_tls) { // TLS has an end of its own, without which a client takes the content for cut off
            m_tls->disconnectFromHost();
        } else {
            ::shutdown(int(m_socket->socketDescriptor()), SHUT_WR);
        }
    }
}

} // namespace Detour
