// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "capturedoutput.h"
#include "cli/commands.h"
#include "support/testregistry.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

/// `detour lesson`, and lesson files without a window.
class TestLessonCommand final : public QObject
{
    Q_OBJECT

private slots:
    void lessonsAreListedAndPrinted();
    void lessonFilesArePrinted();
    void wrongLessonsAreNamed();

private:
    int run(const QList<QByteArray> &words);

    std::unique_ptr<Test::CapturedOutput> m_out;
    std::unique_ptr<Test::CapturedOutput> m_err;
};

int TestLessonCommand::run(const QList<QByteArray> &words)
{
    m_out = std::make_unique<Test::CapturedOutput>();
    m_err = std::make_unique<Test::CapturedOutput>();
    const CommandContext context{*m_out, *m_err, 0, "9.9", false, false, false, ContentStore()};
    const Result<CommandLine> line = CommandLine::parse(words, false);
    return line ? runCommand(*line, context) : context.complain(line.error().message, exitBadWords);
}

void TestLessonCommand::lessonsAreListedAndPrinted()
{
    QCOMPARE(run({"lesson"}), exitDone);
    const QString list = QString::fromUtf8(m_out->bytes());
    QVERIFY2(list.startsWith(u"found-302 "_s), qPrintable(list));
    QVERIFY(list.contains(QRegularExpression(u"^prg +\\S.* +\\d+ min  forms$"_s, QRegularExpression::MultilineOption)));
    QCOMPARE(run({"lesson", "prg"}), exitDone);
    const QString text = QString::fromUtf8(m_out->bytes());
    QVERIFY(text.contains(u"Remember"_s) && !text.contains(u"pill:"_s));
    QCOMPARE(run({"lesson", "prg", "--format", "worksheet"}), exitDone);
    QVERIFY(m_out->bytes().startsWith("# "));
    QVERIFY(m_out->bytes().contains("Name: "));
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"key.md"_s);
    QCOMPARE(run({"lesson", "prg", "--format=key", "-o", file.toLocal8Bit()}), exitDone);
    QVERIFY(m_out->bytes().isEmpty());
    QFile key(file);
    QVERIFY(key.open(QIODevice::ReadOnly));
    QVERIFY(key.readAll().contains(": answer key\n"));
    QCOMPARE(run({"lesson", "prg", "-o", folder.filePath(u"no/key.md"_s).toLocal8Bit()}), exitFile);
}

void TestLessonCommand::lessonFilesArePrinted()
{
    const QTemporaryDir folder;
    const QByteArray file = folder.filePath(u"mine.json"_s).toLocal8Bit();
    QFile copy(QString::fromLocal8Bit(file));
    QVERIFY(copy.open(QIODevice::WriteOnly));
    copy.write(*ContentStore().read(u"lessons/prg.json"_s));
    copy.close();
    QCOMPARE(run({"lesson", "prg"}), exitDone);
    const QByteArray text = m_out->bytes();
    QCOMPARE(run({"lesson", file}), exitDone);
    QCOMPARE(m_out->bytes(), text);
    QCOMPARE(run({file}), exitDone);
    QCOMPARE(m_out->bytes(), text);
}

void TestLessonCommand::wrongLessonsAreNamed()
{
    QCOMPARE(run({"lesson", "prgg"}), exitBadWords);
    QCOMPARE(m_err->bytes(), QByteArray("detour: there is no lesson “prgg”: did you mean prg?\n"));
    QCOMPARE(run({"lesson", "/nowhere/x.json"}), exitFile);
    const QTemporaryDir folder;
    const QByteArray file = folder.filePath(u"mine.json"_s).toLocal8Bit();
    QFile wrong(QString::fromLocal8Bit(file));
    QVERIFY(wrong.open(QIODevice::WriteOnly));
    wrong.write(R"({"title": "x", "steps": []})");
    wrong.close();
    for (const QList<QByteArray> &words : {QList<QByteArray>{"lesson", file}, QList<QByteArray>{file}}) {
        QCOMPARE(run(words), exitFile);
        QVERIFY2(m_err->bytes().contains("mine.json: topic: it is missing."), m_err->bytes().constData());
    }
}

DETOUR_TEST(TestLessonCommand)
#include "tst_lessoncommand.moc"
