// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/rewrite.h"

#include "semantics/safetext.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// "22 bytes are", "1 byte is", "it is" where nobody knows.
QString bytesWord(const ContentInfo &content)
{
    if (content.bytes < 0) {
        return u"it is"_s;
    }
    return content.bytes == 1 ? u"1 byte is"_s : u"%1 bytes are"_s.arg(content.bytes);
}

/// With the names of the request's fields in place of a "Content-*".
QList<QByteArray> withoutPatterns(const QList<QByteArray> &names, const FieldList &fields)
{
    QList<QByteArray> plain;
    for (const QByteArray &name : names) {
        if (!name.endsWith('*')) {
            plain.append(name);
            continue;
        }
        for (const Field &field : fields) {
            const bool isMeant = field.name.toLower().startsWith(name.chopped(1).toLower());
            if (isMeant && !plain.contains(field.name)) {
                plain.append(field.name);
            }
        }
    }
    return plain;
}

/// Removes those of `names` that are there; returns them as they were written.
QList<QByteArray> removePresent(Rewrite &rewrite, const QList<QByteArray> &names, const QString &ruleId)
{
    QList<QByteArray> removed;
    for (const QByteArray &name : withoutPatterns(names, rewrite.next.fields)) {
        if (rewrite.next.fields.remove(name) > 0) {
            removed.append(name);
            rewrite.ruleOfField.insert(name.toLower(), ruleId);
        }
    }
    return removed;
}

/// Those of `names` that are of that maker in the request.
QList<QByteArray> madeBy(const QList<QByteArray> &names, FieldMaker maker, const Request &request)
{
    QList<QByteArray> made;
    for (const QByteArray &name : withoutPatterns(names, request.fields)) {
        if (isMadeBy(maker, request, name)) {
            made.append(name);
        }
    }
    return made;
}

void setContent(Rewrite &rewrite, const Turn &turn, ContentFate fate, const QString &situation)
{
    rewrite.content = fate;
    if (fate == ContentFate::None) {
        rewrite.next.content.reset();
    } else if (fate == ContentFate::Empty) {
        rewrite.next.content = ContentInfo{};
    }
    if (turn.request.content) {
        const Reason reason = turn.because(situation, {bytesWord(*turn.request.content)});
        rewrite.ruleOfContent = reason.rule;
        rewrite.reasons.append(reason);
    }
}

bool sendsOneShotEmpty(const Turn &turn)
{
    return turn.keepsContent() && turn.request.content && turn.request.content->oneShot
           && turn.policy.oneShotContent == OneShotContent::SendEmpty;
}

/// Go: 307 and 308 send what the first request held, though a redirect in between has dropped it.
bool restoresFirstContent(const Turn &turn)
{
    const bool isRepeat = turn.response.status == 307 || turn.response.status == 308;
    return isRepeat && turn.policy.firstContentReturns && !turn.request.content && turn.context.first
           && turn.context.first->content && !turn.context.first->content->oneShot;
}

} // namespace

bool usesUserinfo(const Turn &turn)
{
    switch (turn.policy.userinfoUse) {
    case UserinfoUse::Ignored:
        return false;
    case UserinfoUse::Authorization:
    case UserinfoUse::AuthorizationOrStop:
        return true;
    case UserinfoUse::AuthorizationWhereKept:
        return !isHeldBackHere("Authorization", turn);
    }
    Q_UNREACHABLE();
}

QString joinedNames(const QList<QByteArray> &names)
{
    QStringList words;
    for (const QByteArray &name : names) {
        words.append(safeText(name));
    }
    const QString last = words.isEmpty() ? QString() : words.takeLast();
    return words.isEmpty() ? last : words.join(u", "_s) + u" and "_s + last;
}

void rewriteMethod(Rewrite &rewrite, const Turn &turn)
{
    rewrite.next.method = turn.nextMethod();
    const Reason reason = turn.because(turn.ruleId, turn.tableWords());
    rewrite.ruleOfMethod = reason.rule;
    rewrite.reasons.append(reason);
}

void rewriteContent(Rewrite &rewrite, const Turn &turn)
{
    const std::optional<ContentInfo> &content = turn.request.content;
    if (restoresFirstContent(turn)) {
        rewrite.next.content = turn.context.first->content;
        rewrite.content = ContentFate::Same;
        const Reason reason = turn.because(u"first-content-returns"_s, {bytesWord(*rewrite.next.content)});
        rewrite.ruleOfContent = reason.rule;
        rewrite.reasons.append(reason);
    } else if (sendsOneShotEmpty(turn)) {
        setContent(rewrite, turn, ContentFate::Empty, u"one-shot-sent-empty"_s);
    } else if (turn.keepsContent()) {
        setContent(rewrite, turn, content ? ContentFate::Same : ContentFate::None, u"content-sent-again"_s);
    } else if (turn.rule == MethodRule::KeepWithEmptyContent) {
        setContent(rewrite, turn, content ? ContentFate::Empty : ContentFate::None, u"content-emptied"_s);
    } else {
        setContent(rewrite, turn, ContentFate::None, u"content-dropped"_s);
    }
}

/// RFC 9110 §15.4, item 5: by the method's change to GET, and by every other rule that sends no body again. Clients
/// that send an empty one in place of a one-shot body do not notice, and keep its fields.
void rewriteContentFields(Rewrite &rewrite, const Turn &turn)
{
    if (turn.keepsContent()) {
        return;
    }
    const QList<QByteArray> removed =
        removePresent(rewrite, madeBy(turn.policy.contentFields, turn.policy.contentFieldsMaker, turn.request),
                      turn.policy.contentFieldsRuleId);
    if (!removed.isEmpty()) {
        const QString verb = removed.size() == 1 ? u"goes"_s : u"go"_s;
        rewrite.reasons.append(
            turn.because(turn.policy.contentFieldsRuleId, {joinedNames(removed), turn.originWord(), verb}));
    }
}

/// RFC 9110 §15.4, item 2: what the client made for the previous target is made anew, or left out.
void rewriteRegeneratedFields(Rewrite &rewrite, const Turn &turn)
{
    const QList<QByteArray> made = madeBy(turn.policy.regeneratedFields, FieldMaker::Client, turn.request);
    const QList<QByteArray> removed = removePresent(rewrite, made, turn.policy.regeneratedFieldsRuleId);
    if (!removed.isEmpty()) {
        const QString verb = removed.size() == 1 ? u"it is not repeated"_s : u"they are not repeated"_s;
        rewrite.reasons.append(
            turn.because(turn.policy.regeneratedFieldsRuleId, {joinedNames(removed), turn.originWord(), verb}));
    }
}

/// RFC 9110 §10.2.2, with what the checks let pass on the way. User name and password stay where the client sends them.
void rewriteTarget(Rewrite &rewrite, const Turn &turn)
{
    rewrite.next.target = turn.target;
    const bool isOwn = turn.target.userinfo == turn.request.target.userinfo;
    if (turn.policy.ownUserinfo != OwnUserinfo::OfUrl && (isOwn || !usesUserinfo(turn))) {
        rewrite.next.target.userinfo.reset();
    }
    const Reason resolved = turn.because(u"location-resolved"_s, {turn.targetWord()});
    rewrite.ruleOfTarget = resolved.rule;
    rewrite.reasons.append(resolved);
    rewrite.reasons.append(turn.notes);
    const std::optional<QByteArray> &fragment = turn.request.target.fragment;
    if (!fragment) {
        return;
    }
    QString situation = u"fragment-replaced"_s;
    if (!turn.policy.inheritsFragment) {
        situation = u"fragment-lost"_s;
    } else if (inheritFragment(rewrite.next.target, turn.request.target)) {
        situation = u"fragment-inherited"_s;
        rewrite.fragmentInherited = true;
    } else if (turn.target.fragment == fragment) {
        return;
    }
    const Reason reason = turn.because(situation, {safeText(*fragment)});
    rewrite.ruleOfFragment = reason.rule;
    rewrite.reasons.append(reason);
}

} // namespace Detour
