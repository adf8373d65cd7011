// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "fetch/bodysource.h"
#include "fetch/bodyspool.h"
#include "fetch/pipedevice.h"
#include "fetch/sendoncedevice.h"
#include "fetchtesting.h"
#include "support/testregistry.h"

#include <QBuffer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;

class BodySourceTest final : public QObject
{
    Q_OBJECT

private slots:
    void memoryStartsFromTheFirstByteEachTime();
    void memoryKnowsItsDigestAndPreview();
    void fileIsHashedWithoutBeingHeld();
    void fileCanBeLeftUnreadUntilSent();
    void missingFileIsUnreadable();
    void fileOnAPipeIsOneShot();
    void pipeOpensOnce();
    void pipeNeverBlocks();
    void spoolTakesAPipeToItsEnd();
    void spoolRefusesTooMuch();
    void contentOnItsWayCannotBeRewound();
    void shrunkenSourceIsNoticed();
    void rewindAfterTheAnswerGivesNoByteTwice();
};

void BodySourceTest::memoryStartsFromTheFirstByteEachTime()
{
    const auto body = bodyFromMemory("resume");
    for (int i = 0; i < 3; ++i) {
        auto device = body->open();
        QVERIFY(device.hasValue());
        QCOMPARE((*device)->readAll(), QByteArray("resume"));
    }
    QVERIFY(body->isReplayable());
    QCOMPARE(body->size(), 6);
}

void BodySourceTest::memoryKnowsItsDigestAndPreview()
{
    const QByteArray large(100'000, 'x');
    const ContentInfo info = bodyFromMemory(large)->info();
    QCOMPARE(info.bytes, 100'000);
    QCOMPARE(info.sha256, Test::sha256Of(large));
    QCOMPARE(info.preview, large.left(ContentInfo::previewLimit));
    QVERIFY(!info.oneShot);
}

void BodySourceTest::fileIsHashedWithoutBeingHeld()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    const QByteArray bytes(300'001, 'f');
    file.write(bytes);
    file.close();

    const auto body = bodyFromFile(file.fileName());
    QVERIFY(body.hasValue());
    QCOMPARE((*body)->size(), bytes.size());
    QCOMPARE((*body)->info().sha256, Test::sha256Of(bytes));
    for (int i = 0; i < 2; ++i) {
        auto device = (*body)->open();
        QVERIFY(device.hasValue());
        QCOMPARE((*device)->readAll(), bytes);
    }
}

void BodySourceTest::fileCanBeLeftUnreadUntilSent()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(QByteArray(300'001, 'f'));
    file.close();
    const auto body = bodyFromFile(file.fileName(), FileDigest::WhenSent);
    QVERIFY(body.hasValue());
    QCOMPARE((*body)->info().bytes, 300'001);
    QVERIFY((*body)->info().sha256.isEmpty());
    QCOMPARE((*body)->info().preview.size(), ContentInfo::previewLimit);
}

void BodySourceTest::missingFileIsUnreadable()
{
    const auto body = bodyFromFile(QStringLiteral("/no/such/file"));
    QVERIFY(!body.hasValue());
    QCOMPARE(body.error().code, QStringLiteral("body-unreadable"));
    QVERIFY(body.error().message.contains(QLatin1String("/no/such/file")));
}

void BodySourceTest::fileOnAPipeIsOneShot()
{
    Pipe pipe;
    const QString path = QStringLiteral("/proc/self/fd/%1").arg(pipe.out.handle());
    if (!QFile::exists(path)) {
        QSKIP("no /proc/self/fd here");
    }
    const auto body = bodyFromFile(path);
    QVERIFY(body.hasValue());
    QVERIFY(!(*body)->isReplayable());
    QCOMPARE((*body)->size(), -1);
}

void BodySourceTest::pipeOpensOnce()
{
    Pipe pipe;
    const auto body = bodyFromPipe(&pipe.out);
    QVERIFY(body->info().oneShot);
    QVERIFY(body->open().hasValue());
    const auto again = body->open();
    QVERIFY(!again.hasValue());
    QCOMPARE(again.error().code, QStringLiteral("body-not-replayable"));
}

void BodySourceTest::pipeNeverBlocks()
{
    Pipe pipe;
    PipeDevice device(&pipe.out);
    QSignalSpy ended(&device, &QIODevice::readChannelFinished);
    QCOMPARE(device.read(100), QByteArray()); // would hang on a QFile
    pipe.in.write("abc");
    QCOMPARE(device.read(100), QByteArray("abc"));
    QVERIFY(!device.atEnd());
    pipe.in.close();
    char byte = 0;
    QCOMPARE(device.read(&byte, 1), -1);
    QVERIFY(device.atEnd());
    QCOMPARE(ended.count(), 1);
}

void BodySourceTest::spoolTakesAPipeToItsEnd()
{
    Pipe pipe;
    BodySpool spool(std::make_unique<PipeDevice>(&pipe.out), 1'000'000);
    QSignalSpy finished(&spool, &BodySpool::finished);
    spool.start();
    pipe.in.write("first ");
    QVERIFY(!finished.wait(1)); // the pipe is open still
    pipe.in.write("second");
    pipe.in.close();
    QVERIFY(finished.count() == 1 || finished.wait());
    QVERIFY(!spool.error());
    QCOMPARE(spool.info().bytes, 12);
    QCOMPARE(spool.info().sha256, Test::sha256Of("first second"));
    QVERIFY(spool.info().oneShot);
    QCOMPARE(spool.takeContent()->readAll(), QByteArray("first second"));
}

void BodySourceTest::spoolRefusesTooMuch()
{
    auto source = std::make_unique<QBuffer>();
    source->setData(QByteArray(1001, 'x'));
    source->open(QIODevice::ReadOnly);
    BodySpool spool(std::move(source), 1000);
    QSignalSpy finished(&spool, &BodySpool::finished);
    spool.start();
    QVERIFY(finished.wait());
    QVERIFY(spool.error());
    QCOMPARE(spool.error()->code, QStringLiteral("body-unreadable"));
}

void BodySourceTest::contentOnItsWayCannotBeRewound()
{
    auto source = std::make_unique<QBuffer>();
    source->setData("abcdef");
    source->open(QIODevice::ReadOnly);
    SendOnceDevice device(std::move(source), 4);
    QVERIFY(device.isSequential());
    QVERIFY(!device.sentContent());
    QCOMPARE(device.read(100), QByteArray("abcd"));
    QVERIFY(!device.reset());
    char byte = 0;
    QCOMPARE(device.read(&byte, 1), -1);
    QCOMPARE(device.sentContent()->sha256, Test::sha256Of("abcd"));
}

void BodySourceTest::shrunkenSourceIsNoticed()
{
    auto source = std::make_unique<QBuffer>();
    source->setData("abc");
    source->open(QIODevice::ReadOnly);
    SendOnceDevice device(std::move(source), 4);
    QCOMPARE(device.read(100), QByteArray("abc"));
    QVERIFY(!device.endedEarly());
    QCOMPARE(device.read(100), QByteArray());
    QVERIFY(device.endedEarly());
}

void BodySourceTest::rewindAfterTheAnswerGivesNoByteTwice()
{
    auto source = std::make_unique<QBuffer>();
    source->setData("abcd");
    source->open(QIODevice::ReadOnly);
    SendOnceDevice device(std::move(source), 4);
    QCOMPARE(device.read(100), QByteArray("abcd"));
    device.setAnswered();
    QVERIFY(device.reset());
    QVERIFY(!device.wasAskedAgain());
    QCOMPARE(device.read(100), QByteArray());
    QVERIFY(device.wasAskedAgain());
}

DETOUR_TEST(BodySourceTest)

#include "tst_bodysource.moc"
