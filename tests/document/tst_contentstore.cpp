// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/contentstore.h"
#include "support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class ContentStoreTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void readsAFileOfItsFolder();
    void neverLeavesItsFolder_data();
    void neverLeavesItsFolder();
    void refusesWhatIsTooLarge();
    void listsNamesInOrder();

private:
    void write(const QString &name, const QByteArray &bytes) const;

    QTemporaryDir m_dir;
};

void ContentStoreTest::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_dir.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void ContentStoreTest::init()
{
    QVERIFY(QDir(m_dir.path()).mkpath(u"root/en"_s));
    write(u"outside.md"_s, "secret");
    write(u"root/en/b.md"_s, "text");
    write(u"root/en/a.md"_s, "text");
    write(u"root/en/c.txt"_s, "text");
}

void ContentStoreTest::readsAFileOfItsFolder()
{
    const ContentStore store(m_dir.filePath(u"root"_s));
    const auto bytes = store.read(u"en/a.md"_s);
    QVERIFY(bytes);
    QCOMPARE(*bytes, "text");
    QCOMPARE(store.read(u"en/z.md"_s).error().code, u"no-content"_s);
}

void ContentStoreTest::neverLeavesItsFolder_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("parent") << u"../outside.md"_s;
    QTest::newRow("inside") << u"en/../../outside.md"_s;
    QTest::newRow("absolute") << m_dir.filePath(u"outside.md"_s);
    QTest::newRow("resource") << u":/content/en/307.md"_s;
    QTest::newRow("folder") << u"en"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("hidden") << u".git/config"_s;
}

void ContentStoreTest::neverLeavesItsFolder()
{
    QFETCH(const QString, path);
    const auto bytes = ContentStore(m_dir.filePath(u"root"_s)).read(path);
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, u"no-content"_s);
}

void ContentStoreTest::refusesWhatIsTooLarge()
{
    write(u"root/en/big.md"_s, QByteArray(ContentStore::maxBytes, 'x'));
    write(u"root/en/bigger.md"_s, QByteArray(ContentStore::maxBytes + 1, 'x'));
    const ContentStore store(m_dir.filePath(u"root"_s));
    QVERIFY(store.read(u"en/big.md"_s));
    QCOMPARE(store.read(u"en/bigger.md"_s).error().code, u"content-too-large"_s);
    QVERIFY(QFile::remove(m_dir.filePath(u"root/en/big.md"_s)));
    QVERIFY(QFile::remove(m_dir.filePath(u"root/en/bigger.md"_s)));
}

void ContentStoreTest::listsNamesInOrder()
{
    const ContentStore store(m_dir.filePath(u"root"_s));
    QCOMPARE(store.list(u"en"_s, u".md"_s), QStringList({u"a.md"_s, u"b.md"_s}));
    QCOMPARE(store.list(u"none"_s, u".md"_s), QStringList());
    QCOMPARE(store.list(u".."_s, u".md"_s), QStringList());
}

DETOUR_TEST(ContentStoreTest)
#include "tst_contentstore.moc"
