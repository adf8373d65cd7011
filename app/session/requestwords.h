// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "fetch/bodysource.h"

namespace Detour {

/// Typed words as a request without target and content; of the window and of the command line alike. A field line is
/// "Name: value". `generated`: names of fields that a client made from its options. Errors "bad-method", "bad-field".
[[nodiscard]] Result<Request> requestFromWords(const QByteArray &method, const QList<QByteArray> &fieldLines,
                                               const QList<QByteArray> &generated = {});

/// Gives `request` the source's content and, where the user named no Content-Type, the one that the way of writing it
/// implies: it counts as generated, and leaves with the content where the client's rules say so. Empty: none is
/// implied.
void giveContent(Request &request, const BodySource &source, const QByteArray &impliedType);

/// The Content-Type of what a form sends.
inline constexpr auto formContentType = "application/x-www-form-urlencoded";

} // namespace Detour
