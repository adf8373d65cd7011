// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/exampleblock.h"
#include "document/pagecatalog.h"
#include "document/policycatalog.h"
#include "scenario/httpblocks.h"
#include "support/testregistry.h"

#include <QHash>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

/// Holds every example of every page against content/README.md: the bytes, and what the page says comes next.
/// That the client really does so is for the tests that send them.
class ExamplesTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void namesAreUsedOnce();
    void bytesAreCounted_data() { addExamples(); }
    void bytesAreCounted();
    void blocksMakeAScript_data() { addExamples(); }
    void blocksMakeAScript();
    void everyNextRequestIsClaimed_data() { addExamples(); }
    void everyNextRequestIsClaimed();
    void lastAnswerIsFinalUnlessThePageSaysSo_data() { addExamples(); }
    void lastAnswerIsFinalUnlessThePageSaysSo();
    void everyClientIsKnown();
    void everyClientProfileCanBeRead();
    void cleanupTestCase();

private:
    struct Entry
    {
        QString slug;
        Example example;
    };

    void addExamples();
    [[nodiscard]] Example current() const;

    PageCatalog m_catalog{ContentStore()};
    QList<Entry> m_examples;
};

namespace {

struct Message
{
    QString startLine;
    QHash<QString, QString> fields;
    QByteArray body;
};

Message messageOf(const QString &text)
{
    Message message;
    const qsizetype empty = text.indexOf("\n\n"_L1);
    const QStringList head = text.left(empty).split(u'\n');
    message.startLine = head.first();
    for (const QString &line : head.mid(1)) {
        message.fields.insert(line.section(u':', 0, 0).toLower(), line.section(u':', 1).trimmed());
    }
    message.body = empty < 0 ? QByteArray() : text.mid(empty + 2).toUtf8();
    return message;
}

QList<Message> messagesOf(const Example &example)
{
    QList<Message> messages;
    for (const QString &text : splitMessages(example.text)) {
        messages.append(messageOf(text));
    }
    return messages;
}

QString originOf(const Message &request)
{
    return "http://"_L1 + request.fields.value(u"host"_s);
}

/// The target as a claim writes it: a path on the same origin, a whole URL on another one.
QString targetSeenFrom(const Message &previous, const Message &request)
{
    const QString path = request.startLine.section(u' ', 1, 1);
    return originOf(previous) == originOf(request) ? path : originOf(request) + path;
}

} // namespace

void ExamplesTest::initTestCase()
{
    for (const QString &slug : m_catalog.slugs()) {
        const auto page = m_catalog.page(slug);
        QVERIFY2(page, page ? "" : qPrintable(page.error().message));
        for (const Example &example : (*page)->examples) {
            m_examples.append({slug, example});
        }
    }
    QVERIFY(!m_examples.isEmpty());
}

void ExamplesTest::addExamples()
{
    QTest::addColumn<int>("index");
    for (qsizetype i = 0; i < m_examples.size(); ++i) {
        QTest::addRow("%s %s", qPrintable(m_examples.at(i).slug), qPrintable(m_examples.at(i).example.title)) << int(i);
    }
}

Example ExamplesTest::current() const
{
    return m_examples.at(*static_cast<int *>(QTest::qData("index", QMetaType::Int))).example;
}

void ExamplesTest::namesAreUsedOnce()
{
    QStringList ids;
    for (const Entry &entry : m_examples) {
        if (entry.example.runnable) {
            QVERIFY2(!ids.contains(entry.example.id), qPrintable(entry.example.id));
            ids.append(entry.example.id);
        }
    }
}

void ExamplesTest::bytesAreCounted()
{
    const QList<Message> messages = messagesOf(current());
    QVERIFY(messages.size() % 2 == 0);
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const Message &message = messages.at(i);
        const bool isAnswer = i % 2 == 1;
        QCOMPARE(isResponse(message.startLine), isAnswer);
        QVERIFY2(isAnswer || message.fields.value(u"host"_s).endsWith(".localhost:8307"_L1),
                 qPrintable(message.startLine));
        const bool mustTell = isAnswer ? statusOf(message.startLine) != 304 : !message.body.isEmpty();
        const bool tells = message.fields.contains(u"content-length"_s);
        QVERIFY2(tells || !mustTell, qPrintable(message.startLine + " has no Content-Length"_L1));
        if (tells) {
            QCOMPARE(message.fields.value(u"content-length"_s), QString::number(message.body.size()));
        }
    }
}

void ExamplesTest::blocksMakeAScript()
{
    const Example example = current();
    const auto script = scriptFromHttpBlocks(u"x"_s, example.text);
    QVERIFY2(script, script ? "" : qPrintable(script.error().message));
    QCOMPARE(script->steps.size(), splitMessages(example.text).size() / 2);
}

void ExamplesTest::everyNextRequestIsClaimed()
{
    const Example example = current();
    if (!example.runnable) {
        QVERIFY(example.next.isEmpty());
        return;
    }
    const QList<Message> messages = messagesOf(example);
    QList<NextClaim> claims = example.next;
    QVERIFY2(!claims.isEmpty() || messages.size() == 2, "no next fence");
    if (!claims.isEmpty() && !claims.last().sends()) {
        claims.removeLast();
    }
    QCOMPARE(claims.size(), messages.size() / 2 - 1);
    for (qsizetype i = 0; i < claims.size(); ++i) {
        const Message &previous = messages.at(2 * i);
        const Message &request = messages.at(2 * i + 2);
        QCOMPARE(QString::fromUtf8(claims.at(i).method), request.startLine.section(u' ', 0, 0));
        QCOMPARE(QString::fromUtf8(claims.at(i).target), targetSeenFrom(previous, request));
        const QString content = request.body.isEmpty()
                                    ? (request.fields.contains(u"content-length"_s) ? u"empty"_s : u"none"_s)
                                    : u"same"_s;
        QCOMPARE(claims.at(i).content, content);
        QVERIFY(request.body.isEmpty() || request.body == messages.first().body);
    }
}

void ExamplesTest::lastAnswerIsFinalUnlessThePageSaysSo()
{
    const Example example = current();
    if (!example.runnable) {
        return;
    }
    const StatusCode last = statusOf(splitMessages(example.text).constLast());
    QCOMPARE(isRedirection(last), !example.next.isEmpty() && !example.next.last().sends());
}

void ExamplesTest::everyClientIsKnown()
{
    const QStringList ids = PolicyCatalog{ContentStore()}.ids();
    for (const Entry &entry : m_examples) {
        QVERIFY2(ids.contains(entry.example.client), qPrintable(entry.slug + ": as="_L1 + entry.example.client));
    }
}

void ExamplesTest::everyClientProfileCanBeRead()
{
    const PolicyCatalog policies{ContentStore()};
    const QStringList ids = policies.ids();
    QCOMPARE(ids.mid(0, 2), QStringList({u"fetch"_s, u"rfc9110"_s}));
    for (const QString &id : ids) {
        const auto policy = policies.policy(id);
        QVERIFY2(policy, policy ? "" : qPrintable(policy.error().message));
        QCOMPARE(policy->id, id);
    }
}

void ExamplesTest::cleanupTestCase()
{
    qInfo("%d examples checked", int(m_examples.size()));
}

DETOUR_TEST(ExamplesTest)
#include "tst_examples.moc"
