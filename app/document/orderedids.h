// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/contentstore.h"

namespace Detour {

/// The names of the JSON files in a folder of content/, without ".json": in the order that the file `order` beside them
/// gives, one a line; those that it does not name come after, by name.
[[nodiscard]] QStringList orderedIds(const ContentStore &store, const QString &folder);

} // namespace Detour
