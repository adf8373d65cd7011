// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace Detour {

/// Why a decision is as it is: a rule, the sentence that applies it here, and where the rule stands.
struct Reason
{
    QString rule; ///< kebab-case id, e.g. "307-keeps-method"
    QString text; ///< one sentence, filled in for this exchange; plain text, may hold bytes from the network (bounded)
    QString reference; ///< "RFC 9110 §15.4.8", "Fetch, HTTP-redirect fetch", "measured: curl 7.88.1"

    friend bool operator==(const Reason &, const Reason &) = default;
};

/// One entry of the catalogue: the sentence has %1, %2 … for the exchange's own words.
struct ReasonTemplate
{
    const char16_t *rule;
    const char16_t *title; ///< two to five words: "307 keeps the method"
    const char16_t *sentence;
    const char16_t *reference;
    const char16_t *url; ///< the clause's address
};

/// Every rule id that decide() can name, each with its sentence and clause: the only place they stand.
[[nodiscard]] QList<ReasonTemplate> reasonCatalog();
[[nodiscard]] bool isKnownReason(const QString &rule);
/// Fills the template; asserts that the rule is known.
[[nodiscard]] Reason makeReason(const QString &rule, const QStringList &words = {});
[[nodiscard]] QString reasonTitle(const QString &rule);
/// The clause's address; empty if the reference has none.
[[nodiscard]] QString reasonUrl(const QString &rule);

} // namespace Detour
