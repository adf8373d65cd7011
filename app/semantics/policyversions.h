// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/clientpolicy.h"
#include "semantics/jsonobjectreader.h"

namespace Detour {

/// The bounds of one entry of “versions”, without its policy. Complains where they hold no version, where they hold the
/// one that `policy` itself is about or one of its other ranges, and where a member stands there that no version can
/// change.
[[nodiscard]] VersionRange readVersionRange(JsonObjectReader &entry, const ClientPolicy &policy);

/// The policy file as it would be for that entry's versions alone: its codes take the place of these codes in the table
/// (and come first, so that an error names the entry's own index), the members of its objects that of theirs, and every
/// other member stands for itself.
[[nodiscard]] QJsonObject policyOfVersions(const QJsonObject &file, const QJsonObject &entry);

} // namespace Detour
