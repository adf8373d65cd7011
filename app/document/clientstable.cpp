// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/clientstable.h"

#include "document/blockmaker.h"
#include "semantics/decision.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

bool takesBody(const Method &method)
{
    return method.token() == "POST" || method.token() == "PUT" || method.token() == "PATCH";
}

Request requestWith(const Method &method)
{
    Request request;
    request.method = method;
    request.target = *parseAbsoluteUri("http://www.example/here", LocationDialect::Rfc3986);
    if (takesBody(method)) {
        request.fields.append(Field{"Content-Type", "text/plain"});
        ContentInfo content;
        content.bytes = 4;
        content.preview = "body";
        request.content = content;
    }
    return request;
}

Response responseWith(StatusCode status)
{
    Response response;
    response.status = status;
    response.fields.append(Field{"Location", "/there"});
    return response;
}

ClientsTable::Cell cellFor(const Request &request, const Decision &decision)
{
    ClientsTable::Cell cell;
    switch (decision.action) {
    case Action::Deliver:
        cell.outcome = ClientsTable::Cell::Outcome::NotFollowed;
        return cell;
    case Action::Stop:
        cell.outcome = ClientsTable::Cell::Outcome::Error;
        return cell;
    case Action::Follow:
        break;
    }
    cell.sent.isPill = true;
    cell.sent.method = decision.next->method.toString();
    cell.hasEmptyBody = decision.content == ContentFate::Empty;
    if (request.content) {
        cell.sent.body = decision.content == ContentFate::Same ? CodeSpan::Body::Present : CodeSpan::Body::Dropped;
    }
    return cell;
}

QList<Inline> inlinesFor(const ClientsTable::Cell &cell)
{
    switch (cell.outcome) {
    case ClientsTable::Cell::Outcome::NotFollowed:
        return {textInline(u"not followed"_s)};
    case ClientsTable::Cell::Outcome::Error:
        return {textInline(u"an error"_s)};
    case ClientsTable::Cell::Outcome::Sent:
        break;
    }
    QList<Inline> inlines{codeInline("pill:"_L1 + cell.sent.pillName())};
    if (cell.hasEmptyBody) {
        inlines.append(textInline(u" an empty body"_s));
    }
    return inlines;
}

} // namespace

ClientsTable::ClientsTable(const QList<ClientPolicy> &clients, const ClientsFence &fence)
{
    m_header.append(u"Client"_s);
    for (const Method &method : fence.methods) {
        m_header.append(method.toString() + (takesBody(method) ? u" with a body"_s : QString()));
    }
    for (const ClientPolicy &policy : clients) {
        Row row{policy.name, policy.version, {}};
        for (const Method &method : fence.methods) {
            const Request request = requestWith(method);
            row.cells.append(cellFor(request, decide(request, responseWith(fence.status), {}, policy)));
        }
        m_rows.append(row);
    }
}

Block ClientsTable::toBlock() const
{
    QList<QList<QList<Inline>>> rows(1);
    for (const QString &title : m_header) {
        rows.first().append({textInline(title)});
    }
    for (const Row &row : m_rows) {
        QList<QList<Inline>> cells{{textInline(row.client + ", "_L1 + row.version)}};
        for (const Cell &cell : row.cells) {
            cells.append(inlinesFor(cell));
        }
        rows.append(cells);
    }
    return tableBlock(rows);
}

} // namespace Detour
