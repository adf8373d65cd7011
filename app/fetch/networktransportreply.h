// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "fetch/transport.h"
#include "semantics/contentmeter.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QTimer>

namespace Detour {

class SendOnceDevice;

/// Reads one reply to its end, within the deadline and the bounds, and makes an exchange of it. (Part of
/// NetworkTransport.) Owns the reply; deleting this object ends it without a signal.
class NetworkTransportReply final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NetworkTransportReply)

public:
    /// `reply` was started just now. `content` is what it sends, or null; the reply owns it.
    /// `pinned`: NetworkTransportRequest::pinned.
    NetworkTransportReply(QNetworkReply *reply, SendOnceDevice *content, Exchange exchange,
                          const TransportOptions &options, QByteArray pinned, QObject *parent);
    ~NetworkTransportReply() override;

    /// Ends with failure "cancelled"; finished() is emitted inside this call unless it was before.
    void cancel();
    [[nodiscard]] const Exchange &exchange() const { return m_exchange; }

signals:
    void finished();

private:
    void watch();
    void read();
    void onReplyFinished();
    void onTlsErrors(const QList<QSslError> &errors);
    void fail(const ExchangeFailure &failure);
    void conclude();
    void countSends();
    void measure();
    void failWithoutFields();
    [[nodiscard]] ExchangeFailure noFields(StatusCode status) const;
    [[nodiscard]] std::optional<ExchangeFailure> failureOf(StatusCode status) const;
    [[nodiscard]] ExchangeFailure failureWithoutAnswer(QNetworkReply::NetworkError error) const;
    [[nodiscard]] std::optional<ExchangeFailure> brokenFraming() const;
    [[nodiscard]] Response response(StatusCode status);
    [[nodiscard]] double elapsed() const { return static_cast<double>(m_clock.nsecsElapsed()) / 1e6; }

    QNetworkReply *m_reply = nullptr;
    SendOnceDevice *m_content = nullptr;
    Exchange m_exchange;
    QString m_where; ///< "host:port" for sentences
    std::chrono::milliseconds m_timeout;
    qint64 m_maximumBytes = 0;
    QByteArray m_pinned; ///< PEM, or empty
    ContentMeter m_meter;
    QTimer m_readTimer; ///< 0 ms
    QTimer m_deadline;
    QElapsedTimer m_clock;
    QString m_tlsProblem;
    // When it happened, milliseconds after the start; absent: not seen.
    std::optional<double> m_connecting;
    std::optional<double> m_encrypted;
    std::optional<double> m_requestSent; ///< the last time
    std::optional<double> m_headReceived;
    int m_sends = 0;
    bool m_done = false;
};

} // namespace Detour
