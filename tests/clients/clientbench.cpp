// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "clients/clientbench.h"

#include "support/absentprogram.h"

#include <QFile>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

namespace Detour::Test {

using namespace Qt::StringLiterals;

namespace {

/// The requests of each job, in the order in which they came.
QHash<QByteArray, QList<TranscriptEntry>> requestsByJob(const QList<TranscriptEntry> &entries, const QList<Job> &jobs)
{
    QHash<QByteArray, QList<TranscriptEntry>> requests;
    for (const TranscriptEntry &entry : entries) {
        const auto job = std::find_if(jobs.cbegin(), jobs.cend(),
                                      [&entry](const Job &some) { return entry.target.contains(some.id); });
        if (job != jobs.cend()) {
            requests[job->id].append(entry);
        }
    }
    return requests;
}

} // namespace

QString findProgram(const QString &name)
{
    return QStandardPaths::findExecutable(name);
}

ClientPolicy shippedPolicy(const QString &id)
{
    QFile file(QStringLiteral(DETOUR_CONTENT_DIR "/clients/%1.json").arg(id));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const Result<ClientPolicy> policy = ClientPolicy::fromJson(isOpen ? file.readAll() : QByteArray());
    if (!policy) {
        QTest::qFail(qPrintable(id + u": "_s + policy.error().message), __FILE__, __LINE__);
        return {};
    }
    return *policy;
}

const LabPorts &ClientBench::ports()
{
    if (!m_lab.isRunning()) {
        const Result<LabPorts> started = m_lab.start({});
        if (started) {
            m_ports = *started;
        } else {
            QTest::qFail(qPrintable(started.error().message), __FILE__, __LINE__);
        }
    }
    return m_ports;
}

QList<Job> ClientBench::usualJobs(const QString &policyId)
{
    const int limit = shippedPolicy(policyId).redirectLimit;
    return methodJobs(ports(), BodyType::ByHand) + chainJobs(ports()) + credentialJobs(ports())
           + limitJobs(ports(), limit);
}

void ClientBench::measure(const RealClient &client, const QList<Job> &jobs)
{
    QTest::addColumn<QString>("difference");
    QTest::addColumn<QString>("unmeasured"); // the version, where no rules are known for it
    if (client.version.isEmpty()) {
        SKIP_ABSENT_PROGRAM(client.name);
    }
    QList<Job> able;
    std::copy_if(jobs.cbegin(), jobs.cend(), std::back_inserter(able), client.can);
    const quint64 before = m_lab.transcript().lastNumber();
    const Result<Outcomes> outcomes = client.perform(able);
    QVERIFY2(outcomes, qPrintable(outcomes ? QString() : outcomes.error().message));
    QCOMPARE(m_lab.transcript().dropped(), quint64(0));

    const ClientPolicy shipped = shippedPolicy(client.policyId);
    const std::optional<ClientPolicy> measured = shipped.forVersion(client.version);
    const QString unmeasured = measured ? QString() : client.version;
    const auto requests = requestsByJob(m_lab.transcript().entriesAfter(before), able);
    int agreed = 0;
    for (const Job &job : able) {
        QString difference = u"no request arrived (%1)"_s.arg(outcomes->value(job.id).error);
        if (requests.contains(job.id)) {
            difference = firstDifference(job, requests[job.id], outcomes->value(job.id), measured.value_or(shipped),
                                         client.ownFields);
        }
        agreed += difference.isEmpty() ? 1 : 0;
        const QString title = client.name + u' ' + client.version + u": "_s + job.name;
        QTest::newRow(qPrintable(title)) << difference << unmeasured;
    }
    qInfo().noquote() << u"%1 %2, held against the rules of %3: %4 of %5 chains agree"_s
                             .arg(client.name, client.version, measured.value_or(shipped).version)
                             .arg(agreed)
                             .arg(able.size());
}

void ClientBench::judge() const
{
    QFETCH(QString, difference);
    QFETCH(QString, unmeasured);
    if (difference.isEmpty()) {
        return;
    }
    const QString row = QString::fromUtf8(QTest::currentDataTag()) + u": "_s + difference;
    if (unmeasured.isEmpty()) {
        QFAIL(qPrintable(row));
    }
    QSKIP(qPrintable(u"%1 is not a measured version, and differs: "_s.arg(unmeasured) + row));
}

} // namespace Detour::Test
