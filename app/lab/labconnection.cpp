// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/labconnection.h"

#include "lab/labrouter.h"

#include <QHostAddress>
#include <QSslSocket>

#include <algorithm>
#include <limits>

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
    m_dripTimer.setSingleShot(true);
    m_dripTimer.setTimerType(Qt::PreciseTimer);
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
    connect(&m_dripTimer, &QTimer::timeout, this, [this] {
        sendOn();
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
    if (unsent() > 0) {
        reset();
    } else {
        m_socket->abort();
    }
}

bool LabConnection::isUnused() const
{
    return m_state == State::Reading && (!m_parser.hasBegun() || m_parser.isInHead()) && m_socket->bytesAvailable() == 0
           && unsent() == 0;
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
    if (m_state == State::Reading || (m_state == State::Sending && !m_dripTimer.isActive())) {
        m_idleTimer.start();
    }
    sendOn();
    process();
}

void LabConnection::onIdle()
{
    if (unsent() > 0 || (m_tls && !m_tls->isEncrypted())) {
        // It does not take what it asked for, and with FIN the system would keep that for it; or its handshake does not
        // end.
        reset();
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
    m_dripTimer.stop();
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
    m_reply = routeRequest(m_request, m_place, m_context.mounts, m_context.published);
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
    m_plan =
        planAnswer(m_reply, {m_request.method.is("HEAD"), m_request.version == "HTTP/1.0", m_request.keepsConnection});
    // Before the write: whoever has read the answer finds the entry.
    record(&m_plan);
    m_state = State::Sending;
    m_idleTimer.start();
    sendOn();
}

void LabConnection::sendOn()
{
    while (m_state == State::Sending && !m_dripTimer.isActive() && unsent() < backlogLimit) {
        const QByteArray piece = m_plan.take();
        if (piece.isEmpty()) {
            endAnswer();
            return;
        }
        write(piece);
        if (m_plan.dripMs) {
            m_socket->flush();
            m_idleTimer.stop(); // how long it takes is what was asked for
            m_dripTimer.start(*m_plan.dripMs);
        }
    }
    if (m_state == State::Sending && !m_dripTimer.isActive() && !m_idleTimer.isActive()) {
        m_idleTimer.start(); // the client has to take up what lies there
    }
}

void LabConnection::endAnswer()
{
    // Qt drops what it has not written yet when the client ends its own direction, as `nc -N` does after its request.
    m_socket->flush();
    noteWritten();
    m_startedAt = m_context.now(); // of a pipelined request that waits already
    switch (std::exchange(m_plan, {}).end) {
    case WirePlan::End::Keep:
        m_state = State::Reading;
        m_idleTimer.start();
        break;
    case WirePlan::End::Close:
        closeGently();
        break;
    case WirePlan::End::Reset:
        reset();
        break;
    }
}

void LabConnection::reset()
{
    m_state = State::Closing;
    // Without lingering the close is an ABORT (RFC 9293 §3.10.5), which sends RST; Qt's abort() alone sends FIN.
    const linger atOnce{1, 0};
    ::setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof(atOnce));
    m_socket->abort();
}

void LabConnection::record(const WirePlan *plan)
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
    entry.fault = m_reply.fault;
    if (plan) {
        entry.status = plan->status;
        entry.reasonPhrase = plan->reasonPhrase;
        entry.answerFields = plan->fields;
        entry.rawAnswerHead = plan->head;
        entry.rawAnswerContent.add(plan->content);
        entry.rawAnswerContent.add(plan->repeated);
    }
    const quint64 number = m_context.transcript.append(std::move(entry));
    if (plan) {
        const qint64 contentBegin = m_given + plan->head.size();
        const bool ends = plan->repeated.isEmpty();
        m_outgoing.push_back(
            {number, contentBegin, ends ? contentBegin + plan->content.size() : std::numeric_limits<qint64>::max()});
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
