// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/contentstore.h"

#include <QByteArray>

namespace Detour {

/// The hosts that the content's runnable examples and scenarios name, so that clients which are not ours can visit them
/// by https too. Reads all of them, and may run in any thread.
[[nodiscard]] QList<QByteArray> certificateNames(const ContentStore &content);

} // namespace Detour
