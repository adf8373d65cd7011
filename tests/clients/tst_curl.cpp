// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "clients/clientbench.h"
#include "support/testregistry.h"

#include <QTemporaryFile>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

namespace {

QStringList commonArguments(const Job &job)
{
    QStringList arguments{u"-s"_s,        u"-L"_s, u"-o"_s,
                          u"/dev/null"_s, u"-w"_s, uR"(%{exitcode} %{http_code} %{errormsg}\n)"_s};
    for (const Field &field : job.fields) {
        arguments << u"-H"_s << QString::fromLatin1(field.name + ": " + field.value);
    }
    return arguments << QString::fromLatin1(job.url);
}

/// As people write it: -d makes a POST and -T a PUT; a method without an option of its own needs -X.
QStringList plainArguments(const Job &job, const QString &upload)
{
    QStringList arguments = commonArguments(job);
    const QString method = QString::fromLatin1(job.method);
    if (job.method == "HEAD") {
        return arguments << u"-I"_s;
    }
    if (job.method == "PUT" && job.body) {
        return arguments << u"-T"_s << upload;
    }
    if (job.body) {
        arguments << u"--data-raw"_s << QString::fromLatin1(*job.body);
    }
    const bool isChosen = job.method == (job.body ? "POST" : "GET");
    if (!isChosen) {
        arguments << u"-X"_s << method;
    }
    return arguments;
}

/// -X METHOD throughout. Without -I, curl would wait for the content of an answer to HEAD.
QStringList namedMethodArguments(const Job &job)
{
    QStringList arguments = commonArguments(job) << u"-X"_s << QString::fromLatin1(job.method);
    if (job.method == "HEAD") {
        arguments << u"-I"_s;
    }
    if (job.body) {
        arguments << u"--data-raw"_s << QString::fromLatin1(*job.body);
    }
    return arguments;
}

/// -I and a body exclude each other.
bool withoutBodyOnHead(const Job &job)
{
    return !job.body || job.method != "HEAD";
}

/// A line of -w: exit code, status, and why it failed.
Outcome outcomeOf(const QByteArray &line)
{
    Outcome outcome;
    if (line.startsWith("0 ")) {
        outcome.status = line.mid(2).trimmed().toInt();
    } else {
        outcome.error = QString::fromUtf8(line.trimmed());
    }
    return outcome;
}

/// Many jobs a process: --next forgets the options of the job before it, and starting curl would take longest.
Result<Outcomes> performAllWithCurl(const QString &program, const QList<Job> &jobs,
                                    const std::function<QStringList(const Job &)> &argumentsOf)
{
    constexpr qsizetype atATime = 50;
    Outcomes outcomes;
    for (qsizetype begin = 0; begin < jobs.size(); begin += atATime) {
        const QList<Job> batch = jobs.mid(begin, atATime);
        QStringList arguments{u"-q"_s};
        for (const Job &job : batch) {
            arguments << argumentsOf(job) << u"--next"_s;
        }
        arguments.removeLast();
        const Finished finished = run({program, arguments});
        const QList<QByteArray> lines = finished.output.split('\n');
        if (lines.size() != batch.size() + 1) {
            return Error{u"driver"_s, u"curl reported %1 of %2 jobs: %3"_s.arg(lines.size() - 1)
                                          .arg(batch.size())
                                          .arg(QString::fromUtf8(finished.errors))};
        }
        for (qsizetype i = 0; i < batch.size(); ++i) {
            outcomes.insert(batch[i].id, outcomeOf(lines[i]));
        }
    }
    return outcomes;
}

} // namespace

class TestCurl final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_upload.open());
        m_upload.write("hello=there");
        QVERIFY(m_upload.flush());
    }

    void plainOptions_data()
    {
        RealClient client =
            curl(u"curl"_s, [this](const Job &job) { return plainArguments(job, m_upload.fileName()); });
        client.can = withoutBodyOnHead;
        m_bench.measure(client, jobs(client.policyId));
    }
    void plainOptions() { m_bench.judge(); }

    void namedMethod_data()
    {
        RealClient client = curl(u"curl-X"_s, namedMethodArguments);
        client.can = withoutBodyOnHead;
        m_bench.measure(client, jobs(client.policyId));
    }
    void namedMethod() { m_bench.judge(); }

private:
    static RealClient curl(const QString &policyId, const std::function<QStringList(const Job &)> &argumentsOf)
    {
        RealClient client;
        const QString program = findProgram(u"curl"_s);
        client.policyId = policyId;
        client.name = policyId == "curl"_L1 ? u"curl"_s : u"curl -X"_s;
        client.ownFields = OwnFields::Compared;
        if (!program.isEmpty()) {
            // curl 7.88.1 (x86_64-pc-linux-gnu) …
            client.version = QString::fromUtf8(run({program, {u"--version"_s}}).output).section(u' ', 1, 1);
        }
        client.perform = [=](const QList<Job> &jobs) { return performAllWithCurl(program, jobs, argumentsOf); };
        return client;
    }

    QList<Job> jobs(const QString &policyId)
    {
        return m_bench.usualJobs(policyId) + methodJobs(m_bench.ports(), BodyType::ByClient)
               + namedHostJobs(m_bench.ports());
    }

    ClientBench m_bench;
    QTemporaryFile m_upload;
};

DETOUR_TEST(TestCurl)

#include "tst_curl.moc"
