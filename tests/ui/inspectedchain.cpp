// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "inspectedchain.h"

#include "semantics/contentmeter.h"
#include "semantics/messagehead.h"

using namespace Qt::StringLiterals;

namespace Detour::Test {

namespace {

ContentInfo contentOf(const QByteArray &bytes)
{
    ContentMeter meter;
    meter.add(bytes);
    return meter.take();
}

StoredCookie cookie(const char *name, const char *value, const char *domain)
{
    StoredCookie result;
    result.name = name;
    result.value = value;
    result.domain = domain;
    result.path = "/";
    return result;
}

/// What the lab would have seen of it.
void record(Exchange &exchange, int connection)
{
    const Request &request = exchange.request;
    ReceivedRequest received;
    received.line = request.method.token() + ' ' + request.target.originForm() + " HTTP/1.1";
    received.fields.append("Host", request.target.authority());
    for (const Field &field : request.fields)
        received.fields.append(field);
    received.fields.append("User-Agent", "Detour/1.0 (k7f3.1)");
    received.content = request.content;
    exchange.added = {"Host", "User-Agent"};
    exchange.timing = {connection * 4.0, 3.4, 0.42, std::nullopt, 2.31, 0.18};
    LabRecord lab;
    lab.connection = quint64(connection);
    lab.peerPort = 40122;
    lab.requestBegun = 100.0;
    lab.requestRead = 100.3;
    lab.answerBegun = 101.9;
    lab.answerWritten = 102.0;
    lab.rawRequestHead = headOf(received.line, received.fields) + "\r\n";
    lab.rawAnswerHead =
        headOf("HTTP/1.1 " + QByteArray::number(exchange.response->status) + ' ' + exchange.response->reasonPhrase,
               exchange.response->fields)
        + "\r\n";
    exchange.received = received;
    exchange.labRecord = lab;
    exchange.repeatedFieldsVisible = true;
}

Hop answered(const Request &request, Response response, const ClientPolicy &policy, int connection)
{
    Hop hop;
    hop.exchange.request = request;
    hop.decision = decide(request, response, {}, policy);
    hop.exchange.response = std::move(response);
    record(hop.exchange, connection);
    return hop;
}

} // namespace

RedirectChain inspectedChain(const ClientPolicy &policy)
{
    Request first;
    first.method = Method::known("POST");
    first.target = *parseFirstUrl("http://files.localhost:8307/docs/upload?draft=1#top");
    first.fields = FieldList{{"Authorization", "Bearer hush-hush"}, {"Content-Type", "application/json"}};
    first.content = contentOf(R"({"file":"resume.pdf","tags":["a",1.50],"empty":{}})");
    RedirectChain chain;
    chain.traceId = u"k7f3"_s;
    chain.clientId = policy.id;
    chain.clientName = policy.name;
    chain.hops.append(answered(
        first, {307, "Temporary Redirect", FieldList{{"Location", "../upload-temp"}, {"Content-Length", "0"}}, {}},
        policy, 1));
    chain.hops.append(answered(*chain.hops.at(0).decision->next,
                               {303,
                                "See Other",
                                FieldList{{"Location", "http://www.localhost:8307/receipts/57"},
                                          {"Set-Cookie", "receipt=57"},
                                          {"Content-Length", "0"}},
                                {}},
                               policy, 1));
    chain.hops.append(answered(*chain.hops.at(1).decision->next,
                               {200, "OK", FieldList{{"Content-Type", "text/html"}}, contentOf("<h1>Thanks</h1>\n")},
                               policy, 2));
    StoredCookie theme = cookie("theme", "dark", "files.localhost");
    theme.expires = QDateTime(QDate(2030, 1, 1), QTime(0, 0), Qt::UTC);
    StoredCookie secure = cookie("sid", "s3cret-value", "files.localhost");
    secure.secure = true;
    const StoredCookie receipt = cookie("receipt", "57", "files.localhost");
    chain.hops[0].exchange.cookies = JarChange{{theme, secure}, {theme, secure}};
    chain.hops[1].exchange.cookies = JarChange{{theme, secure}, {theme, secure, receipt}};
    chain.hops[2].exchange.cookies = JarChange{{theme, secure, receipt}, {theme, secure, receipt}};
    chain.outcome = Outcome::Completed;
    return chain;
}

} // namespace Detour::Test
