// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/output.h"

#include "cli/commandline.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr mode_t newFileMode = 0666; // less the umask, as of every file that a shell makes

QString errorText(int errorNumber)
{
    return QString::fromLocal8Bit(std::strerror(errorNumber));
}

/// A descriptor that another program set to non-blocking: wait until it takes more.
void waitUntilWritable(int descriptor)
{
    pollfd wanted{descriptor, POLLOUT, 0};
    ::poll(&wanted, 1, -1);
}

} // namespace

Output::~Output() = default;

void Output::write(const QByteArray &bytes)
{
    if (!isBroken() && !bytes.isEmpty()) {
        m_errorNumber = writeAll(bytes);
    }
}

QString Output::trouble() const
{
    return m_errorNumber == 0 || m_errorNumber == EPIPE ? QString() : errorText(m_errorNumber);
}

DescriptorOutput::~DescriptorOutput()
{
    if (m_closes) {
        ::close(m_descriptor);
    }
}

Result<std::shared_ptr<Output>> DescriptorOutput::toFile(const QByteArray &path)
{
    const int descriptor = ::open(path.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, newFileMode);
    if (descriptor < 0) {
        return Error{u"file-unwritable"_s, u"%1 cannot be written: %2"_s.arg(quotedWord(path), errorText(errno))};
    }
    return std::shared_ptr<Output>(std::make_shared<DescriptorOutput>(descriptor, true));
}

int DescriptorOutput::writeAll(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (written >= 0) {
            bytes = bytes.sliced(written);
        } else if (errno == EAGAIN) {
            waitUntilWritable(m_descriptor);
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

} // namespace Detour
