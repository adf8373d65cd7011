// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/transcript.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;

class TranscriptTest final : public QObject
{
    Q_OBJECT

private slots:
    void numbersGoOn();
    void theOldestAreDroppedAndCounted();
    void bytesAreBoundedToo();
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

DETOUR_TEST(TranscriptTest)
#include "tst_transcript.moc"
