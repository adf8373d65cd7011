// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/exampleblock.h"

#include "document/codespan.h"
#include "document/frontmatter.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

struct Word
{
    QString key; ///< empty for a bare word
    QString value;
};

/// `run=ID title="…"`: words parted by spaces; a quoted value may hold spaces, and nothing escapes a quote.
QList<Word> words(const QString &info)
{
    QList<Word> result;
    qsizetype i = 0;
    while (i < info.size()) {
        if (info.at(i) == u' ') {
            ++i;
            continue;
        }
        const qsizetype begin = i;
        while (i < info.size() && info.at(i) != u' ' && info.at(i) != u'=') {
            ++i;
        }
        const QString name = info.mid(begin, i - begin);
        if (i >= info.size() || info.at(i) == u' ') {
            result.append({{}, name});
            continue;
        }
        ++i;
        const bool isQuoted = i < info.size() && info.at(i) == u'"';
        const qsizetype from = isQuoted ? i + 1 : i;
        const qsizetype found = info.indexOf(isQuoted ? u'"' : u' ', from);
        const qsizetype end = found < 0 ? info.size() : found;
        result.append({name, info.mid(from, end - from)});
        i = isQuoted ? end + 1 : end;
    }
    return result;
}

bool isContentWord(const QString &word)
{
    return word == "same"_L1 || word == "none"_L1 || word == "empty"_L1;
}

std::optional<NextClaim> readClaim(const QString &line)
{
    const qsizetype bar = line.indexOf(" | "_L1);
    if (bar < 0) {
        return std::nullopt;
    }
    const QStringList head = line.left(bar).split(u' ');
    NextClaim claim;
    claim.rest = line.mid(bar + 3);
    if (head.first() == "stop"_L1) {
        claim.stops = true;
        claim.stopCode = head.value(1);
        return head.size() == 2 && isSlug(claim.stopCode) ? std::optional(claim) : std::nullopt;
    }
    if (head.first() == "deliver"_L1) {
        claim.delivers = true;
        return head.size() == 1 ? std::optional(claim) : std::nullopt;
    }
    if (head.size() != 3 || !Method::fromToken(head.at(0).toUtf8()) || head.at(1).isEmpty()
        || !isContentWord(head.at(2))) {
        return std::nullopt;
    }
    claim.method = head.at(0).toUtf8();
    claim.target = head.at(1).toUtf8();
    claim.content = head.at(2);
    return claim;
}

} // namespace

Result<FenceInfo> readFenceInfo(const QString &info)
{
    const QList<Word> list = words(info);
    FenceInfo fence;
    if (list.isEmpty() || !list.first().key.isEmpty()) {
        return fence;
    }
    fence.language = list.first().value;
    if (!fence.isHttp()) {
        return fence;
    }
    for (const Word &word : list.mid(1)) {
        if (word.key == "run"_L1 && isSlug(word.value)) {
            fence.run = word.value;
        } else if (word.key == "as"_L1 && isSlug(word.value.toLower())) { // curl-X has a capital
            fence.client = word.value;
        } else if (word.key == "title"_L1) {
            fence.title = word.value;
        } else if (word.key.isEmpty() && word.value == "illustration"_L1) {
            fence.isIllustration = true;
        } else {
            return Error{u"bad-page"_s, u"an http fence takes run=ID or illustration, as=CLIENT, and title=\"…\"."_s};
        }
    }
    if (fence.run.isEmpty() != fence.isIllustration) {
        return Error{u"bad-page"_s, u"an http fence says either run=ID or illustration."_s};
    }
    if (fence.isIllustration && !fence.client.isEmpty()) {
        return Error{u"bad-page"_s, u"an illustration is followed by no client: as=CLIENT goes with run=ID."_s};
    }
    return fence;
}

Result<QList<NextClaim>> readNextClaims(const QString &text, int firstLine)
{
    QList<NextClaim> claims;
    int number = firstLine;
    for (const QString &line : text.chopped(text.endsWith(u'\n') ? 1 : 0).split(u'\n')) {
        const auto claim = readClaim(line);
        if (!claim) {
            return badPage(number,
                           u"a next line is “METHOD TARGET same|none|empty | words”, “stop REASON | words” or “deliver "
                           "| words”."_s);
        }
        if (!claims.isEmpty() && !claims.last().sends()) {
            return badPage(number, u"nothing comes after a stop or a deliver."_s);
        }
        claims.append(*claim);
        ++number;
    }
    return claims;
}

QStringList splitMessages(const QString &text)
{
    QStringList messages{QString()};
    for (const QString &line : text.chopped(text.endsWith(u'\n') ? 1 : 0).split(u'\n')) {
        if (line == "---"_L1) {
            messages.append(QString());
        } else {
            messages.last() += line + u'\n';
        }
    }
    for (QString &message : messages) {
        message.chop(message.isEmpty() ? 0 : 1);
    }
    return messages;
}

bool isResponse(const QString &message)
{
    return message.startsWith("HTTP/"_L1);
}

StatusCode statusOf(const QString &message)
{
    const qsizetype space = message.indexOf(u' ');
    return isResponse(message) && space > 0 ? QStringView(message).mid(space + 1, 3).toInt() : 0;
}

QStringList claimPills(const QString &text, const QList<NextClaim> &claims)
{
    QStringList pills;
    bool hadContent = splitMessages(text).constFirst().contains("\n\n"_L1);
    for (const NextClaim &claim : claims) {
        if (!claim.sends()) {
            pills.append(QString());
            continue;
        }
        CodeSpan pill;
        pill.method = QString::fromLatin1(claim.method);
        const bool isSame = claim.content == "same"_L1;
        pill.body = !hadContent ? CodeSpan::Body::None : isSame ? CodeSpan::Body::Present : CodeSpan::Body::Dropped;
        pills.append(pill.pillName());
        hadContent = hadContent && isSame;
    }
    return pills;
}

} // namespace Detour
