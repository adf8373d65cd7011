// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "lab/labreply.h"
#include "lab/labrequest.h"

#include <QStringList>

namespace Detour {

/// Detour's own addresses: everything below /lab/, in any method. An address that is not there is a 404.
/// `request`'s path begins with "/lab".
[[nodiscard]] LabReply labReply(const LabRequest &request, const LabPlace &place);

/// The addresses below /lab/, one a line, for the index and for a 404.
[[nodiscard]] QStringList labAddresses();

} // namespace Detour
