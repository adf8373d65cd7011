// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/markdowntree.h"
#include "document/worksheet.h"
#include "samplelesson.h"
#include "support/testregistry.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

class WorksheetTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aWorksheetAsksAndTellsNothing();
    void aStepWithoutAQuestionIsPlayed();
    void theKeyHasTheAnswersWithTheirClause();
    void nothingOfTheWindowIsLeft();
    void theTextIsTheWholeLesson();
    void controlsAreASentence();

private:
    [[nodiscard]] QString key() const { return answerKeyMarkdown(m_lesson, PolicyCatalog(ContentStore(m_content))); }

    QString m_content;
    Lesson m_lesson;
};

void WorksheetTest::initTestCase()
{
    m_content = QStringLiteral(DETOUR_SOURCE_DIR "/content");
    const auto lesson = readLesson(u"move"_s, QJsonDocument(sampleLesson()).toJson());
    QVERIFY2(lesson, lesson ? "" : qPrintable(lesson.error().message));
    m_lesson = *lesson;
}

void WorksheetTest::aWorksheetAsksAndTellsNothing()
{
    const QString sheet = worksheetMarkdown(m_lesson);
    QVERIFY(sheet.startsWith(u"# A move\n\n10 minutes · first steps · 302\n"_s));
    for (const QString &part :
         {u"You can say what a 302 does to POST (with body)."_s, u"POST /comments HTTP/1.1"_s, u"Location: /thanks"_s,
          u"**What is sent after the 302?**"_s, u"- Method: ☐ POST ☐ GET ☐ another: "_s, u"- Body: ☐ the same again"_s,
          u"- Credentials: ☐ kept ☐ left out"_s, u"Keep the body."_s,
          u"PUT lab:/lab/chain/302\nContent-Type: text/plain"_s, u"You may change: URL and client."_s})
        QVERIFY2(sheet.contains(part), qPrintable(part));
    for (const QString &secret :
         {u"GET /thanks"_s, u"without the comment"_s, u"A GET, and no comment"_s, u"Wait for hands"_s, u"A 302 turns"_s,
          u"chain/307"_s, u"A 307 keeps"_s, u"Ten minutes."_s})
        QVERIFY2(!sheet.contains(secret), qPrintable(secret));
}

void WorksheetTest::aStepWithoutAQuestionIsPlayed()
{
    Lesson lesson = m_lesson;
    lesson.steps.first().predict.clear();
    const QString sheet = worksheetMarkdown(lesson);
    QVERIFY(sheet.contains(u"Play this step in Detour. What was sent next?"_s));
    QVERIFY(!sheet.contains(u"☐"_s));
}

void WorksheetTest::theKeyHasTheAnswersWithTheirClause()
{
    m_lesson.steps.first().remembers = false;
    const QString text = key();
    m_lesson.steps.first().remembers = true;
    QVERIFY(text.startsWith(u"# A move: answer key\n"_s));
    QVERIFY2(text.contains(u"1. `GET /thanks` without the comment. ("_s), qPrintable(text));
    for (const QString &part : {u"Followed as curl"_s, u"A GET, and no comment."_s, u"*Notes.* Wait for hands."_s,
                                u"A 302 turns POST into GET."_s, u"PUT lab:/lab/chain/307"_s, u"A 307 keeps both."_s,
                                u"Ten minutes."_s, u"[RFC 9110](https://www.rfc-editor.org/rfc/rfc9110.html)"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u"\n"_s + text));
}

void WorksheetTest::nothingOfTheWindowIsLeft()
{
    for (const QString &text : {worksheetMarkdown(m_lesson), key()}) {
        QVERIFY2(!text.contains(u"pill:"_s) && !text.contains(u"sign:"_s) && !text.contains(u"page:"_s),
                 qPrintable(text));
        QVERIFY(parseMarkdown(text).hasValue());
        QVERIFY(text.endsWith(u'\n') && !text.endsWith(u"\n\n"_s));
    }
}

void WorksheetTest::theTextIsTheWholeLesson()
{
    const QString text = lessonMarkdown(m_lesson);
    for (const QString &part : {u"`pill:POST+body`"_s, u"[302](page:302)"_s, u"GET /thanks HTTP/1.1"_s,
                                u"A GET, and no comment."_s, u"Keep the body."_s})
        QVERIFY2(text.contains(part), qPrintable(part));
    QVERIFY2(!text.contains(u"Wait for hands"_s), "notes are the teacher's");
    QVERIFY2(!text.contains(u"chain/307"_s), "the solution is not told");
}

void WorksheetTest::controlsAreASentence()
{
    QCOMPARE(controlsInWords({}), u"nothing"_s);
    QCOMPARE(controlsInWords(RequestControl::Url), u"URL"_s);
    QCOMPARE(controlsInWords(allRequestControls), u"method, URL, fields, body, client and options"_s);
}

DETOUR_TEST(WorksheetTest)
#include "tst_worksheet.moc"
