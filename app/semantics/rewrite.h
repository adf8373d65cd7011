// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/turn.h"

namespace Detour {

/// The next request in the making. Every step notes why: what it says to people in `reasons`, and which rule made a
/// difference (lower-case field name → rule id, …), so that the difference of the two requests can name its rule.
struct Rewrite
{
    Request next;
    ContentFate content = ContentFate::None;
    QList<Reason> reasons;
    QHash<QByteArray, QString> ruleOfField;
    QString ruleOfMethod;
    QString ruleOfContent;
    QString ruleOfTarget;
    QString ruleOfFragment;
    bool fragmentInherited = false;
};

/// The steps from one request to the next, each a small pure function. decide() calls them in this order.
void rewriteMethod(Rewrite &rewrite, const Turn &turn);
void rewriteContent(Rewrite &rewrite, const Turn &turn);
void rewriteContentFields(Rewrite &rewrite, const Turn &turn);
void takeOwnUserinfo(Rewrite &rewrite, const Turn &turn);
void rewriteCredentials(Rewrite &rewrite, const Turn &turn);
void rewriteUserinfo(Rewrite &rewrite, const Turn &turn);
void rewriteReferer(Rewrite &rewrite, const Turn &turn);
void rewriteRegeneratedFields(Rewrite &rewrite, const Turn &turn);
void rewriteTarget(Rewrite &rewrite, const Turn &turn);

[[nodiscard]] bool isMadeBy(FieldMaker maker, const Request &request, QByteArrayView field);

/// Whether the policy keeps that field, had the request one, from this turn's target.
[[nodiscard]] bool isHeldBackHere(QByteArrayView field, const Turn &turn);

/// Whether the client makes an Authorization of a user name in this turn's Location.
[[nodiscard]] bool usesUserinfo(const Turn &turn);

/// "Authorization", "Authorization and Cookie", "Host, Cookie and Range": for sentences.
[[nodiscard]] QString joinedNames(const QList<QByteArray> &names);

} // namespace Detour
