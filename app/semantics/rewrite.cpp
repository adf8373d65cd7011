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

/// Removes those of `names` that are there; returns them as they were written.
QList<QByteArray> removePresent(Rewrite &rewrite, const QList<QByteArray> &names, const QString &ruleId)
{
    QList<QByteArray> removed;
    for (const QByteArray &name : names) {
        if (rewrite.next.fields.remove(name) > 0) {
            removed.append(name);
            rewrite.ruleOfField.insert(name.toLower(), ruleId);
        }
    }
    return removed;
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

} // namespace

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
    switch (turn.rule) {
    case MethodRule::Keep:
        if (sendsOneShotEmpty(turn)) {
            setContent(rewrite, turn, ContentFate::Empty, u"one-shot-sent-empty"_s);
        } else {
            setContent(rewrite, turn, turn.request.content ? ContentFate::Same : ContentFate::None,
                       u"content-sent-again"_s);
        }
        break;
    case MethodRule::KeepWithEmptyContent:
        if (turn.request.content) {
            setContent(rewrite, turn, ContentFate::Empty, u"content-emptied"_s);
        }
        break;
    case MethodRule::KeepWithoutContent:
    case MethodRule::Get:
    case MethodRule::Deliver: // never here: checkTable() ended the turn
    case MethodRule::Refuse:
        setContent(rewrite, turn, ContentFate::None, u"content-dropped"_s);
        break;
    }
}

/// RFC 9110 §15.4, item 5: by the method's change to GET; a body that is not sent again takes its fields along, too.
void rewriteContentFields(Rewrite &rewrite, const Turn &turn)
{
    const bool isOtherMethod = rewrite.next.method != turn.request.method;
    const bool lostContent = turn.request.content && rewrite.content != ContentFate::Same;
    if (!isOtherMethod && !lostContent) {
        return;
    }
    const QList<QByteArray> removed =
        removePresent(rewrite, turn.policy.contentFields, turn.policy.contentFieldsRuleId);
    if (!removed.isEmpty()) {
        const QString verb = removed.size() == 1 ? u"goes"_s : u"go"_s;
        rewrite.reasons.append(
            turn.because(turn.policy.contentFieldsRuleId, {joinedNames(removed), turn.originWord(), verb}));
    }
}

/// RFC 9110 §15.4, item 2: what the client made for the previous target is made anew, or left out.
void rewriteRegeneratedFields(Rewrite &rewrite, const Turn &turn)
{
    QList<QByteArray> made;
    for (const QByteArray &name : turn.policy.regeneratedFields) {
        if (turn.request.isGenerated(name)) {
            made.append(name);
        }
    }
    const QList<QByteArray> removed = removePresent(rewrite, made, turn.policy.regeneratedFieldsRuleId);
    if (!removed.isEmpty()) {
        const QString verb = removed.size() == 1 ? u"it is not repeated"_s : u"they are not repeated"_s;
        rewrite.reasons.append(
            turn.because(turn.policy.regeneratedFieldsRuleId, {joinedNames(removed), turn.originWord(), verb}));
    }
}

/// RFC 9110 §10.2.2, with what the checks let pass on the way.
void rewriteTarget(Rewrite &rewrite, const Turn &turn)
{
    rewrite.next.target = turn.target;
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
