// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/message.h"

#include <QIODevice>

#include <memory>

namespace Detour {

/// Where a request's content comes from. open() may be called once per hop: each call gives a fresh device positioned
/// at the first byte, so that 307 and 308 send it again from the start. A one-shot source gives a device once.
class BodySource
{
public:
    virtual ~BodySource();
    Q_DISABLE_COPY_MOVE(BodySource)

    /// An open, sequential or seekable device; the caller owns it. Error "body-unreadable" or "body-not-replayable".
    [[nodiscard]] virtual Result<std::unique_ptr<QIODevice>> open() = 0;
    /// Bytes, or -1 where it is not known before it was read (a pipe).
    [[nodiscard]] virtual qint64 size() const = 0;
    [[nodiscard]] virtual bool isReplayable() const = 0;
    /// What is known: digest and preview where they can be had without consuming the source.
    [[nodiscard]] virtual ContentInfo info() const = 0;

protected:
    BodySource() = default;
};

[[nodiscard]] std::shared_ptr<BodySource> bodyFromMemory(QByteArray bytes);
/// The same, but given once: what a pipe held, for a client that has to treat it as the pipe that it came from.
[[nodiscard]] std::shared_ptr<BodySource> oneShotBodyFromMemory(QByteArray bytes);

/// When a file's digest is computed.
enum class FileDigest {
    AtOnce,   ///< the file is read once before it is sent
    WhenSent, ///< info() has none; the exchange has that of the bytes that went out. For threads that must not wait.
};
/// Read again for each hop. Error "body-unreadable".
[[nodiscard]] Result<std::shared_ptr<BodySource>> bodyFromFile(const QString &path,
                                                               FileDigest digest = FileDigest::AtOnce);
/// A pipe such as standard input: read as it is sent, once. `device` must outlive the source.
[[nodiscard]] std::shared_ptr<BodySource> bodyFromPipe(QIODevice *device);

} // namespace Detour
