// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "foreignserver.h"
#include "lab/labserver.h"
#include "support/absentprogram.h"
#include "support/testregistry.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <malloc.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Detour;

namespace {

constexpr double mebibyte = 1024.0 * 1024.0;

/// What the process really holds, after free memory was given back to the system.
double residentMebibytes()
{
    ::malloc_trim(0);
    QFile file(u"/proc/self/statm"_s);
    const qint64 pages = file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() : 0;
    return double(pages) * double(::sysconf(_SC_PAGESIZE)) / mebibyte;
}

} // namespace

/// The lab under load: 200 connections at once, for 10 seconds where ./check --peers runs it and for one otherwise.
class LoadTest final : public QObject
{
    Q_OBJECT

private slots:
    void twoHundredConnections_data();
    void twoHundredConnections();

private:
    [[nodiscard]] static QByteArray load(const QString &wrk, int port, const QString &path, int connections,
                                         int seconds);
};

QByteArray LoadTest::load(const QString &wrk, int port, const QString &path, int connections, int seconds)
{
    QProcess process;
    process.start(wrk, {u"-t2"_s, u"-c%1"_s.arg(connections), u"-d%1s"_s.arg(seconds),
                        u"http://127.0.0.1:%1%2"_s.arg(port).arg(path)});
    return process.waitForFinished(50'000) && process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
}

void LoadTest::twoHundredConnections_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("redirects") << u"/lab/chain/307/302"_s;
    QTest::newRow("an echo in JSON") << u"/anything?a=1"_s;
}

void LoadTest::twoHundredConnections()
{
    QFETCH(QString, path);
    const QString wrk = ForeignServer::find(u"wrk"_s);
    if (wrk.isEmpty())
        SKIP_ABSENT_PROGRAM(u"wrk"_s);
    const bool isFull = qEnvironmentVariable("DETOUR_PEERS") == "required"_L1;

    LabServer lab;
    QVERIFY(lab.start({}));
    // What every program loads once is not the load's: one connection is enough for that.
    QVERIFY(!load(wrk, lab.firstPort(), path, 2, 1).isEmpty());
    lab.transcript().clear();
    const double before = residentMebibytes();
    const QByteArray report = load(wrk, lab.firstPort(), path, 200, isFull ? 10 : 1);
    QVERIFY(!report.isEmpty());
    const double during = residentMebibytes();
    const quint64 answered = lab.transcript().lastNumber();
    QVERIFY2(answered > 1000, report.constData());
    QVERIFY2(!report.contains("Socket errors") && !report.contains("Non-2xx"), report.constData());
    QVERIFY(lab.transcript().entries().size() <= 4096);

    QElapsedTimer clock;
    clock.start();
    lab.stop();
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    const double kept = residentMebibytes(); // with the transcript, which is still there to be read
    lab.transcript().clear();
    const double after = residentMebibytes();
    qInfo("%llu answers; MiB before %.1f, under load %.1f, stopped %.1f, transcript cleared %.1f", answered, before,
          during, kept, after);
    QVERIFY2(during - before < 64, qPrintable(QString::number(during - before)));
    QVERIFY2(after - before < 10, qPrintable(QString::number(after - before)));
    QVERIFY(lab.start({})); // it can be started again
}

DETOUR_TEST(LoadTest)
#include "tst_load.moc"
