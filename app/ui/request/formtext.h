// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/request/namevaluemodel.h"

namespace Detour {

/// application/x-www-form-urlencoded as the URL standard serializes it: "a=1&b=x+y".
[[nodiscard]] QByteArray formBytes(const QList<NameValueModel::Row> &rows);
[[nodiscard]] QList<NameValueModel::Row> formRows(const QByteArray &bytes);
/// True if the bytes are exactly what formBytes() makes of formRows(): nothing is lost in the table.
[[nodiscard]] bool isFormText(const QByteArray &bytes);
/// What was pasted: "a=1&b=2", or one "name=value" or "Name: value" a line.
[[nodiscard]] QList<NameValueModel::Row> formRowsFromText(const QString &text);

} // namespace Detour
