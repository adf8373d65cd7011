// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "clients/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace Detour::Test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 50'000; // ms
constexpr qsizetype atATime = 4;

QProcessEnvironment plainEnvironment()
{
    static const QTemporaryDir home;
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    environment.insert(u"HOME"_s, home.path());
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"GOCACHE"_s, QStringLiteral(DETOUR_CLIENTS_BUILD_DIR "/gocache"));
    environment.insert(u"GOFLAGS"_s, u"-mod=mod"_s);
    return environment;
}

void start(QProcess &process, const Command &command)
{
    process.setProcessEnvironment(plainEnvironment());
    process.start(command.program, command.arguments);
}

Finished finish(QProcess &process)
{
    process.closeWriteChannel();
    Finished finished;
    if (process.waitForFinished(patience) && process.exitStatus() == QProcess::NormalExit) {
        finished.exitCode = process.exitCode();
    } else {
        process.kill();
        process.waitForFinished();
    }
    finished.output = process.readAllStandardOutput();
    finished.errors = process.readAllStandardError();
    return finished;
}

QByteArray lineOf(const Job &job)
{
    QJsonArray fields;
    for (const Field &field : job.fields) {
        fields.append(QJsonArray{QString::fromLatin1(field.name), QString::fromLatin1(field.value)});
    }
    const QJsonValue body = job.body ? QJsonValue(QString::fromLatin1(*job.body)) : QJsonValue(QJsonValue::Null);
    const QJsonObject object{{u"id"_s, QString::fromLatin1(job.id)},
                             {u"method"_s, QString::fromLatin1(job.method)},
                             {u"url"_s, QString::fromLatin1(job.url)},
                             {u"fields"_s, fields},
                             {u"body"_s, body}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

Finished run(const Command &command, const QByteArray &input)
{
    QProcess process;
    start(process, command);
    process.write(input);
    return finish(process);
}

Result<Outcomes> performAll(const Command &driver, const QList<Job> &jobs)
{
    QByteArray input;
    for (const Job &job : jobs) {
        input += lineOf(job);
    }
    const Finished finished = run(driver, input);
    Outcomes outcomes;
    for (const QByteArray &line : finished.output.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        Outcome outcome;
        if (object.contains("status"_L1)) {
            outcome.status = object["status"_L1].toInt();
        }
        outcome.error = object["error"_L1].toString();
        outcomes.insert(object["id"_L1].toString().toLatin1(), outcome);
    }
    outcomes.remove({});
    if (finished.exitCode != 0 || outcomes.size() != jobs.size()) {
        return Error{u"driver"_s, u"%1 ended with %2 after %3 of %4 jobs: %5"_s.arg(driver.program)
                                      .arg(finished.exitCode)
                                      .arg(outcomes.size())
                                      .arg(jobs.size())
                                      .arg(QString::fromUtf8(finished.errors))};
    }
    return outcomes;
}

Outcomes performEach(const QList<Job> &jobs, const std::function<Command(const Job &)> &commandOf,
                     const std::function<Outcome(const Finished &)> &outcomeOf)
{
    Outcomes outcomes;
    for (qsizetype i = 0; i < jobs.size(); i += atATime) {
        const QList<Job> batch = jobs.mid(i, atATime);
        std::vector<std::unique_ptr<QProcess>> processes;
        for (const Job &job : batch) {
            processes.push_back(std::make_unique<QProcess>());
            start(*processes.back(), commandOf(job));
        }
        for (qsizetype j = 0; j < batch.size(); ++j) {
            outcomes.insert(batch[j].id, outcomeOf(finish(*processes[size_t(j)])));
        }
    }
    return outcomes;
}

} // namespace Detour::Test
