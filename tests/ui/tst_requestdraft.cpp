// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "ui/playground/requestdraft.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Detour;

class RequestDraftTest final : public QObject
{
    Q_OBJECT

private slots:
    void typedTextBecomesARequest();
    void aWrongWordIsNamed_data();
    void aWrongWordIsNamed();
    void showingStartsNoLab();
    void anExampleHoldsUntilItsHostIsLeft();
    void anExampleIsFollowedAsItsClient();
    void emptyFieldLinesAreNotCounted();

private:
    Session m_session{ContentStore(), LabPorts{}, "test"};
};

void RequestDraftTest::typedTextBecomesARequest()
{
    RequestDraft draft;
    draft.method = u" PUT "_s;
    draft.url = u"  http://shop.localhost:8307/a?b#c "_s;
    draft.fieldLines = u"Content-Type: text/plain\n\nX-A:  1 \n"_s;
    draft.hasBody = true;
    draft.body = "abc";
    const auto spec = draft.toSpec(m_session, RequestDraft::For::Showing);
    QVERIFY2(spec.hasValue(), qPrintable(spec ? QString() : spec.error().message));
    QCOMPARE(spec->request.method.token(), QByteArray("PUT"));
    QCOMPARE(spec->request.target.toBytes(), QByteArray("http://shop.localhost:8307/a?b#c"));
    QCOMPARE(spec->request.fields.size(), 2);
    QCOMPARE(spec->request.fields.value("x-a"), QByteArray("1"));
    QCOMPARE(spec->request.content->bytes, 3);
    QVERIFY(!spec->script);
}

void RequestDraftTest::aWrongWordIsNamed_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("fields");
    QTest::addColumn<QString>("code");
    QTest::newRow("method of two words") << u"BAD VERB"_s << u"http://a.test/"_s << QString() << u"bad-method"_s;
    QTest::newRow("CONNECT") << u"CONNECT"_s << u"http://a.test/"_s << QString() << u"bad-method"_s;
    QTest::newRow("no URL") << u"GET"_s << QString() << QString() << u"bad-url"_s;
    QTest::newRow("no host") << u"GET"_s << u"http://"_s << QString() << u"bad-url"_s;
    QTest::newRow("ftp") << u"GET"_s << u"ftp://a.test/"_s << QString() << u"unsupported-scheme"_s;
    QTest::newRow("field without a colon") << u"GET"_s << u"http://a.test/"_s << u"nonsense"_s << u"bad-field"_s;
}

void RequestDraftTest::aWrongWordIsNamed()
{
    QFETCH(QString, method);
    QFETCH(QString, url);
    QFETCH(QString, fields);
    QFETCH(QString, code);
    RequestDraft draft;
    draft.method = method;
    draft.url = url;
    draft.fieldLines = fields;
    const auto spec = draft.toSpec(m_session, RequestDraft::For::Sending);
    QVERIFY(!spec);
    QCOMPARE(spec.error().code, code);
    QVERIFY(spec.error().message.endsWith(u'.'));
}

void RequestDraftTest::showingStartsNoLab()
{
    RequestDraft draft;
    draft.url = u"lab:/lab/chain/307"_s;
    QVERIFY(draft.toSpec(m_session, RequestDraft::For::Showing).hasValue());
    QVERIFY(!m_session.labIsRunning());
}

void RequestDraftTest::anExampleHoldsUntilItsHostIsLeft()
{
    Script script;
    script.first.target = *parseFirstUrl("http://shop.localhost:8307/checkout");
    script.origins = {Origin::of(script.first.target)};
    RequestDraft draft = RequestDraft::fromScript(script);
    QCOMPARE(draft.url, u"http://shop.localhost:8307/checkout"_s);
    QVERIFY(draft.toSpec(m_session, RequestDraft::For::Showing)->script.has_value());
    draft.url = u"http://elsewhere.test/"_s;
    QVERIFY(!draft.toSpec(m_session, RequestDraft::For::Showing)->script.has_value());
}

void RequestDraftTest::anExampleIsFollowedAsItsClient()
{
    Example example;
    example.script.first.target = *parseFirstUrl("http://shop.localhost:8307/checkout");
    QCOMPARE(RequestDraft::fromExample(example).client, u"fetch"_s);
    example.client = u"curl"_s;
    const RequestDraft draft = RequestDraft::fromExample(example);
    QCOMPARE(draft.url, u"http://shop.localhost:8307/checkout"_s);
    QCOMPARE(draft.toSpec(m_session, RequestDraft::For::Showing)->policy.id, u"curl"_s);
}

void RequestDraftTest::emptyFieldLinesAreNotCounted()
{
    RequestDraft draft;
    draft.fieldLines = u"A: 1\n  \n\nB: 2\n"_s;
    QCOMPARE(draft.fieldCount(), 2);
}

DETOUR_TEST(RequestDraftTest)
#include "tst_requestdraft.moc"
