// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/request/urlsuggestions.h"

#include "document/pagecatalog.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("UrlSuggestions", text);
}

bool holdsAll(const QString &text, const QStringList &words)
{
    return std::all_of(words.cbegin(), words.cend(),
                       [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

QList<UrlSuggestion> labSuggestions()
{
    const std::pair<const char *, const char *> addresses[] = {
        {"lab:/lab/chain/302", QT_TRANSLATE_NOOP("UrlSuggestions", "one redirect")},
        {"lab:/lab/chain/307/302/303", QT_TRANSLATE_NOOP("UrlSuggestions", "three redirects")},
        {"lab:/lab/chain/301/308/307", QT_TRANSLATE_NOOP("UrlSuggestions", "permanent ones, too")},
        {"lab:/lab/chain/302~host=pay", QT_TRANSLATE_NOOP("UrlSuggestions", "to another host")},
        {"lab:/lab/chain/307~port/302~port", QT_TRANSLATE_NOOP("UrlSuggestions", "to another port and back")},
        {"lab:/lab/chain/302~delay=600/302~delay=600", QT_TRANSLATE_NOOP("UrlSuggestions", "slow answers")},
        {"lab:/lab/chain/302~cookie=sid=1/302", QT_TRANSLATE_NOOP("UrlSuggestions", "sets a cookie")},
        {"lab:/lab/chain/302~noloc", QT_TRANSLATE_NOOP("UrlSuggestions", "no Location")},
        {"lab:/lab/chain/302~dup", QT_TRANSLATE_NOOP("UrlSuggestions", "two Locations")},
        {"lab:/lab/chain/302~loc=javascript:alert(1)", QT_TRANSLATE_NOOP("UrlSuggestions", "a scheme to refuse")},
        {"lab:/lab/chain/302~reset", QT_TRANSLATE_NOOP("UrlSuggestions", "connection is reset")},
        {"lab:/lab/loop/self", QT_TRANSLATE_NOOP("UrlSuggestions", "leads to itself")},
        {"lab:/lab/loop/ab", QT_TRANSLATE_NOOP("UrlSuggestions", "a loop of two")},
        {"lab:/lab/loop/grow", QT_TRANSLATE_NOOP("UrlSuggestions", "never the same twice")},
        {"lab:/lab/echo", QT_TRANSLATE_NOOP("UrlSuggestions", "shows what arrived")},
        {"lab:/redirect/3", QT_TRANSLATE_NOOP("UrlSuggestions", "httpbin: three redirects")},
        {"lab:/absolute-redirect/2", QT_TRANSLATE_NOOP("UrlSuggestions", "httpbin: absolute URLs")},
        {"lab:/redirect-to?url=/get&status_code=307", QT_TRANSLATE_NOOP("UrlSuggestions", "httpbin: 307 to /get")},
        {"lab:/status/308", QT_TRANSLATE_NOOP("UrlSuggestions", "httpbin: any status")},
        {"lab:/cookies/set?sid=1", QT_TRANSLATE_NOOP("UrlSuggestions", "httpbin: sets a cookie")},
        {"lab:/anything", QT_TRANSLATE_NOOP("UrlSuggestions", "httpbin: echo")},
        {"lab:/etag/abc", QT_TRANSLATE_NOOP("UrlSuggestions", "httpbin: for 304")},
        {"lab:/delay/2", QT_TRANSLATE_NOOP("UrlSuggestions", "httpbin: after two seconds")},
    };
    QList<UrlSuggestion> suggestions;
    for (const auto &[url, note] : addresses)
        suggestions.append({QString::fromLatin1(url), tr(note), UrlSuggestion::From::Lab, {}, {}});
    return suggestions;
}

QList<UrlSuggestion> exampleSuggestions(PageCatalog &pages)
{
    QList<UrlSuggestion> suggestions;
    for (const QString &slug : pages.slugs()) {
        const auto page = pages.page(slug);
        if (!page)
            continue;
        for (const Example &example : (*page)->examples) {
            if (!example.runnable)
                continue;
            const QString method = example.script.first.method.toString();
            const QString where = (*page)->code > 0 ? QString::number((*page)->code) : (*page)->title;
            suggestions.append({example.script.first.target.toDisplayString(), tr("%1: %2").arg(where, method),
                                UrlSuggestion::From::Page, slug, example.id});
        }
    }
    return suggestions;
}

QList<UrlSuggestion> matching(const QList<UrlSuggestion> &all, const QString &typed, qsizetype limit)
{
    const QString trimmed = typed.trimmed();
    const QStringList words = trimmed.split(u' ', Qt::SkipEmptyParts);
    QList<UrlSuggestion> found;
    for (const UrlSuggestion &one : all) {
        // Its own text is no suggestion.
        if (one.url != trimmed && holdsAll(one.url + u' ' + one.note, words))
            found.append(one);
    }
    std::stable_sort(found.begin(), found.end(), [&trimmed](const UrlSuggestion &a, const UrlSuggestion &b) {
        const bool aBegins = a.url.startsWith(trimmed, Qt::CaseInsensitive);
        const bool bBegins = b.url.startsWith(trimmed, Qt::CaseInsensitive);
        return aBegins != bBegins ? aBegins : int(a.from) < int(b.from);
    });
    return found.first(qMin(found.size(), limit));
}

} // namespace Detour
