// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "fetch/networktransport.h"

#include "fetch/bodyspool.h"
#include "fetch/networktransportreply.h"
#include "fetch/networktransportrequest.h"
#include "fetch/requestcheck.h"
#include "fetch/sendoncedevice.h"

#include <QNetworkAccessManager>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxy>

namespace Detour {

namespace {

using namespace Qt::StringLiterals;

/// Remembers nothing: even a request that forgot to say "Manual" finds no cookie.
class NoCookies final : public QNetworkCookieJar
{
    Q_DISABLE_COPY_MOVE(NoCookies)

public:
    using QNetworkCookieJar::QNetworkCookieJar;

    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
    bool insertCookie(const QNetworkCookie &) override { return false; }
    bool updateCookie(const QNetworkCookie &) override { return false; }
};

std::unique_ptr<QNetworkAccessManager> makeManager()
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setProxy(QNetworkProxy::NoProxy); // the default reads http_proxy and the desktop's settings
    manager->setCookieJar(new NoCookies(manager.get()));
    manager->setCache(nullptr);
    manager->setStrictTransportSecurityEnabled(false);
    manager->setAutoDeleteReplies(false);
    return manager; // its authentication signals stay unconnected: no credentials are ever looked for
}

} // namespace

class NetworkTransport::Private
{
public:
    explicit Private(NetworkTransport *transport)
        : q(transport)
    {}

    void send();
    void dispatch(std::unique_ptr<QIODevice> content, std::optional<qint64> length);
    QNetworkReply *start(const QNetworkRequest &network, SendOnceDevice *content);
    void takeFromPipe(std::unique_ptr<QIODevice> pipe);
    void fail(const Error &error);
    void deliverLater();
    void deliver();

    NetworkTransport *q;
    std::unique_ptr<QNetworkAccessManager> manager; ///< made when first needed: it starts a thread
    std::unique_ptr<BodySpool> spool;
    std::unique_ptr<NetworkTransportReply> reply; ///< after `manager`: the reply goes first
    TransportOptions options;
    std::shared_ptr<BodySource> body;
    Exchange exchange;
    bool isBusy = false;
    bool isDelivering = false;   ///< the outcome stands, finished() is on its way
    bool hasConnections = false; ///< some may be open since an earlier request
    bool verifiedTls = true;     ///< by them
};

NetworkTransport::NetworkTransport(QObject *parent)
    : Transport(parent)
    , d(std::make_unique<Private>(this))
{}

NetworkTransport::~NetworkTransport() = default;

void NetworkTransport::send(const Request &request, std::shared_ptr<BodySource> body, const TransportOptions &options)
{
    Q_ASSERT(!d->isBusy);
    d->isBusy = true;
    d->options = options;
    d->body = request.content ? std::move(body) : nullptr;
    d->exchange = Exchange();
    d->exchange.request = request;
    d->exchange.sentTimes = 0;
    d->send();
}

void NetworkTransport::cancel()
{
    if (!d->isBusy || d->isDelivering) {
        return;
    }
    if (d->reply) {
        d->reply->cancel();
    } else {
        d->fail({u"cancelled"_s, u"Cancelled by you."_s});
    }
}

void NetworkTransport::Private::send()
{
    const Request &request = exchange.request;
    if (const auto problem = requestProblem(request)) {
        fail(*problem);
        return;
    }
    if (!request.content) {
        // Even where there is no content: an empty device that cannot be rewound keeps the request from going out
        // twice.
        dispatch(nullptr, isGuardedMethod(request.method) ? std::optional<qint64>(0) : std::nullopt);
        return;
    }
    if (!body) {
        if (request.content->bytes > 0) {
            fail({u"body-unreadable"_s, u"The request has content, but nowhere to take it from."_s});
        } else {
            dispatch(nullptr, 0);
        }
        return;
    }
    Result<std::unique_ptr<QIODevice>> device = body->open();
    if (!device) {
        fail(device.error());
    } else if (body->size() < 0) {
        takeFromPipe(*std::move(device));
    } else {
        dispatch(*std::move(device), body->size());
    }
}

void NetworkTransport::Private::takeFromPipe(std::unique_ptr<QIODevice> pipe)
{
    // The deadline starts with the request: how long a person types into the pipe is not the network's affair.
    spool = std::make_unique<BodySpool>(std::move(pipe), options.maximumBytes);
    QObject::connect(spool.get(), &BodySpool::finished, q, [this] {
        const std::unique_ptr<BodySpool, void (*)(BodySpool *)> spent(spool.release(),
                                                                      [](BodySpool *s) { s->deleteLater(); });
        if (spent->error()) {
            fail(*spent->error());
            return;
        }
        exchange.request.content = spent->info();
        dispatch(spent->takeContent(), spent->info().bytes);
    });
    spool->start();
}

void NetworkTransport::Private::dispatch(std::unique_ptr<QIODevice> content, std::optional<qint64> length)
{
    auto prepared = NetworkTransportRequest::prepare(exchange.request, options, length);
    if (!prepared) {
        fail(prepared.error());
        return;
    }
    exchange.added = prepared->added;
    exchange.note = prepared->notes.join(u' ');
    if (!manager) {
        manager = makeManager();
    }
    // A connection that was not verified must not serve a request that is to be. And one that stands open may be closed
    // by the server at the very moment of sending: nobody could say then whether it did the work (RFC 9110 §9.2.2), so
    // a request that must not go out twice gets a connection of its own.
    if (hasConnections && (verifiedTls != options.verifiesTls || isGuardedMethod(exchange.request.method))) {
        manager->clearConnectionCache();
    }
    hasConnections = true;
    verifiedTls = options.verifiesTls;

    SendOnceDevice *guard = nullptr;
    if (length && !exchange.request.method.is("HEAD")) {
        guard = new SendOnceDevice(std::move(content), *length, manager.get());
        prepared->network.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    }
    reply = std::make_unique<NetworkTransportReply>(start(prepared->network, guard), guard, exchange, options,
                                                    prepared->pinned, nullptr);
    QObject::connect(reply.get(), &NetworkTransportReply::finished, q, [this] {
        exchange = reply->exchange();
        deliverLater();
    });
}

QNetworkReply *NetworkTransport::Private::start(const QNetworkRequest &network, SendOnceDevice *content)
{
    const Method &method = exchange.request.method;
    if (method.is("HEAD")) { // as a custom method it would wait for content that never comes
        return manager->head(network);
    }
    if (method.is("GET") && content == nullptr) {
        return manager->get(network);
    }
    return manager->sendCustomRequest(network, method.token(), content);
}

void NetworkTransport::Private::fail(const Error &error)
{
    exchange.failure = ExchangeFailure{error.code, error.message};
    deliverLater();
}

void NetworkTransport::Private::deliverLater()
{
    isDelivering = true;
    QMetaObject::invokeMethod(
        q, [this] { deliver(); }, Qt::QueuedConnection);
}

void NetworkTransport::Private::deliver()
{
    reply.reset();
    spool.reset();
    body.reset();
    if (exchange.failure && manager) {
        manager->clearConnectionCache(); // whatever still arrives there must not answer the next request (103)
        hasConnections = false;
    }
    isBusy = false;
    isDelivering = false;
    const Exchange delivered = std::move(exchange);
    emit q->finished(delivered);
}

} // namespace Detour
