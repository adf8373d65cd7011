// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/chains.h"

#include "semantics/origin.h"

using namespace Qt::StringLiterals;

namespace Detour::Test {

namespace {

Change change(ChangeKind kind, const QByteArray &name = {}, const QByteArray &from = {}, const QByteArray &to = {})
{
    Change result;
    result.kind = kind;
    result.name = name;
    result.from = from;
    result.to = to;
    result.rule = u"test-rule"_s;
    return result;
}

Decision follow(const Request &request, const Request &next, ContentFate fate)
{
    Decision decision;
    decision.action = Action::Follow;
    decision.next = next;
    decision.content = fate;
    decision.reasons = {Reason{u"test-rule"_s, u"Because the test says so."_s, u"RFC 9110 §15.4"_s}};
    if (request.method != next.method) {
        decision.changes << change(ChangeKind::MethodChanged, {}, request.method.token(), next.method.token());
    }
    decision.changes << change(ChangeKind::TargetChanged, {}, request.target.toBytes(), next.target.toBytes());
    for (const Field &field : request.fields) {
        if (!next.fields.contains(field.name)) {
            decision.changes << change(ChangeKind::FieldRemoved, field.name, field.value);
        }
    }
    if (!isSameOrigin(request.target, next.target)) {
        decision.changes << change(ChangeKind::OriginChanged);
    }
    return decision;
}

} // namespace

TargetUri uri(const QByteArray &host, const QByteArray &path, std::optional<int> port)
{
    TargetUri result;
    result.scheme = "http";
    result.host = host;
    result.port = port;
    const qsizetype query = path.indexOf('?');
    result.path = query < 0 ? path : path.left(query);
    if (query >= 0) {
        result.query = path.mid(query + 1);
    }
    return result;
}

ChainMaker ChainMaker::post(const TargetUri &target, qint64 bytes)
{
    ChainMaker maker = get(target);
    maker.m_next.method = Method::known("POST");
    ContentInfo content;
    content.bytes = bytes;
    maker.m_next.content = content;
    maker.m_next.fields = {{"Authorization", "Bearer demo"}, {"Content-Type", "application/json"}};
    return maker;
}

ChainMaker ChainMaker::get(const TargetUri &target)
{
    ChainMaker maker;
    maker.m_chain.traceId = u"t"_s;
    maker.m_chain.clientId = u"fetch"_s;
    maker.m_chain.clientName = u"Browsers (Fetch)"_s;
    maker.m_next.target = target;
    return maker;
}

ChainMaker &ChainMaker::addField(const QByteArray &name, const QByteArray &value)
{
    m_next.fields.append(name, value);
    return *this;
}

Hop &ChainMaker::answered(StatusCode status)
{
    Hop hop;
    hop.exchange.request = m_next;
    Response response;
    response.status = status;
    response.reasonPhrase = registeredReasonPhrase(status).toLatin1();
    hop.exchange.response = response;
    m_chain.hops.append(hop);
    return m_chain.hops.last();
}

ChainMaker &ChainMaker::keepsTo(StatusCode status, const TargetUri &next)
{
    Hop &hop = answered(status);
    hop.exchange.response->fields.append("Location", next.toBytes());
    m_next.target = next;
    if (!isSameOrigin(hop.exchange.request.target, next)) {
        m_next.fields.remove("Authorization");
        m_next.fields.remove("Cookie");
    }
    hop.decision = follow(hop.exchange.request, m_next, m_next.content ? ContentFate::Same : ContentFate::None);
    return *this;
}

ChainMaker &ChainMaker::becomesGetAt(StatusCode status, const TargetUri &next)
{
    Hop &hop = answered(status);
    hop.exchange.response->fields.append("Location", next.toBytes());
    m_next.target = next;
    m_next.method = Method::get();
    m_next.content.reset();
    m_next.fields.remove("Content-Type");
    if (!isSameOrigin(hop.exchange.request.target, next)) {
        m_next.fields.remove("Authorization");
        m_next.fields.remove("Cookie");
    }
    hop.decision = follow(hop.exchange.request, m_next, ContentFate::None);
    return *this;
}

ChainMaker &ChainMaker::delivers(StatusCode status, const QByteArray &type, qint64 bytes)
{
    Hop &hop = answered(status);
    hop.exchange.response->fields.append("Content-Type", type);
    ContentInfo content;
    content.bytes = bytes;
    hop.exchange.response->content = content;
    Decision decision;
    decision.reasons = {Reason{u"final-answer"_s, u"It is an answer."_s, {}}};
    hop.decision = decision;
    m_chain.outcome = Outcome::Completed;
    return *this;
}

ChainMaker &ChainMaker::stops(StatusCode status, const QByteArray &location, const QString &code)
{
    Hop &hop = answered(status);
    if (!location.isNull()) {
        hop.exchange.response->fields.append("Location", location);
    }
    Decision decision;
    decision.action = Action::Stop;
    decision.stopCode = code;
    decision.reasons = {Reason{u"test-rule"_s, u"A rule says stop."_s, {}}};
    hop.decision = decision;
    return endsWith(Outcome::Stopped, code, u"It stopped."_s);
}

ChainMaker &ChainMaker::fails(const QString &code, const QString &message)
{
    waits();
    m_chain.hops.last().exchange.failure = ExchangeFailure{code, message};
    return endsWith(Outcome::Failed, code, message);
}

ChainMaker &ChainMaker::answeredWithoutDecision(StatusCode status, const QByteArray &location)
{
    Hop &hop = answered(status);
    if (!location.isEmpty()) {
        hop.exchange.response->fields.append("Location", location);
    }
    return *this;
}

ChainMaker &ChainMaker::waits()
{
    Hop hop;
    hop.exchange.request = m_next;
    m_chain.hops.append(hop);
    return *this;
}

ChainMaker &ChainMaker::endsWith(Outcome outcome, const QString &code, const QString &message)
{
    m_chain.outcome = outcome;
    m_chain.end = ChainEnd{code, message, int(m_chain.hops.size())};
    return *this;
}

RedirectChain ChainMaker::running(qsizetype hops) const
{
    RedirectChain part = m_chain;
    part.hops.resize(hops);
    part.outcome = Outcome::Running;
    part.end.reset();
    return part;
}

RedirectChain upload()
{
    return ChainMaker::post(uri("files.localhost", "/upload"))
        .keepsTo(307, uri("files.localhost", "/upload-temp"))
        .becomesGetAt(303, uri("www.localhost", "/receipts/57"))
        .delivers(200)
        .chain();
}

RedirectChain checkout()
{
    return ChainMaker::post(uri("shop.localhost", "/checkout"), 48)
        .becomesGetAt(302, uri("shop.localhost", "/thanks"))
        .delivers(200)
        .chain();
}

RedirectChain longChain(int hops)
{
    ChainMaker maker = ChainMaker::get(uri("a.localhost", "/0"));
    for (int i = 1; i < hops; ++i) {
        maker.becomesGetAt(302, uri(i % 2 == 0 ? "a.localhost" : "b.localhost", "/" + QByteArray::number(i)));
    }
    return maker.delivers(200).chain();
}

} // namespace Detour::Test
