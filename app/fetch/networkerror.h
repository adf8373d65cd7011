// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/exchange.h"

#include <QNetworkReply>

namespace Detour {

/// The reason code and sentence for an error that left no usable answer; `where` is "host:port". A pure table: every
/// QNetworkReply::NetworkError has exactly one code.
[[nodiscard]] ExchangeFailure networkFailure(QNetworkReply::NetworkError error, const QString &where);

/// True for the errors by which QNetworkAccessManager repeats a status code (404 is ContentNotFoundError): with a
/// status of 400 or more the exchange is complete all the same.
[[nodiscard]] bool repeatsStatus(QNetworkReply::NetworkError error);

} // namespace Detour
