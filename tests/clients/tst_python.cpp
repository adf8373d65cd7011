// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "clients/clientbench.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

namespace {

/// The client in the first Python that has it. The system's comes before one of the user's own: it has what
/// ./check --peers installs.
RealClient pythonClient(const QString &id)
{
    const QString driver = QStringLiteral(DETOUR_CLIENTS_SOURCE_DIR "/pythonclients.py");
    RealClient client;
    client.policyId = id;
    client.name = u"Python "_s + id;
    for (const QString &python : {u"/usr/bin/python3"_s, findProgram(u"python3"_s)}) {
        if (findProgram(python).isEmpty()) {
            continue;
        }
        const Finished finished = run({python, {driver, id, u"--version"_s}});
        if (finished.exitCode == 0) {
            client.version = QString::fromUtf8(finished.output.trimmed());
            client.perform = [=](const QList<Job> &jobs) { return performAll({python, {driver, id}}, jobs); };
            break;
        }
    }
    return client;
}

} // namespace

class TestPython final : public QObject
{
    Q_OBJECT

private slots:
    void urllib_data() { measure(u"urllib"_s); }
    void urllib() { m_bench.judge(); }
    void urllib3_data() { measure(u"urllib3"_s); }
    void urllib3() { m_bench.judge(); }
    void requests_data() { measure(u"requests"_s); }
    void requests() { m_bench.judge(); }
    void httpx_data() { measure(u"httpx"_s); }
    void httpx() { m_bench.judge(); }
    void aiohttp_data() { measure(u"aiohttp"_s); }
    void aiohttp() { m_bench.judge(); }

private:
    void measure(const QString &id) { m_bench.measure(pythonClient(id), m_bench.usualJobs(id)); }

    ClientBench m_bench;
};

DETOUR_TEST(TestPython)

#include "tst_python.moc"
