// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/misconceptions.h"
#include "semantics/location.h"
#include "support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

namespace {

QJsonObject clause()
{
    return {{u"words"_s, u"RFC 9110 §15.4.3"_s}, {u"link"_s, u"page:302#next"_s}};
}

QJsonObject one(const QJsonObject &when, const QJsonObject &chosen, const QJsonObject &instead)
{
    return {{u"id"_s, u"an-idea"_s}, {u"name"_s, u"An idea"_s}, {u"why"_s, u"It is not so."_s}, {u"clause"_s, clause()},
            {u"when"_s, when},       {u"chosen"_s, chosen},     {u"instead"_s, instead}};
}

QByteArray fileOf(const QJsonArray &entries)
{
    return QJsonDocument(QJsonObject{{u"schema"_s, u"detour.misconceptions/1"_s}, {u"misconceptions"_s, entries}})
        .toJson();
}

Misconception read(const QJsonObject &when, const QJsonObject &chosen, const QJsonObject &instead)
{
    const auto misconceptions = Misconceptions::fromJson(fileOf({one(when, chosen, instead)}));
    if (!misconceptions) {
        QTest::qFail(qPrintable(misconceptions.error().message), __FILE__, __LINE__);
        return {};
    }
    return misconceptions->all().constFirst();
}

Request post()
{
    Request request;
    request.method = Method::known("POST");
    request.target = *parseAbsoluteUri("http://www.localhost:8307/form", LocationDialect::WhatwgUrl);
    request.fields.append("Authorization", "Bearer x");
    request.content = ContentInfo{3, {}, false, "abc"};
    return request;
}

Response answer(StatusCode status, const QByteArray &location = "/thanks")
{
    return {status, {}, {{"Location", location}}, {}};
}

const Expectation repeated{true, "POST", ContentFate::Same, true, "http://www.localhost:8307/thanks"};
const Expectation fetched{true, "GET", ContentFate::None, true, "http://www.localhost:8307/thanks"};
const Expectation nothing{false, {}, ContentFate::None, std::nullopt, {}};

} // namespace

class MisconceptionsTest final : public QObject
{
    Q_OBJECT

private slots:
    void aWrongChoiceShowsTheIdea();
    void theSituationCounts_data();
    void theSituationCounts();
    void theFacetsCount_data();
    void theFacetsCount();
    void theFirstThatMatchesIsNamed();
    void mistakesAreTold_data();
    void mistakesAreTold();
    void itIsReadFromTheStore();
};

void MisconceptionsTest::aWrongChoiceShowsTheIdea()
{
    const Misconception keeps = read({{u"status"_s, QJsonArray{301, 302}}, {u"method"_s, QJsonArray{u"POST"_s}}},
                                     {{u"method"_s, u"same"_s}, {u"body"_s, u"same"_s}}, {{u"method"_s, u"GET"_s}});
    QVERIFY(keeps.matches(post(), answer(302), repeated, fetched));
    QVERIFY(!keeps.matches(post(), answer(302), fetched, repeated));
    QVERIFY(!keeps.matches(post(), answer(302), repeated, repeated));
    QVERIFY(!keeps.matches(post(), answer(307), repeated, fetched));
    QVERIFY(!keeps.matches(post(), answer(302), repeated, nothing));
}

void MisconceptionsTest::theSituationCounts_data()
{
    QTest::addColumn<QJsonObject>("when");
    QTest::addColumn<bool>("matches");
    QTest::newRow("anything") << QJsonObject() << true;
    QTest::newRow("method") << QJsonObject{{u"method"_s, QJsonArray{u"PUT"_s, u"POST"_s}}} << true;
    QTest::newRow("another method") << QJsonObject{{u"method"_s, QJsonArray{u"PUT"_s}}} << false;
    QTest::newRow("another status") << QJsonObject{{u"status"_s, QJsonArray{303}}} << false;
    QTest::newRow("same origin") << QJsonObject{{u"crossOrigin"_s, false}} << true;
    QTest::newRow("another origin") << QJsonObject{{u"crossOrigin"_s, true}} << false;
    QTest::newRow("body") << QJsonObject{{u"body"_s, true}} << true;
    QTest::newRow("no body") << QJsonObject{{u"body"_s, false}} << false;
    QTest::newRow("credentials") << QJsonObject{{u"credentials"_s, true}} << true;
    QTest::newRow("no credentials") << QJsonObject{{u"credentials"_s, false}} << false;
}

void MisconceptionsTest::theSituationCounts()
{
    QFETCH(const QJsonObject, when);
    QTEST(read(when, {}, {}).matches(post(), answer(302), repeated, fetched), "matches");
}

void MisconceptionsTest::theFacetsCount_data()
{
    QTest::addColumn<QJsonObject>("chosen");
    QTest::addColumn<Expectation>("choice");
    QTest::addColumn<bool>("matches");
    const Expectation emptied{true, "POST", ContentFate::Empty, false, "http://www.localhost:8307/form"};
    const Expectation strange{true, "POST", ContentFate::None, false, "http://www.localhost:8307/form/thanks"};
    const auto facet = [](const char *name, const QJsonValue &value) {
        return QJsonObject{{QString::fromLatin1(name), value}};
    };
    QTest::newRow("sends") << facet("sends", true) << repeated << true;
    QTest::newRow("sends nothing") << facet("sends", false) << nothing << true;
    QTest::newRow("sends after all") << facet("sends", false) << repeated << false;
    QTest::newRow("nothing has no method") << facet("method", u"same"_s) << nothing << false;
    QTest::newRow("method by name") << facet("method", u"POST"_s) << repeated << true;
    QTest::newRow("another name") << facet("method", u"PUT"_s) << repeated << false;
    QTest::newRow("empty") << facet("body", u"empty"_s) << emptied << true;
    QTest::newRow("not empty") << facet("body", u"empty"_s) << strange << false;
    QTest::newRow("none") << facet("body", u"none"_s) << strange << true;
    QTest::newRow("kept") << facet("credentials", u"kept"_s) << repeated << true;
    QTest::newRow("not kept") << facet("credentials", u"kept"_s) << emptied << false;
    QTest::newRow("dropped") << facet("credentials", u"dropped"_s) << emptied << true;
    QTest::newRow("location") << facet("target", u"location"_s) << repeated << true;
    QTest::newRow("again") << facet("target", u"again"_s) << emptied << true;
    QTest::newRow("other") << facet("target", u"other"_s) << strange << true;
    QTest::newRow("not the other") << facet("target", u"other"_s) << emptied << false;
}

void MisconceptionsTest::theFacetsCount()
{
    QFETCH(const QJsonObject, chosen);
    QFETCH(const Expectation, choice);
    QTEST(read({}, chosen, {}).matches(post(), answer(302), choice, fetched), "matches");
    // what happened is read in the same way
    QTEST(read({}, {}, chosen).matches(post(), answer(302), fetched, choice), "matches");
}

void MisconceptionsTest::theFirstThatMatchesIsNamed()
{
    QJsonObject narrow = one({{u"status"_s, QJsonArray{303}}}, {}, {});
    QJsonObject wide = one({}, {}, {});
    wide[u"id"_s] = u"wide"_s;
    const auto ideas = Misconceptions::fromJson(fileOf({narrow, wide}));
    QVERIFY(ideas);
    QCOMPARE(ideas->shownBy(post(), answer(303), repeated, fetched)->id, u"an-idea"_s);
    QCOMPARE(ideas->shownBy(post(), answer(302), repeated, fetched)->id, u"wide"_s);
    QVERIFY(!ideas->shownBy(post(), answer(302), fetched, fetched));
    QCOMPARE(ideas->find(u"wide"_s)->name, u"An idea"_s);
    QVERIFY(!ideas->find(u"none"_s));
}

void MisconceptionsTest::mistakesAreTold_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("told");
    const auto with = [](const char *name, const QJsonValue &value) {
        QJsonObject entry = one({}, {}, {});
        entry[QString::fromLatin1(name)] = value;
        return fileOf({entry});
    };
    QTest::newRow("no json") << "{"_ba << u"misconceptions.json: "_s;
    QTest::newRow("no object") << "[]"_ba << u"it is not an object"_s;
    QTest::newRow("schema") << R"({"schema": "x", "misconceptions": []})"_ba << u"schema"_s;
    QTest::newRow("id") << with("id", u"An Idea"_s) << u"misconceptions[0].id"_s;
    QTest::newRow("unknown member") << with("wen", QJsonObject()) << u"misconceptions[0].wen"_s;
    QTest::newRow("status") << with("when", QJsonObject{{u"status"_s, QJsonArray{200}}})
                            << u"misconceptions[0].when.status"_s;
    QTest::newRow("method") << with("chosen", QJsonObject{{u"method"_s, u"a b"_s}})
                            << u"misconceptions[0].chosen.method"_s;
    QTest::newRow("body") << with("instead", QJsonObject{{u"body"_s, u"some"_s}})
                          << u"misconceptions[0].instead.body"_s;
    QTest::newRow("nothing with a body") << with("chosen", QJsonObject{{u"sends"_s, false}, {u"body"_s, u"none"_s}})
                                         << u"misconceptions[0].chosen.sends"_s;
    QTest::newRow("link") << with("clause", QJsonObject{{u"words"_s, u"x"_s}, {u"link"_s, u"http://x"_s}})
                          << u"misconceptions[0].clause.link"_s;
    QTest::newRow("twice") << fileOf({one({}, {}, {}), one({}, {}, {})}) << u"misconceptions[1].id"_s;
}

void MisconceptionsTest::mistakesAreTold()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, told);
    const auto misconceptions = Misconceptions::fromJson(json);
    QVERIFY(!misconceptions);
    QCOMPARE(misconceptions.error().code, u"bad-misconceptions"_s);
    QVERIFY2(misconceptions.error().message.contains(told), qPrintable(misconceptions.error().message));
}

void MisconceptionsTest::itIsReadFromTheStore()
{
    const QTemporaryDir folder;
    const ContentStore store(folder.path());
    QCOMPARE(Misconceptions::fromStore(store).error().code, u"no-content"_s);
    QFile file(folder.filePath(u"misconceptions.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(fileOf({one({}, {}, {})}));
    file.close();
    QCOMPARE(Misconceptions::fromStore(store)->all().size(), 1);
}

DETOUR_TEST(MisconceptionsTest)
#include "tst_misconceptions.moc"
