// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/output.h"

namespace Detour::Test {

/// Keeps what a command writes; fails with `errorNumber` where that is not 0.
class CapturedOutput final : public Output
{
    Q_DISABLE_COPY_MOVE(CapturedOutput)

public:
    explicit CapturedOutput(int errorNumber = 0)
        : m_errorNumber(errorNumber)
    {}

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] QString text() const { return QString::fromUtf8(m_bytes); }
    [[nodiscard]] QList<QByteArray> lines() const
    {
        QList<QByteArray> lines = m_bytes.split('\n');
        if (lines.constLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

protected:
    [[nodiscard]] int writeAll(QByteArrayView bytes) override
    {
        if (m_errorNumber == 0) {
            m_bytes += bytes;
        }
        return m_errorNumber;
    }

private:
    QByteArray m_bytes;
    int m_errorNumber;
};

} // namespace Detour::Test
