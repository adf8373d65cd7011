// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "recordedrequests.h"
#include "support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Detour;
using namespace Detour::Test;

/// However the network cuts a stream, and whatever is in it, the parser says the same.
class RequestCutsTest final : public QObject
{
    Q_OBJECT

private slots:
    void thereAreFifty();
    void everyPrefixIsABeginning_data() { streams(); }
    void everyPrefixIsABeginning();
    void everyCutGivesTheSameResult_data() { streams(); }
    void everyCutGivesTheSameResult();
    void mutationsAreCutAsWell();
    void noiseIsCutAsWell();

private:
    static void streams();
    static QByteArray inPieces(const QByteArray &bytes, QRandomGenerator &random);
};

void RequestCutsTest::streams()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const RecordedRequest &request : recordedRequests()) {
        QTest::newRow(request.name) << request.bytes;
    }
}

QByteArray RequestCutsTest::inPieces(const QByteArray &bytes, QRandomGenerator &random)
{
    RequestParser parser;
    QByteArray text;
    for (qsizetype begin = 0; begin < bytes.size() && !isRefused(text);) {
        const qsizetype size = std::min<qsizetype>(bytes.size() - begin, 1 + random.bounded(40));
        text += outcomeOf(parser, parser.feed(QByteArrayView(bytes).sliced(begin, size)));
        begin += size;
    }
    return text;
}

void RequestCutsTest::thereAreFifty()
{
    const QList<RecordedRequest> requests = recordedRequests();
    QCOMPARE(requests.size(), 50);
    const auto isGood = [](const RecordedRequest &request) { return !isRefused(outcomeOf(request.bytes)); };
    QCOMPARE(std::count_if(requests.begin(), requests.end(), isGood), 35);
}

void RequestCutsTest::everyPrefixIsABeginning()
{
    QFETCH(QByteArray, bytes);
    const QByteArray whole = outcomeOf(bytes);
    for (qsizetype size = 0; size <= bytes.size(); ++size) {
        const QByteArray outcome = outcomeOf(bytes.first(size));
        // Nothing that was said has to be taken back.
        QVERIFY2(whole.startsWith(outcome), qPrintable(QString::number(size)));
        QVERIFY(!isRefused(outcome) || outcome == whole);
    }
}

void RequestCutsTest::everyCutGivesTheSameResult()
{
    QFETCH(QByteArray, bytes);
    const QByteArray whole = outcomeOf(bytes);
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        RequestParser parser;
        QByteArray text = outcomeOf(parser, parser.feed(bytes.first(cut)));
        if (!isRefused(text)) {
            text += outcomeOf(parser, parser.feed(bytes.sliced(cut)));
        }
        QCOMPARE(text, whole);
    }
    RequestParser parser;
    QByteArray text;
    for (qsizetype i = 0; i < bytes.size() && !isRefused(text); ++i) {
        text += outcomeOf(parser, parser.feed(QByteArrayView(bytes).sliced(i, 1)));
    }
    QCOMPARE(text, whole);
}

void RequestCutsTest::mutationsAreCutAsWell()
{
    QRandomGenerator random(20261128);
    const QList<RecordedRequest> requests = recordedRequests();
    const QByteArray nasty = QByteArray("\r\n\t :;,/?#@=~%\x7f\xff") + "0aF" + QByteArray(1, '\0');
    int refused = 0;
    for (int round = 0; round < 6000; ++round) {
        QByteArray bytes = requests.at(random.bounded(int(requests.size()))).bytes;
        for (int change = random.bounded(1, 4); change > 0; --change) {
            const auto at = qsizetype(random.bounded(int(bytes.size() + 1)));
            const auto length = std::min<qsizetype>(bytes.size() - at, random.bounded(12));
            const char byte = nasty.at(random.bounded(int(nasty.size())));
            switch (random.bounded(5)) {
            case 0:
                bytes.insert(at, byte);
                break;
            case 1:
                bytes.remove(at, length);
                break;
            case 2:
                bytes.replace(at, std::min<qsizetype>(length, 1), QByteArray(1, byte));
                break;
            case 3:
                bytes.insert(at, bytes.mid(at, length));
                break;
            default:
                bytes += requests.at(random.bounded(int(requests.size()))).bytes.mid(at % 50);
                break;
            }
        }
        const QByteArray whole = outcomeOf(bytes);
        refused += isRefused(whole) ? 1 : 0;
        QVERIFY2(inPieces(bytes, random) == whole, bytes.toPercentEncoding().constData());
        const QByteArray prefix = outcomeOf(QByteArrayView(bytes).first(random.bounded(int(bytes.size() + 1))));
        QVERIFY2(whole.startsWith(prefix), bytes.toPercentEncoding().constData());
    }
    QVERIFY2(refused > 1000 && refused < 5500, qPrintable(QString::number(refused))); // both kinds were there
}

void RequestCutsTest::noiseIsCutAsWell()
{
    QRandomGenerator random(307);
    const QList<QByteArray> words{"GET ",
                                  "POST ",
                                  "/",
                                  " HTTP/1.1",
                                  "\r\n",
                                  "\n",
                                  "Host: a",
                                  "\r\n\r\n",
                                  "Content-Length: ",
                                  "3",
                                  "Transfer-Encoding: chunked",
                                  "0\r\n\r\n",
                                  ": ",
                                  "\x16",
                                  "x",
                                  "Expect: 100-continue"};
    for (int round = 0; round < 6000; ++round) {
        QByteArray bytes;
        for (int i = random.bounded(1, 20); i > 0; --i) {
            bytes += random.bounded(12) == 0 ? QByteArray(1, char(random.bounded(256)))
                                             : words.at(random.bounded(int(words.size())));
        }
        QVERIFY2(inPieces(bytes, random) == outcomeOf(bytes), bytes.toPercentEncoding().constData());
    }
}

DETOUR_TEST(RequestCutsTest)
#include "tst_requestcuts.moc"
