// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include <QFileInfo>
#include <QStandardPaths>
#include <QTest>

#include <cstdio>
#include <map>

#ifdef __SANITIZE_ADDRESS__
/// OpenSSL frees what a thread holds (its random numbers) as the thread ends. QThread::wait() returns a moment before
/// that, so that a test which ends right after its last TLS connection now and then seems to leak.
extern "C" const char *__lsan_default_suppressions()
{
    return "leak:libcrypto.so\n";
}
#endif

namespace Detour::Test {

namespace {

/// A function-local static: files register themselves in no particular order.
std::map<QString, Factory> &registry()
{
    static std::map<QString, Factory> tests;
    return tests;
}

int unknownName(const QString &name)
{
    std::fprintf(stderr, "No test is named \"%s\". There are:\n", qPrintable(name));
    for (const auto &[known, factory] : registry()) {
        std::fprintf(stderr, "  %s\n", qPrintable(known));
    }
    return 2;
}

} // namespace

bool registerTest(const char *file, Factory factory)
{
    QString name = QFileInfo(QString::fromUtf8(file)).completeBaseName();
    if (name.startsWith(QLatin1String("tst_"))) {
        name.remove(0, 4);
    }
    return registry().emplace(name, std::move(factory)).second;
}

int runTests(int argc, char *argv[])
{
    // Settings and caches of the person who runs the tests stay untouched.
    QStandardPaths::setTestModeEnabled(true);

    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    QString only;
    if (arguments.size() > 1 && !arguments.at(1).startsWith(QLatin1Char('-'))) {
        only = arguments.takeAt(1);
        if (!registry().contains(only)) {
            return unknownName(only);
        }
    }

    bool passed = !registry().empty();
    for (const auto &[name, factory] : registry()) {
        if (only.isEmpty() || name == only) {
            const std::unique_ptr<QObject> test = factory();
            passed = QTest::qExec(test.get(), arguments) == 0 && passed;
        }
    }
    return passed ? 0 : 1;
}

} // namespace Detour::Test
