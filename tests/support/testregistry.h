// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace Detour::Test {

using Factory = std::function<std::unique_ptr<QObject>()>;

/// Adds one test class under the name of its file: "…/tst_location.cpp" becomes "location". Called before main().
/// Returns true, so that it can initialise a static.
bool registerTest(const char *file, Factory factory);

/// Runs the test named by the first argument, or every one when there is none; the rest goes to Qt Test.
/// Returns the exit code: 0 when all passed, 1 when something failed, 2 when the name is unknown.
[[nodiscard]] int runTests(int argc, char *argv[]);

} // namespace Detour::Test

/// Stands once at the end of each test file, before the inclusion of its .moc.
#define DETOUR_TEST(ClassName)                                                                                         \
    [[maybe_unused]] static const bool registered##ClassName =                                                         \
        Detour::Test::registerTest(__FILE__, [] { return std::make_unique<ClassName>(); });
