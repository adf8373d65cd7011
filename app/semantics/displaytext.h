// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/message.h"
#include "semantics/safetext.h"

#include <QString>

namespace Detour {

/// "22 B", "4.0 KiB", "16.0 MiB".
[[nodiscard]] QString byteCount(qint64 bytes);
/// "22 bytes", "1 byte", "4.0 KiB", for sentences.
[[nodiscard]] QString byteCountInWords(qint64 bytes);

/// "307 Temporary Redirect", with the server's own phrase, bounded.
[[nodiscard]] QString statusText(const Response &response);

/// Content as text if it looks like text, as a hex listing of its first bytes if not.
[[nodiscard]] QString contentText(const ContentInfo &content);

} // namespace Detour
