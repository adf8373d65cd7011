// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/exchange.h"

#include <QString>

class QWidget;

namespace Detour {

/// Writes what was kept of a content to a file. Error "not-written" with the system's words.
[[nodiscard]] std::optional<Error> writeBodyFile(const QString &path, const ContentInfo &content);

/// Asks where to, and writes it; returns at once. A failure is told in a box.
void offerToSaveBody(QWidget *parent, const ContentInfo &content, const QString &suggestedName);

/// The Content-Type of the answer or of the request; empty if there is none.
[[nodiscard]] QByteArray bodyTypeOf(const Exchange &exchange, bool ofAnswer);

/// "hop-2-answer.json", by the content's type.
[[nodiscard]] QString bodyFileName(int hop, bool ofAnswer, const QByteArray &contentType);

} // namespace Detour
