// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "clients/clientbench.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

namespace {

QStringList argumentsOf(const Job &job)
{
    QStringList arguments{u"--no-config"_s, u"--no-hsts"_s, u"--tries=1"_s, u"-q"_s, u"-O"_s, u"/dev/null"_s};
    arguments << u"--method="_s + QString::fromLatin1(job.method);
    for (const Field &field : job.fields) {
        arguments << u"--header="_s + QString::fromLatin1(field.name + ": " + field.value);
    }
    if (job.body) {
        arguments << u"--body-data="_s + QString::fromLatin1(*job.body);
    }
    return arguments << QString::fromLatin1(job.url);
}

/// Its exit code does not tell an answer that it handed over from too many redirects: 8 stands for both.
Outcome outcomeOf(const Finished &finished)
{
    Outcome outcome;
    if (finished.exitCode == 0) {
        outcome.status = 200;
    }
    return outcome;
}

} // namespace

class TestWget final : public QObject
{
    Q_OBJECT

private slots:
    void requests_data()
    {
        RealClient client;
        const QString program = findProgram(u"wget"_s);
        client.policyId = u"wget"_s;
        client.name = u"GNU Wget"_s;
        client.ownFields = OwnFields::Compared;
        if (!program.isEmpty()) {
            // GNU Wget 1.21.3 built on linux-gnu.
            client.version = QString::fromUtf8(run({program, {u"--version"_s}}).output).section(u' ', 2, 2);
        }
        client.perform = [program](const QList<Job> &jobs) -> Result<Outcomes> {
            return performEach(
                jobs,
                [&](const Job &job) {
                    return Command{program, argumentsOf(job)};
                },
                outcomeOf);
        };
        m_bench.measure(client, m_bench.usualJobs(u"wget"_s) + methodJobs(m_bench.ports(), BodyType::ByClient));
    }
    void requests() { m_bench.judge(); }

private:
    ClientBench m_bench;
};

DETOUR_TEST(TestWget)

#include "tst_wget.moc"
