// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "content/builtinpages.h"
#include "content/markdownwalk.h"
#include "document/codespan.h"
#include "support/testregistry.h"

#include <QRegularExpression>
#include <QTest>
#include <QUrl>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// Every link of every page; and, as the last test of the content, how much there is of it.
class LinksTest final : public QObject
{
    Q_OBJECT

private slots:
    void linksLeadSomewhere_data() { addPageRows(); }
    void linksLeadSomewhere();
    void clausesAreTheOnesNamed_data() { addPageRows(); }
    void clausesAreTheOnesNamed();
    void cleanupTestCase();

private:
    void checkLink(const Inline &link, const Page &from);
    void checkInside(const LinkTarget &target, const QString &href, const Page &from);

    int m_links = 0;
};

void LinksTest::checkInside(const LinkTarget &target, const QString &href, const Page &from)
{
    const auto page = builtInPages().page(target.slug);
    QVERIFY2(page, Failure(from, u"no page for "_s + href));
    if (target.kind == LinkTarget::Kind::Run) {
        const Example *example = (*page)->example(target.example);
        QVERIFY2(example && example->runnable, Failure(from, u"no example that runs for "_s + href));
    } else {
        QVERIFY2(target.anchor.isEmpty() || hasAnchor(**page, target.anchor),
                 Failure(from, u"no section for "_s + href));
    }
}

void LinksTest::checkLink(const Inline &link, const Page &from)
{
    ++m_links;
    const LinkTarget target = readLink(link.text, from.slug);
    QVERIFY2(!plainText(link.children).trimmed().isEmpty(), Failure(from, u"a link without words: "_s + link.text));
    switch (target.kind) {
    case LinkTarget::Kind::Page:
    case LinkTarget::Kind::Run:
        checkInside(target, link.text, from);
        return;
    case LinkTarget::Kind::Outside:
        break;
    case LinkTarget::Kind::Choice: // these are Detour's own
    case LinkTarget::Kind::None:
        QVERIFY2(false, Failure(from, u"neither a page nor an example nor https: "_s + link.text));
    }
    const QUrl url(link.text, QUrl::StrictMode);
    QVERIFY2(url.isValid() && url.host().contains(u'.') && url.userInfo().isEmpty() && url.port() < 0,
             Failure(from, u"not well formed: "_s + link.text));
}

void LinksTest::linksLeadSomewhere()
{
    const Page *page = pageOfRow();
    QVERIFY(page);
    forEachInline(treeOf(*page), [this, page](const Inline &item) {
        if (item.kind == InlineKind::Link) {
            checkLink(item, *page);
        }
    });
    if (!page->referenceUrl.isEmpty()) {
        checkLink({InlineKind::Link, page->referenceUrl, {{InlineKind::Text, page->reference, {}}}}, *page);
    }
}

void LinksTest::clausesAreTheOnesNamed()
{
    // “RFC 9110, §15.4.8 …” leads to rfc9110 and to its section 15.4.8.
    static const QRegularExpression number(u"\\bRFC[ \u00A0](\\d+)"_s);
    static const QRegularExpression clause(u"§(\\d+(?:\\.\\d+)*)"_s);
    const Page *page = pageOfRow();
    QVERIFY(page);
    const auto check = [page](const QString &words, const QString &href) {
        const QUrl url(href);
        if (url.host() != "www.rfc-editor.org"_L1) {
            return;
        }
        const QString rfc = number.match(words).captured(1);
        QVERIFY2(rfc.isEmpty() || url.path().contains("/rfc"_L1 + rfc),
                 Failure(*page, u"“%1” leads to %2"_s.arg(words, href)));
        const QString section = clause.match(words).captured(1);
        QVERIFY2(section.isEmpty() || url.fragment() == "section-"_L1 + section,
                 Failure(*page, u"“%1” leads to %2"_s.arg(words, href)));
    };
    forEachInline(treeOf(*page), [&check](const Inline &item) {
        if (item.kind == InlineKind::Link) {
            check(plainText(item.children), item.text);
        }
    });
    check(page->reference, page->referenceUrl);
}

void LinksTest::cleanupTestCase()
{
    int run = 0;
    int illustrations = 0;
    const QStringList slugs = builtInPages().slugs();
    for (const QString &slug : slugs) {
        const auto page = builtInPages().page(slug);
        for (const Example &example : page ? (*page)->examples : QList<Example>()) {
            ++(example.runnable ? run : illustrations);
        }
    }
    qInfo("Counted: %d pages, %d examples that run, %d illustrations, %d links", int(slugs.size()), run, illustrations,
          m_links);
}

DETOUR_TEST(LinksTest)
#include "tst_links.moc"
