// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "clients/clientbench.h"
#include "support/testregistry.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

class TestGo final : public QObject
{
    Q_OBJECT

private slots:
    void requests_data()
    {
        RealClient client;
        client.policyId = u"go"_s;
        client.name = u"Go net/http"_s;
        const QString go = findProgram(u"go"_s);
        const QString program = m_folder.filePath(u"goclient"_s);
        if (!go.isEmpty()) {
            const QString source = QStringLiteral(DETOUR_CLIENTS_SOURCE_DIR "/goclient.go");
            const Finished built = run({go, {u"build"_s, u"-o"_s, program, source}});
            QVERIFY2(built.exitCode == 0, built.errors.constData());
            client.version = QString::fromUtf8(run({program, {u"--version"_s}}).output.trimmed());
        }
        client.perform = [program](const QList<Job> &jobs) { return performAll({program, {}}, jobs); };
        m_bench.measure(client, m_bench.usualJobs(u"go"_s));
    }
    void requests() { m_bench.judge(); }

private:
    ClientBench m_bench;
    QTemporaryDir m_folder;
};

DETOUR_TEST(TestGo)

#include "tst_go.moc"
