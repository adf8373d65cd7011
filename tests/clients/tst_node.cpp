// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "clients/clientbench.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

namespace {

RealClient nodeClient(const QString &policyId, const QString &name)
{
    RealClient client;
    client.policyId = policyId;
    client.name = name;
    const QString node = findProgram(u"node"_s);
    const QStringList arguments{QStringLiteral(DETOUR_CLIENTS_SOURCE_DIR "/nodeclients.mjs"), policyId,
                                QStringLiteral(DETOUR_PEERS_DIR)};
    if (node.isEmpty()) {
        return client;
    }
    const Finished finished = run({node, arguments + QStringList{u"--version"_s}});
    if (finished.exitCode == 0) {
        client.version = QString::fromUtf8(finished.output.trimmed());
    }
    client.perform = [=](const QList<Job> &jobs) { return performAll({node, arguments}, jobs); };
    return client;
}

} // namespace

class TestNode final : public QObject
{
    Q_OBJECT

private slots:
    void fetch_data()
    {
        RealClient client = nodeClient(u"fetch"_s, u"Node's fetch, undici"_s);
        // The Fetch standard allows no body there.
        client.can = [](const Job &job) { return !job.body || (job.method != "GET" && job.method != "HEAD"); };
        m_bench.measure(client, m_bench.usualJobs(client.policyId));
    }
    void fetch() { m_bench.judge(); }

    void axios_data() { measure(u"axios"_s); }
    void axios() { m_bench.judge(); }
    void followRedirects_data() { measure(u"follow-redirects"_s); }
    void followRedirects() { m_bench.judge(); }

private:
    void measure(const QString &id) { m_bench.measure(nodeClient(id, id), m_bench.usualJobs(id)); }

    ClientBench m_bench;
};

DETOUR_TEST(TestNode)

#include "tst_node.moc"
