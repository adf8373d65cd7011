// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QIODevice>

class QSocketNotifier;

namespace Detour {

/// Reads a pipe (standard input, a child process) without ever blocking the event loop: readData() gives what is there,
/// 0 where nothing is there yet (readyRead() follows), and -1 at the end (readChannelFinished() was emitted).
/// QFile on a pipe would wait inside read(), and neither Ctrl-C nor a window would be served meanwhile.
class PipeDevice final : public QIODevice
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PipeDevice)

public:
    /// `source` is open for reading, from its current position, and outlives this device.
    explicit PipeDevice(QIODevice *source, QObject *parent = nullptr);
    ~PipeDevice() override;

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_ended; }
    /// Whether it ended because it could not be read; errorString() says why.
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 maxSize) override;

private:
    qint64 readDescriptor(char *data, qint64 maxSize);
    qint64 readSource(char *data, qint64 maxSize);
    void end();

    QIODevice *m_source = nullptr;
    QSocketNotifier *m_notifier = nullptr; ///< only where the source is a file descriptor that can be waited for
    int m_descriptor = -1;
    bool m_sourceFinished = false;
    bool m_ended = false;
    bool m_hasFailed = false;
};

} // namespace Detour
