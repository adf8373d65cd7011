// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/lessoncatalog.h"
#include "samplelesson.h"
#include "support/testregistry.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

namespace {

Result<Lesson> read(const QJsonObject &object)
{
    return readLesson(u"move"_s, QJsonDocument(object).toJson());
}

/// The sample with a member of an object in it changed; an undefined value takes it away.
QJsonObject changed(const QString &path, const QJsonValue &value)
{
    QJsonObject lesson = sampleLesson();
    const QString owner = path.section(u'.', 0, -2);
    const QString name = path.section(u'.', -1);
    const auto put = [&](QJsonObject object) {
        if (value.isUndefined())
            object.remove(name);
        else
            object.insert(name, value);
        return object;
    };
    if (owner.isEmpty())
        return put(lesson);
    if (owner == "step"_L1) {
        QJsonArray steps = lesson.value("steps"_L1).toArray();
        steps[0] = put(steps.at(0).toObject());
        lesson.insert("steps"_L1, steps);
        return lesson;
    }
    QJsonObject exercise = lesson.value("exercise"_L1).toObject();
    if (owner == "exercise"_L1)
        exercise = put(exercise);
    else
        exercise.insert(owner, put(exercise.value(owner).toObject()));
    lesson.insert("exercise"_L1, exercise);
    return lesson;
}

} // namespace

class LessonFileTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyPartIsRead();
    void whatMayBeLeftOutMay();
    void slipsAreNamed_data();
    void slipsAreNamed();
    void brokenJsonIsNamedByItsLine();
    void filesAreReadFromAnywhere();
    void catalogNamesWhatThereIs();
    void lessonsAreToldFromTraces();
};

void LessonFileTest::everyPartIsRead()
{
    const auto lesson = read(sampleLesson());
    QVERIFY2(lesson, lesson ? "" : qPrintable(lesson.error().message));
    QCOMPARE(lesson->title, u"A move"_s);
    QCOMPARE(lesson->minutes, 10);
    QCOMPARE(lesson->controls, RequestControls(RequestControl::Client));
    QCOMPARE(lesson->steps.size(), 2);
    const LessonStep &step = lesson->steps.constFirst();
    QVERIFY(step.example && step.example->runnable);
    QCOMPARE(step.example->id, u"move/1"_s);
    QCOMPARE(step.example->client, u"curl"_s);
    QCOMPARE(step.example->next.constFirst().method, QByteArray("GET"));
    QVERIFY(step.remembers);
    QVERIFY(!step.keepsCookies);
    QCOMPARE(step.predict, u"What is sent after the 302?"_s);
    QVERIFY(!lesson->steps.constLast().example);
    QVERIFY(lesson->exercise);
    QCOMPARE(lesson->exercise->request.body, std::optional(u"new"_s));
    QCOMPARE(lesson->exercise->controls, RequestControl::Url | RequestControl::Client);
    QCOMPARE(lesson->exercise->goal.method, QByteArray("PUT"));
    QCOMPARE(lesson->exercise->goal.body, std::optional(ContentFate::Same));
    QCOMPARE(lesson->exercise->goal.status, std::optional(StatusCode(200)));
    QVERIFY(!lesson->exercise->goal.credentials);
    QCOMPARE(lesson->exercise->solution.url, u"lab:/lab/chain/307"_s);
    QCOMPARE(lesson->references.constFirst().link, u"page:302"_s);
}

void LessonFileTest::whatMayBeLeftOutMay()
{
    QJsonObject object = sampleLesson();
    for (const QString &name : {u"controls"_s, u"exercise"_s, u"notes"_s, u"references"_s})
        object.remove(name);
    const auto lesson = read(object);
    QVERIFY2(lesson, lesson ? "" : qPrintable(lesson.error().message));
    QCOMPARE(lesson->controls, allRequestControls);
    QVERIFY(!lesson->exercise);
}

void LessonFileTest::slipsAreNamed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("said");
    const QJsonValue gone(QJsonValue::Undefined);
    QTest::newRow("no title") << u"title"_s << gone << u"title: it is missing."_s;
    QTest::newRow("topic") << u"topic"_s << QJsonValue(u"cats"_s)
                           << u"topic: it has to be one of api, caching, codes"_s;
    QTest::newRow("minutes") << u"minutes"_s << QJsonValue(0) << u"minutes: it has to be a whole number from 1 to"_s;
    QTest::newRow("code") << u"codes"_s << QJsonValue(QJsonArray{200}) << u"codes: each is a status from 300"_s;
    QTest::newRow("control") << u"controls"_s << QJsonValue(QJsonArray{u"all"_s})
                             << u"controls: each is one of method"_s;
    QTest::newRow("typing error") << u"tilte"_s << QJsonValue(1) << u"tilte: there is no such member."_s;
    QTest::newRow("no steps") << u"steps"_s << QJsonValue(QJsonArray()) << u"steps: it has from 1 to"_s;
    QTest::newRow("line of an exchange") << u"step.exchange"_s << QJsonValue(QJsonArray{u"GET /b"_s, u"---"_s, u"x"_s})
                                         << u"steps[0].exchange: Line 1: "_s;
    QTest::newRow("claim") << u"step.next"_s << QJsonValue(QJsonArray{u"GET"_s}) << u"steps[0].next: "_s;
    QTest::newRow("no exchange") << u"step.exchange"_s << gone << u"steps[0].next: it stands beside an exchange"_s;
    QTest::newRow("nobody predicts") << u"step.predict"_s << gone << u"steps: one at least asks"_s;
    QTest::newRow("no question") << u"step.predict"_s << QJsonValue(u"Say it."_s)
                                 << u"steps[0].predict: it is a question"_s;
    QTest::newRow("cookies") << u"step.cookies"_s << QJsonValue(1)
                             << u"steps[0].cookies: it has to be true or false."_s;
    QTest::newRow("method") << u"request.method"_s << QJsonValue(u"P T"_s) << u"exercise.request.method: "_s;
    QTest::newRow("network") << u"request.url"_s << QJsonValue(u"http://example.com/"_s)
                             << u"exercise.request.url: it begins with lab:/"_s;
    QTest::newRow("field") << u"request.fields"_s << QJsonValue(QJsonArray{u"x"_s}) << u"exercise.request.fields: "_s;
    QTest::newRow("no goal") << u"exercise.goal"_s << QJsonValue(QJsonObject())
                             << u"exercise.goal.requests: a goal asks"_s;
    QTest::newRow("fate") << u"goal.body"_s << QJsonValue(u"big"_s)
                          << u"exercise.goal.body: it has to be one of same"_s;
    QTest::newRow("kept control") << u"solution.method"_s << QJsonValue(u"POST"_s)
                                  << u"exercise.solution: it differs in its method"_s;
    QTest::newRow("nothing to do") << u"solution.url"_s << QJsonValue(u"lab:/lab/chain/302"_s)
                                   << u"exercise.solution: it is the request itself"_s;
    QTest::newRow("link") << u"references"_s
                          << QJsonValue(QJsonArray{QJsonObject{{u"words"_s, u"x"_s}, {u"link"_s, u"http://x"_s}}})
                          << u"references[0].link: it begins with page: or https://."_s;
}

void LessonFileTest::slipsAreNamed()
{
    QFETCH(const QString, path);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, said);
    const auto lesson = read(changed(path, value));
    QVERIFY(!lesson);
    QCOMPARE(lesson.error().code, u"bad-lesson"_s);
    QVERIFY2(lesson.error().message.startsWith(said), qPrintable(lesson.error().message));
    QCOMPARE(lesson.error().message.count(u'\n'), 0);
}

void LessonFileTest::brokenJsonIsNamedByItsLine()
{
    const auto lesson = readLesson(u"x"_s, "{\n  \"title\": \"A\",\n  \"topic\" \"forms\"\n}\n");
    QVERIFY(!lesson);
    QVERIFY2(lesson.error().message.startsWith(u"The lesson cannot be read: line 3 is no JSON"_s),
             qPrintable(lesson.error().message));
    for (const QByteArray &bytes : {QByteArray(), QByteArray("{"), QByteArray("[]"), QByteArray("\xff\xfe\0x", 4)})
        QCOMPARE(readLesson(u"x"_s, bytes).error().code, u"bad-lesson"_s);
}

void LessonFileTest::filesAreReadFromAnywhere()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"My lesson.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(sampleLesson()).toJson());
    file.close();
    const auto lesson = readLessonFile(path);
    QVERIFY2(lesson, lesson ? "" : qPrintable(lesson.error().message));
    QCOMPARE(lesson->id, u"My lesson"_s);
    QVERIFY(isLessonFile(path));
    QVERIFY(!isLessonFile(folder.path()));
    QCOMPARE(readLessonFile(folder.filePath(u"none.json"_s)).error().code, u"file"_s);
    QCOMPARE(readLessonFile(folder.path()).error().code, u"file"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{}");
    file.close();
    QVERIFY(readLessonFile(path).error().message.contains(u"My lesson.json: title: it is missing."_s));
    QVERIFY(file.resize(ContentStore::maxBytes + 1));
    QVERIFY(readLessonFile(path).error().message.contains(u"4 MiB"_s));
}

void LessonFileTest::catalogNamesWhatThereIs()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"lessons"_s));
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s}) {
        QFile file(folder.filePath(u"lessons/%1.json"_s.arg(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(name == "c"_L1 ? "{" : QJsonDocument(sampleLesson()).toJson());
    }
    QFile order(folder.filePath(u"lessons/order"_s));
    QVERIFY(order.open(QIODevice::WriteOnly));
    order.write("b\nnone\n");
    order.close();
    const LessonCatalog catalog(ContentStore(folder.path()));
    QCOMPARE(catalog.ids(), (QStringList{u"b"_s, u"a"_s, u"c"_s}));
    QVERIFY(catalog.lesson(u"a"_s).hasValue());
    QCOMPARE(*catalog.lesson(u"a"_s), *catalog.lesson(u"a"_s)); // kept
    QVERIFY(catalog.lesson(u"c"_s).error().message.startsWith(u"lessons/c.json: "_s));
    QCOMPARE(catalog.lesson(u"../a"_s).error().code, u"no-lesson"_s);
    QVERIFY(catalog.lesson(u"d"_s).error().message.endsWith(u"Lessons: b, a, c."_s));
    QCOMPARE(catalog.lessonOrFile(u"a"_s)->id, u"a"_s);
    QCOMPARE(catalog.lessonOrFile(folder.filePath(u"lessons/b.json"_s))->id, u"b"_s);
}

void LessonFileTest::lessonsAreToldFromTraces()
{
    QVERIFY(looksLikeLesson(QJsonDocument(sampleLesson()).toJson()));
    QVERIFY(looksLikeLesson("{\"title\": \"A\", \"steps\": [,"));
    QVERIFY(!looksLikeLesson("{\"schema\": \"detour.trace/1\", \"hops\": []}"));
    QVERIFY(!looksLikeLesson("[]"));
    QVERIFY(!looksLikeLesson(QByteArray()));
}

DETOUR_TEST(LessonFileTest)
#include "tst_lessonfile.moc"
