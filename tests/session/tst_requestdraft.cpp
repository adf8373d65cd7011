// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/requestdraft.h"
#include "support/testregistry.h"

#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#    include <sys/stat.h>
#endif

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
    void aKindImpliesItsType_data();
    void aKindImpliesItsType();
    void aTypedTypeWins();
    void examplesGainNoType();
    void generatedFieldsAreMarked();
    void optionsGoAlong();
    void aFileIsOpenedOnlyToBeSent();
    void aPipeIsOneShotAndWaitsForNobody();

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

void RequestDraftTest::aKindImpliesItsType_data()
{
    QTest::addColumn<BodyKind>("kind");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("text") << BodyKind::Text << QString() << "text/plain;charset=UTF-8"_ba;
    QTest::newRow("JSON") << BodyKind::Json << QString() << "application/json"_ba;
    QTest::newRow("form") << BodyKind::Form << QString() << "application/x-www-form-urlencoded"_ba;
    QTest::newRow("file") << BodyKind::File << u"a.png"_s << "image/png"_ba;
    QTest::newRow("unknown file") << BodyKind::File << u"a.qqq"_s << "application/octet-stream"_ba;
}

void RequestDraftTest::aKindImpliesItsType()
{
    QFETCH(BodyKind, kind);
    QFETCH(QString, file);
    QFETCH(QByteArray, type);
    RequestDraft draft;
    draft.url = u"http://a.test/"_s;
    draft.hasBody = true;
    draft.bodyKind = kind;
    draft.bodyFile = file;
    const auto spec = draft.toSpec(m_session, RequestDraft::For::Showing);
    QVERIFY(spec.hasValue());
    QCOMPARE(spec->request.fields, (FieldList{{"Content-Type", type}}));
    QVERIFY(spec->request.isGenerated("content-type"));
    draft.hasBody = false;
    QVERIFY(draft.toSpec(m_session, RequestDraft::For::Showing)->request.fields.isEmpty());
}

void RequestDraftTest::aTypedTypeWins()
{
    RequestDraft draft;
    draft.url = u"http://a.test/"_s;
    draft.hasBody = true;
    draft.bodyKind = BodyKind::Json;
    draft.fieldLines = u"content-TYPE : x"_s;
    QVERIFY(draft.impliedContentType().isEmpty());
    draft.fieldLines = u"content-type: text/x"_s;
    const auto spec = draft.toSpec(m_session, RequestDraft::For::Showing);
    QCOMPARE(spec->request.fields.values("Content-Type"), QList<QByteArray>{"text/x"});
    QVERIFY(!spec->request.isGenerated("Content-Type"));
}

void RequestDraftTest::examplesGainNoType()
{
    Script script;
    script.first.target = *parseFirstUrl("http://shop.localhost:8307/checkout");
    script.first.content = ContentInfo{2, {}, false, "{}"};
    RequestDraft draft = RequestDraft::fromScript(script);
    QVERIFY(draft.impliedContentType().isEmpty());
    script.first.fields.append("Content-Type", "application/json; charset=utf-8");
    draft = RequestDraft::fromScript(script);
    QCOMPARE(draft.bodyKind, BodyKind::Json);
    QVERIFY(draft.impliesType);
    script.first.fields.set("Content-Type", "application/x-www-form-urlencoded");
    QCOMPARE(RequestDraft::fromScript(script).bodyKind, BodyKind::Form);
    QCOMPARE(draft.toSpec(m_session, RequestDraft::For::Showing)->request.fields.size(), 1);
}

void RequestDraftTest::generatedFieldsAreMarked()
{
    RequestDraft draft;
    draft.url = u"http://a.test/"_s;
    draft.fieldLines = u"Cookie: a=1\nX-Own: 1"_s;
    draft.generated = {u"Cookie"_s, u"Authorization"_s};
    const auto spec = draft.toSpec(m_session, RequestDraft::For::Showing);
    QCOMPARE(spec->request.generated, QList<QByteArray>{"Cookie"});
}

void RequestDraftTest::optionsGoAlong()
{
    RequestDraft draft;
    draft.url = u"http://a.test/"_s;
    draft.locationTrusted = true;
    draft.verifiesTls = false;
    draft.redirectLimit = 3;
    draft.timeout = std::chrono::seconds(5);
    const auto spec = draft.toSpec(m_session, RequestDraft::For::Showing);
    QVERIFY(spec->locationTrusted && !spec->verifiesTls);
    QCOMPARE(spec->redirectLimit, 3);
    QVERIFY(spec->timeout == std::chrono::seconds(5));
    draft.timeout.reset();
    QVERIFY(draft.toSpec(m_session, RequestDraft::For::Showing)->timeout == std::chrono::seconds(30));
}

void RequestDraftTest::aFileIsOpenedOnlyToBeSent()
{
    RequestDraft draft;
    draft.url = u"http://127.0.0.1:1/"_s;
    draft.hasBody = true;
    draft.bodyKind = BodyKind::File;
    QVERIFY(draft.toSpec(m_session, RequestDraft::For::Showing).hasValue());
    QCOMPARE(draft.toSpec(m_session, RequestDraft::For::Sending).error().code, u"body-unreadable"_s);
    const QTemporaryDir folder;
    draft.bodyFile = folder.path();
    QVERIFY(draft.toSpec(m_session, RequestDraft::For::Sending).error().message.contains(u"folder"_s));
    draft.bodyFile = folder.filePath(u"a.txt"_s);
    QCOMPARE(draft.toSpec(m_session, RequestDraft::For::Sending).error().code, u"body-unreadable"_s);
    QFile file(draft.bodyFile);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("abc");
    file.close();
    QCOMPARE(draft.bodySize(), 3);
    QCOMPARE(draft.toSpec(m_session, RequestDraft::For::Showing)->request.content->bytes, 3);
    QCOMPARE(draft.toSpec(m_session, RequestDraft::For::Sending)->request.content->preview, "abc"_ba);
}

void RequestDraftTest::aPipeIsOneShotAndWaitsForNobody()
{
#ifdef Q_OS_UNIX
    const QTemporaryDir folder;
    RequestDraft draft;
    draft.url = u"http://127.0.0.1:1/"_s;
    draft.hasBody = true;
    draft.bodyKind = BodyKind::File;
    draft.bodyFile = folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(draft.bodyFile).constData(), 0600), 0);
    QCOMPARE(draft.bodySize(), -1);
    QVERIFY(draft.toSpec(m_session, RequestDraft::For::Showing)->request.content->oneShot);
    // Nobody writes to it: opening it the usual way would wait for ever.
    const auto spec = draft.toSpec(m_session, RequestDraft::For::Sending);
    QVERIFY(spec.hasValue());
    QVERIFY(spec->request.content->oneShot);
    QVERIFY(!spec->body->isReplayable());
#else
    QSKIP("there are no named pipes here");
#endif
}

DETOUR_TEST(RequestDraftTest)
#include "tst_requestdraft.moc"
