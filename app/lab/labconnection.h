// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "lab/faults.h"
#include "lab/labcontext.h"
#include "lab/requestparser.h"

#include <QObject>
#include <QTimer>

#include <deque>

class QSslSocket;
class QTcpSocket;

namespace Detour {

/// One client's connection: reads requests, answers them one after the other in order, each with one write unless it is
/// to come slowly or without an end. What the client does not take up stays bounded: nothing more is read from it until
/// the answers have gone.
class LabConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabConnection)

public:
    /// Takes the socket over. `number` names the connection in the transcript.
    LabConnection(QTcpSocket *socket, const LabContext &context, LabPlace place, quint64 number, QObject *parent);
    ~LabConnection() override;

    /// Ends at once; closed() follows only if the client was still there.
    void abort();
    /// Whether it waits for a whole request head: nothing would be lost with it but the connection.
    [[nodiscard]] bool isUnused() const;
    /// ms until it ends by itself.
    [[nodiscard]] int idleLeft() const { return m_idleTimer.remainingTime(); }

signals:
    void closed();

private:
    enum class State {
        Reading,
        Waiting, ///< ~delay
        Sending, ///< an answer that takes its time
        Closing, ///< the last answer is on its way; what still arrives is thrown away
    };

    void onReadyRead();
    void onBytesWritten();
    void onIdle();
    void onDisconnected();
    void process();
    void accept(LabRequest request);
    void refuse(const BadRequest &bad);
    void send();
    void sendOn();
    void endAnswer();
    void reset();
    void record(const WirePlan *plan);
    void write(const QByteArray &bytes);
    /// How many of the bytes given to write() the system does not have yet; under TLS a little more while some wait.
    [[nodiscard]] qint64 unsent() const;
    /// Tells the transcript of the answers that have gone; at the end also how far the last ones came.
    void noteWritten(bool isEnd = false);
    void closeGently();
    void shutDownWriting();

    QTcpSocket *m_socket; ///< child
    QSslSocket *m_tls;    ///< the same under TLS, otherwise null
    const LabContext &m_context;
    LabPlace m_place;
    quint64 m_number;
    int m_peerPort;
    State m_state = State::Reading;
    RequestParser m_parser;
    double m_startedAt = 0;
    double m_readAt = 0;
    LabRequest m_request; ///< the one to be answered
    LabReply m_reply;
    WirePlan m_plan;
    QByteArray m_interim; ///< what was sent to the waiting client of the request under way
    /// An answer that the system may not have taken yet. The offsets count the bytes given to write().
    struct Outgoing
    {
        quint64 number = 0; ///< of its entry
        qint64 contentBegin = 0;
        qint64 end = 0; ///< the highest number if it has none
    };
    std::deque<Outgoing> m_outgoing;
    qint64 m_given = 0; ///< bytes given to write()
    qint64 m_taken = 0; ///< the most of them that the system had: a closed socket forgets what it could not send
    QTimer m_idleTimer;
    QTimer m_delayTimer;
    QTimer m_dripTimer;
    QTimer m_lingerTimer;
};

} // namespace Detour
