// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "scenario/chainpath.h"
#include "support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Detour;

/// Paths that nobody would type.
class ChainNoiseTest final : public QObject
{
    Q_OBJECT

private slots:
    void whateverIsReadCanBeWritten();
    void longPathsTakeNoTime();

private:
    static QByteArray path(QRandomGenerator &random);
};

QByteArray ChainNoiseTest::path(QRandomGenerator &random)
{
    static const QList<QByteArray> words{
        "307",    "302",    "200",     "304",       "99",        "/",       "~",       "=",      "%",        "%2F",
        "%0d%0a", "%00",    "%257E",   "~abs",      "~host=",    "pay",     "~port",   "~https", "~http",    "~delay=",
        "~loc=",  "~noloc", "~dup",    "~cookie=",  "a=b",       "~cache=", "~field=", "X: y",   "~frag=",   "~body=",
        "~reset", "~close", "~twice",  "~truncate", "~badchunk", "~huge",   "~drip=",  "~",      "~garbage", "5",
        "\xff",   "~~",     "~absurd", "~host",     "1e9",       "-1"};
    QByteArray path = "30" + QByteArray::number(random.bounded(10));
    for (int i = random.bounded(10); i > 0; --i) {
        path += random.bounded(15) == 0 ? QByteArray(1, char(random.bounded(256)))
                                        : words.at(random.bounded(int(words.size())));
    }
    return path;
}

void ChainNoiseTest::whateverIsReadCanBeWritten()
{
    QRandomGenerator random(308);
    const ChainPlace place{"http", "www.localhost:9001", 9001, 9002, 9001, 9443};
    int read = 0;
    for (int round = 0; round < 40'000; ++round) {
        const QByteArray text = path(random);
        const auto chain = ChainPath::parse(text);
        if (!chain) {
            QCOMPARE(chain.error().code, QStringLiteral("bad-chain"));
            QVERIFY(chain.error().message.size() < 400);
            continue;
        }
        ++read;
        // All segments were checked, so the rest is readable too.
        QVERIFY2(chain->rest.isEmpty() || ChainPath::parse(chain->rest), text.constData());
        QVERIFY(chain->head.delayMs >= 0 && chain->head.delayMs <= ChainSegment::maxDelayMs);
        QVERIFY(chain->head.dripMs.value_or(0) >= 0 && chain->head.dripMs.value_or(0) <= ChainSegment::maxDripMs);
        for (const Field &field : answerFor(*chain, place).fields) {
            QVERIFY2(Field::checked(field.name, field.value), text.toPercentEncoding().constData());
        }
    }
    QVERIFY2(read > 4000, qPrintable(QString::number(read)));
}

void ChainNoiseTest::longPathsTakeNoTime()
{
    // As long as a head can be: each would take seconds if the rest were looked at again for every segment.
    for (const char *unit : {"307/", "307~abs", "~", "~host=", "307~body=%41", "%7E"}) {
        QByteArray text = "302" + QByteArray(unit).repeated(64 * 1024 / qsizetype(qstrlen(unit)));
        const auto chain = ChainPath::parse(text);
        QVERIFY(chain || chain.error().message.size() < 400);
    }
}

DETOUR_TEST(ChainNoiseTest)
#include "tst_chainnoise.moc"
