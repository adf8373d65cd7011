// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/labfault.h"

namespace Detour {

namespace {

using namespace Qt::StringLiterals;

void makeBadResponse(Exchange &exchange, const QString &message)
{
    exchange.response.reset();
    exchange.failure = ExchangeFailure{u"bad-response"_s, message};
}

void addNote(Exchange &exchange, const QString &note)
{
    exchange.note = exchange.note.isEmpty() ? note : QString(exchange.note + u' ' + note);
}

} // namespace

void tellFault(Exchange &exchange, WireFault fault)
{
    const QString where = QString::fromLatin1(exchange.request.target.authority());
    switch (fault) {
    case WireFault::Garbage:
        if (exchange.failure && exchange.failure->code == "connection-closed"_L1) {
            makeBadResponse(exchange, u"%1 sent bytes that begin no HTTP response, so the lab's own record says. "
                                      "QNetworkAccessManager saw a connection that was closed."_s.arg(where));
        }
        return;
    case WireFault::BadChunk:
        // Qt takes a size that is no number for the last chunk. RFC 9112 §8: without one the message is incomplete.
        if (exchange.response && !exchange.request.method.is("HEAD")) {
            makeBadResponse(exchange, u"%1 sent a chunk whose size is no number, so the lab's own record says. "
                                      "QNetworkAccessManager took it for the end of the content."_s.arg(where));
        }
        return;
    case WireFault::Twice:
        if (exchange.response) {
            addNote(exchange, u"A second answer came right behind this one. Nobody had asked for it, so it was thrown "
                              "away (RFC 9112 §6.3)."_s);
        }
        return;
    case WireFault::None:
    case WireFault::Reset:
    case WireFault::Close:
    case WireFault::Truncate:
    case WireFault::BadLength:
    case WireFault::Endless:
    case WireFault::Huge:
        return; // the transport sees these itself
    }
}

} // namespace Detour
