// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "fetch/bodysource.h"

#include "fetch/pipedevice.h"
#include "semantics/contentmeter.h"

#include <QBuffer>
#include <QFile>

namespace Detour {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 chunkBytes = qint64(64) * 1024;

Error sentAlready()
{
    return {u"body-not-replayable"_s, u"The content came from a pipe and was sent once already."_s};
}

class MemoryBody final : public BodySource
{
    Q_DISABLE_COPY_MOVE(MemoryBody)

public:
    explicit MemoryBody(QByteArray bytes, bool isOneShot = false)
        : m_bytes(std::move(bytes))
    {
        ContentMeter meter;
        meter.add(m_bytes);
        m_info = meter.take();
        m_info.oneShot = isOneShot;
    }

    Result<std::unique_ptr<QIODevice>> open() override
    {
        if (m_info.oneShot && m_opened) {
            return sentAlready();
        }
        m_opened = true;
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(m_bytes); // shared, not copied
        buffer->open(QIODevice::ReadOnly);
        return std::unique_ptr<QIODevice>(std::move(buffer));
    }
    qint64 size() const override { return m_bytes.size(); }
    bool isReplayable() const override { return !m_info.oneShot; }
    ContentInfo info() const override { return m_info; }

private:
    QByteArray m_bytes;
    ContentInfo m_info;
    bool m_opened = false;
};

Error unreadable(const QFile &file)
{
    return {u"body-unreadable"_s, u"The file %1 cannot be read: %2."_s.arg(file.fileName(), file.errorString())};
}

class FileBody final : public BodySource
{
    Q_DISABLE_COPY_MOVE(FileBody)

public:
    FileBody(QString path, ContentInfo info)
        : m_path(std::move(path))
        , m_info(std::move(info))
    {}

    Result<std::unique_ptr<QIODevice>> open() override
    {
        auto file = std::make_unique<QFile>(m_path);
        if (!file->open(QIODevice::ReadOnly)) {
            return unreadable(*file);
        }
        return std::unique_ptr<QIODevice>(std::move(file));
    }
    qint64 size() const override { return m_info.bytes; }
    bool isReplayable() const override { return true; }
    ContentInfo info() const override { return m_info; }

private:
    QString m_path;
    ContentInfo m_info;
};

class PipeBody final : public BodySource
{
    Q_DISABLE_COPY_MOVE(PipeBody)

public:
    /// `owned` may be null: then somebody else keeps `device` alive.
    PipeBody(QIODevice *device, std::unique_ptr<QIODevice> owned)
        : m_owned(std::move(owned))
        , m_device(device)
    {}

    Result<std::unique_ptr<QIODevice>> open() override
    {
        if (m_opened) {
            return sentAlready();
        }
        m_opened = true;
        return std::unique_ptr<QIODevice>(std::make_unique<PipeDevice>(m_device));
    }
    qint64 size() const override { return -1; }
    bool isReplayable() const override { return false; }
    ContentInfo info() const override
    {
        ContentInfo info;
        info.oneShot = true;
        return info;
    }

private:
    std::unique_ptr<QIODevice> m_owned;
    QIODevice *m_device = nullptr;
    bool m_opened = false;
};

} // namespace

BodySource::~BodySource() = default;

std::shared_ptr<BodySource> bodyFromMemory(QByteArray bytes)
{
    return std::make_shared<MemoryBody>(std::move(bytes));
}

std::shared_ptr<BodySource> oneShotBodyFromMemory(QByteArray bytes)
{
    return std::make_shared<MemoryBody>(std::move(bytes), true);
}

Result<std::shared_ptr<BodySource>> bodyFromFile(const QString &path, FileDigest digest)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly)) {
        return unreadable(*file);
    }
    if (file->isSequential()) { // "/dev/stdin", a shell's <(command): reading it for the digest would use it up
        QIODevice *device = file.get();
        return std::shared_ptr<BodySource>(std::make_shared<PipeBody>(device, std::move(file)));
    }
    if (digest == FileDigest::WhenSent) {
        ContentInfo info;
        info.bytes = file->size();
        info.preview = file->read(ContentInfo::previewLimit);
        return std::shared_ptr<BodySource>(std::make_shared<FileBody>(path, info));
    }

    ContentMeter meter;
    QByteArray chunk(chunkBytes, Qt::Uninitialized);
    qint64 count = 0;
    while ((count = file->read(chunk.data(), chunk.size())) > 0) {
        meter.add(QByteArrayView(chunk).first(count));
    }
    if (count < 0) {
        return unreadable(*file);
    }
    return std::shared_ptr<BodySource>(std::make_shared<FileBody>(path, meter.take()));
}

std::shared_ptr<BodySource> bodyFromPipe(QIODevice *device)
{
    return std::make_shared<PipeBody>(device, nullptr);
}

} // namespace Detour
