// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "fetch/sendoncedevice.h"

#include <algorithm>

namespace Detour {

SendOnceDevice::SendOnceDevice(std::unique_ptr<QIODevice> source, qint64 length, QObject *parent)
    : QIODevice(parent)
    , m_source(std::move(source))
    , m_remaining(length)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

SendOnceDevice::~SendOnceDevice() = default;

bool SendOnceDevice::seek(qint64)
{
    m_isRewound = m_isAnswered;
    return m_isAnswered;
}

std::optional<ContentInfo> SendOnceDevice::sentContent()
{
    if (m_remaining > 0) {
        return std::nullopt;
    }
    return m_meter.take();
}

qint64 SendOnceDevice::readData(char *data, qint64 maxSize)
{
    if (m_isRewound) {
        m_askedAgain = true;
        return -1;
    }
    if (m_remaining == 0) {
        return -1;
    }
    const qint64 count = m_source->read(data, std::min(maxSize, m_remaining));
    if (count <= 0) {
        m_endedEarly = true;
        return -1;
    }
    m_meter.add(QByteArrayView(data, count));
    m_remaining -= count;
    return count;
}

qint64 SendOnceDevice::writeData(const char *, qint64)
{
    return -1;
}

} // namespace Detour
