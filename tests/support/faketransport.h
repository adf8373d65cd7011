// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "fetch/transport.h"

#include <functional>

namespace Detour::Test {

/// A Transport without a network: a function answers each request, from the event loop as the real one does.
class FakeTransport final : public Transport
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeTransport)

public:
    /// One request that was sent, with the bytes of its content.
    struct Sent
    {
        Request request;
        QByteArray content;
        QByteArray userAgent;
    };

    using Answer = std::function<Response(const Request &)>;

    FakeTransport();
    ~FakeTransport() override;

    void setAnswer(Answer answer) { m_answer = std::move(answer); }
    /// Every request ends with this failure.
    void setFailure(const ExchangeFailure &failure) { m_failure = failure; }
    /// Answers wait for release().
    void hold() { m_isHeld = true; }
    void release();

    [[nodiscard]] const QList<Sent> &sent() const { return m_sent; }

    void send(const Request &request, std::shared_ptr<BodySource> body, const TransportOptions &options) override;
    void cancel() override;

    /// A response with a Location.
    [[nodiscard]] static Response redirect(StatusCode status, const QByteArray &location);
    [[nodiscard]] static Response ok();

private:
    void deliver(quint64 sequence);

    Answer m_answer;
    std::optional<ExchangeFailure> m_failure;
    QList<Sent> m_sent;
    Exchange m_exchange;
    quint64 m_sequence = 0;
    bool m_isHeld = false;
    bool m_isBusy = false;
};

} // namespace Detour::Test
