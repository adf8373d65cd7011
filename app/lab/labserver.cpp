// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/labserver.h"

#include "lab/certificatestore.h"
#include "lab/labworker.h"
#include "lab/scriptmounts.h"

#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QThread>

#include <future>
#include <optional>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

LabCertificate certificateOf(const CertificatePlan &plan)
{
    LabCertificate none;
    if (!QSslSocket::supportsSsl()) {
        none.note = u"This Qt speaks no TLS, so the lab has no https."_s;
        return none;
    }
    const QList<QByteArray> names = plan.names ? plan.names() : QList<QByteArray>();
    const Result<LabCertificate> pair = keptCertificate(plan.folder, names, QDateTime::currentDateTimeUtc());
    if (!pair) {
        none.note = pair.error().message;
        return none;
    }
    return *pair;
}

QSslConfiguration configurationOf(const LabCertificate &pair)
{
    QSslConfiguration configuration; // not the default one: that reads all that the system trusts
    configuration.setLocalCertificate(QSslCertificate(pair.certificate, QSsl::Pem));
    configuration.setPrivateKey(QSslKey(pair.key, QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setCaCertificates({});
    return configuration;
}

} // namespace

class LabServer::Private final
{
public:
    void prepareTls(const CertificatePlan &plan);

    Transcript transcript;
    ScriptMounts mounts;
    PublishedScripts published;
    LabPorts ports;
    std::unique_ptr<QThread> thread;
    LabWorker *worker = nullptr;        ///< lives in the thread and dies when it finishes
    std::unique_ptr<QThread> preparing; ///< makes the certificate; ends before `thread`
    std::shared_future<LabCertificate> certificate;
    QStringList remarks;
};

void LabServer::Private::prepareTls(const CertificatePlan &plan)
{
    // Neither the lab's thread nor the caller's: to load the TLS library and to make a key takes its time.
    auto promise = std::make_shared<std::promise<LabCertificate>>();
    certificate = promise->get_future().share();
    preparing.reset(QThread::create([plan, promise, lab = worker] {
        const LabCertificate pair = certificateOf(plan);
        promise->set_value(pair);
        QMetaObject::invokeMethod(
            lab, [lab, configuration = configurationOf(pair)] { lab->serveTls(configuration); }, Qt::QueuedConnection);
    }));
    preparing->setObjectName(u"lab-certificate"_s);
    preparing->start();
}

LabServer::LabServer(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{}

LabServer::~LabServer()
{
    stop();
}

Result<LabPorts> LabServer::start(LabPorts wanted, CertificatePlan plan)
{
    if (isRunning()) {
        return Error{u"lab-listen"_s, u"The lab is running already."_s};
    }
    d->thread = std::make_unique<QThread>();
    d->thread->setObjectName(u"lab"_s);
    d->worker = new LabWorker(d->transcript, d->mounts, d->published);
    d->worker->moveToThread(d->thread.get());
    connect(d->thread.get(), &QThread::finished, d->worker, &QObject::deleteLater);
    d->thread->start();

    std::optional<Result<LabPorts>> result;
    QMetaObject::invokeMethod(
        d->worker,
        [&] {
            result = d->worker->listen(wanted);
            d->remarks = d->worker->remarks();
        },
        Qt::BlockingQueuedConnection);
    if (!*result) {
        stop();
        return result->error();
    }
    d->ports = **result;
    d->prepareTls(plan);
    return d->ports;
}

void LabServer::stop()
{
    if (!d->thread) {
        return;
    }
    if (d->preparing) {
        d->preparing->wait();
        d->preparing.reset();
    }
    d->thread->quit();
    d->thread->wait();
    d->thread.reset();
    d->worker = nullptr;
    d->ports = {};
    d->certificate = {};
    d->remarks.clear();
}

bool LabServer::isRunning() const
{
    return d->thread != nullptr;
}

LabPorts LabServer::ports() const
{
    return d->ports;
}

LabCertificate LabServer::certificate() const
{
    return d->certificate.valid() ? d->certificate.get() : LabCertificate();
}

QStringList LabServer::remarks() const
{
    return d->remarks;
}

int LabServer::firstPort() const
{
    return d->ports.first;
}

int LabServer::secondPort() const
{
    return d->ports.second;
}

QList<TargetUri> LabServer::baseUris() const
{
    QList<TargetUri> uris;
    for (const int port : {d->ports.first, d->ports.second, d->ports.https}) {
        if (port != 0) {
            TargetUri uri;
            uri.scheme = port == d->ports.https ? "https" : "http";
            uri.host = "127.0.0.1";
            uri.port = port;
            uri.path = "/";
            uris.append(uri);
        }
    }
    return uris;
}

void LabServer::publish(PublishedScripts::Source source)
{
    d->published.publish(std::move(source));
}

quint64 LabServer::mount(const Script &script, const QString &traceId)
{
    return d->mounts.mount(script, traceId);
}

void LabServer::unmount(quint64 token)
{
    d->mounts.unmount(token);
}

Transcript &LabServer::transcript()
{
    return d->transcript;
}

const Transcript &LabServer::transcript() const
{
    return d->transcript;
}

} // namespace Detour
