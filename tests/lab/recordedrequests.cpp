// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "recordedrequests.h"

namespace Detour::Test {

namespace {

QByteArray get(const QByteArray &fields)
{
    return "GET / HTTP/1.1\r\nHost: localhost:8307\r\n" + fields + "\r\n";
}

QByteArray post(const QByteArray &fields, const QByteArray &content)
{
    return "POST /lab/echo HTTP/1.1\r\nHost: localhost:8307\r\n" + fields + "\r\n" + content;
}

QByteArray chunked(const QByteArray &content)
{
    return post("Transfer-Encoding: chunked\r\n", content);
}

QList<RecordedRequest> ofPrograms()
{
    return {
        {"curl",
         "GET /lab/chain/302 HTTP/1.1\r\nHost: 127.0.0.1:8307\r\nUser-Agent: curl/7.88.1\r\nAccept: */*\r\n\r\n"},
        {"curl -d", "POST /lab/chain/307 HTTP/1.1\r\nHost: 127.0.0.1:8307\r\nUser-Agent: curl/7.88.1\r\nAccept: */*\r\n"
                    "Content-Length: 7\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\na=1&b=2"},
        {"curl -I", "HEAD / HTTP/1.1\r\nHost: localhost:8307\r\nUser-Agent: curl/7.88.1\r\nAccept: */*\r\n\r\n"},
        {"curl -T -", "PUT /put HTTP/1.1\r\nHost: localhost:8307\r\nTransfer-Encoding: chunked\r\nExpect: "
                      "100-continue\r\n\r\n6\r\nhello\n\r\n0\r\n\r\n"},
        {"curl -0", "GET /get HTTP/1.0\r\nHost: localhost:8307\r\nUser-Agent: curl/7.88.1\r\nAccept: */*\r\n\r\n"},
        {"curl -x", "GET http://pay.localhost:8307/lab/echo HTTP/1.1\r\nHost: pay.localhost:8307\r\nProxy-Connection: "
                    "Keep-Alive\r\n\r\n"},
        {"Firefox",
         "GET /lab/chain/301/200 HTTP/1.1\r\nHost: localhost:8307\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64; "
         "rv:128.0) Gecko/20100101 Firefox/128.0\r\nAccept: text/html,*/*;q=0.8\r\nAccept-Language: "
         "en-US,en;q=0.5\r\nAccept-Encoding: gzip, deflate, br, zstd\r\nConnection: keep-alive\r\nCookie: sid=1; "
         "theme=dark\r\nUpgrade-Insecure-Requests: 1\r\nSec-Fetch-Dest: document\r\n\r\n"},
        {"a form",
         post("Origin: http://localhost:8307\r\nContent-Type: multipart/form-data; boundary=----b\r\nContent-Length: "
              "83\r\n",
              "------b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\nGET / HTTP/1.1\r\n------b--\r\n")},
        {"wget",
         "GET /redirect/2 HTTP/1.1\r\nUser-Agent: Wget/1.21.3\r\nAccept: */*\r\nAccept-Encoding: identity\r\nHost: "
         "127.0.0.1:8307\r\nConnection: Keep-Alive\r\n\r\n"},
        {"Python", "POST /post HTTP/1.1\r\nAccept-Encoding: identity\r\nContent-Length: 22\r\nHost: localhost:8307\r\n"
                   "User-Agent: Python-urllib/3.11\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
                   "{\"file\":\"resume.pdf\"}\n"},
        {"Detour", "DELETE /lab/chain/308 HTTP/1.1\r\nHost: localhost:8307\r\nContent-Length: 0\r\nConnection: "
                   "Keep-Alive\r\nAccept-Encoding: identity\r\nAccept-Language: en,*\r\nUser-Agent: Detour/0.1.0 "
                   "(k3f9.1)\r\n\r\n"},
        {"a preflight", "OPTIONS /put HTTP/1.1\r\nHost: localhost:8307\r\nOrigin: http://a.test\r\n"
                        "Access-Control-Request-Method: PUT\r\nAccess-Control-Request-Headers: x-a\r\n\r\n"},
        {"an upgrade", get("Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQ\r\n")},
        {"conditional", get("If-None-Match: W/\"a\", \"b,c\"\r\nIf-Modified-Since: Sat, 29 Oct 1994 19:43:31 GMT\r\n")},
    };
}

QList<RecordedRequest> good()
{
    return {
        {"any token", "br'ew~! /lab/echo HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"the server itself", "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"HTTP/1.0 bare", "GET / HTTP/1.0\r\n\r\n"},
        {"HTTP/1.0 kept", "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET / HTTP/1.0\r\n\r\n"},
        {"pipelined", get({}) + get("X: 1\r\n") + post("Content-Length: 2\r\n", "hi") + get("Connection: close\r\n")},
        {"empty lines first", "\r\n\r\n\n" + get({})},
        {"bare LF", "GET /a HTTP/1.1\nHost: localhost\nX: y\n\n"},
        {"mixed line ends", "POST /a HTTP/1.1\r\nHost: localhost\nContent-Length: 3\n\r\nabc"},
        {"values trimmed", get("X-A: \t 1 \t\r\nX-B:\r\nX-C:2\r\nx-a:\t3\r\n")},
        {"bytes above ASCII", get("X-Name: caf\xc3\xa9 \xe9\r\n")},
        {"a raw target", "GET /caf\xc3\xa9?a={b}|\\^` HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"absolute without a path", "GET HTTP://LOCALHOST?q HTTP/1.1\r\nHost: other.test\r\n\r\n"},
        {"an IPv6 host", "GET /lab/echo HTTP/1.1\r\nHost: [::1]:8307\r\n\r\n"},
        {"no content, length 0", post("Content-Length: 0\r\n", {}) + get({})},
        {"the same length twice", post("Content-Length: 2, 2\r\ncontent-length: 2\r\n", "hi") + get({})},
        {"chunks", chunked("5\r\nHello\r\n00A;x=\"y\"\r\n, chunked!\r\n0\r\n\r\n") + get({})},
        {"chunks with trailers", chunked("1\r\na\r\n0000\r\nDigest: x\r\nX: y\r\n\r\n") + get({})},
        {"chunks with bare LF", chunked("2\nhi\n0\n\n")},
        {"content like a request",
         post("Content-Length: 35\r\n", "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n") + get({})},
        {"NUL in the content", post("Content-Length: 4\r\n", QByteArray("a\0b\n", 4))},
        {"unfinished", post("Content-Length: 10\r\n", "half")},
    };
}

QList<RecordedRequest> bad()
{
    return {
        {"TLS", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11)},
        {"HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
        {"HTTP/0.9", "GET /\r\n"},
        {"length and chunks", post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")},
        {"two lengths", post("Content-Length: 3\r\nContent-Length: 4\r\n", "abcd")},
        {"a signed length", post("Content-Length: +3\r\n", "abc")},
        {"codings", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n")},
        {"two hosts", get("Host: evil.test\r\n")},
        {"no host", "GET / HTTP/1.1\r\nX: y\r\n\r\n"},
        {"a folded line", get("X: a\r\n b\r\n")},
        {"space before the colon", get("Transfer-Encoding : chunked\r\n")},
        {"CR within a line", get("X: a\rb\r\n")},
        {"NUL within a line", get(QByteArray("X: a\0b\r\n", 8))},
        {"a chunk too long", get({}) + chunked("3\r\nabcd\r\n0\r\n\r\n")},
        {"a chunk without a size", chunked("xyz\r\nabc\r\n")},
    };
}

} // namespace

QList<RecordedRequest> recordedRequests()
{
    return ofPrograms() + good() + bad();
}

QByteArray outcomeOf(RequestParser &parser, RequestParser::State state)
{
    QByteArray text;
    while (state == RequestParser::State::Complete) {
        const LabRequest request = parser.take();
        text += request.line + '|' + request.authority + '|' + request.target + '|' + request.rawHead + '|';
        for (const Field &field : request.fields) {
            text += field.name + '=' + field.value + ';';
        }
        if (request.content) {
            text += QByteArray::number(request.content->bytes) + request.content->sha256 + request.content->preview;
        }
        text += request.keepsConnection ? "|keeps\n" : "|closes\n";
        state = parser.feed({});
    }
    if (state == RequestParser::State::Bad) {
        text += "refused: " + QByteArray::number(parser.error().status) + ' ' + parser.error().reason.toUtf8();
    }
    return text;
}

QByteArray outcomeOf(QByteArrayView bytes)
{
    RequestParser parser;
    return outcomeOf(parser, parser.feed(bytes));
}

bool isRefused(const QByteArray &outcome)
{
    return outcome.mid(outcome.lastIndexOf('\n') + 1).startsWith("refused: ");
}

} // namespace Detour::Test
