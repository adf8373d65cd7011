// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/message.h"
#include "semantics/result.h"

#include <QObject>

#include <memory>

class QIODevice;

namespace Detour {

/// Takes content of unknown length into a temporary file, hashing it on the way. QNetworkAccessManager cannot send
/// chunked content, so a length has to be known before the first byte leaves; and content that is read from a pipe may
/// be larger than memory. The file is for sending once: the content stays one-shot, because that is what a client that
/// streams a pipe can do, and what decide() is told.
class BodySpool final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BodySpool)

public:
    /// More than `maximumBytes` is an error.
    BodySpool(std::unique_ptr<QIODevice> source, qint64 maximumBytes, QObject *parent = nullptr);
    ~BodySpool() override;

    /// finished() follows, never inside this call.
    void start();
    /// After finished(): why it did not work, or nothing. Code "body-unreadable".
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] const ContentInfo &info() const { return m_info; }
    /// After finished() without error: the content from its first byte; deleted with its file.
    [[nodiscard]] std::unique_ptr<QIODevice> takeContent();

signals:
    void finished();

private:
    void pump();
    void pumpLater();
    void conclude();
    void fail(const QString &message);

    class Private;
    std::unique_ptr<Private> d;
    ContentInfo m_info;
    std::optional<Error> m_error;
};

} // namespace Detour
