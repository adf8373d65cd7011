// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "capturedoutput.h"
#include "cli/textreporter.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class TestTextReporter final : public QObject
{
    Q_OBJECT

private slots:
    void aHopHasRequestAnswerAndReason();
    void secretsAreMaskedUnlessAskedFor();
    void theNetworkCannotWriteToTheTerminal();
    void longValuesAreShortened();
    void coloursOnlyWhereAskedFor();
    void theEndSaysWhy();
    void hiddenRepeatsAreSaid();
    void aChangedRequestIsSaid();
    void anAnswerFromMemoryIsCalledThat_data();
    void anAnswerFromMemoryIsCalledThat();
    void a304ShowsWhatWasStored();
};

namespace {

RedirectChain chainOf(const QByteArray &location)
{
    Hop hop;
    hop.exchange.request.method = Method::known("POST");
    hop.exchange.request.target = *parseFirstUrl("http://user:pw@a.test/x");
    hop.exchange.request.fields = {{"Authorization", "Bearer secret"}};
    hop.exchange.request.content = ContentInfo{22, "0123456789abcdef", false, {}};
    Response response;
    response.status = 307;
    response.reasonPhrase = "Temporary Redirect";
    response.fields = {{"Location", location}, {"Date", "today"}};
    hop.exchange.response = response;
    hop.exchange.timing.total = 1.94;
    hop.exchange.repeatedFieldsVisible = true;
    Decision decision;
    decision.action = Action::Follow;
    decision.next = hop.exchange.request;
    decision.next->target = *parseFirstUrl("http://a.test/y");
    decision.content = ContentFate::Same;
    decision.reasons = {{u"307-keeps-method"_s, u"307 keeps the method."_s, u"RFC 9110 §15.4.8"_s}};
    decision.changes = {{ChangeKind::FieldRemoved, "Authorization", "Bearer secret", {}, {}}};
    hop.decision = decision;
    RedirectChain chain;
    chain.clientId = u"fetch"_s;
    chain.hops = {hop};
    return chain;
}

QString reported(const RedirectChain &chain, TextReporter::Options options = {})
{
    Test::CapturedOutput out;
    TextReporter reporter(out, options);
    for (int hop = 1; hop <= chain.hops.size(); ++hop) {
        reporter.requestSent(hop, chain.hops.at(hop - 1).exchange.request);
        reporter.hopFinished(hop, chain);
    }
    reporter.end(chain);
    return out.text();
}

} // namespace

void TestTextReporter::aHopHasRequestAnswerAndReason()
{
    const QString text = reported(chainOf("/y"));
    QVERIFY(text.contains(u"1   POST http://"));
    QVERIFY(text.contains(u"body: 22 bytes, sha256 0123456789ab…"));
    QVERIFY(text.contains(u"307 Temporary Redirect  1.9 ms"));
    QVERIFY(text.contains(u"Location: /y"));
    QVERIFY(!text.contains(u"Date:"));
    QVERIFY(text.contains(u"307 keeps the method. [RFC 9110 §15.4.8]"));
    QVERIFY(text.contains(u"Authorization removed"));
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        QVERIFY2(line.size() <= 80, qPrintable(line));
    }
}

void TestTextReporter::secretsAreMaskedUnlessAskedFor()
{
    const QString text = reported(chainOf("http://me:hidden@a.test/y"));
    QVERIFY(!text.contains(u"secret"));
    QVERIFY(!text.contains(u"pw@"));
    QVERIFY(!text.contains(u"hidden"));
    const QString all = reported(chainOf("/y"), {false, true});
    QVERIFY(all.contains(u"Bearer secret"));
    QVERIFY(all.contains(u"user:pw@"));

    RedirectChain stopped = chainOf("/y");
    stopped.outcome = Outcome::Stopped;
    stopped.end = ChainEnd{u"bad-location"_s, u"“http://user:pw@a:99999/” is not followed."_s, 1};
    QVERIFY(!reported(stopped).contains(u"user:pw"));
    QVERIFY(!endSentence(stopped, false).contains(u"user:pw"));
    QVERIFY(endSentence(stopped, true).contains(u"user:pw"));
}

void TestTextReporter::theNetworkCannotWriteToTheTerminal()
{
    RedirectChain chain = chainOf("/\x1b]0;owned\x07\x9b"
                                  "31m\xe2\x80\xae");
    chain.hops[0].exchange.response->reasonPhrase = "Gone\x1b[2J\r\x7f";
    chain.hops[0].exchange.note = u"A\x1b[1mnote"_s;
    chain.outcome = Outcome::Failed;
    chain.end = ChainEnd{u"bad-response"_s, u"It said \x1b[31m."_s, 1};
    const QString text = reported(chain);
    for (const QChar c : text) {
        const bool isHarmless =
            c == u'\n' || (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format);
        QVERIFY2(isHarmless, qPrintable(QString::number(c.unicode(), 16)));
    }
    QVERIFY(text.contains(u'\ufffd'));
}

void TestTextReporter::longValuesAreShortened()
{
    const QString text = reported(chainOf(QByteArray(100'000, 'a')));
    QVERIFY(text.size() < 4'000);
    QVERIFY(text.contains(u'…'));
}

void TestTextReporter::coloursOnlyWhereAskedFor()
{
    QVERIFY(!reported(chainOf("/y")).contains(u'\x1b'));
    QVERIFY(reported(chainOf("/y"), {true, false}).contains(u'\x1b'));
}

void TestTextReporter::theEndSaysWhy()
{
    RedirectChain chain = chainOf("/y");
    chain.outcome = Outcome::Completed;
    QVERIFY(reported(chain).contains(u"Done: 307 Temporary Redirect after 1 redirect.\n"));
    chain.outcome = Outcome::Stopped;
    chain.end = ChainEnd{u"too-many-redirects"_s, u"20 redirects are enough."_s, 1};
    chain.findings = {{u"cycle"_s, {1, 2}, u"They go in a circle."_s}};
    const QString text = reported(chain);
    QVERIFY(text.contains(u"Stopped: 20 redirects are enough.\n"));
    QVERIFY(text.contains(u"Found: They go in a circle.\n"));
    QCOMPARE(endSentence(chain, false), u"20 redirects are enough."_s);
}

void TestTextReporter::hiddenRepeatsAreSaid()
{
    RedirectChain chain = chainOf("/y");
    QVERIFY(!reported(chain).contains(u"not observable"));
    chain.hops[0].exchange.repeatedFieldsVisible = false;
    QVERIFY(reported(chain).contains(u"not observable"));
}

void TestTextReporter::aChangedRequestIsSaid()
{
    RedirectChain chain = chainOf("/y");
    Hop second = chain.hops.constFirst();
    second.exchange.request = *chain.hops.constFirst().decision->next;
    second.exchange.request.method = Method::known("DELETE");
    chain.hops.append(second);
    Test::CapturedOutput out;
    TextReporter(out, {}).hopFinished(2, chain);
    QVERIFY(!out.bytes().contains("Changed by you"));
    chain.hops.last().exchange.changedByUser = true;
    TextReporter(out, {}).hopFinished(2, chain);
    QVERIFY2(out.bytes().contains("Changed by you before it was sent. DELETE in place of POST."),
             out.bytes().constData());
}

void TestTextReporter::anAnswerFromMemoryIsCalledThat_data()
{
    QTest::addColumn<int>("source");
    QTest::addColumn<bool>("said");
    QTest::newRow("server") << int(AnswerSource::Server) << false;
    QTest::newRow("stored redirect") << int(AnswerSource::StoredRedirect) << true;
    QTest::newRow("stored answer") << int(AnswerSource::StoredResponse) << true;
    QTest::newRow("https wanted") << int(AnswerSource::HstsUpgrade) << true;
}

/// Nobody told of its request, because it was not sent; it is written all the same.
void TestTextReporter::anAnswerFromMemoryIsCalledThat()
{
    QFETCH(const int, source);
    QFETCH(const bool, said);
    RedirectChain chain = chainOf("/y");
    chain.hops[0].exchange.answeredBy = AnswerSource(source);
    Test::CapturedOutput out;
    TextReporter reporter(out, {});
    reporter.hopFinished(1, chain);
    QCOMPARE(out.text().contains(u"From memory: nothing was sent."), said);
    QCOMPARE(out.text().contains(u"1   POST http://"), said);
    QCOMPARE(out.text().contains(u" ms"), !said);
    QVERIFY(!out.text().contains(u"Bearer secret"));
}

void TestTextReporter::a304ShowsWhatWasStored()
{
    RedirectChain chain = chainOf("/y");
    Response stored;
    stored.status = 200;
    stored.reasonPhrase = "OK";
    stored.content = ContentInfo{5, "0123456789abcdef", false, "hello"};
    chain.hops[0].exchange.response->status = 304;
    chain.hops[0].exchange.stored = stored;
    const QString text = reported(chain);
    QVERIFY(text.contains(u"uses the answer that it had stored"));
    QVERIFY(text.contains(u"Stored: 200 OK"));
    QVERIFY(text.contains(u"body: 5 bytes"));
}

DETOUR_TEST(TestTextReporter)
#include "tst_textreporter.moc"
