// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/requestedit.h"

#include "semantics/chaindifference.h"
#include "semantics/displaytext.h"
#include "semantics/origin.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype wordLimit = 40;
constexpr qsizetype targetLimit = 120;

QString methodSentence(const Request &decided, const Request &sent)
{
    if (decided.method == sent.method) {
        return {};
    }
    return u"%1 in place of %2."_s.arg(elided(sent.method.toString(), wordLimit),
                                       elided(decided.method.toString(), wordLimit));
}

QString targetSentence(const Request &decided, const Request &sent)
{
    if (decided.target == sent.target) {
        return {};
    }
    const TargetUri before = decided.target.masked();
    const TargetUri after = sent.target.masked();
    if (before == after) {
        return u"Another user name or password in the URL."_s;
    }
    const bool elsewhere = !isSameOrigin(before, after) || after.fragment != before.fragment;
    const auto word = [elsewhere](const TargetUri &target) {
        return wireText(elsewhere ? target.toBytes() : target.originForm(), targetLimit);
    };
    return u"To %1, not to %2."_s.arg(word(after), word(before));
}

QString contentSentence(const Request &decided, const Request &sent)
{
    if (!decided.content && !sent.content) {
        return {};
    }
    if (!sent.content) {
        return u"Without the body of %1."_s.arg(byteCountInWords(decided.content->bytes));
    }
    const QString size = byteCountInWords(sent.content->bytes);
    if (!decided.content) {
        return u"With a body of %1."_s.arg(size);
    }
    // A file's digest is known only once it was sent.
    const bool sameBytes = decided.content->bytes == sent.content->bytes;
    const bool comparable = !decided.content->sha256.isEmpty() && !sent.content->sha256.isEmpty();
    if (sameBytes && (!comparable || decided.content->sha256 == sent.content->sha256)) {
        return {};
    }
    return u"Another body: %1 in place of %2."_s.arg(size, byteCountInWords(decided.content->bytes));
}

QStringList fieldSentences(const Request &decided, const Request &sent)
{
    QList<QByteArray> added;
    QList<QByteArray> removed;
    QList<QByteArray> changed;
    const auto note = [](QList<QByteArray> &names, const QByteArray &name) {
        const QByteArray shown = name.size() > wordLimit ? QByteArray(name.first(wordLimit) + "…") : name;
        if (!names.contains(shown)) {
            names.append(shown);
        }
    };
    for (const Change &change : differenceOf(decided, sent, ContentFate::Same, false)) {
        if (change.kind == ChangeKind::FieldAdded) {
            note(added, change.name);
        } else if (change.kind == ChangeKind::FieldRemoved) {
            note(removed, change.name);
        } else if (change.kind == ChangeKind::FieldChanged) {
            note(changed, change.name);
        }
    }
    QStringList sentences;
    const auto say = [&sentences](const QString &words, const QList<QByteArray> &names) {
        if (!names.isEmpty()) {
            sentences.append(words.arg(wireText(names.join(", "), targetLimit)));
        }
    };
    say(u"With %1 added."_s, added);
    say(u"Without %1."_s, removed);
    say(u"With another %1."_s, changed);
    return sentences;
}

} // namespace

QStringList requestEditSentences(const Request &decided, const Request &sent)
{
    QStringList sentences{methodSentence(decided, sent), targetSentence(decided, sent), contentSentence(decided, sent)};
    sentences += fieldSentences(decided, sent);
    sentences.removeAll(QString());
    return sentences;
}

QStringList requestEditSentences(const RedirectChain &chain, int hop)
{
    if (hop < 2 || hop > chain.hops.size()) {
        return {};
    }
    const std::optional<Decision> &decision = chain.hops.at(hop - 2).decision;
    const Exchange &exchange = chain.hops.at(hop - 1).exchange;
    if (!exchange.changedByUser || !decision || !decision->next) {
        return {};
    }
    return requestEditSentences(*decision->next, exchange.request);
}

} // namespace Detour
