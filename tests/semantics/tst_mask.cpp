// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include "samples.h"

#include "semantics/mask.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

namespace {

/// The word that must not be seen, in every place where a secret can stand.
constexpr auto secret = "geheim-42";

bool isClean(const QByteArray &bytes)
{
    return !bytes.contains(secret);
}

bool isClean(const QString &text)
{
    return !text.contains(QString::fromLatin1(secret));
}

bool isClean(const FieldList &fields)
{
    return std::all_of(fields.begin(), fields.end(), [](const Field &field) { return isClean(field.value); });
}

RedirectChain chainWithSecrets(const ClientPolicy &policy)
{
    const QByteArray word = secret;
    const QByteArray url = "http://user:" + word + "@a.test/x";
    Hop hop;
    Request &sent = hop.exchange.request;
    sent = requestWithContent("POST", url.constData(),
                              {{"authorization", "Bearer " + word},
                               {"Cookie", "sid=" + word},
                               {"Proxy-Authorization", word},
                               {"Referer", "http://u:" + word + "@r.test/"},
                               {"X-Plain", "stays"}});
    Response answer = redirect(302, QByteArray("http:\\\\u:" + word + "@b.test/y").constData());
    answer.fields.append("Set-Cookie", "sid=" + word + "; Path=/");
    answer.fields.append("Refresh", "0; url=http://u:" + word + "@c.test/");
    answer.fields.append("Link", "</r?url=http%3A%2F%2Fu%3A" + word + "%40c.test%2F>");
    answer.content = ContentInfo{0, {}, false, R"({"Authorization": "Bearer )" + word + R"("})"};
    hop.exchange.response = answer;
    hop.exchange.received = ReceivedRequest{"GET http://u:" + word + "@a.test/ HTTP/1.1", sent.fields, sent.content};
    LabRecord record;
    record.rawRequestHead =
        "POST /x HTTP/1.1\r\nHost: a.test\r\nAuthorization: Bearer\r\n " + word + "\r\nX-A: b\r\n\r\n";
    record.rawAnswerHead =
        "HTTP/1.1 302 Found\nLocation: http:\\\\u:" + word + "@b.test/y\nset-cookie:sid=" + word + "\n\n";
    hop.exchange.labRecord = record;
    StoredCookie cookie;
    cookie.name = "sid";
    cookie.value = word;
    hop.exchange.cookies = JarChange{{cookie}, {cookie, cookie}};
    hop.exchange.note = u"sent to http://u:"_s + QString::fromLatin1(word) + u"@a.test/"_s;
    hop.decision = decide(sent, answer, {}, policy);
    RedirectChain chain;
    chain.hops.append(hop);
    chain.end =
        ChainEnd{u"bad-location"_s,
                 u"The Location “http://u:%1@b.test:99999/” is not followed."_s.arg(QString::fromLatin1(word)), 1};
    chain.findings.append({u"cycle"_s, {1}, u"//u:%1@a.test/ again"_s.arg(QString::fromLatin1(word))});
    return chain;
}

} // namespace

class TestMask final : public QObject
{
    Q_OBJECT

private slots:
    void nothingLeaks_data()
    {
        QTest::addColumn<QString>("client");
        QTest::newRow("fetch, which stops") << u"fetch"_s;
        QTest::newRow("fetch, made to follow") << u"follow"_s;
        QTest::newRow("rfc9110, which cannot read it") << u"rfc9110"_s;
    }

    void nothingLeaks()
    {
        QFETCH(QString, client);
        ClientPolicy policy = policyOf(client == u"rfc9110"_s ? client : u"fetch"_s);
        if (client == u"follow"_s) {
            policy.userinfoAtOtherOrigin = Handling::Follow;
        }
        const RedirectChain chain = chainWithSecrets(policy);
        QVERIFY(!isClean(chain.hops.first().exchange.request.target.toBytes()));
        QCOMPARE(chain.hops.first().decision->action == Action::Follow, client == u"follow"_s);

        const RedirectChain shown = masked(chain);
        const Exchange &exchange = shown.hops.first().exchange;
        QVERIFY(isClean(exchange.request.target.toBytes()));
        QVERIFY(isClean(exchange.request.fields));
        QVERIFY(isClean(exchange.response->fields));
        QVERIFY(isClean(exchange.response->content->preview));
        QVERIFY(isClean(exchange.received->line));
        QVERIFY(isClean(exchange.received->fields));
        QVERIFY(isClean(exchange.labRecord->rawRequestHead));
        QVERIFY(isClean(exchange.labRecord->rawAnswerHead));
        for (const StoredCookie &kept : exchange.cookies->before + exchange.cookies->after)
            QVERIFY(isClean(kept.value));
        QVERIFY(isClean(exchange.note));
        QVERIFY(isClean(shown.end->message));
        QVERIFY(isClean(shown.findings.first().message));
        const Decision &decision = *shown.hops.first().decision;
        for (const Reason &reason : decision.reasons) {
            QVERIFY2(isClean(reason.text), qPrintable(reason.text));
        }
        for (const Change &change : decision.changes) {
            QVERIFY2(isClean(change.from) && isClean(change.to), qPrintable(changeKindName(change.kind)));
        }
        if (decision.next) {
            QVERIFY(isClean(decision.next->target.toBytes()));
            QVERIFY(isClean(decision.next->fields));
        }
        QVERIFY(isClean(decisionSentence(exchange.request, *exchange.response, decision)));
    }

    void theRestStays()
    {
        const RedirectChain shown = masked(chainWithSecrets(policyOf(u"fetch"_s)));
        const Exchange &exchange = shown.hops.first().exchange;
        QCOMPARE(exchange.request.target.toBytes(), QByteArray("http://***@a.test/x"));
        QCOMPARE(exchange.request.fields.value("X-Plain"), std::optional(QByteArray("stays")));
        QCOMPARE(exchange.request.fields.value("Authorization"), std::optional(QByteArray("***")));
        QCOMPARE(exchange.response->fields.value("Location"), std::optional(QByteArray("http:\\\\***@b.test/y")));
        QCOMPARE(exchange.response->fields.value("Refresh"), std::optional(QByteArray("0; url=http://***@c.test/")));
        QCOMPARE(exchange.labRecord->rawRequestHead,
                 QByteArray("POST /x HTTP/1.1\r\nHost: a.test\r\nAuthorization: ***\r\n ***\r\nX-A: b\r\n\r\n"));
        QCOMPARE(exchange.labRecord->rawAnswerHead, QByteArray("HTTP/1.1 302 Found\nLocation: http:\\\\***@b.test/y\n"
                                                               "set-cookie: ***\n\n"));
        QCOMPARE(exchange.request.content, shown.hops.first().exchange.request.content);
    }

    void longUserinfoIsMaskedInReasonsToo()
    {
        const QByteArray location = "http://u:" + QByteArray(500, 'p') + secret + "@b.test:99999/";
        Hop hop;
        hop.exchange.request = request("GET", "http://a.test/");
        hop.exchange.response = redirect(302, location.constData());
        hop.decision = decide(hop.exchange.request, *hop.exchange.response, {}, policyOf(u"fetch"_s));
        QCOMPARE(hop.decision->stopCode, u"bad-location"_s);
        QVERIFY(hop.decision->reasons.first().text.contains(u"@b.test"_s));
        RedirectChain chain;
        chain.hops.append(hop);
        QVERIFY(!masked(chain).hops.first().decision->reasons.first().text.contains(u"pp"_s));
    }

    void withoutSecretsNothingChanges()
    {
        const FieldList fields{
            {"Location", "/x@y"}, {"Link", "<http://a.test/@me>; rel=\"next\""}, {"From", "a@b.test"}};
        QCOMPARE(masked(fields), fields);
    }
};

DETOUR_TEST(TestMask)

#include "tst_mask.moc"
