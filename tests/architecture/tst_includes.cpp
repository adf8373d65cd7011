// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "architecture/sourcerules.h"
#include "support/testregistry.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLibraryInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Detour::Test;

namespace {

SourceTree readTree(const QDir &root, const QStringList &folders)
{
    SourceTree tree;
    for (const QString &folder : folders) {
        QDirIterator files(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s, u"CMakeLists.txt"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly)) {
                tree.insert(root.relativeFilePath(file.fileName()), file.readAll());
            }
        }
    }
    return tree;
}

/// Which module each header of the installed Qt belongs to, by the folder it lies in.
QtHeaders installedQtHeaders()
{
    QtHeaders result;
    const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    for (const QString &module : headers.entryList({u"Qt*"_s}, QDir::Dirs)) {
        for (const QString &header : QDir(headers.filePath(module)).entryList(QDir::Files)) {
            result.insert(header, module);
        }
    }
    return result;
}

} // namespace

/// Holds the real tree against the layer table and the rules for files.
class IncludesTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyIncludeIsInTheLayerTable();
    void everyLinkLineIsTheOneInTheLayerTable();
    void filesAreShortAndLicensed();

private:
    SourceTree m_tree;
};

void IncludesTest::initTestCase()
{
    m_tree = readTree(QDir(QStringLiteral(DETOUR_SOURCE_DIR)), {u"app"_s, u"content"_s, u"resources"_s, u"tests"_s});
    QVERIFY(m_tree.contains(u"app/main.cpp"_s));
}

void IncludesTest::everyIncludeIsInTheLayerTable()
{
    const QtHeaders qtHeaders = installedQtHeaders();
    QCOMPARE(qtHeaders.value(u"QObject"_s), u"QtCore"_s);

    const QStringList found = includeViolations(m_tree, layerTable(), qtHeaders);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void IncludesTest::everyLinkLineIsTheOneInTheLayerTable()
{
    const QStringList found = linkViolations(m_tree, layerTable());
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void IncludesTest::filesAreShortAndLicensed()
{
    const QStringList found = fileViolations(m_tree);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

DETOUR_TEST(IncludesTest)
#include "tst_includes.moc"
