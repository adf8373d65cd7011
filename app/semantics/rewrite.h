// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/decision.h"

namespace Detour {

/// The steps from one request to the next, each a small pure function that changes `next` and says why.
/// decide() calls them in this order. Every field they remove is noted in `ruleOfField` (lower-case name → rule id),
/// so that the difference of the two requests can name its rule.
struct Rewrite
{
    Request next;
    ContentFate content = ContentFate::Same;
    QList<Reason> reasons;
    QHash<QByteArray, QString> ruleOfField;
    QString ruleOfMethod;
    bool fragmentInherited = false;
};

void rewriteMethod(Rewrite &rewrite, const Response &response, const StatusRow &row);
void rewriteContentFields(Rewrite &rewrite, const ClientPolicy &policy);
void rewriteTarget(Rewrite &rewrite, const TargetUri &target, const ClientPolicy &policy);
void rewriteCredentials(Rewrite &rewrite, const Request &request, const ChainContext &context, const ClientPolicy &policy);
void rewriteRegeneratedFields(Rewrite &rewrite, const ClientPolicy &policy);

} // namespace Detour
