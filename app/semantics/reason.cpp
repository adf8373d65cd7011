// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/reason.h"

#include "semantics/safetext.h"

#include <QHash>

namespace Detour {

namespace {

const QHash<QString, ReasonTemplate> &templatesById()
{
    static const QHash<QString, ReasonTemplate> templates = [] {
        QHash<QString, ReasonTemplate> byId;
        const QList<ReasonTemplate> all = reasonCatalog();
        for (const ReasonTemplate &entry : all) {
            byId.insert(QString::fromUtf16(entry.rule), entry);
        }
        return byId;
    }();
    return templates;
}

/// Puts the words in place of %1 … %9 in one pass: a word that itself holds "%2" stays as it is.
QString filled(const QString &sentence, const QStringList &words)
{
    QString text;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const bool isPlace =
            sentence[i] == u'%' && i + 1 < sentence.size() && sentence[i + 1] >= u'1' && sentence[i + 1] <= u'9';
        if (isPlace) {
            text += elided(withoutTrickery(words.value(sentence[++i].unicode() - u'1')));
        } else {
            text += sentence[i];
        }
    }
    return text;
}

} // namespace

bool isKnownReason(const QString &rule)
{
    return templatesById().contains(rule);
}

Reason makeReason(const QString &rule, const QStringList &words)
{
    Q_ASSERT_X(isKnownReason(rule), "makeReason", qPrintable(rule));
    const ReasonTemplate entry = templatesById().value(rule);
    return {rule, filled(QString::fromUtf16(entry.sentence), words), QString::fromUtf16(entry.reference)};
}

QString reasonTitle(const QString &rule)
{
    return isKnownReason(rule) ? QString::fromUtf16(templatesById().value(rule).title) : QString();
}

QString reasonUrl(const QString &rule)
{
    return isKnownReason(rule) ? QString::fromUtf16(templatesById().value(rule).url) : QString();
}

} // namespace Detour
