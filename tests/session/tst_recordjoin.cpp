// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/recordjoin.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;

class TestRecordJoin final : public QObject
{
    Q_OBJECT

private slots:
    void joinsByTheMarkInTheUserAgent();
    void bringsTheLabsOwnRecord();
    void aLostRequestHasNoTimesOfAnAnswer();
    void showsRepeatedLocations();
    void anotherUserAgentIsJoinedByOrder();
    void withoutAMarkNothingIsGuessed();
    void earlierEntriesAreOfOtherTraces();
    void theLastOfSeveralSendsCounts();
    void anAnswerOfAnotherStatusIsNotTaken();
};

namespace {

TranscriptEntry entryOf(const QByteArray &target, const QByteArray &userAgent)
{
    TranscriptEntry entry;
    entry.target = target;
    entry.request.line = "GET " + target + " HTTP/1.1";
    entry.request.fields = {{"Host", "a"}, {"User-Agent", userAgent}};
    entry.status = 302;
    entry.answerFields = {{"Location", ""}, {"location", "/b"}};
    entry.writtenAt = 4;
    return entry;
}

Exchange exchangeOf(const QByteArray &path)
{
    Exchange exchange;
    exchange.request.target = *parseFirstUrl(QByteArray("http://127.0.0.1:1" + path));
    Response response;
    response.status = 302;
    response.fields = {{"Location", ", /b"}};
    exchange.response = response;
    return exchange;
}

} // namespace

void TestRecordJoin::joinsByTheMarkInTheUserAgent()
{
    Transcript transcript;
    transcript.append(entryOf("/other", "Detour/1 (zzz.1)"));
    transcript.append(entryOf("/a", "Detour/1 (abc.1)"));
    transcript.append(entryOf("/b", "Detour/1 (abc.11)"));
    RecordJoin records(transcript, QStringLiteral("abc"), 0);
    Exchange exchange = exchangeOf("/a");
    records.join(exchange, 1);
    QVERIFY(exchange.received);
    QCOMPARE(exchange.received->line, QByteArray("GET /a HTTP/1.1"));
}

void TestRecordJoin::bringsTheLabsOwnRecord()
{
    TranscriptEntry entry = entryOf("/a", "Detour/1 (abc.1)");
    entry.connection = 7;
    entry.peerPort = 40'000;
    entry.tls = true;
    entry.startedAt = 1;
    entry.readAt = 2;
    entry.answeredAt = 3;
    entry.rawRequestHead = "GET /a HTTP/1.1\r\n\r\n";
    entry.rawAnswerHead = "HTTP/1.1 302 Found\r\nLocation: \r\nlocation: /b\r\n\r\n";
    Transcript transcript;
    transcript.append(entry);
    Exchange exchange = exchangeOf("/a");
    RecordJoin(transcript, QStringLiteral("abc"), 0).join(exchange, 1);
    QVERIFY(exchange.labRecord);
    const LabRecord &record = *exchange.labRecord;
    QCOMPARE(record.connection, 7);
    QCOMPARE(record.peerPort, 40'000);
    QVERIFY(record.tls);
    QCOMPARE((QList<double>{record.requestBegun, record.requestRead, record.answerBegun, record.answerWritten}),
             (QList<double>{1, 2, 3, 4}));
    QCOMPARE(record.rawRequestHead, entry.rawRequestHead);
    QCOMPARE(record.rawAnswerHead, entry.rawAnswerHead);
}

void TestRecordJoin::aLostRequestHasNoTimesOfAnAnswer()
{
    TranscriptEntry lost = entryOf("/a", "Detour/1 (abc.1)");
    lost.status = 0;
    lost.answeredAt = 3;
    Transcript transcript;
    transcript.append(lost);
    Exchange exchange = exchangeOf("/a");
    exchange.response.reset();
    RecordJoin(transcript, QStringLiteral("abc"), 0).join(exchange, 1);
    QVERIFY(exchange.labRecord);
    QCOMPARE(exchange.labRecord->answerBegun, 0);
    QCOMPARE(exchange.labRecord->answerWritten, 0);
}

void TestRecordJoin::showsRepeatedLocations()
{
    Transcript transcript;
    transcript.append(entryOf("/a", "Detour/1 (abc.1)"));
    Exchange exchange = exchangeOf("/a");
    RecordJoin(transcript, QStringLiteral("abc"), 0).join(exchange, 1);
    QVERIFY(exchange.repeatedFieldsVisible);
    QCOMPARE(exchange.response->fields.values("Location"), QList<QByteArray>({"", "/b"}));
}

void TestRecordJoin::anotherUserAgentIsJoinedByOrder()
{
    Transcript transcript;
    transcript.append(entryOf("/a", "Mine"));
    transcript.append(entryOf("/b", "Mine"));
    TranscriptEntry again = entryOf("/a", "Mine");
    again.request.line = "GET /a HTTP/1.1 again";
    transcript.append(again);
    RecordJoin records(transcript, QStringLiteral("abc"), 0);
    QList<QByteArray> lines;
    int hop = 0;
    for (const char *path : {"/a", "/b", "/a"}) {
        Exchange exchange = exchangeOf(path);
        exchange.request.fields.append("User-Agent", "Mine");
        records.join(exchange, ++hop);
        lines.append(exchange.received->line);
    }
    QCOMPARE(lines, QList<QByteArray>({"GET /a HTTP/1.1", "GET /b HTTP/1.1", "GET /a HTTP/1.1 again"}));
}

void TestRecordJoin::withoutAMarkNothingIsGuessed()
{
    Transcript transcript;
    transcript.append(entryOf("/a", "curl/8"));
    Exchange exchange = exchangeOf("/a");
    RecordJoin(transcript, QStringLiteral("abc"), 0).join(exchange, 1);
    QVERIFY(!exchange.received);
    QVERIFY(!exchange.repeatedFieldsVisible);
}

void TestRecordJoin::earlierEntriesAreOfOtherTraces()
{
    Transcript transcript;
    transcript.append(entryOf("/a", "Detour/1 (abc.1)"));
    Exchange exchange = exchangeOf("/a");
    RecordJoin(transcript, QStringLiteral("abc"), transcript.lastNumber()).join(exchange, 1);
    QVERIFY(!exchange.received);
}

void TestRecordJoin::theLastOfSeveralSendsCounts()
{
    Transcript transcript;
    TranscriptEntry lost = entryOf("/a", "Detour/1 (abc.1)");
    lost.status = 0;
    transcript.append(lost);
    transcript.append(entryOf("/a", "Detour/1 (abc.1)"));
    Exchange exchange = exchangeOf("/a");
    RecordJoin(transcript, QStringLiteral("abc"), 0).join(exchange, 1);
    QVERIFY(exchange.repeatedFieldsVisible);
}

void TestRecordJoin::anAnswerOfAnotherStatusIsNotTaken()
{
    Transcript transcript;
    transcript.append(entryOf("/a", "Detour/1 (abc.1)"));
    Exchange exchange = exchangeOf("/a");
    exchange.response->status = 200;
    RecordJoin(transcript, QStringLiteral("abc"), 0).join(exchange, 1);
    QVERIFY(exchange.received);
    QVERIFY(!exchange.repeatedFieldsVisible);
    QCOMPARE(exchange.response->fields.value("Location"), QByteArray(", /b"));
}

DETOUR_TEST(TestRecordJoin)
#include "tst_recordjoin.moc"
