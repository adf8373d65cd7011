// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "fetch/pipedevice.h"

#include <QFileDevice>
#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#    include <cerrno>
#    include <poll.h>
#    include <unistd.h>
#endif

namespace Detour {

PipeDevice::PipeDevice(QIODevice *source, QObject *parent)
    : QIODevice(parent)
    , m_source(source)
{
#ifdef Q_OS_UNIX
    const auto *file = qobject_cast<QFileDevice *>(source);
    if (file != nullptr && file->isSequential() && file->handle() != -1) {
        m_descriptor = file->handle();
        m_notifier = new QSocketNotifier(m_descriptor, QSocketNotifier::Read, this);
        connect(m_notifier, &QSocketNotifier::activated, this, &QIODevice::readyRead);
    }
#endif
    if (m_descriptor == -1) {
        connect(source, &QIODevice::readyRead, this, &QIODevice::readyRead);
        const auto sourceFinished = [this] {
            m_sourceFinished = true;
            emit readyRead();
        };
        connect(source, &QIODevice::readChannelFinished, this, sourceFinished);
        connect(source, &QIODevice::aboutToClose, this, sourceFinished);
    }
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

PipeDevice::~PipeDevice() = default;

qint64 PipeDevice::readData(char *data, qint64 maxSize)
{
    if (m_ended) {
        return -1;
    }
    const qint64 count = m_descriptor == -1 ? readSource(data, maxSize) : readDescriptor(data, maxSize);
    if (count < 0) {
        end();
    }
    return count;
}

qint64 PipeDevice::writeData(const char *, qint64)
{
    return -1;
}

qint64 PipeDevice::readDescriptor([[maybe_unused]] char *data, [[maybe_unused]] qint64 maxSize)
{
#ifdef Q_OS_UNIX
    pollfd wanted{m_descriptor, POLLIN, 0};
    if (::poll(&wanted, 1, 0) <= 0) {
        return 0;
    }
    const auto count = ::read(m_descriptor, data, static_cast<size_t>(maxSize));
    if (count < 0) {
        if (errno == EAGAIN || errno == EINTR) {
            return 0;
        }
        setErrorString(qt_error_string(errno));
        m_hasFailed = true;
        return -1;
    }
    return count == 0 ? -1 : static_cast<qint64>(count);
#else
    return -1;
#endif
}

qint64 PipeDevice::readSource(char *data, qint64 maxSize)
{
    const qint64 count = m_source->read(data, maxSize);
    if (count > 0) {
        return count;
    }
    const bool nothingMore = !m_source->isSequential() || m_sourceFinished || !m_source->isOpen();
    return count < 0 || nothingMore ? -1 : 0;
}

void PipeDevice::end()
{
    m_ended = true;
    if (m_notifier != nullptr) {
        m_notifier->setEnabled(false); // a pipe at its end is always "ready"
    }
    emit readChannelFinished();
}

} // namespace Detour
