// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/pagecatalog.h"
#include "document/policycatalog.h"
#include "document/samplepage.h"
#include "support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

class PageCatalogTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void pageIsReadOnceAndKept();
    void unknownPageNamesTheKnownOnes();
    void badPageNamesItsFile();
    void slugMustBeTheFilesName();
    void codesComeFirst();
    void guidesComeInTheirOrder();
    void nothingIsReadBeforeItIsAskedFor();
    void unknownClientNamesTheKnownOnes();
    void badPolicyNamesItsFile();
    void clientsComeInOrder();

private:
    void write(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] ContentStore store() const { return ContentStore(m_dir->path()); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void PageCatalogTest::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_dir->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void PageCatalogTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_dir->path()).mkpath(u"en"_s) && QDir(m_dir->path()).mkpath(u"clients"_s));
    write(u"en/307.md"_s, samplePage());
    for (const QString &id : {u"urllib"_s, u"curl-X"_s, u"rfc9110"_s, u"fetch"_s}) {
        write(u"clients/%1.json"_s.arg(id), "{}");
    }
}

void PageCatalogTest::pageIsReadOnceAndKept()
{
    PageCatalog catalog(store());
    const auto page = catalog.page(u"307"_s);
    QVERIFY(page);
    QCOMPARE((*page)->code, 307);
    QVERIFY(QFile::remove(m_dir->filePath(u"en/307.md"_s)));
    QCOMPARE(*catalog.page(u"307"_s), *page);
}

void PageCatalogTest::unknownPageNamesTheKnownOnes()
{
    PageCatalog catalog(store());
    for (const QString &slug : {u"308"_s, u"../307"_s, QString(), u"en/307"_s}) {
        const auto page = catalog.page(slug);
        QVERIFY(!page);
        QCOMPARE(page.error().code, u"no-page"_s);
        QVERIFY(page.error().message.contains(u"307"_s));
    }
}

void PageCatalogTest::badPageNamesItsFile()
{
    write(u"en/x.md"_s, "---\n");
    const auto page = PageCatalog(store()).page(u"x"_s);
    QVERIFY(!page);
    QCOMPARE(page.error().code, u"bad-page"_s);
    QVERIFY(page.error().message.startsWith(u"en/x.md: Line 1: "_s));
}

void PageCatalogTest::slugMustBeTheFilesName()
{
    write(u"en/308.md"_s, samplePage());
    const auto page = PageCatalog(store()).page(u"308"_s);
    QVERIFY(!page);
    QCOMPARE(page.error().code, u"bad-page"_s);
}

void PageCatalogTest::codesComeFirst()
{
    write(u"en/200-guide.md"_s, "x");
    write(u"en/welcome.md"_s, "x");
    write(u"en/302.md"_s, "x");
    QCOMPARE(PageCatalog(store()).slugs(), QStringList({u"302"_s, u"307"_s, u"200-guide"_s, u"welcome"_s}));
}

void PageCatalogTest::guidesComeInTheirOrder()
{
    for (const QString &slug : {u"302"_s, u"caching"_s, u"browsers"_s, u"welcome"_s, u"loops"_s}) {
        write(u"en/%1.md"_s.arg(slug), "x");
    }
    QVERIFY(PageCatalog(store()).guides().isEmpty());
    write(u"en/order"_s, "loops\nnone\ncaching\nloops\nbrowsers\n");
    QCOMPARE(PageCatalog(store()).guides(), QStringList({u"loops"_s, u"caching"_s, u"browsers"_s}));
    QCOMPARE(PageCatalog(store()).slugs(),
             QStringList({u"302"_s, u"307"_s, u"loops"_s, u"caching"_s, u"browsers"_s, u"welcome"_s}));
}

void PageCatalogTest::nothingIsReadBeforeItIsAskedFor()
{
    PageCatalog pages(store());
    const PolicyCatalog policies(store());
    QVERIFY(QFile::remove(m_dir->filePath(u"en/307.md"_s)));
    QVERIFY(!pages.page(u"307"_s));
    QVERIFY(pages.slugs().isEmpty());
    QVERIFY(QFile::remove(m_dir->filePath(u"clients/fetch.json"_s)));
    QVERIFY(!policies.ids().contains(u"fetch"_s));
}

void PageCatalogTest::unknownClientNamesTheKnownOnes()
{
    const auto policy = PolicyCatalog(store()).policy(u"lynx"_s);
    QVERIFY(!policy);
    QCOMPARE(policy.error().code, u"no-client"_s);
    QVERIFY(policy.error().message.contains(u"fetch, rfc9110, curl-X, urllib"_s));
}

void PageCatalogTest::badPolicyNamesItsFile()
{
    const auto policy = PolicyCatalog(store()).policy(u"curl-X"_s);
    QVERIFY(!policy);
    QCOMPARE(policy.error().code, u"bad-policy"_s);
    QVERIFY(policy.error().message.startsWith(u"clients/curl-X.json: "_s));
}

void PageCatalogTest::clientsComeInOrder()
{
    QCOMPARE(PolicyCatalog(store()).ids(), QStringList({u"fetch"_s, u"rfc9110"_s, u"curl-X"_s, u"urllib"_s}));
    write(u"clients/order"_s, "urllib\nfetch\nnone\n");
    QCOMPARE(PolicyCatalog(store()).ids(), QStringList({u"urllib"_s, u"fetch"_s, u"curl-X"_s, u"rfc9110"_s}));
}

DETOUR_TEST(PageCatalogTest)
#include "tst_pagecatalog.moc"
