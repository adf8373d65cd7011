// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/decision.h"

#include <QStringList>

namespace Detour {

/// Authorization, Proxy-Authorization and Cookie: fields that prove who asks.
[[nodiscard]] bool isCredential(QByteArrayView fieldName);

/// Those of a request, once each, as it writes them (bounded).
[[nodiscard]] QStringList credentialsOf(const Request &request);

/// Those that a decision takes away.
[[nodiscard]] QStringList credentialsLostBy(const Decision &decision);

/// Those that go along although the next request goes to another origin.
[[nodiscard]] QStringList credentialsKeptAcross(const Request &request, const Decision &decision);

/// "Authorization", "Authorization and Cookie".
[[nodiscard]] QString joinedWords(const QStringList &names);

} // namespace Detour
