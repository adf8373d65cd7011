// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/wirewriting.h"

#include "semantics/displaytext.h"
#include "semantics/mask.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Inspector", text);
}

} // namespace

void writeNote(TextPane &pane, const QString &text, qreal spaceBefore)
{
    pane.paragraph(spaceBefore);
    pane.write(text, TextPane::Style::Muted);
}

void writeNotYet(TextPane &pane)
{
    writeNote(pane, tr("The answer is not here yet."));
}

void writeWithheld(TextPane &pane)
{
    writeNote(pane, tr("What is sent next is not told yet."));
}

void writeClause(TextPane &pane, const HopView &view, const QString &rule, const QString &reference)
{
    const QString url = reasonUrl(rule);
    if (!view.rules) {
        if (url.isEmpty())
            pane.write(reference, TextPane::Style::Muted);
        else
            pane.writeLink(reference, url);
        return;
    }
    const PagePlace place = view.rules->placeOf(rule, view.status());
    pane.writeLink(reference, u"page:"_s + place.slug + u'#' + place.anchor);
    if (!url.isEmpty()) {
        pane.write(u" ("_s, TextPane::Style::Muted);
        pane.writeLink(tr("source"), url);
        pane.write(u")"_s, TextPane::Style::Muted);
    }
}

void writeField(TextPane &pane, const QByteArray &name, const std::optional<QByteArray> &value, TextPane::Style style)
{
    const bool isStruck = style == TextPane::Style::Struck;
    pane.write(wireText(name, 120), isStruck ? style : TextPane::Style::WireName);
    if (value)
        pane.write(u": "_s + wireText(*value, longestValue), style);
}

int clauseWidth(const TextPane &pane)
{
    constexpr int roomy = 600;
    return pane.viewport()->width() >= Theme::scaled(roomy) ? 244 : 168;
}

TextPane::Mark markOf(LineChange change)
{
    switch (change) {
    case LineChange::Kept:
        return TextPane::Mark::Equal;
    case LineChange::Changed:
        return TextPane::Mark::Differs;
    case LineChange::Removed:
        return TextPane::Mark::Minus;
    case LineChange::Added:
        return TextPane::Mark::Plus;
    }
    Q_UNREACHABLE();
}

QString contentWords(const std::optional<ContentInfo> &content)
{
    if (!content)
        return tr("none");
    QString text = content->bytes < 0 ? tr("of unknown length") : byteCount(content->bytes);
    if (!content->sha256.isEmpty() && content->bytes > 0)
        text += u", SHA-256 "_s + QString::fromLatin1(content->sha256.left(8)) + u'…'
                + QString::fromLatin1(content->sha256.right(8));
    return text;
}

Request withoutSecrets(Request request)
{
    request.target = request.target.masked();
    request.fields = masked(request.fields);
    return request;
}

bool isSameContent(const std::optional<ContentInfo> &one, const std::optional<ContentInfo> &other)
{
    return one.has_value() == other.has_value()
           && (!one || (one->bytes == other->bytes && one->sha256 == other->sha256));
}

} // namespace Detour
