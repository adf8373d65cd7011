// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/method.h"
#include "semantics/result.h"
#include "semantics/statuscode.h"

#include <QList>
#include <QStringList>

namespace Detour {

// What stands inside the fences that Detour fills by itself. `pageCode` is the code that the page is about (0: none),
// `fenceLine` the line of the three backticks. Every error is "bad-page" with its line.

/// The body of a `clients` fence: lines "status 302" and "methods POST PUT", both optional on a code's page.
struct ClientsFence
{
    StatusCode status = 0;
    QList<Method> methods; ///< one or two
};

[[nodiscard]] Result<ClientsFence> readClientsFence(const QString &text, StatusCode pageCode, int fenceLine = 1);

/// The body of a `servers` fence: nothing, or "status 302".
[[nodiscard]] Result<StatusCode> readServersFence(const QString &text, StatusCode pageCode, int fenceLine = 1);

/// The body of a `codes` fence: one line of columns, any of method, body, lasts, cached, location and since.
[[nodiscard]] Result<QStringList> readCodesFence(const QString &text, int fenceLine = 1);

} // namespace Detour
