// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/quizcatalog.h"
#include "support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

namespace {

QJsonObject good(const QString &id = u"post-302"_s, const QString &topic = u"methods"_s, int level = 1)
{
    return {{u"id"_s, id},
            {u"question"_s, u"What follows?"_s},
            {u"options"_s, QJsonArray{u"GET"_s, u"POST"_s, u"Nothing"_s}},
            {u"answer"_s, u"GET"_s},
            {u"why"_s, u"So it is."_s},
            {u"clause"_s, u"RFC 9110 §15.4.3"_s},
            {u"link"_s, u"page:302#next"_s},
            {u"topic"_s, topic},
            {u"level"_s, level},
            {u"misconceptions"_s, QJsonObject{{u"POST"_s, u"302-keeps-post"_s}}}};
}

QJsonObject with(const char *member, const QJsonValue &value)
{
    QJsonObject object = good();
    object[QString::fromLatin1(member)] = value;
    return object;
}

QByteArray fileOf(const QJsonArray &items)
{
    return QJsonDocument(items).toJson();
}

} // namespace

class QuizFileTest final : public QObject
{
    Q_OBJECT

private slots:
    void anItemIsReadWhole();
    void misconceptionsMayBeLeftOut();
    void mistakesNameItemAndMember_data();
    void mistakesNameItemAndMember();
    void theCatalogGathersAllFiles();
    void aBadFileLeavesTheOthers();
};

void QuizFileTest::anItemIsReadWhole()
{
    const auto items = readQuizFile(fileOf({good()}));
    QVERIFY2(items, items ? "" : qPrintable(items.error().message));
    const QuizItem &item = items->constFirst();
    QCOMPARE(item.id, u"post-302"_s);
    QCOMPARE(item.options, QStringList({u"GET"_s, u"POST"_s, u"Nothing"_s}));
    QCOMPARE(item.answer, u"GET"_s);
    QCOMPARE(item.why, u"So it is."_s);
    QCOMPARE(item.clause, u"RFC 9110 §15.4.3"_s);
    QCOMPARE(item.link, u"page:302#next"_s);
    QCOMPARE(item.topic, u"methods"_s);
    QCOMPARE(item.level, 1);
    QCOMPARE(item.misconceptions.value(u"POST"_s), u"302-keeps-post"_s);
}

void QuizFileTest::misconceptionsMayBeLeftOut()
{
    QJsonObject object = good();
    object.remove(u"misconceptions"_s);
    const auto items = readQuizFile(fileOf({object}));
    QVERIFY(items);
    QVERIFY(items->constFirst().misconceptions.isEmpty());
}

void QuizFileTest::mistakesNameItemAndMember_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("told");
    QTest::newRow("no json") << "["_ba << u"byte 1"_s;
    QTest::newRow("an object") << "{}"_ba << u"it is not an array"_s;
    QTest::newRow("no item") << fileOf({good(), 7}) << u"[1] “”: it has to be an object"_s;
    QTest::newRow("id") << fileOf({with("id", u"A b"_s)}) << u"[0] “A b”.id: "_s;
    QTest::newRow("twice") << fileOf({good(), good()}) << u"[1] “post-302”.id: another one has it"_s;
    QTest::newRow("answer") << fileOf({with("answer", u"PUT"_s)}) << u"[0] “post-302”.answer: it is not one"_s;
    QTest::newRow("two options") << fileOf({with("options", QJsonArray{u"GET"_s, u"POST"_s})})
                                 << u"“post-302”.options: there are three to five"_s;
    QTest::newRow("one option twice") << fileOf({with("options", QJsonArray{u"GET"_s, u"GET"_s, u"POST"_s})})
                                      << u"“post-302”.options: “GET” stands there twice"_s;
    QTest::newRow("link") << fileOf({with("link", u"http://x"_s)}) << u"“post-302”.link: "_s;
    QTest::newRow("topic") << fileOf({with("topic", u"cooking"_s)}) << u"“post-302”.topic: it has to be one of"_s;
    QTest::newRow("level") << fileOf({with("level", 4)}) << u"“post-302”.level: "_s;
    QTest::newRow("no why") << fileOf({with("why", QString())}) << u"“post-302”.why: it is empty"_s;
    QTest::newRow("unknown member") << fileOf({with("hint", u"x"_s)}) << u"“post-302”.hint: "_s;
    QTest::newRow("misconception of the answer")
        << fileOf({with("misconceptions", QJsonObject{{u"GET"_s, u"x"_s}})})
        << u"“post-302”.misconceptions.GET: it is not one of the wrong options"_s;
}

void QuizFileTest::mistakesNameItemAndMember()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, told);
    const auto items = readQuizFile(json);
    QVERIFY(!items);
    QCOMPARE(items.error().code, u"bad-quiz"_s);
    QVERIFY2(items.error().message.contains(told), qPrintable(items.error().message));
}

void QuizFileTest::theCatalogGathersAllFiles()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"quiz"_s));
    const auto put = [&folder](const QString &name, const QByteArray &bytes) {
        QFile file(folder.filePath(u"quiz/"_s + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    put(u"methods.json"_s, fileOf({good(u"b"_s, u"methods"_s, 2), good(u"a"_s)}));
    put(u"codes.json"_s, fileOf({good(u"c"_s, u"codes"_s, 2), good(u"a"_s, u"codes"_s)}));
    const QuizCatalog quiz{ContentStore(folder.path())};
    QStringList ids;
    for (const QuizItem &item : quiz.items()) {
        ids.append(item.id);
    }
    QCOMPARE(ids, QStringList({u"a"_s, u"c"_s, u"b"_s}));
    QCOMPARE(quiz.items(u"methods"_s, 0).size(), 1);
    QCOMPARE(quiz.items({}, 2).size(), 2);
    QCOMPARE(quiz.items(u"codes"_s, 2).constFirst().id, u"c"_s);
    QVERIFY(quiz.items(u"loops"_s, 0).isEmpty());
    QCOMPARE(quiz.item(u"b"_s)->level, 2);
    QVERIFY(!quiz.item(u"z"_s));
    QCOMPARE(quiz.errors().size(), 1);
    QVERIFY(quiz.errors().constFirst().message.contains(u"“a” stands in another file"_s));
}

void QuizFileTest::aBadFileLeavesTheOthers()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"quiz"_s));
    for (const auto &[name, bytes] : {std::pair(u"bad.json"_s, "{"_ba), std::pair(u"good.json"_s, fileOf({good()}))}) {
        QFile file(folder.filePath(u"quiz/"_s + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    const QuizCatalog quiz{ContentStore(folder.path())};
    QCOMPARE(quiz.items().size(), 1);
    QCOMPARE(quiz.errors().size(), 1);
    QVERIFY(quiz.errors().constFirst().message.startsWith(u"quiz/bad.json: "_s));
    QVERIFY(QuizCatalog(ContentStore(u"/nowhere"_s)).items().isEmpty());
}

DETOUR_TEST(QuizFileTest)
#include "tst_quizfile.moc"
