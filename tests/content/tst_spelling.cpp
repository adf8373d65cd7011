// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "content/builtinpages.h"
#include "content/markdownwalk.h"
#include "document/exampleblock.h"
#include "document/lessoncatalog.h"
#include "document/misconceptions.h"
#include "document/quizcatalog.h"
#include "document/scenariocatalog.h"
#include "support/testregistry.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// Every word of prose is one of hunspell's en_US or of content/words.txt.
class SpellingTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void wordListIsSorted();
    void aWrongWordIsFound();
    void pagesAreSpelledRight_data() { addPageRows(); }
    void pagesAreSpelledRight();
    void serversAreSpelledRight();
    void lessonsAreSpelledRight();
    void scenariosAreSpelledRight();
    void theQuizIsSpelledRight();

private:
    [[nodiscard]] QStringList unknownWords(const QString &prose) const;

    QString m_program;
    QString m_words;
    bool m_canCheck = false;
};

namespace {

/// Titles of examples, and the sentences of next fences.
QString proseOfFence(const Block &block)
{
    const auto fence = readFenceInfo(block.info);
    if (fence && fence->isHttp()) {
        return fence->title;
    }
    QString prose;
    const auto claims = fence && fence->isNext() ? readNextClaims(block.text) : Result<QList<NextClaim>>(Error{});
    for (const NextClaim &claim : claims ? *claims : QList<NextClaim>()) {
        const auto rest = parseMarkdown(claim.rest);
        prose += rest && !rest->blocks.isEmpty() ? proseOf(rest->blocks.first().inlines) + u'\n' : QString();
    }
    return prose;
}

/// The words of Markdown texts.
QString proseOfTexts(const QStringList &texts)
{
    QString prose;
    for (const QString &text : texts) {
        const auto tree = parseMarkdown(text);
        if (tree) {
            forEachBlock(*tree, [&prose](const Block &block) { prose += proseOf(block.inlines) + u'\n'; });
        }
    }
    return prose;
}

QStringList textsOfExample(const Example &example)
{
    QStringList texts;
    for (const NextClaim &claim : example.next) {
        texts.append(claim.rest);
    }
    return texts;
}

QStringList textsOfLesson(const Lesson &lesson)
{
    QStringList texts{lesson.title, lesson.aim, lesson.remember, lesson.notes};
    for (const LessonStep &step : lesson.steps) {
        texts += {step.title, step.say, step.predict, step.reveal, step.notes};
        texts += step.example ? textsOfExample(*step.example) : QStringList();
    }
    if (lesson.exercise) {
        texts += {lesson.exercise->task, lesson.exercise->answer};
    }
    return texts;
}

QString proseOfPage(const Page &page)
{
    QString prose =
        page.title + u'\n' + page.summary + u'\n' + page.aliases.join(u'\n') + u'\n'
        + QStringList({page.facts.method, page.facts.body, page.facts.lasts, page.facts.cached, page.facts.location})
              .join(u'\n')
        + u'\n';
    forEachBlock(treeOf(page), [&prose](const Block &block) {
        prose += (block.kind == BlockKind::Code ? proseOfFence(block) : proseOf(block.inlines)) + u'\n';
    });
    return prose;
}

} // namespace

void SpellingTest::initTestCase()
{
    m_words = QStringLiteral(DETOUR_SOURCE_DIR "/content/words.txt");
    QVERIFY(!m_words.isEmpty());
    m_program = QStandardPaths::findExecutable(u"hunspell"_s);
    QProcess list;
    list.start(m_program, {u"-D"_s});
    list.closeWriteChannel();
    m_canCheck = list.waitForFinished() && list.readAllStandardError().contains("en_US");
    QVERIFY2(m_canCheck || qEnvironmentVariable("DETOUR_SPELLING") != "required"_L1,
             "hunspell or its dictionary en_US is not installed");
}

QStringList SpellingTest::unknownWords(const QString &prose) const
{
    // “FastAPI’s” is spelled as “FastAPI” is, and a closing quote is no part of a word.
    static const QRegularExpression ending(u"’(s\\b)?(?![\\w])"_s);
    const QString text = QString(prose).replace(ending, u" "_s);
    QProcess hunspell;
    hunspell.start(m_program, {u"-d"_s, u"en_US"_s, u"-i"_s, u"utf-8"_s, u"-l"_s, u"-p"_s, m_words});
    hunspell.write(text.toUtf8());
    hunspell.closeWriteChannel();
    if (!hunspell.waitForFinished() || hunspell.exitCode() != 0) {
        return {u"(hunspell failed: %1)"_s.arg(QString::fromUtf8(hunspell.readAllStandardError()))};
    }
    QStringList words = QString::fromUtf8(hunspell.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    words.removeDuplicates();
    // “3xx”, “w3m”: with a digit in it, it is a name.
    words.removeIf(
        [](const QString &word) { return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); }); });
    return words;
}

void SpellingTest::wordListIsSorted()
{
    QFile file(m_words);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.endsWith('\n'));
    QStringList words = QString::fromUtf8(text).split(u'\n');
    words.removeLast();
    QStringList sorted = words;
    std::sort(sorted.begin(), sorted.end());
    sorted.removeDuplicates();
    QCOMPARE(words, sorted);
    QVERIFY(!words.contains(QString()));
}

void SpellingTest::aWrongWordIsFound()
{
    if (!m_canCheck) {
        QSKIP("hunspell and its dictionary en_US are not installed");
    }
    QCOMPARE(unknownWords(u"A redirekt is an answer.\n"_s), QStringList{u"redirekt"_s});
}

void SpellingTest::pagesAreSpelledRight()
{
    if (!m_canCheck) {
        QSKIP("hunspell and its dictionary en_US are not installed");
    }
    const Page *page = pageOfRow();
    QVERIFY(page);
    const QStringList unknown = unknownWords(proseOfPage(*page));
    QVERIFY2(unknown.isEmpty(),
             Failure(*page, u"misspelled, or missing in content/words.txt: "_s + unknown.join(" "_L1)));
}

void SpellingTest::serversAreSpelledRight()
{
    if (!m_canCheck) {
        QSKIP("hunspell and its dictionary en_US are not installed");
    }
    const auto servers = builtInPages().servers().servers();
    QString prose;
    for (const Server &server : servers ? *servers : QList<Server>()) {
        QStringList texts{server.name, server.defaultNote};
        texts += server.absent.values();
        for (const ServerSnippet &snippet : server.codes) {
            texts.append(snippet.note);
        }
        for (const QString &text : texts) {
            const auto tree = parseMarkdown(text);
            prose += tree && !tree->blocks.isEmpty() ? proseOf(tree->blocks.first().inlines) + u'\n' : QString();
        }
    }
    const QStringList unknown = unknownWords(prose);
    QVERIFY2(unknown.isEmpty(), qPrintable("servers.json: "_L1 + unknown.join(" "_L1)));
}

void SpellingTest::lessonsAreSpelledRight()
{
    if (!m_canCheck) {
        QSKIP("hunspell and its dictionary en_US are not installed");
    }
    const LessonCatalog lessons{ContentStore()};
    for (const QString &id : lessons.ids()) {
        const auto lesson = lessons.lesson(id);
        QVERIFY2(lesson, lesson ? "" : qPrintable(lesson.error().message));
        const QStringList unknown = unknownWords(proseOfTexts(textsOfLesson(**lesson)));
        QVERIFY2(unknown.isEmpty(), qPrintable(id + ": "_L1 + unknown.join(" "_L1)));
    }
}

void SpellingTest::scenariosAreSpelledRight()
{
    if (!m_canCheck) {
        QSKIP("hunspell and its dictionary en_US are not installed");
    }
    const ScenarioCatalog scenarios{ContentStore()};
    for (const QString &id : scenarios.ids()) {
        const Scenario &scenario = **scenarios.scenario(id);
        QStringList texts{scenario.title,          scenario.story,         scenario.question,
                          scenario.broken.happens, scenario.fixed.happens, scenario.remember};
        texts += textsOfExample(scenario.broken.example) + textsOfExample(scenario.fixed.example);
        const QStringList unknown = unknownWords(proseOfTexts(texts));
        QVERIFY2(unknown.isEmpty(), qPrintable(id + ": "_L1 + unknown.join(" "_L1)));
    }
}

void SpellingTest::theQuizIsSpelledRight()
{
    if (!m_canCheck) {
        QSKIP("hunspell and its dictionary en_US are not installed");
    }
    const QuizCatalog quiz{ContentStore()};
    QStringList texts;
    for (const QuizItem &item : quiz.items()) {
        texts += {item.question, item.why};
    }
    const auto misconceptions = Misconceptions::fromStore(ContentStore());
    QVERIFY(misconceptions);
    for (const Misconception &one : misconceptions->all()) {
        texts += {one.name, one.why};
    }
    const QStringList unknown = unknownWords(proseOfTexts(texts));
    QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(" "_L1)));
}

DETOUR_TEST(SpellingTest)
#include "tst_spelling.moc"
