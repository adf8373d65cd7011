// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/field.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QSslConfiguration>

#include <functional>
#include <memory>

class QTcpServer;
class QTcpSocket;

namespace Detour::Test {

/// What a ScriptedServer does after a request: bytes, as they are, and an end.
struct WireAnswer
{
    enum class Then {
        KeepOpen,
        Close, ///< FIN
        Reset, ///< RST
    };

    QByteArray bytes;
    Then then = Then::KeepOpen;
    qsizetype stepBytes = 0; ///< above 0: written in pieces of this size …
    int stepMs = 0;          ///< … this many milliseconds apart
    bool isHeld = false;     ///< nothing happens before release()

    /// "HTTP/1.1 307 Temporary Redirect" and field lines without CRLF; Content-Length is not added.
    [[nodiscard]] static WireAnswer of(const QByteArray &statusLine, const QList<QByteArray> &fieldLines = {},
                                       const QByteArray &content = {});
    /// 200 with a Content-Length.
    [[nodiscard]] static WireAnswer ok(const QByteArray &content = {});
    /// Status, Location and an empty content.
    [[nodiscard]] static WireAnswer redirect(int status, const QByteArray &location);
    [[nodiscard]] static WireAnswer close() { return {.bytes = {}, .then = Then::Close}; }
    [[nodiscard]] static WireAnswer reset() { return {.bytes = {}, .then = Then::Reset}; }
};

/// One request as it arrived.
struct WireRequest
{
    QByteArray line; ///< "GET /a HTTP/1.1"
    FieldList fields;
    QByteArray content;
    int connection = 0; ///< 1-based, in the order of acceptance

    [[nodiscard]] QByteArray method() const { return line.left(line.indexOf(' ')); }
    [[nodiscard]] QByteArray target() const { return line.mid(line.indexOf(' ') + 1).chopped(9); }
};

/// A server on a free loopback port that answers each request with the bytes that a test gave it, well formed or not,
/// and keeps what it received. Runs in the test's own event loop.
class ScriptedServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScriptedServer)

public:
    using Handler = std::function<WireAnswer(const WireRequest &)>;

    ScriptedServer();
    /// Speaks TLS.
    explicit ScriptedServer(const QSslConfiguration &configuration);
    ~ScriptedServer() override;

    [[nodiscard]] int port() const;
    /// "http://127.0.0.1:PORT" and `path`.
    [[nodiscard]] QByteArray url(const QByteArray &path = "/") const;

    /// The n-th request gets the n-th answer, all later ones the last.
    void setAnswers(const QList<WireAnswer> &answers);
    void setHandler(Handler handler);
    /// From now on answers as soon as a head is there and reads no content.
    void answerAtTheHead() { m_answersAtTheHead = true; }
    /// Lets held answers go.
    void release();

    [[nodiscard]] const QList<WireRequest> &requests() const { return m_requests; }
    [[nodiscard]] int connectionCount() const { return m_connectionCount; }
    /// How many connections are open now.
    [[nodiscard]] qsizetype openConnections() const { return m_connections.size(); }

signals:
    void requestReceived();
    void disconnected();

private:
    struct Connection;

    void listen();
    void accept();
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const WireAnswer &answer);
    void writeStep(QTcpSocket *socket);
    void end(QTcpSocket *socket, WireAnswer::Then then);

    std::unique_ptr<QTcpServer> m_server;
    QHash<QTcpSocket *, std::shared_ptr<Connection>> m_connections;
    Handler m_handler;
    QList<WireRequest> m_requests;
    int m_connectionCount = 0;
    bool m_isTls = false;
    bool m_answersAtTheHead = false;
};

} // namespace Detour::Test
