// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/exampleblock.h"
#include "session/examplerun.h"
#include "session/session.h"
#include "support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

/// What pages and scenarios say comes next is what really comes next: every example is sent to the lab, followed as the
/// client that it names, and held against what the lab read from the wire and wrote to it.
class TestPageExamples final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyCodeHasAPage();
    void comesNextWhatThePageSays_data();
    void comesNextWhatThePageSays();
    void cleanupTestCase();

private:
    void checkMessages(const RedirectChain &chain, const Example &example);

    std::unique_ptr<Session> m_session;
    QList<Example> m_all;
    int m_examples = 0;
    int m_requests = 0;
};

namespace {

/// A path on the origin of the request before, or a whole URL.
QByteArray targetAsClaimed(const TargetUri &target, const TargetUri &previous)
{
    return isSameOrigin(target, previous) ? target.originForm() : target.withoutFragment().toBytes();
}

QString contentAsClaimed(const Exchange &exchange, const Exchange &previous)
{
    const std::optional<ContentInfo> &content = exchange.received->content;
    if (!content) {
        return u"none"_s;
    }
    if (content->bytes == 0) {
        return u"empty"_s;
    }
    const std::optional<ContentInfo> &before = previous.received->content;
    return before && before->sha256 == content->sha256 ? u"same"_s : u"other"_s;
}

/// The claims as one text, to be compared with what was sent.
QStringList claimsOf(const Example &example)
{
    QStringList claims;
    for (const NextClaim &claim : example.next) {
        if (claim.delivers) {
            claims.append(u"deliver"_s);
        } else if (claim.stops) {
            claims.append(u"stop "_s + claim.stopCode);
        } else {
            claims.append(QString::fromLatin1(claim.method + ' ' + claim.target + ' ') + claim.content);
        }
    }
    return claims;
}

/// A message as the page writes it.
struct Written
{
    QByteArray startLine;
    FieldList fields;
    QByteArray body;
};

Written writtenMessage(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const qsizetype empty = bytes.indexOf("\n\n");
    Written message;
    for (const QByteArray &line : (empty < 0 ? bytes : bytes.left(empty)).split('\n')) {
        if (message.startLine.isEmpty()) {
            message.startLine = line;
        } else if (const auto field = Field::fromLine(line)) {
            message.fields.append(*field);
        }
    }
    message.body = empty < 0 ? QByteArray() : bytes.mid(empty + 2);
    return message;
}

/// "name: value" in lower-case names, sorted, without those named.
QStringList sortedFields(const FieldList &fields, const QList<QByteArray> &without = {})
{
    QStringList lines;
    for (const Field &field : fields) {
        const bool isLeftOut = std::any_of(without.begin(), without.end(),
                                           [&field](const QByteArray &name) { return field.isNamed(name); });
        if (!isLeftOut) {
            lines.append(QString::fromUtf8(field.name.toLower() + ": " + field.value));
        }
    }
    lines.sort();
    return lines;
}

/// Fields that the transport adds by itself and the page does not write.
QList<QByteArray> addedOnly(const Exchange &exchange, const Written &written)
{
    QList<QByteArray> names = exchange.added;
    names.append("User-Agent");
    names.removeIf([&written](const QByteArray &name) { return written.fields.contains(name); });
    return names;
}

QStringList whatWasSent(const RedirectChain &chain)
{
    QStringList sent;
    for (qsizetype i = 1; i < chain.hops.size(); ++i) {
        const Exchange &previous = chain.hops.at(i - 1).exchange;
        const Exchange &exchange = chain.hops.at(i).exchange;
        if (!exchange.received || !previous.received) {
            return {u"hop %1 did not reach the lab"_s.arg(i + 1)};
        }
        sent.append(QString::fromLatin1(exchange.request.method.token() + ' '
                                        + targetAsClaimed(exchange.request.target, previous.request.target) + ' ')
                    + contentAsClaimed(exchange, previous));
    }
    const std::optional<Response> &last = chain.hops.constLast().exchange.response;
    if (chain.outcome == Outcome::Completed && last && isRedirection(last->status)) {
        sent.append(u"deliver"_s);
    } else if (chain.outcome != Outcome::Completed) {
        sent.append(u"stop "_s + (chain.end ? chain.end->code : QString()));
    }
    return sent;
}

} // namespace

void TestPageExamples::initTestCase()
{
    m_session = std::make_unique<Session>(ContentStore(), LabPorts(), "1");
    for (const QString &slug : m_session->pages().slugs()) {
        const Result<const Page *> page = m_session->pages().page(slug);
        QVERIFY2(page, qPrintable(page ? QString() : page.error().message));
        for (const Example &example : (*page)->examples) {
            if (example.runnable)
                m_all.append(example);
        }
    }
    QVERIFY(m_all.size() >= 4);
    for (const QString &id : m_session->scenarios().ids()) {
        const Result<const Scenario *> scenario = m_session->scenarios().scenario(id);
        QVERIFY2(scenario, qPrintable(scenario ? QString() : scenario.error().message));
        m_all += {(*scenario)->broken.example, (*scenario)->fixed.example};
    }
}

void TestPageExamples::everyCodeHasAPage()
{
    for (const StatusCode code : referenceStatusCodes()) {
        const Result<const Page *> page = m_session->pages().page(QString::number(code));
        QVERIFY2(page, qPrintable(page ? QString() : page.error().message));
        QCOMPARE((*page)->code, code);
    }
}

void TestPageExamples::comesNextWhatThePageSays_data()
{
    QTest::addColumn<int>("index");
    for (qsizetype i = 0; i < m_all.size(); ++i)
        QTest::addRow("%s", qPrintable(m_all.at(i).id)) << int(i);
}

void TestPageExamples::comesNextWhatThePageSays()
{
    QFETCH(const int, index);
    const Example *example = &m_all.at(index);
    const auto spec = specForExample(*example, m_session->policies());
    QVERIFY2(spec, qPrintable(spec ? QString() : spec.error().message));
    const auto run = m_session->startTrace(*spec);
    QVERIFY2(run, qPrintable(run ? QString() : run.error().message));
    QSignalSpy finished(run->get(), &TraceRun::finished);
    QVERIFY(finished.wait());
    QVERIFY((*run)->chain().hops.constFirst().exchange.received);
    QCOMPARE(whatWasSent((*run)->chain()), claimsOf(*example));
    checkMessages((*run)->chain(), *example);
    ++m_examples;
    m_requests += int((*run)->chain().hops.size());
}

void TestPageExamples::checkMessages(const RedirectChain &chain, const Example &example)
{
    const QStringList messages = splitMessages(example.text);
    QCOMPARE(chain.hops.size(), messages.size() / 2);
    for (qsizetype i = 0; i < chain.hops.size(); ++i) {
        const Exchange &exchange = chain.hops.at(i).exchange;
        const Written request = writtenMessage(messages.at(2 * i));
        QCOMPARE(exchange.received->line, request.startLine);
        QCOMPARE(sortedFields(exchange.received->fields, addedOnly(exchange, request)), sortedFields(request.fields));
        QCOMPARE(exchange.received->content ? exchange.received->content->preview : QByteArray(), request.body);
        const Written answer = writtenMessage(messages.at(2 * i + 1));
        QVERIFY(exchange.response);
        QCOMPARE("HTTP/1.1 " + QByteArray::number(exchange.response->status) + ' ' + exchange.response->reasonPhrase,
                 answer.startLine);
        QCOMPARE(sortedFields(exchange.response->fields), sortedFields(answer.fields));
        QCOMPARE(exchange.response->content ? exchange.response->content->preview : QByteArray(), answer.body);
    }
}

void TestPageExamples::cleanupTestCase()
{
    qInfo("Counted: %d examples sent to the lab, %d requests", m_examples, m_requests);
}

DETOUR_TEST(TestPageExamples)
#include "tst_pageexamples.moc"
