// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/targeturi.h"

namespace Detour {

/// The URL parser of the URL standard (url.spec.whatwg.org), on bytes. Bytes from 0x80 up are percent-encoded one by
/// one, as browsers do with a Location (so UTF-8 arrives as UTF-8). `base` may be null: then `text` has to be absolute.
/// Not taken over: the drive letters of file: URLs, which nothing here ever opens.
/// Error "bad-url" with what is wrong as a part of a sentence.
[[nodiscard]] Result<TargetUri> parseWhatwgUrl(QByteArrayView text, const TargetUri *base);

} // namespace Detour
