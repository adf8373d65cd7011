// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

namespace Detour {

/// One way to answer wrongly on purpose. What each means in bytes: lab/faults.h.
enum class WireFault {
    None,
    Reset,     ///< the connection is reset (RST) before a byte of the answer
    Close,     ///< it ends (FIN) before a byte of the answer
    Truncate,  ///< it ends within the content that Content-Length announced
    BadLength, ///< Content-Length twice, and neither tells the truth
    BadChunk,  ///< chunked content with a chunk size that is no number
    Garbage,   ///< no status line, but bytes that mean nothing
    Twice,     ///< a second answer that nobody asked for
    Endless,   ///< content that goes on until the client leaves
    Huge,      ///< a field of 1 MiB
};

} // namespace Detour
