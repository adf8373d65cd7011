// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/decision.h"

#include <QJsonObject>
#include <QJsonValue>

namespace Detour {

/// Flat, one line, no trailing newline.
[[nodiscard]] QByteArray decisionToJsonLine(const QJsonValue &id, const Decision &decision);
[[nodiscard]] QByteArray decisionErrorToJsonLine(const QJsonValue &id, const QString &error);

/// "decision" of a hop and the body of a decide line share this shape.
[[nodiscard]] QJsonObject decisionToJson(const Decision &decision);

} // namespace Detour
