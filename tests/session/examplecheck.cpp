// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "examplecheck.h"

#include "document/exampleblock.h"
#include "semantics/origin.h"

#include <QTest>

namespace Detour::Test {

using namespace Qt::StringLiterals;

namespace {

/// A path on the origin of the request before, or a whole URL.
QByteArray targetAsClaimed(const TargetUri &target, const TargetUri &previous)
{
    return isSameOrigin(target, previous) ? target.originForm() : target.withoutFragment().toBytes();
}

QString contentAsClaimed(const Exchange &exchange, const Exchange &previous)
{
    const std::optional<ContentInfo> &content = exchange.received->content;
    if (!content) {
        return u"none"_s;
    }
    if (content->bytes == 0) {
        return u"empty"_s;
    }
    const std::optional<ContentInfo> &before =
        previous.received ? previous.received->content : previous.request.content;
    return before && before->sha256 == content->sha256 ? u"same"_s : u"other"_s;
}

/// A message as the page writes it.
struct Written
{
    QByteArray startLine;
    FieldList fields;
    QByteArray body;
};

Written writtenMessage(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const qsizetype empty = bytes.indexOf("\n\n");
    Written message;
    for (const QByteArray &line : (empty < 0 ? bytes : bytes.left(empty)).split('\n')) {
        if (message.startLine.isEmpty()) {
            message.startLine = line;
        } else if (const auto field = Field::fromLine(line)) {
            message.fields.append(*field);
        }
    }
    message.body = empty < 0 ? QByteArray() : bytes.mid(empty + 2);
    return message;
}

/// "name: value" in lower-case names, sorted, without those named.
QStringList sortedFields(const FieldList &fields, const QList<QByteArray> &without = {})
{
    QStringList lines;
    for (const Field &field : fields) {
        const bool isLeftOut = std::any_of(without.begin(), without.end(),
                                           [&field](const QByteArray &name) { return field.isNamed(name); });
        if (!isLeftOut) {
            lines.append(QString::fromUtf8(field.name.toLower() + ": " + field.value));
        }
    }
    lines.sort();
    return lines;
}

/// Fields that the transport adds by itself and the page does not write.
QList<QByteArray> addedOnly(const Exchange &exchange, const Written &written)
{
    QList<QByteArray> names = exchange.added;
    names.append("User-Agent");
    names.removeIf([&written](const QByteArray &name) { return written.fields.contains(name); });
    return names;
}

/// The place of the written request that this is, at `from` or later, or -1. A page can be asked for twice, in the
/// clear and over TLS, in the same words.
qsizetype placeOf(const ReceivedRequest &request, const QStringList &messages, qsizetype from)
{
    for (qsizetype i = from; i < messages.size(); i += 2) {
        const Written written = writtenMessage(messages.at(i));
        if (written.startLine == request.line && written.fields.value("Host") == request.fields.value("Host")) {
            return i;
        }
    }
    return -1;
}

void compareExchange(const Exchange &exchange, const QString &requestText, const QString &answerText)
{
    const Written request = writtenMessage(requestText);
    QCOMPARE(exchange.received->line, request.startLine);
    QCOMPARE(sortedFields(exchange.received->fields, addedOnly(exchange, request)), sortedFields(request.fields));
    QCOMPARE(exchange.received->content ? exchange.received->content->preview : QByteArray(), request.body);
    const Written answer = writtenMessage(answerText);
    QVERIFY(exchange.response);
    QCOMPARE("HTTP/1.1 " + QByteArray::number(exchange.response->status) + ' ' + exchange.response->reasonPhrase,
             answer.startLine);
    QCOMPARE(sortedFields(exchange.response->fields), sortedFields(answer.fields));
    QCOMPARE(exchange.response->content ? exchange.response->content->preview : QByteArray(), answer.body);
}

} // namespace

QStringList claimsOf(const Example &example)
{
    QStringList claims;
    for (const NextClaim &claim : example.next) {
        if (claim.delivers) {
            claims.append(u"deliver"_s);
        } else if (claim.stops) {
            claims.append(u"stop "_s + claim.stopCode);
        } else {
            claims.append(QString::fromLatin1(claim.method + ' ' + claim.target + ' ') + claim.content);
        }
    }
    return claims;
}

QStringList whatWasSent(const RedirectChain &chain)
{
    QStringList sent;
    for (qsizetype i = 1; i < chain.hops.size(); ++i) {
        const Exchange &previous = chain.hops.at(i - 1).exchange;
        const Exchange &exchange = chain.hops.at(i).exchange;
        if (exchange.answeredBy != AnswerSource::Server) {
            continue;
        }
        if (!exchange.received) {
            return {u"hop %1 did not reach the lab"_s.arg(i + 1)};
        }
        sent.append(QString::fromLatin1(exchange.request.method.token() + ' '
                                        + targetAsClaimed(exchange.request.target, previous.request.target) + ' ')
                    + contentAsClaimed(exchange, previous));
    }
    const std::optional<Response> &last = chain.hops.constLast().exchange.response;
    if (chain.outcome == Outcome::Completed && last && isRedirection(last->status)) {
        sent.append(u"deliver"_s);
    } else if (chain.outcome != Outcome::Completed) {
        sent.append(u"stop "_s + (chain.end ? chain.end->code : QString()));
    }
    return sent;
}

void compareMessages(const RedirectChain &chain, const Example &example, bool isRemembering)
{
    const QStringList messages = splitMessages(example.text);
    if (!isRemembering) {
        QCOMPARE(chain.hops.size(), messages.size() / 2);
    }
    qsizetype next = 0;
    for (qsizetype i = 0; i < chain.hops.size(); ++i) {
        const Exchange &exchange = chain.hops.at(i).exchange;
        if (isRemembering && exchange.answeredBy != AnswerSource::Server) {
            continue;
        }
        QVERIFY(exchange.received);
        const qsizetype place = isRemembering ? placeOf(*exchange.received, messages, next) : 2 * i;
        QVERIFY2(place >= 0, exchange.received->line.constData());
        compareExchange(exchange, messages.at(place), messages.value(place + 1));
        next = place + 2;
    }
}

} // namespace Detour::Test
