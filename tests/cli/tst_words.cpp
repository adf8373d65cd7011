// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/didyoumean.h"
#include "cli/linereader.h"
#include "cli/numbers.h"
#include "cli/textlayout.h"
#include "support/testregistry.h"

#include <QTemporaryFile>
#include <QTest>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

using namespace Detour;
using namespace Qt::StringLiterals;

/// The small tools of the command line.
class TestWords final : public QObject
{
    Q_OBJECT

private slots:
    void slipsAreRecognised_data();
    void slipsAreRecognised();
    void wholeNumbersHaveBounds();
    void secondsMayHaveFractions();
    void linesAreReadAsTheyCome();
    void longLinesAreSkipped();
    void aReadThatFailsIsNoEnd();
    void textIsWrapped();
};

void TestWords::slipsAreRecognised_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("meant");

    QTest::newRow("missing") << "trac"_ba
                             << "trace"_ba;
    QTest::newRow("swapped") << "tarce"_ba
                             << "trace"_ba;
    QTest::newRow("capital") << "Trace"_ba
                             << "trace"_ba;
    QTest::newRow("two slips") << "clinets"_ba
                               << "clients"_ba;
    QTest::newRow("another word") << "compare"_ba
                                  << ""_ba;
    QTest::newRow("short and far") << "xyz"_ba
                                   << ""_ba;
    QTest::newRow("empty") << ""_ba
                           << ""_ba;
    QTest::newRow("endless") << QByteArray(100'000, 't') << ""_ba;
}

void TestWords::slipsAreRecognised()
{
    QFETCH(const QByteArray, typed);
    QFETCH(const QByteArray, meant);
    QCOMPARE(nearestWord(typed, {"page", "trace", "lab", "clients", "decide"}), meant);
}

void TestWords::wholeNumbersHaveBounds()
{
    QCOMPARE(*wholeNumber("--n", "8307", 0, 65535), 8307);
    QCOMPARE(*wholeNumber("--n", "-1", -1, 5), -1);
    for (const char *bad : {"", "65536", "-1", "1.5", "1e3", " 1", "+1", "0x10", "99999999999", "%1"}) {
        const Result<int> number = wholeNumber("--n", bad, 0, 65535);
        QVERIFY2(!number, bad);
        QVERIFY(number.error().message.contains(u"--n"));
        QVERIFY(number.error().message.contains(u"from 0 to 65535"));
    }
}

void TestWords::secondsMayHaveFractions()
{
    QCOMPARE(seconds("--timeout", "30")->count(), 30'000);
    QCOMPARE(seconds("--timeout", "0.25")->count(), 250);
    QCOMPARE(seconds("--timeout", "0.0001")->count(), 1);
    for (const char *bad : {"", "0", "-1", "nan", "inf", "1e9", "soon", "30s", "999999"}) {
        QVERIFY2(!seconds("--timeout", bad), bad);
    }
}

void TestWords::linesAreReadAsTheyCome()
{
    int ends[2] = {-1, -1};
    QCOMPARE(::pipe(ends), 0);
    LineReader reader(ends[0], 100);
    QCOMPARE(::write(ends[1], "one\ntw", 6), 6);
    QCOMPARE(reader.next()->bytes, "one"_ba); // and does not wait for the rest
    QCOMPARE(::write(ends[1], "o\n\nlast", 7), 7);
    ::close(ends[1]);
    QCOMPARE(reader.next()->bytes, "two"_ba);
    QCOMPARE(reader.next()->bytes, ""_ba);
    QCOMPARE(reader.next()->bytes, "last"_ba);
    QVERIFY(!reader.next());
    ::close(ends[0]);
}

void TestWords::longLinesAreSkipped()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(QByteArray(1'000'000, 'x') + "\nshort\n" + QByteArray(101, 'y') + '\n' + QByteArray(100, 'z') + '\n'
               + QByteArray(500'000, 'w'));
    file.flush();
    file.seek(0);
    LineReader reader(file.handle(), 100);
    QVERIFY(reader.next()->isTooLong);
    QCOMPARE(reader.next()->bytes, "short"_ba);
    QVERIFY(reader.next()->isTooLong);
    QCOMPARE(reader.next()->bytes, QByteArray(100, 'z'));
    QVERIFY(reader.next()->isTooLong);
    QVERIFY(!reader.next());
}

void TestWords::aReadThatFailsIsNoEnd()
{
    const int folder = ::open("/", O_RDONLY);
    QVERIFY(folder != -1);
    LineReader reader(folder, 100);
    QVERIFY(!reader.next());
    QCOMPARE(reader.error(), EISDIR);
    ::close(folder);
}

void TestWords::textIsWrapped()
{
    const QString text = wrapped(QString(u"word "_s).repeated(40), u"- "_s, u"  "_s);
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(lines.size() > 2);
    QVERIFY(lines.constFirst().startsWith(u"- word"));
    QVERIFY(lines.constLast().startsWith(u"  word"));
    for (const QString &line : lines) {
        QVERIFY(line.size() <= textColumns);
    }
    QCOMPARE(wrapped(QString(200, u'x'), u"  "_s, u"  "_s).count(u'\n'), 1);
    QCOMPARE(TextStyle(false).dressed(u"a"_s, TextStyle::Role::Bad), u"a"_s);
    QVERIFY(TextStyle(true).dressed(u"a"_s, TextStyle::Role::Bad).contains(u'\x1b'));
}

DETOUR_TEST(TestWords)
#include "tst_words.moc"
