// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "content/builtinpages.h"
#include "document/codespan.h"
#include "document/misconceptions.h"
#include "semantics/location.h"
#include "support/testregistry.h"

#include <QSet>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// The misconceptions that are built in.
class BuiltInMisconceptionsTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void clausesLeadSomewhere();
    void thePlainestAreNamed();
    void noneHidesAnother();

private:
    Misconceptions m_all;
};

void BuiltInMisconceptionsTest::initTestCase()
{
    const auto all = Misconceptions::fromStore(ContentStore());
    QVERIFY2(all, all ? "" : qPrintable(all.error().message));
    m_all = *all;
    QVERIFY(m_all.all().size() >= 10);
}

void BuiltInMisconceptionsTest::clausesLeadSomewhere()
{
    for (const Misconception &one : m_all.all()) {
        const LinkTarget target = readLink(one.clause.link, {});
        if (target.kind != LinkTarget::Kind::Page) {
            continue;
        }
        const auto page = builtInPages().page(target.slug);
        QVERIFY2(page, qPrintable(one.clause.link));
        QVERIFY2(target.anchor.isEmpty() || hasAnchor(**page, target.anchor), qPrintable(one.clause.link));
    }
}

/// A POST that is voted to go on after 302, but became a GET; and the other way round after 307.
void BuiltInMisconceptionsTest::thePlainestAreNamed()
{
    Request post;
    post.method = Method::known("POST");
    post.target = *parseAbsoluteUri("http://www.localhost:8307/form", LocationDialect::WhatwgUrl);
    post.content = ContentInfo{3, {}, false, "abc"};
    const QByteArray there = "http://www.localhost:8307/thanks";
    const Expectation repeated{true, "POST", ContentFate::Same, std::nullopt, there};
    const Expectation fetched{true, "GET", ContentFate::None, std::nullopt, there};
    const auto shown = [&](StatusCode status, const Expectation &chosen, const Expectation &happened) {
        const Misconception *one = m_all.shownBy(post, {status, {}, {{"Location", "/thanks"}}, {}}, chosen, happened);
        return one ? one->name : QString();
    };
    const QString keeps = shown(302, repeated, fetched);
    const QString becomes = shown(307, fetched, repeated);
    QVERIFY2(keeps.contains(u"POST"_s), qPrintable(keeps));
    QVERIFY(!becomes.isEmpty() && becomes != keeps);
}

/// One that is narrower than an earlier one would never be named.
void BuiltInMisconceptionsTest::noneHidesAnother()
{
    QSet<QString> names;
    for (const Misconception &one : m_all.all()) {
        QVERIFY2(!names.contains(one.name), qPrintable(one.name));
        names.insert(one.name);
        for (const Misconception &earlier : m_all.all()) {
            if (earlier.id == one.id) {
                break;
            }
            const bool isSame =
                earlier.when == one.when && earlier.chosen == one.chosen && earlier.instead == one.instead;
            QVERIFY2(!isSame, qPrintable(one.id));
        }
    }
}

DETOUR_TEST(BuiltInMisconceptionsTest)
#include "tst_misconceptions.moc"
