// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/requestedit.h"

#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

namespace {

Request decidedRequest()
{
    Request request;
    request.method = Method::known("POST");
    request.target = *parseFirstUrl("http://u:hush@a.test/x");
    request.fields = {{"Content-Type", "text/plain"}, {"Authorization", "Bearer hush"}};
    request.content = ContentInfo{22, "aa", false, {}};
    return request;
}

} // namespace

class RequestEditTest final : public QObject
{
    Q_OBJECT

private slots:
    void nothingChangedIsNothingTold();
    void eachAspectIsToldOnce();
    void secretsAreNotTold();
    void onlyAChangedHopIsTold();
};

void RequestEditTest::nothingChangedIsNothingTold()
{
    QCOMPARE(requestEditSentences(decidedRequest(), decidedRequest()), QStringList());
    Request sent = decidedRequest();
    sent.content->sha256.clear(); // a file's digest is known later
    QCOMPARE(requestEditSentences(sent, decidedRequest()), QStringList());
}

void RequestEditTest::eachAspectIsToldOnce()
{
    Request sent = decidedRequest();
    sent.method = Method::known("PUT");
    sent.target = *parseFirstUrl("http://u:hush@a.test/y?z=1");
    sent.content = ContentInfo{5, "bb", false, {}};
    sent.fields = {{"Content-Type", "text/html"}, {"X-A", "1"}, {"X-A", "2"}, {"X-B", "1"}};
    const QStringList expected{
        u"PUT in place of POST."_s, u"To /y?z=1, not to /x."_s,  u"Another body: 5 bytes in place of 22 bytes."_s,
        u"With X-A, X-B added."_s,  u"Without Authorization."_s, u"With another Content-Type."_s};
    QCOMPARE(requestEditSentences(decidedRequest(), sent), expected);
    sent = decidedRequest();
    sent.content.reset();
    QCOMPARE(requestEditSentences(decidedRequest(), sent), QStringList(u"Without the body of 22 bytes."_s));
    QCOMPARE(requestEditSentences(sent, decidedRequest()), QStringList(u"With a body of 22 bytes."_s));
}

void RequestEditTest::secretsAreNotTold()
{
    Request sent = decidedRequest();
    sent.target = *parseFirstUrl("http://u:other@a.test/x");
    sent.fields.set("Authorization", "Bearer other");
    const QString told = requestEditSentences(decidedRequest(), sent).join(u' ');
    QCOMPARE(told, u"Another user name or password in the URL. With another Authorization."_s);
    sent.target = *parseFirstUrl("http://u:other@b.test/x");
    QVERIFY(!requestEditSentences(decidedRequest(), sent).join(u' ').contains(u":other"_s));
}

void RequestEditTest::onlyAChangedHopIsTold()
{
    RedirectChain chain;
    Hop first;
    first.decision.emplace();
    first.decision->next = decidedRequest();
    Hop second;
    second.exchange.request = decidedRequest();
    second.exchange.request.method = Method::known("GET");
    chain.hops = {first, second};
    QCOMPARE(requestEditSentences(chain, 2), QStringList());
    chain.hops[1].exchange.changedByUser = true;
    QCOMPARE(requestEditSentences(chain, 2), QStringList(u"GET in place of POST."_s));
    for (const int hop : {0, 1, 3})
        QCOMPARE(requestEditSentences(chain, hop), QStringList());
}

DETOUR_TEST(RequestEditTest)
#include "tst_requestedit.moc"
