// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/policydifference.h"
#include "support/testregistry.h"

#include <QDir>
#include <QSet>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class TestPolicyDifference final : public QObject
{
    Q_OBJECT

private slots:
    void knownDifferencesAreTold_data();
    void knownDifferencesAreTold();
    void theBaseTellsItsOwnRules();
    void theRulesDecideNotTheName();
    void everyClientHasABoundedSentence();
};

namespace {

ClientPolicy policy(const QString &id)
{
    QFile file(QStringLiteral(DETOUR_CONTENT_DIR "/clients/%1.json").arg(id));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const auto read = ClientPolicy::fromJson(isOpen ? file.readAll() : QByteArray());
    return read ? *read : ClientPolicy();
}

} // namespace

void TestPolicyDifference::knownDifferencesAreTold_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("words");
    QTest::newRow("the standard") << u"rfc9110"_s << u"POST stays POST with its body on 301 and 302"_s;
    QTest::newRow("curl -X") << u"curl-X"_s << u"POST stays POST without its body on 301, 302 and 303"_s;
    QTest::newRow("curl's limit") << u"curl"_s << u"limit is 50 redirects"_s;
    QTest::newRow("urllib's credentials") << u"urllib"_s << u"go to other hosts"_s;
}

void TestPolicyDifference::knownDifferencesAreTold()
{
    QFETCH(QString, id);
    QFETCH(QString, words);
    const QString sentence = policyDifference(policy(id), policy(u"fetch"_s));
    QVERIFY2(sentence.contains(words), qPrintable(sentence));
}

void TestPolicyDifference::theBaseTellsItsOwnRules()
{
    const ClientPolicy fetch = policy(u"fetch"_s);
    QVERIFY(policyDifference(fetch, fetch).contains(u"POST becomes GET on 301, 302 and 303; PUT becomes GET on 303"_s));
}

void TestPolicyDifference::theRulesDecideNotTheName()
{
    const ClientPolicy fetch = policy(u"fetch"_s);
    ClientPolicy twin = fetch;
    twin.id = u"twin"_s;
    QVERIFY(policyDifference(twin, fetch).contains(u"as with"_s));
    twin.rows[302].byMethod.insert("POST", MethodRule::Keep);
    twin.redirectLimit = -1;
    QCOMPARE(policyDifference(twin, fetch), u"POST stays POST with its body on 302; there is no limit."_s);
}

void TestPolicyDifference::everyClientHasABoundedSentence()
{
    const ClientPolicy fetch = policy(u"fetch"_s);
    const QStringList files = QDir(QStringLiteral(DETOUR_CONTENT_DIR "/clients")).entryList({u"*.json"_s});
    QVERIFY(files.size() > 10);
    for (const QString &file : files) {
        const QString sentence = policyDifference(policy(file.chopped(5)), fetch);
        QVERIFY2(sentence.endsWith(u'.') && sentence.size() < 220, qPrintable(file + u": " + sentence));
    }
}

DETOUR_TEST(TestPolicyDifference)
#include "tst_policydifference.moc"
