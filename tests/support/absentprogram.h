// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTest>

/// Ends a test for which a foreign program is missing. It is named as skipped, but not where ./check --peers has just
/// installed it: there it is a failure.
#define SKIP_ABSENT_PROGRAM(program)                                                                                   \
    do {                                                                                                               \
        const QString absentProgram(program);                                                                          \
        if (qEnvironmentVariable("DETOUR_PEERS") == QLatin1String("required"))                                         \
            QFAIL(qPrintable(absentProgram + QStringLiteral(" is not installed")));                                    \
        QSKIP(qPrintable(QStringLiteral("skipped: ") + absentProgram                                                   \
                         + QStringLiteral(" is not installed (./check --peers installs it)")));                        \
    } while (false)
