// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/faketransport.h"

namespace Detour::Test {

using namespace Qt::StringLiterals;

FakeTransport::FakeTransport() = default;
FakeTransport::~FakeTransport() = default;

Response FakeTransport::redirect(StatusCode status, const QByteArray &location)
{
    Response response;
    response.status = status;
    response.fields = {{"Location", location}, {"Content-Length", "0"}};
    response.content = ContentInfo();
    return response;
}

Response FakeTransport::ok()
{
    Response response;
    response.status = 200;
    response.fields = {{"Content-Length", "0"}};
    response.content = ContentInfo();
    return response;
}

void FakeTransport::send(const Request &request, std::shared_ptr<BodySource> body, const TransportOptions &options)
{
    Q_ASSERT(!m_isBusy);
    m_isBusy = true;
    m_exchange = Exchange();
    m_exchange.request = request;
    QByteArray content;
    if (body) {
        auto device = body->open();
        if (device) {
            content = (*device)->readAll();
        } else {
            m_exchange.failure = ExchangeFailure{device.error().code, device.error().message};
        }
    }
    m_sent.append({request, content, options.userAgent});
    if (!m_isHeld) {
        release();
    }
}

void FakeTransport::release()
{
    if (m_failure) {
        m_exchange.failure = m_failure;
    }
    if (!m_exchange.failure) {
        m_exchange.response = m_answer ? m_answer(m_exchange.request) : ok();
    }
    const quint64 sequence = ++m_sequence;
    QMetaObject::invokeMethod(
        this, [this, sequence] { deliver(sequence); }, Qt::QueuedConnection);
}

void FakeTransport::cancel()
{
    if (!m_isBusy) {
        return;
    }
    m_exchange.response.reset();
    m_exchange.failure = ExchangeFailure{u"cancelled"_s, u"Cancelled by you."_s};
    const quint64 sequence = ++m_sequence;
    QMetaObject::invokeMethod(
        this, [this, sequence] { deliver(sequence); }, Qt::QueuedConnection);
}

void FakeTransport::deliver(quint64 sequence)
{
    if (sequence != m_sequence || !m_isBusy) {
        return;
    }
    m_isBusy = false;
    emit finished(m_exchange);
}

} // namespace Detour::Test
