// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/cookiestext.h"

#include "semantics/cookielines.h"
#include "ui/inspector/wirewriting.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

using Style = TextPane::Style;
using Mark = TextPane::Mark;

constexpr qsizetype mostCookies = 200;
constexpr int fateWidth = 92;

QString tr(const char *text)
{
    return QCoreApplication::translate("Inspector", text);
}

QString attributes(const StoredCookie &cookie)
{
    QStringList words{(cookie.hostOnly ? tr("For %1 alone") : tr("For %1 and below")).arg(wireText(cookie.domain, 80)),
                      tr("path %1").arg(wireText(cookie.path, 80))};
    if (cookie.secure)
        words.append(u"Secure"_s);
    if (cookie.httpOnly)
        words.append(u"HttpOnly"_s);
    if (!cookie.sameSite.isEmpty())
        words.append(u"SameSite="_s + wireText(cookie.sameSite, 12));
    words.append(cookie.expires
                     ? tr("until %1").arg(QLocale::c().toString(cookie.expires->toUTC(), u"d MMM yyyy HH:mm 'UTC'"_s))
                     : tr("until the session ends"));
    return words.join(u", "_s);
}

/// What is different now; the value itself is a secret.
QString changeWords(const StoredCookie &before, const StoredCookie &now)
{
    QStringList words;
    if (before.value != now.value)
        words.append(tr("another value"));
    StoredCookie sameValue = now;
    sameValue.value = before.value;
    if (!(sameValue == before))
        words.append(attributes(now));
    return tr("Now: %1.").arg(words.join(u"; "_s));
}

Mark markOf(CookieFate fate)
{
    switch (fate) {
    case CookieFate::Kept:
        return Mark::Equal;
    case CookieFate::Set:
        return Mark::Plus;
    case CookieFate::Changed:
        return Mark::Differs;
    case CookieFate::Removed:
        return Mark::Minus;
    }
    Q_UNREACHABLE();
}

QString wordOf(CookieFate fate)
{
    switch (fate) {
    case CookieFate::Kept:
        return tr("kept");
    case CookieFate::Set:
        return tr("set");
    case CookieFate::Changed:
        return tr("changed");
    case CookieFate::Removed:
        return tr("removed");
    }
    Q_UNREACHABLE();
}

void writeSent(TextPane &pane, const CookieLine &line, AnswerSource source)
{
    if (source != AnswerSource::Server) {
        pane.write(tr("It stayed, as nothing was sent. "));
    } else if (line.sent) {
        pane.write(tr("It was sent. "), Style::Good);
    } else if (line.wasThere) {
        pane.write(tr("It was not sent"), Style::Strong);
        pane.write(line.whyNot.isEmpty() ? tr(", though domain, path and Secure allow it. ")
                                         : u": %1 (%2). "_s.arg(line.whyNot, line.clause));
    } else {
        pane.write(tr("The answer set it. "));
    }
}

void writeLine(TextPane &pane, const CookieLine &line, bool answerTold, AnswerSource source)
{
    const CookieFate fate = answerTold ? line.fate : CookieFate::Kept;
    pane.nextCell();
    pane.writeMark(answerTold ? markOf(fate) : Mark::None);
    pane.nextCell();
    pane.write(wireText(line.cookie.name, 120) + u"  "_s, Style::WireName);
    writeSent(pane, line, source);
    pane.write(attributes(line.cookie) + u'.', Style::Muted);
    if (fate == CookieFate::Changed && line.now)
        pane.write(u' ' + changeWords(line.cookie, *line.now), Style::Plain);
    pane.nextCell();
    pane.write(answerTold ? wordOf(fate) : QString(), fate == CookieFate::Kept ? Style::Muted : Style::Strong);
}

void writeWithoutJar(TextPane &pane, const HopView &view)
{
    const Exchange &exchange = view.exchange();
    writeNote(pane, tr("This trace keeps no cookies: a Set-Cookie is shown, and forgotten."));
    const qsizetype sent = exchange.request.fields.values("Cookie").size();
    if (sent > 0)
        writeNote(pane, tr("The request has a Cookie field, as it was typed."), 4);
    if (view.hasAnswer()) {
        const qsizetype set = exchange.response->fields.values("Set-Cookie").size();
        if (set > 0)
            writeNote(pane,
                      set == 1 ? tr("The answer asks to keep one cookie.")
                               : tr("The answer asks to keep %1 cookies.").arg(set),
                      4);
    }
}

QString summary(const QList<CookieLine> &lines, bool answerTold)
{
    const auto count = [&lines](auto test) { return std::count_if(lines.cbegin(), lines.cend(), test); };
    const auto there = count([](const CookieLine &line) { return line.wasThere; });
    const auto sent = count([](const CookieLine &line) { return line.sent; });
    QString words =
        there == 0 ? tr("The jar was empty.") : tr("The jar held %1, and %2 went along.").arg(there).arg(sent);
    if (!answerTold)
        return words;
    const auto of = [&](CookieFate fate) {
        return count([fate](const CookieLine &line) { return line.fate == fate; });
    };
    return words
           + tr(" The answer set %1, changed %2 and removed %3.")
                 .arg(of(CookieFate::Set))
                 .arg(of(CookieFate::Changed))
                 .arg(of(CookieFate::Removed));
}

} // namespace

bool hasCookies(const Exchange &exchange)
{
    return exchange.cookies || exchange.request.fields.contains("Cookie")
           || (exchange.response && exchange.response->fields.contains("Set-Cookie"));
}

void writeCookies(TextPane &pane, const HopView &view)
{
    const Exchange &exchange = view.wire ? *view.wire : view.exchange();
    if (!exchange.cookies) {
        writeWithoutJar(pane, view);
        return;
    }
    QList<CookieLine> lines = cookieLines(*exchange.cookies, exchange.request, QDateTime::currentDateTimeUtc());
    const bool isTold = view.hasAnswer();
    if (!isTold)
        lines.removeIf([](const CookieLine &line) { return !line.wasThere; });
    pane.paragraph();
    pane.write(summary(lines, isTold), view.brief ? Style::Strong : Style::Plain);
    if (view.brief || lines.isEmpty())
        return;
    const qsizetype shown = qMin(lines.size(), mostCookies);
    pane.paragraph();
    pane.beginTable(int(shown), {24, 0, fateWidth}, true);
    for (const CookieLine &line : lines.first(shown))
        writeLine(pane, line, isTold, exchange.answeredBy);
    pane.endTable();
    if (lines.size() > shown)
        writeNote(pane, tr("… and %1 more.").arg(lines.size() - shown));
}

} // namespace Detour
