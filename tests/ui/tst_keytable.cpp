// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "desk.h"
#include "support/testregistry.h"
#include "ui/help/keytable.h"
#include "ui/mainwindow.h"
#include "ui/themecontroller.h"
#include "ui/windowactions.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QShortcut>
#include <QTest>
#include <QToolButton>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// One table says what every key does.
class TestKeyTable final : public QObject
{
    Q_OBJECT

private slots:
    void idsAndKeysOfOneAreaAreUnique();
    void everyShortcutOfTheWindowStandsInTheTable();
    void everyWindowWideKeyDoesSomething();
    void keysThatWidgetsReadStandInTheTable_data();
    void keysThatWidgetsReadStandInTheTable();
    void tipsTeachTheKeyFromTheTable();
    void keysInTipsStandInTheTable();
    void keysReadAsPeopleSayThem();
};

namespace {

bool isInTable(const QKeySequence &keys)
{
    for (const KeyLine &line : keyLines()) {
        if (line.keys.contains(keys))
            return true;
    }
    return false;
}

} // namespace

void TestKeyTable::idsAndKeysOfOneAreaAreUnique()
{
    QSet<QString> ids;
    QSet<QString> keys;
    for (const KeyLine &line : keyLines()) {
        QVERIFY2(!ids.contains(line.id), qPrintable(line.id));
        ids.insert(line.id);
        QVERIFY(!line.keys.isEmpty());
        QVERIFY(!line.words.isEmpty());
        QVERIFY(!keyAreaName(line.area).isEmpty());
        for (const QKeySequence &key : line.keys) {
            // Window and Reading hold everywhere, so they share one space.
            const int area = line.area == KeyArea::Reading ? int(KeyArea::Window) : int(line.area);
            const QString place = QString::number(area) + key.toString();
            QVERIFY2(!keys.contains(place), qPrintable(place));
            keys.insert(place);
        }
    }
}

void TestKeyTable::everyShortcutOfTheWindowStandsInTheTable()
{
    LabDesk desk;
    desk.window.start(u"307"_s);
    desk.window.showView(u"compare"_s);
    desk.window.openKeys();
    int seen = 0;
    for (const QAction *action : desk.window.findChildren<QAction *>()) {
        for (const QKeySequence &key : action->shortcuts()) {
            QVERIFY2(isInTable(key), qPrintable(action->text() + u' ' + key.toString()));
            ++seen;
        }
    }
    for (const QShortcut *shortcut : desk.window.findChildren<QShortcut *>()) {
        QVERIFY2(isInTable(shortcut->key()), qPrintable(shortcut->key().toString()));
        ++seen;
    }
    QVERIFY(seen > 25);
}

void TestKeyTable::everyWindowWideKeyDoesSomething()
{
    const LabDesk desk;
    QSet<QString> keys;
    for (const QAction *action : desk.window.findChildren<QAction *>()) {
        for (const QKeySequence &key : action->shortcuts())
            keys.insert(key.toString());
    }
    for (const QShortcut *shortcut : desk.window.findChildren<QShortcut *>())
        keys.insert(shortcut->key().toString());
    for (const KeyLine &line : keyLines()) {
        if (line.area != KeyArea::Window && line.area != KeyArea::Reading)
            continue;
        for (const QKeySequence &key : line.keys)
            QVERIFY2(keys.contains(key.toString()), qPrintable(line.id));
    }
}

void TestKeyTable::keysThatWidgetsReadStandInTheTable_data()
{
    QTest::addColumn<QString>("folder");
    for (const char *folder :
         {"playground", "request", "inspector", "stage", "predict", "compare", "search", "help", "present"})
        QTest::newRow(folder) << QString::fromLatin1(folder);
}

/// What the sources of a folder name as Qt::Key_… is read somewhere; the table names its keys in one form each.
void TestKeyTable::keysThatWidgetsReadStandInTheTable()
{
    QFETCH(const QString, folder);
    QSet<int> known{Qt::Key_Enter, Qt::Key_Tab, Qt::Key_Backtab}; // Enter stands as Return; Tab walks, as everywhere
    for (const KeyLine &line : keyLines()) {
        for (const QKeySequence &keys : line.keys)
            known.insert(keys[0].key());
    }
    static const QRegularExpression named(uR"(Qt::(Key_\w+))"_s);
    const QMetaEnum keys = QMetaEnum::fromType<Qt::Key>();
    QDirIterator files(QStringLiteral(DETOUR_SOURCE_DIR "/app/ui/") + folder, {u"*.cpp"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    int read = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        ++read;
        for (const QRegularExpressionMatch &match : named.globalMatch(QString::fromUtf8(file.readAll()))) {
            const int key = keys.keyToValue(match.captured(1).toLatin1().constData());
            QVERIFY2(key >= 0 && known.contains(key), qPrintable(file.fileName() + u": "_s + match.captured(1)));
        }
    }
    QVERIFY(read > 0);
}

void TestKeyTable::tipsTeachTheKeyFromTheTable()
{
    QCOMPARE(withKey(u"Send"_s, u"send"_s), u"Send (Ctrl+Enter)"_s);
    QCOMPARE(withKey(u"Nothing"_s, u"no such action"_s), u"Nothing"_s);
    LabDesk desk;
    desk.window.start(u"307"_s);
    const std::pair<QString, QString> buttons[] = {
        {u"Back"_s, u"back"_s}, {u"Forward"_s, u"forward"_s}, {u"Find in this page"_s, u"find"_s}};
    for (const auto &[name, id] : buttons) {
        bool isFound = false;
        for (const QToolButton *button : desk.window.findChildren<QToolButton *>()) {
            if (button->accessibleName() == name)
                isFound = isFound || button->toolTip().endsWith(u'(' + keyText(id) + u')');
        }
        QVERIFY2(isFound, qPrintable(name));
    }
}

/// Also of those that do not ask the table for it.
void TestKeyTable::keysInTipsStandInTheTable()
{
    LabDesk desk;
    desk.window.resize(1440, 900);
    desk.window.start(u"307"_s);
    desk.window.showView(u"compare"_s);
    QSet<QString> known;
    for (const KeyLine &line : keyLines()) {
        for (const QKeySequence &keys : line.keys)
            known.insert(keyText(keys));
    }
    static const QRegularExpression atTheEnd(
        uR"(\(((?:Ctrl|Alt|Shift)\+\S+|F\d+|Esc|Enter|Space|Home|End|[←→↑↓A-Z])\)$)"_s);
    int seen = 0;
    for (const QWidget *widget : desk.window.findChildren<QWidget *>()) {
        const QRegularExpressionMatch match = atTheEnd.match(widget->toolTip());
        if (!match.hasMatch())
            continue;
        QVERIFY2(known.contains(match.captured(1)), qPrintable(widget->toolTip()));
        ++seen;
    }
    QVERIFY(seen > 12);
}

void TestKeyTable::keysReadAsPeopleSayThem()
{
    QCOMPARE(keyText(u"send"_s), u"Ctrl+Enter"_s);
    QCOMPARE(keyText(u"back"_s), u"Alt+←"_s);
    QCOMPARE(keyText(u"hop-before"_s), u"↑"_s);
    QCOMPARE(keyText(u"scroll-down"_s), u"Page Down"_s);
    QCOMPARE(keyText(u"larger"_s), u"Ctrl++"_s);
    QCOMPARE(keyText(u"no such action"_s), QString());
}

DETOUR_TEST(TestKeyTable)
#include "tst_keytable.moc"
