// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/interruptnotifier.h"
#include "cli/numbers.h"
#include "exchangeformats/wirejson.h"
#include "semantics/mask.h"
#include "session/hostmap.h"
#include "session/session.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QTimer>

#include <chrono>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds logInterval{50};

QJsonValue answerToJson(const TranscriptEntry &entry)
{
    if (entry.status == 0) {
        return QJsonValue::Null; // closed without an answer
    }
    return QJsonObject{{u"status"_s, entry.status},
                       {u"reason"_s, wireString(entry.reasonPhrase)},
                       {u"fields"_s, fieldsToJson(masked(entry.answerFields))}};
}

QByteArray logLine(const TranscriptEntry &entry)
{
    const QJsonObject request{{u"line"_s, wireString(entry.request.line)},
                              {u"method"_s, entry.method.toString()},
                              {u"target"_s, wireString(entry.target)},
                              {u"fields"_s, fieldsToJson(masked(entry.request.fields))},
                              {u"body"_s, contentToJson(entry.request.content)}};
    const QJsonObject object{{u"number"_s, static_cast<qint64>(entry.number)},
                             {u"connection"_s, static_cast<qint64>(entry.connection)},
                             {u"port"_s, entry.port},
                             {u"peer_port"_s, entry.peerPort},
                             {u"tls"_s, entry.tls},
                             {u"started_ms"_s, entry.startedAt},
                             {u"read_ms"_s, entry.readAt},
                             {u"answered_ms"_s, entry.answeredAt},
                             {u"request"_s, request},
                             {u"response"_s, answerToJson(entry)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

/// Writes what came since `last` and moves it on.
void writeLog(const Transcript &transcript, quint64 &last, Output &out)
{
    const QList<TranscriptEntry> entries = transcript.entriesAfter(last);
    for (const TranscriptEntry &entry : entries) {
        out.write(logLine(entry));
        last = entry.number;
    }
}

/// What a person needs besides the addresses: on standard error, so that a script reads addresses alone.
void tellOfCertificate(const Session &session, Output &err)
{
    for (const QString &remark : session.labRemarks()) {
        err.write(remark + u'\n');
    }
    if (const QString file = session.labCertificate().file; !file.isEmpty()) {
        err.write(u"The certificate for https, as for curl --cacert: %1\n"_s.arg(file));
    }
}

Result<LabPorts> wantedPorts(const CommandLine &line)
{
    const std::optional<QByteArray> typed = line.value("port");
    if (!typed) {
        return defaultLabPorts;
    }
    constexpr int highestPort = 65535;
    const Result<int> port = wholeNumber("--port", *typed, 0, highestPort);
    if (!port) {
        return port.error();
    }
    return LabPorts{*port, 0, true};
}

} // namespace

int runLab(const CommandLine &line, const CommandContext &context)
{
    const Result<LabPorts> wanted = wantedPorts(line);
    if (!wanted) {
        return context.complain(wanted.error().message, exitBadWords);
    }
    InterruptNotifier interrupts;
    Session session(context.content, *wanted, context.version);
    session.keepCertificateIn(context.dataFolder);
    if (const Result<LabPorts> ports = session.ensureLab(); !ports) {
        return context.complain(ports.error().message, exitNetwork);
    }
    QByteArray addresses;
    for (const TargetUri &base : session.labBaseUris()) {
        addresses += Origin::of(base).serialized() + '\n';
    }
    context.out.write(addresses);
    tellOfCertificate(session, context.err);

    QEventLoop loop;
    QObject::connect(&interrupts, &InterruptNotifier::interrupted, &loop, &QEventLoop::quit);
    quint64 last = 0;
    QTimer timer;
    if (line.has("log")) {
        QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
            writeLog(session.labTranscript(), last, context.out);
            if (context.out.isBroken()) {
                loop.quit();
            }
        });
        timer.start(logInterval);
    }
    if (!context.out.isBroken()) {
        loop.exec();
    }
    if (line.has("log")) {
        writeLog(session.labTranscript(), last, context.out);
    }
    return context.finish();
}

} // namespace Detour
