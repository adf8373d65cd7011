// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "ui/portalsettings.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

namespace {

const QString appearance = u"org.freedesktop.appearance"_s;
const QString gnome = u"org.gnome.desktop.interface"_s;

/// Answers as xdg-desktop-portal does: a variant in a variant.
class FakePortal final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    QVariantMap values;

public slots:
    QDBusVariant Read(const QString &group, const QString &key)
    {
        return QDBusVariant(QVariant::fromValue(QDBusVariant(values.value(group + u'/' + key))));
    }
};

} // namespace

class TestPortalSettings final : public QObject
{
    Q_OBJECT

private slots:
    void colorSchemeHasThreeValues();
    void wrappedValuesAreUnwrapped();
    void oddTypesAndUnknownKeysAreIgnored();
    void animationsOffMeansReducedMotion();
    void anyDesktopMayAskForLessMotion();
    void noBusIsSilent();
    void portalIsReadAndFollowed();
};

void TestPortalSettings::colorSchemeHasThreeValues()
{
    DesktopPreferences preferences;
    QVERIFY(preferences.apply(appearance, u"color-scheme"_s, 1U));
    QCOMPARE(preferences.dark, std::optional(true));
    QVERIFY(!preferences.apply(appearance, u"color-scheme"_s, 1U));
    QVERIFY(preferences.apply(appearance, u"color-scheme"_s, 2U));
    QCOMPARE(preferences.dark, std::optional(false));
    QVERIFY(preferences.apply(appearance, u"color-scheme"_s, 0U));
    QVERIFY(!preferences.dark.has_value());
    QVERIFY(preferences.apply(appearance, u"contrast"_s, 1U));
    QCOMPARE(preferences.moreContrast, std::optional(true));
}

void TestPortalSettings::wrappedValuesAreUnwrapped()
{
    DesktopPreferences preferences;
    const QVariant once = QVariant::fromValue(QDBusVariant(1U));
    const QVariant twice = QVariant::fromValue(QDBusVariant(once));
    QVERIFY(preferences.apply(appearance, u"color-scheme"_s, twice));
    QCOMPARE(preferences.dark, std::optional(true));
}

void TestPortalSettings::oddTypesAndUnknownKeysAreIgnored()
{
    DesktopPreferences preferences;
    QVERIFY(!preferences.apply(appearance, u"color-scheme"_s, u"dark"_s));
    QVERIFY(!preferences.apply(appearance, u"color-scheme"_s, {}));
    QVERIFY(!preferences.apply(appearance, u"accent-color"_s, 1U));
    QVERIFY(!preferences.apply(u"org.example"_s, u"color-scheme"_s, 1U));
    QVERIFY(!preferences.apply(gnome, u"enable-animations"_s, 0U));
    QCOMPARE(preferences, DesktopPreferences());
}

void TestPortalSettings::animationsOffMeansReducedMotion()
{
    DesktopPreferences preferences;
    QVERIFY(preferences.apply(gnome, u"enable-animations"_s, false));
    QCOMPARE(preferences.reducedMotion, std::optional(true));
    QVERIFY(preferences.apply(gnome, u"enable-animations"_s, true));
    QCOMPARE(preferences.reducedMotion, std::optional(false));
}

void TestPortalSettings::anyDesktopMayAskForLessMotion()
{
    DesktopPreferences preferences;
    QVERIFY(preferences.apply(gnome, u"enable-animations"_s, true));
    QVERIFY(preferences.apply(appearance, u"reduced-motion"_s, 1U));
    QCOMPARE(preferences.reducedMotion, std::optional(true));
    QVERIFY(!preferences.apply(gnome, u"enable-animations"_s, true)); // the other one asks still
    QCOMPARE(preferences.reducedMotion, std::optional(true));
    QVERIFY(preferences.apply(appearance, u"reduced-motion"_s, 0U));
    QCOMPARE(preferences.reducedMotion, std::optional(false));
    const QString kde = u"org.kde.kdeglobals.KDE"_s;
    QVERIFY(preferences.apply(kde, u"AnimationDurationFactor"_s, u"0"_s));
    QCOMPARE(preferences.reducedMotion, std::optional(true));
    QVERIFY(preferences.apply(kde, u"AnimationDurationFactor"_s, u"0.5"_s));
    QVERIFY(!preferences.apply(kde, u"AnimationDurationFactor"_s, u"fast"_s));
    QCOMPARE(preferences.reducedMotion, std::optional(false));
}

void TestPortalSettings::noBusIsSilent()
{
    PortalSettings portal;
    const QSignalSpy changed(&portal, &PortalSettings::changed);
    portal.startOn(QDBusConnection(u"there is no such connection"_s));
    QCoreApplication::processEvents();
    QCOMPARE(changed.count(), 0);
    QCOMPARE(portal.preferences(), DesktopPreferences());
}

void TestPortalSettings::portalIsReadAndFollowed()
{
    const QString program = QStandardPaths::findExecutable(u"dbus-daemon"_s);
    if (program.isEmpty())
        QSKIP("dbus-daemon is not installed");
    QProcess daemon;
    daemon.start(program, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY(daemon.waitForStarted());
    QVERIFY(daemon.waitForReadyRead());
    const QString address = QString::fromLatin1(daemon.readLine().trimmed());

    FakePortal fake;
    fake.values = {{appearance + u"/reduced-motion"_s, 0U},
                   {u"org.kde.kdeglobals.KDE/AnimationDurationFactor"_s, u"1"_s},
                   {appearance + u"/color-scheme"_s, 1U},
                   {appearance + u"/contrast"_s, 0U},
                   {gnome + u"/enable-animations"_s, false}};
    QDBusConnection server = QDBusConnection::connectToBus(address, u"portal"_s);
    QVERIFY(server.registerObject(u"/org/freedesktop/portal/desktop"_s, &fake, QDBusConnection::ExportAllSlots));
    QVERIFY(server.registerService(u"org.freedesktop.portal.Desktop"_s));

    PortalSettings portal;
    portal.startOn(QDBusConnection::connectToBus(address, u"window"_s));
    QTRY_VERIFY(portal.preferences().reducedMotion.has_value());
    QCOMPARE(portal.preferences().dark, std::optional(true));
    QCOMPARE(portal.preferences().moreContrast, std::optional(false));
    QCOMPARE(portal.preferences().reducedMotion, std::optional(true));

    QDBusMessage signal = QDBusMessage::createSignal(u"/org/freedesktop/portal/desktop"_s,
                                                     u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
    signal << appearance << u"color-scheme"_s << QVariant::fromValue(QDBusVariant(2U));
    QVERIFY(server.send(signal));
    QTRY_COMPARE(portal.preferences().dark, std::optional(false));

    QDBusConnection::disconnectFromBus(u"window"_s);
    QDBusConnection::disconnectFromBus(u"portal"_s);
    daemon.terminate();
    QVERIFY(daemon.waitForFinished());
}

DETOUR_TEST(TestPortalSettings)

#include "tst_portalsettings.moc"
