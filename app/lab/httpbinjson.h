// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "lab/labreply.h"
#include "lab/labrequest.h"

#include <QJsonObject>
#include <QStringList>

namespace Detour {

/// What httpbin says of a request; `keys` chooses among args, cookies, data, files, form, headers, json, method,
/// origin and url. `data`, `form` and `json` see the content's preview, its first 64 KiB.
[[nodiscard]] QJsonObject httpbinJson(const LabRequest &request, const LabPlace &place, const QStringList &keys);

} // namespace Detour
