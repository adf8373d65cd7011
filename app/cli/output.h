// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/result.h"

#include <QByteArray>

#include <memory>

namespace Detour {

/// Where a command writes. Nothing is buffered: what was written has left this process. After the first failure all
/// further writing does nothing, so that a command need not look after every line.
class Output
{
public:
    virtual ~Output();
    Q_DISABLE_COPY_MOVE(Output)

    void write(const QByteArray &bytes);
    void write(const QString &text) { write(text.toUtf8()); }

    /// The reader has gone (`detour … | head`) or writing failed: there is no use in going on.
    [[nodiscard]] bool isBroken() const { return m_errorNumber != 0; }
    /// Why writing failed; empty while all is well, and also where the reader has simply gone.
    [[nodiscard]] QString trouble() const;

protected:
    Output() = default;
    /// Writes all bytes. Returns 0 or the errno.
    [[nodiscard]] virtual int writeAll(QByteArrayView bytes) = 0;

private:
    int m_errorNumber = 0;
};

/// A file descriptor such as standard output.
class DescriptorOutput final : public Output
{
    Q_DISABLE_COPY_MOVE(DescriptorOutput)

public:
    explicit DescriptorOutput(int descriptor, bool closes = false)
        : m_descriptor(descriptor)
        , m_closes(closes)
    {}
    ~DescriptorOutput() override;

    /// Opens a file anew for writing. Error "file-unwritable".
    [[nodiscard]] static Result<std::shared_ptr<Output>> toFile(const QByteArray &path);

protected:
    [[nodiscard]] int writeAll(QByteArrayView bytes) override;

private:
    int m_descriptor;
    bool m_closes;
};

} // namespace Detour
