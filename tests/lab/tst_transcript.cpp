// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/transcript.h"
#include "support/testregistry.h"

#include <QTest>
#include <QThread>

using namespace Detour;
using namespace std::chrono_literals;

class TranscriptTest final : public QObject
{
    Q_OBJECT

private slots:
    void numbersGoOn();
    void theOldestAreDroppedAndCounted();
    void bytesAreBoundedToo();
    void longHeadsAreCutAndCounted();
    void samplesKeepTheFirstBytesAndCountAll();
    void finishSaysHowMuchWent();
    void waitingForTheEndOfAnAnswer();
};

void TranscriptTest::numbersGoOn()
{
    Transcript transcript;
    QCOMPARE(transcript.lastNumber(), 0);
    QCOMPARE(transcript.append({}), 1);
    QCOMPARE(transcript.append({}), 2);
    QCOMPARE(transcript.entriesAfter(1).size(), 1);
    QCOMPARE(transcript.entriesAfter(1).first().number, 2);
    QVERIFY(transcript.entriesAfter(2).isEmpty());
    transcript.clear();
    QVERIFY(transcript.entries().isEmpty());
    QCOMPARE(transcript.append({}), 3);
}

void TranscriptTest::theOldestAreDroppedAndCounted()
{
    Transcript transcript(3);
    for (int i = 0; i < 10; ++i) {
        transcript.append({});
    }
    QCOMPARE(transcript.dropped(), 7);
    QCOMPARE(transcript.entries().size(), 3);
    QCOMPARE(transcript.entries().first().number, 8);
    QCOMPARE(transcript.entriesAfter(2).size(), 3);
}

void TranscriptTest::bytesAreBoundedToo()
{
    Transcript transcript(100, 10'000);
    TranscriptEntry large;
    large.rawRequestHead = QByteArray(6'000, 'x');
    transcript.append(large);
    transcript.append(large);
    QCOMPARE(transcript.entries().size(), 1);
    QCOMPARE(transcript.dropped(), 1);
    large.rawRequestHead = QByteArray(60'000, 'x');
    transcript.append(large);
    QCOMPARE(transcript.entries().size(), 1);
    QCOMPARE(transcript.entries().first().number, 3);
}

void TranscriptTest::longHeadsAreCutAndCounted()
{
    Transcript transcript;
    TranscriptEntry entry;
    entry.rawRequestHead = QByteArray(TranscriptEntry::headLimit, 'q');
    entry.rawAnswerHead = QByteArray(TranscriptEntry::headLimit + 7, 'a');
    transcript.append(entry);
    QCOMPARE(transcript.entries().first().rawRequestHead, entry.rawRequestHead);
    QCOMPARE(transcript.entries().first().rawAnswerHead, entry.rawAnswerHead.first(TranscriptEntry::headLimit));
    QCOMPARE(transcript.entries().first().headBytesLeftOut, 7);
}

void TranscriptTest::samplesKeepTheFirstBytesAndCountAll()
{
    WireSample sample;
    sample.add("abc");
    sample.add(QByteArray(WireSample::limit, 'x'));
    sample.add("y");
    QCOMPARE(sample.total, WireSample::limit + 4);
    QCOMPARE(sample.bytes, "abc" + QByteArray(WireSample::limit - 3, 'x'));
}

void TranscriptTest::finishSaysHowMuchWent()
{
    Transcript transcript;
    TranscriptEntry entry;
    entry.rawAnswerContent.add("planned");
    const quint64 number = transcript.append(entry);
    QCOMPARE(transcript.entries().first().writtenAt, 0);
    transcript.finish(number, 12.5, 4);
    QCOMPARE(transcript.entries().first().writtenAt, 12.5);
    QCOMPARE(transcript.entries().first().rawAnswerContent.bytes, "plan");
    QCOMPARE(transcript.entries().first().rawAnswerContent.total, 4);
    transcript.finish(number + 1, 13, 0); // there is none: nothing happens
    QCOMPARE(transcript.entries().size(), 1);
}

void TranscriptTest::waitingForTheEndOfAnAnswer()
{
    Transcript transcript;
    const quint64 number = transcript.append({});
    QCOMPARE(transcript.finished(number, 0ms)->writtenAt, 0);
    const std::unique_ptr<QThread> lab(QThread::create([&] { transcript.finish(number, 3, 0); }));
    lab->start();
    QCOMPARE(transcript.finished(number, 10s)->writtenAt, 3);
    lab->wait();
    transcript.clear();
    QVERIFY(!transcript.finished(number, 10s));
}

DETOUR_TEST(TranscriptTest)
#include "tst_transcript.moc"
