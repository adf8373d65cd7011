// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "fetch/bodyspool.h"

#include "semantics/contentmeter.h"

#include <QTemporaryFile>

namespace Detour {

using namespace Qt::StringLiterals;

class BodySpool::Private
{
public:
    std::unique_ptr<QIODevice> source;
    qint64 maximumBytes = 0;
    std::unique_ptr<QTemporaryFile> file;
    ContentMeter meter;
    bool done = false;
};

BodySpool::BodySpool(std::unique_ptr<QIODevice> source, qint64 maximumBytes, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->source = std::move(source);
    d->maximumBytes = maximumBytes;
}

BodySpool::~BodySpool()
{
    d->source->disconnect(this);
}

void BodySpool::start()
{
    d->file = std::make_unique<QTemporaryFile>();
    connect(d->source.get(), &QIODevice::readyRead, this, &BodySpool::pump);
    connect(d->source.get(), &QIODevice::readChannelFinished, this, &BodySpool::pumpLater);
    pumpLater();
}

std::unique_ptr<QIODevice> BodySpool::takeContent()
{
    return std::move(d->file);
}

void BodySpool::pumpLater()
{
    QMetaObject::invokeMethod(this, &BodySpool::pump, Qt::QueuedConnection);
}

void BodySpool::pump()
{
    constexpr qint64 chunkBytes = qint64(64) * 1024;
    constexpr int chunksAtOnce = 16; // then the event loop has its turn
    if (d->done) {
        return;
    }
    if (!d->file->isOpen() && !d->file->open()) {
        fail(d->file->errorString());
        return;
    }
    QByteArray chunk(chunkBytes, Qt::Uninitialized);
    for (int i = 0; i < chunksAtOnce; ++i) {
        const qint64 count = d->source->read(chunk.data(), chunk.size());
        if (count < 0 || (count == 0 && !d->source->isSequential())) {
            conclude();
            return;
        }
        if (count == 0) {
            return; // readyRead() comes
        }
        d->meter.add(QByteArrayView(chunk).first(count));
        if (d->meter.bytes() > d->maximumBytes) {
            fail(u"it is longer than %1 bytes"_s.arg(d->maximumBytes));
            return;
        }
        if (d->file->write(chunk.constData(), count) != count) {
            fail(d->file->errorString());
            return;
        }
    }
    pumpLater();
}

void BodySpool::conclude()
{
    if (!d->file->flush() || !d->file->seek(0)) {
        fail(d->file->errorString());
        return;
    }
    d->done = true;
    m_info = d->meter.take();
    m_info.oneShot = true;
    emit finished();
}

void BodySpool::fail(const QString &message)
{
    d->done = true;
    m_error = Error{u"body-unreadable"_s, u"The content could not be taken from the pipe: %1."_s.arg(message)};
    emit finished();
}

} // namespace Detour
