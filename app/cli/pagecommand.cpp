// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/didyoumean.h"
#include "document/markdownhtml.h"
#include "document/markdownwriter.h"
#include "document/pagecatalog.h"
#include "semantics/percentencoding.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

int complainAboutSlug(const QByteArray &typed, const PageCatalog &pages, const CommandContext &context)
{
    QList<QByteArray> known;
    const QStringList slugs = pages.slugs();
    for (const QString &slug : slugs) {
        known.append(slug.toUtf8());
    }
    // Another code is another code, not a slip of the keyboard.
    const bool isCode = !typed.isEmpty() && isAsciiDigit(typed.at(0));
    const QString list = u"there are "_s + slugs.join(u", ");
    const QString mend = isCode ? list : mendFor(typed, known, list);
    return context.complain(u"there is no page %1: %2"_s.arg(quotedWord(typed), mend), exitBadWords);
}

} // namespace

int runPage(const CommandLine &line, const CommandContext &context)
{
    PageCatalog pages(context.content);
    const QByteArray slug = line.argument().value_or(QByteArray());
    const Result<const Page *> page = pages.page(QString::fromUtf8(slug));
    if (!page) {
        return page.error().code == "no-page"_L1 ? complainAboutSlug(slug, pages, context)
                                                 : context.complain(page.error().message, exitFile);
    }
    PageOptions options;
    options.catalog = &pages;
    const QByteArray format = line.value("format").value_or("text");
    if (format == "html") {
        context.out.write(pageToStandaloneHtml(**page, options));
    } else if (format == "markdown") {
        context.out.write(pageToMarkdown(**page, options));
    } else {
        context.out.write(pageToText(**page, 80, options));
    }
    return context.finish();
}

} // namespace Detour
