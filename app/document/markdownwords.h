// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/markdowntree.h"

#include <QByteArrayView>

namespace Detour {

/// An entity as written, "&" and ";" included, as its character. Of the named ones only the few that authors use are
/// known; any other stays as it is. A number that stands for no visible character becomes U+FFFD.
[[nodiscard]] QString entityText(QByteArrayView text);

/// Takes " {#anchor}" off the end of a heading's words; without one, an anchor is made from the words.
[[nodiscard]] QString takeHeadingAnchor(QList<Inline> &inlines);

} // namespace Detour
