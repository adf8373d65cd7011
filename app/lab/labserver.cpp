// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/labserver.h"

#include "lab/labworker.h"
#include "lab/scriptmounts.h"

#include <QThread>

#include <optional>

namespace Detour {

using namespace Qt::StringLiterals;

class LabServer::Private final
{
public:
    Transcript transcript;
    ScriptMounts mounts;
    PublishedScripts published;
    LabPorts ports;
    std::unique_ptr<QThread> thread;
    LabWorker *worker = nullptr; ///< lives in the thread and dies when it finishes
};

LabServer::LabServer(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{}

LabServer::~LabServer()
{
    stop();
}

Result<LabPorts> LabServer::start(LabPorts wanted)
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
        d->worker, [&] { result = d->worker->listen(wanted); }, Qt::BlockingQueuedConnection);
    if (!*result) {
        stop();
        return result->error();
    }
    d->ports = **result;
    return d->ports;
}

void LabServer::stop()
{
    if (!d->thread) {
        return;
    }
    d->thread->quit();
    d->thread->wait();
    d->thread.reset();
    d->worker = nullptr;
    d->ports = {};
}

bool LabServer::isRunning() const
{
    return d->thread != nullptr;
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
    for (const int port : {d->ports.first, d->ports.second}) {
        if (port != 0) {
            TargetUri uri;
            uri.scheme = "http";
            uri.host = "127.0.0.1";
            uri.port = port;
            uri.path = "/";
            uris.append(uri);
        }
    }
    return uris;
}

void LabServer::publish(const QList<PublishedScript> &scripts)
{
    d->published.publish(scripts);
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
