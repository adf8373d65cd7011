// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/contentmeter.h"

#include <QIODevice>

#include <memory>

namespace Detour {

/// Content on its way out, exactly `length` bytes of it, and only once: sequential and not to be rewound. That is the
/// one way to keep QNetworkAccessManager from silently sending a request again when a connection breaks: where it
/// cannot rewind the content it ends with ContentReSendError instead. With a length of 0 it guards requests without
/// content.
class SendOnceDevice final : public QIODevice
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SendOnceDevice)

public:
    /// `source` is open and stands at the first byte; null for a length of 0.
    SendOnceDevice(std::unique_ptr<QIODevice> source, qint64 length, QObject *parent = nullptr);
    ~SendOnceDevice() override;

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_remaining == 0; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_remaining + QIODevice::bytesAvailable(); }
    /// Refuses (quietly: QIODevice would warn) until the answer's head was seen.
    bool seek(qint64 position) override;
    /// The head of an answer is there: from now on a rewind means no second sending.
    void setAnswered() { m_isAnswered = true; }
    /// What really went out, once all of it did.
    [[nodiscard]] std::optional<ContentInfo> sentContent();

    /// True if more bytes were asked for than there are: the source was shorter than promised …
    [[nodiscard]] bool endedEarly() const { return m_endedEarly; }
    /// … or bytes were asked for a second time. Either way the request cannot be completed.
    [[nodiscard]] bool wasAskedAgain() const { return m_askedAgain; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 maxSize) override;

private:
    std::unique_ptr<QIODevice> m_source;
    ContentMeter m_meter;
    qint64 m_remaining = 0;
    bool m_isAnswered = false;
    bool m_isRewound = false;
    bool m_endedEarly = false;
    bool m_askedAgain = false;
};

} // namespace Detour
