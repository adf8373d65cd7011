// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/pagecatalog.h"
#include "support/testregistry.h"
#include "ui/pages/pageprint.h"

#include <QBuffer>
#include <QFile>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class TestPagePrint final : public QObject
{
    Q_OBJECT

private slots:
    void everyPageBecomesSheets_data();
    void everyPageBecomesSheets();
    void smallerPaperNeedsMoreSheets();
    void whatCannotBeWrittenIsAnError();

private:
    Result<int> print(const Page &page, QIODevice &device, QPageSize::PageSizeId size = QPageSize::A4);

    PageCatalog m_pages{ContentStore()};
};

Result<int> TestPagePrint::print(const Page &page, QIODevice &device, QPageSize::PageSizeId size)
{
    QPdfWriter writer(&device);
    writer.setPageSize(QPageSize(size));
    return printPage(page, m_pages, writer);
}

void TestPagePrint::everyPageBecomesSheets_data()
{
    QTest::addColumn<QString>("slug");
    for (const QString &slug : m_pages.slugs())
        QTest::newRow(qPrintable(slug)) << slug;
}

void TestPagePrint::everyPageBecomesSheets()
{
    QFETCH(const QString, slug);
    const auto page = m_pages.page(slug);
    QVERIFY(page);
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    const auto sheets = print(**page, buffer);
    QVERIFY(sheets);
    QVERIFY(*sheets >= 1);
    QVERIFY(buffer.data().startsWith("%PDF-"));
    QCOMPARE(buffer.data().count("/Type /Page\n"), *sheets);
}

void TestPagePrint::smallerPaperNeedsMoreSheets()
{
    const auto page = m_pages.page(u"307"_s);
    QVERIFY(page);
    QBuffer large;
    QBuffer small;
    QVERIFY(large.open(QIODevice::WriteOnly) && small.open(QIODevice::WriteOnly));
    QVERIFY(*print(**page, small, QPageSize::A6) > *print(**page, large, QPageSize::A4));
}

void TestPagePrint::whatCannotBeWrittenIsAnError()
{
    const auto page = m_pages.page(u"307"_s);
    QVERIFY(page);
    const QTemporaryDir folder;
    QPdfWriter writer(folder.filePath(u"no such folder/x.pdf"_s));
    const auto sheets = printPage(**page, m_pages, writer);
    QVERIFY(!sheets);
    QCOMPARE(sheets.error().code, u"cannot-print"_s);
}

DETOUR_TEST(TestPagePrint)

#include "tst_pageprint.moc"
