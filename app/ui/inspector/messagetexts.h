// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/inspector/hopview.h"

namespace Detour {

class TextPane;

/// How a message's head is shown.
enum class HeadForm {
    Table, ///< asked, sent and received in one, each line with what became of it
    Raw,   ///< as the bytes stood on the wire
};

/// What was asked for, what the client added, and what arrived.
void writeRequest(TextPane &pane, const HopView &view, HeadForm form);
/// What the server sent, and what the client shows of it.
void writeResponse(TextPane &pane, const HopView &view, HeadForm form);

/// The head to copy: the lab's own bytes where there are some, else as it is known.
[[nodiscard]] QByteArray requestHead(const Exchange &exchange);
[[nodiscard]] QByteArray responseHead(const Exchange &exchange);

} // namespace Detour
