// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/messagetexts.h"

#include "semantics/clientmemorywords.h"
#include "semantics/displaytext.h"
#include "semantics/mask.h"
#include "semantics/messagehead.h"
#include "ui/inspector/wirewriting.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

using Style = TextPane::Style;
using Mark = TextPane::Mark;

constexpr int wordWidth = 172;
constexpr qsizetype longestHead = 64 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("Inspector", text);
}

/// One row: sign, line, what is to be said about it.
struct Row
{
    Mark mark = Mark::None;
    QByteArray name; ///< empty: `before` or `after` is a whole line
    std::optional<QByteArray> before;
    std::optional<QByteArray> after;
    QString words;
};

void writeRow(TextPane &pane, const Row &row)
{
    pane.nextCell();
    pane.writeMark(row.mark);
    pane.nextCell();
    const bool isGone = row.mark == Mark::Minus;
    if (!row.name.isEmpty())
        pane.write(wireText(row.name, 120), isGone ? Style::Struck : Style::WireName);
    const QString colon = row.name.isEmpty() ? QString() : u": "_s;
    if (row.before) {
        const bool isOld = isGone || (row.after && row.before != row.after);
        pane.write(colon + wireText(*row.before, longestValue), isOld                ? Style::Struck
                                                                : row.name.isEmpty() ? Style::WireStrong
                                                                                     : Style::Wire);
    }
    if (row.after && row.before != row.after)
        pane.write((row.before ? u" → "_s : colon) + wireText(*row.after, longestValue), Style::WireStrong);
    pane.nextCell();
    pane.write(row.words, row.mark == Mark::Minus || row.mark == Mark::Differs ? Style::Strong : Style::Muted);
}

void writeRows(TextPane &pane, const QList<Row> &rows)
{
    const qsizetype shown = qMin(rows.size(), mostFieldLines);
    pane.beginTable(int(shown), {24, 0, wordWidth}, true);
    for (const Row &row : rows.first(shown))
        writeRow(pane, row);
    pane.endTable();
    if (rows.size() > shown)
        writeNote(pane, tr("… and %1 more field lines.").arg(rows.size() - shown));
}

bool isAdded(const Exchange &exchange, const QByteArray &name)
{
    return std::any_of(exchange.added.cbegin(), exchange.added.cend(),
                       [&name](const QByteArray &one) { return one.compare(name, Qt::CaseInsensitive) == 0; });
}

Row requestRow(const Exchange &exchange, const FieldPair &pair)
{
    Row row;
    row.mark = markOf(pair.change);
    row.name = pair.after ? pair.after->name : pair.before->name;
    if (pair.before)
        row.before = pair.before->value;
    if (pair.after)
        row.after = pair.after->value;
    switch (pair.change) {
    case LineChange::Kept:
        row.words = pair.isRespelled() ? tr("arrived, spelled otherwise") : tr("arrived as asked");
        break;
    case LineChange::Changed:
        row.words = tr("arrived otherwise");
        break;
    case LineChange::Removed:
        row.words = tr("asked, did not arrive");
        break;
    case LineChange::Added:
        row.words = isAdded(exchange, row.name) ? tr("added by the client") : tr("not asked, arrived");
        break;
    }
    return row;
}

QByteArray askedLine(const Request &request)
{
    return request.method.token() + ' ' + request.target.masked().toBytes();
}

/// Asked for and read by the lab, line beside line.
QList<Row> comparedRows(const Exchange &exchange)
{
    const Request request = withoutSecrets(exchange.request);
    const ReceivedRequest &received = *exchange.received;
    const QByteArray expected = request.method.token() + ' ' + request.target.originForm() + " HTTP/1.1";
    const bool isSameLine = received.line == expected;
    QList<Row> rows{{isSameLine ? Mark::Equal : Mark::Differs,
                     {},
                     isSameLine ? received.line : askedLine(request),
                     received.line,
                     isSameLine ? tr("arrived as asked") : tr("arrived otherwise")}};
    for (const FieldPair &pair : pairFields(request.fields, masked(received.fields)))
        rows.append(requestRow(exchange, pair));
    if (request.content || received.content) {
        const bool isSame = isSameContent(request.content, received.content);
        const QByteArray asked = contentWords(request.content).toUtf8();
        rows.append({isSame ? Mark::Equal : Mark::Differs, "Body", asked,
                     isSame ? asked : contentWords(received.content).toUtf8(),
                     isSame ? tr("the same bytes arrived") : tr("arrived otherwise")});
    }
    return rows;
}

/// Asked for, and what the client is known to add; what arrived nobody has seen.
QList<Row> askedRows(const Exchange &exchange)
{
    QList<Row> rows{{Mark::None, {}, askedLine(exchange.request), std::nullopt, tr("asked")}};
    for (const Field &field : masked(exchange.request.fields))
        rows.append({Mark::None, field.name, field.value, std::nullopt, tr("asked")});
    for (const QByteArray &name : exchange.added)
        rows.append({Mark::Plus, name, std::nullopt, std::nullopt, tr("added by the client")});
    if (exchange.request.content)
        rows.append({Mark::None, "Body", contentWords(exchange.request.content).toUtf8(), std::nullopt, tr("asked")});
    return rows;
}

QString whoAsked(const HopView &view)
{
    const Exchange &exchange = view.exchange();
    if (exchange.changedByUser)
        return tr("The redirect made this request of the one before, and you changed it before it was sent. ");
    return view.hop == 0 ? tr("This is what you asked for. ")
                         : tr("This is what the redirect made of the request before. ");
}

QString whatArrived(const Exchange &exchange)
{
    switch (exchange.answeredBy) {
    case AnswerSource::Server:
        break;
    case AnswerSource::StoredRedirect:
    case AnswerSource::StoredResponse:
        return tr("Nothing was sent: the client’s cache had the answer.");
    case AnswerSource::HstsUpgrade:
        return tr("Nothing was sent: the client itself goes to https here.");
    }
    if (!exchange.received)
        return tr("The lab was not the server, so what arrived there cannot be observed.");
    if (exchange.labRecord)
        return tr("Beside it, what the lab read on connection %1.").arg(exchange.labRecord->connection);
    return tr("Beside it, what the lab read.");
}

void writeLineEnd(TextPane &pane, const QByteArray &end)
{
    if (end == "\n")
        pane.write(tr("  ends with LF alone"), Style::Bad);
    else if (end.isEmpty())
        pane.write(tr("  no line end"), Style::Muted);
}

/// Bytes of a head, line by line; line ends other than CR LF are named.
void writeHead(TextPane &pane, const QByteArray &head)
{
    qsizetype lines = 0;
    qsizetype at = 0;
    while (at < qMin(head.size(), longestHead) && lines < mostFieldLines) {
        const qsizetype feed = head.indexOf('\n', at);
        const qsizetype next = feed < 0 ? head.size() : feed + 1;
        const qsizetype end = feed < 0 ? next : feed > at && head.at(feed - 1) == '\r' ? feed - 1 : feed;
        pane.paragraph();
        pane.write(wireText(head.mid(at, end - at), longestValue), lines == 0 ? Style::WireStrong : Style::Wire);
        writeLineEnd(pane, head.mid(end, next - end));
        at = next;
        ++lines;
    }
    if (at < head.size())
        writeNote(pane, tr("… and %1 more.").arg(byteCount(head.size() - at)));
}

void writeRawRequest(TextPane &pane, const HopView &view)
{
    const Exchange &exchange = view.exchange();
    pane.paragraph();
    pane.write(tr("As asked"), Style::Strong);
    writeHead(pane, askedLine(exchange.request) + "\r\n" + headOf({}, masked(exchange.request.fields)));
    pane.paragraph(8);
    pane.write(tr("As it arrived"), Style::Strong);
    if (!exchange.received) {
        writeNote(pane, whatArrived(exchange));
        return;
    }
    const bool hasBytes = exchange.labRecord && !exchange.labRecord->rawRequestHead.isEmpty();
    if (!hasBytes)
        writeNote(pane, tr("Put together from what the lab read; its bytes were not kept."));
    writeHead(pane, requestHead(exchange));
}

QList<Row> responseRows(const Exchange &exchange, bool &isExact)
{
    const Response &response = *exchange.response;
    QList<Row> rows{{Mark::None, {}, "HTTP/1.1 " + statusText(response).toUtf8(), std::nullopt, {}}};
    const bool hasBytes = exchange.labRecord && !exchange.labRecord->rawAnswerHead.isEmpty();
    const FieldList sent = hasBytes ? parseHead(exchange.labRecord->rawAnswerHead).fields : response.fields;
    const QList<FieldPair> pairs = pairFields(masked(sent), masked(response.fields));
    isExact = std::all_of(pairs.cbegin(), pairs.cend(),
                          [](const FieldPair &pair) { return pair.change == LineChange::Kept; });
    for (const FieldPair &pair : pairs) {
        Row row{
            isExact ? Mark::None : markOf(pair.change), pair.before ? pair.before->name : pair.after->name, {}, {}, {}};
        if (pair.before)
            row.before = pair.before->value;
        if (pair.after)
            row.after = pair.after->value;
        if (pair.change == LineChange::Changed)
            row.words = tr("the client shows otherwise");
        else if (pair.change == LineChange::Removed)
            row.words = tr("sent, the client hides it");
        else if (pair.change == LineChange::Added)
            row.words = tr("not sent, the client shows it");
        rows.append(row);
    }
    return rows;
}

void writeResponseTable(TextPane &pane, const Exchange &exchange)
{
    bool isExact = true;
    const QList<Row> rows = responseRows(exchange, isExact);
    const bool hasBytes = exchange.labRecord && !exchange.labRecord->rawAnswerHead.isEmpty();
    writeRows(pane, rows);
    writeNote(pane, tr("Body: %1.").arg(contentWords(exchange.response->content)), 2);
    if (hasBytes && isExact)
        writeNote(pane, tr("The client shows each field as the lab sent it."), 2);
    else if (!exchange.repeatedFieldsVisible)
        writeNote(pane, tr("Repeated fields are not observable through QNetworkAccessManager: it merges them."), 2);
}

} // namespace

QByteArray requestHead(const Exchange &exchange)
{
    if (exchange.labRecord && !exchange.labRecord->rawRequestHead.isEmpty())
        return exchange.labRecord->rawRequestHead;
    if (exchange.received)
        return headOf(exchange.received->line, masked(exchange.received->fields));
    return headOf(askedLine(exchange.request), masked(exchange.request.fields));
}

QByteArray responseHead(const Exchange &exchange)
{
    if (exchange.labRecord && !exchange.labRecord->rawAnswerHead.isEmpty())
        return exchange.labRecord->rawAnswerHead;
    if (!exchange.response)
        return {};
    const Response &response = *exchange.response;
    return headOf("HTTP/1.1 " + QByteArray::number(response.status) + ' ' + response.reasonPhrase,
                  masked(response.fields));
}

void writeRequest(TextPane &pane, const HopView &view, HeadForm form)
{
    const Exchange &exchange = view.exchange();
    if (view.brief) {
        pane.paragraph();
        pane.write(wireText(askedLine(exchange.request), 120), Style::WireStrong);
        return;
    }
    if (form == HeadForm::Raw) {
        writeRawRequest(pane, view);
        return;
    }
    writeNote(pane, whoAsked(view) + whatArrived(exchange));
    pane.paragraph();
    writeRows(pane, exchange.received ? comparedRows(exchange) : askedRows(exchange));
}

void writeResponse(TextPane &pane, const HopView &view, HeadForm form)
{
    const Exchange &exchange = view.exchange();
    if (!view.hasAnswer()) {
        if (view.answerTold && exchange.failure)
            writeNote(pane, exchange.failure->message);
        else
            writeNotYet(pane);
        return;
    }
    if (view.brief) {
        pane.paragraph();
        pane.write(u"HTTP/1.1 "_s + statusText(*exchange.response), Style::WireStrong);
        return;
    }
    if (const QString words = answerSourceSentence(exchange); !words.isEmpty()) {
        writeNote(pane, words);
        pane.paragraph();
    }
    if (form == HeadForm::Table) {
        writeResponseTable(pane, exchange);
        return;
    }
    if (!exchange.labRecord || exchange.labRecord->rawAnswerHead.isEmpty())
        writeNote(pane, tr("Put together from what the client shows; the bytes were not kept."));
    writeHead(pane, responseHead(exchange));
}

} // namespace Detour
