// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "ui/settings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class TestSettings final : public QObject
{
    Q_OBJECT

private slots:
    void firstStartKnowsNothing();
    void valuesSurviveReopening();
    void nonsenseCountsAsNeverWritten();
    void recentThingsStandOnceNewestFirst();
    void forgettingAllLeavesNothing();
    void addressesAreKeptWithinBounds();
    void passwordsAreNotKept();
};

void TestSettings::firstStartKnowsNothing()
{
    const QTemporaryDir folder;
    QSettings store(folder.filePath(u"a.ini"_s), QSettings::IniFormat);
    const Settings settings(store);
    QCOMPARE(settings.themeMode(), ThemeMode::System);
    QVERIFY(settings.systemWasDark(true));
    QVERIFY(!settings.systemWasDark(false));
    QVERIFY(settings.windowGeometry().isEmpty());
    QVERIFY(settings.splitter(u"wide"_s).isEmpty());
    QVERIFY(settings.lastPage().isEmpty());
    QCOMPARE(settings.pageZoom(), 1.0);
    QVERIFY(settings.server().isEmpty());
    QCOMPARE(settings.contrastMode(), ContrastMode::System);
    QCOMPARE(settings.motionMode(), MotionMode::System);
    QCOMPARE(settings.textScale(), 1.0);
    QCOMPARE(settings.hopTimeout(), 30'000);
    QVERIFY(settings.recentTraces().isEmpty());
    QVERIFY(settings.recentActions().isEmpty());
}

void TestSettings::valuesSurviveReopening()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"a.ini"_s);
    {
        QSettings store(file, QSettings::IniFormat);
        Settings settings(store);
        settings.setThemeMode(ThemeMode::Dark);
        settings.setSystemWasDark(true);
        settings.setWindowGeometry("geometry");
        settings.setSplitter(u"wide"_s, "wide state");
        settings.setSplitter(u"rail"_s, "rail state");
        settings.setLastPage(u"307"_s);
        settings.setPageZoom(1.25);
        settings.setServer(u"flask"_s);
        settings.setContrastMode(ContrastMode::High);
        settings.setMotionMode(MotionMode::Reduced);
        settings.setTextScale(1.5);
        settings.setHopTimeout(5000);
    }
    QSettings store(file, QSettings::IniFormat);
    const Settings settings(store);
    QCOMPARE(settings.themeMode(), ThemeMode::Dark);
    QVERIFY(settings.systemWasDark(false));
    QCOMPARE(settings.windowGeometry(), "geometry"_ba);
    QCOMPARE(settings.splitter(u"wide"_s), "wide state"_ba);
    QCOMPARE(settings.splitter(u"rail"_s), "rail state"_ba);
    QCOMPARE(settings.lastPage(), u"307"_s);
    QCOMPARE(settings.pageZoom(), 1.25);
    QCOMPARE(settings.server(), u"flask"_s);
    QCOMPARE(settings.contrastMode(), ContrastMode::High);
    QCOMPARE(settings.motionMode(), MotionMode::Reduced);
    QCOMPARE(settings.textScale(), 1.5);
    QCOMPARE(settings.hopTimeout(), 5000);
}

void TestSettings::nonsenseCountsAsNeverWritten()
{
    const QTemporaryDir folder;
    QSettings store(folder.filePath(u"a.ini"_s), QSettings::IniFormat);
    store.setValue(u"appearance/theme"_s, u"purple"_s);
    store.setValue(u"pages/zoom"_s, u"enormous"_s);
    const Settings settings(store);
    QCOMPARE(settings.themeMode(), ThemeMode::System);
    QCOMPARE(settings.pageZoom(), 1.0);
    store.setValue(u"pages/zoom"_s, 40);
    QCOMPARE(settings.pageZoom(), 1.0);
    store.setValue(u"appearance/contrast"_s, 7);
    store.setValue(u"appearance/motion"_s, u"fast"_s);
    store.setValue(u"appearance/text-scale"_s, 12);
    store.setValue(u"requests/timeout-ms"_s, -4);
    QCOMPARE(settings.contrastMode(), ContrastMode::System);
    QCOMPARE(settings.motionMode(), MotionMode::System);
    QCOMPARE(settings.textScale(), 1.0);
    QCOMPARE(settings.hopTimeout(), 30'000);
}

void TestSettings::recentThingsStandOnceNewestFirst()
{
    const QTemporaryDir folder;
    QSettings store(folder.filePath(u"a.ini"_s), QSettings::IniFormat);
    Settings settings(store);
    for (int i = 0; i < 30; ++i)
        settings.addRecentTrace(u"/tmp/%1.json"_s.arg(i));
    settings.addRecentTrace(u"/tmp/25.json"_s);
    QCOMPARE(settings.recentTraces().size(), 10);
    QCOMPARE(settings.recentTraces().constFirst(), u"/tmp/25.json"_s);
    QCOMPARE(settings.recentTraces().at(1), u"/tmp/29.json"_s);
    settings.removeRecentTrace(u"/tmp/25.json"_s);
    QCOMPARE(settings.recentTraces().constFirst(), u"/tmp/29.json"_s);
    settings.addRecentAction(u"print"_s);
    settings.addRecentAction(u"find"_s);
    settings.addRecentAction(u"print"_s);
    QCOMPARE(settings.recentActions(), QStringList({u"print"_s, u"find"_s}));
}

void TestSettings::forgettingAllLeavesNothing()
{
    const QTemporaryDir folder;
    QSettings store(folder.filePath(u"a.ini"_s), QSettings::IniFormat);
    Settings settings(store);
    settings.setThemeMode(ThemeMode::Dark);
    settings.setWindowGeometry("geometry");
    settings.addRecentTrace(u"/tmp/a.json"_s);
    settings.forgetAll();
    QVERIFY(store.allKeys().isEmpty());
    QCOMPARE(settings.themeMode(), ThemeMode::System);
}

void TestSettings::addressesAreKeptWithinBounds()
{
    const QTemporaryDir folder;
    QSettings store(folder.filePath(u"a.ini"_s), QSettings::IniFormat);
    Settings settings(store);
    QVERIFY(settings.urlHistory().isEmpty());
    for (int i = 0; i < 60; ++i)
        settings.addToUrlHistory(u"http://a.test/%1"_s.arg(i));
    QCOMPARE(settings.urlHistory().size(), Settings::mostUrls);
    QCOMPARE(settings.urlHistory().constFirst(), u"http://a.test/59"_s);
    settings.addToUrlHistory(u" http://a.test/40 "_s); // the latest first, each once
    QCOMPARE(settings.urlHistory().constFirst(), u"http://a.test/40"_s);
    QCOMPARE(settings.urlHistory().count(u"http://a.test/40"_s), 1);
    settings.addToUrlHistory(u"http://a.test/"_s + QString(3000, u'x'));
    settings.addToUrlHistory(u"  "_s);
    QCOMPARE(settings.urlHistory().constFirst(), u"http://a.test/40"_s);
    settings.clearUrlHistory();
    QVERIFY(settings.urlHistory().isEmpty());
}

void TestSettings::passwordsAreNotKept()
{
    const QTemporaryDir folder;
    QSettings store(folder.filePath(u"a.ini"_s), QSettings::IniFormat);
    Settings settings(store);
    settings.addToUrlHistory(u"http://ada:secret@a.test/x?y"_s);
    QCOMPARE(settings.urlHistory(), QStringList{u"http://a.test/x?y"_s});
}

DETOUR_TEST(TestSettings)

#include "tst_settings.moc"
