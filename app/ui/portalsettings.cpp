// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/portalsettings.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr QLatin1StringView service{"org.freedesktop.portal.Desktop"};
constexpr QLatin1StringView objectPath{"/org/freedesktop/portal/desktop"};
constexpr QLatin1StringView interface {
    "org.freedesktop.portal.Settings"
};
constexpr QLatin1StringView appearance{"org.freedesktop.appearance"};
constexpr QLatin1StringView gnome{"org.gnome.desktop.interface"};
constexpr QLatin1StringView colorScheme{"color-scheme"};
constexpr QLatin1StringView contrast{"contrast"};
constexpr QLatin1StringView animations{"enable-animations"};
constexpr QLatin1StringView reducedMotionKey{"reduced-motion"};
constexpr QLatin1StringView kde{"org.kde.kdeglobals.KDE"};
constexpr QLatin1StringView animationFactor{"AnimationDurationFactor"};

/// The portal wraps a value in one variant or, in its older call, in two.
QVariant unwrapped(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

bool set(std::optional<bool> &target, std::optional<bool> value)
{
    if (target == value)
        return false;
    target = value;
    return true;
}

/// Whether that setting, if it is one of motion, asks for less of it.
std::optional<bool> isStill(const QString &group, const QString &key, const QVariant &value)
{
    const int type = value.metaType().id();
    if (group == gnome && key == animations && type == QMetaType::Bool)
        return !value.toBool();
    if (group == appearance && key == reducedMotionKey && type == QMetaType::UInt)
        return value.toUInt() == 1;
    bool isNumber = false;
    const double factor = value.toDouble(&isNumber);
    if (group == kde && key == animationFactor && isNumber && (type == QMetaType::QString || type == QMetaType::Double))
        return factor == 0;
    return std::nullopt;
}

/// Asking libdbus for a bus that is not there may start one; so look first.
bool sessionBusIsLikely()
{
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + u"/bus"_s);
}

} // namespace

bool DesktopPreferences::apply(const QString &group, const QString &key, const QVariant &value)
{
    const QVariant plain = unwrapped(value);
    if (const std::optional<bool> still = isStill(group, key, plain)) {
        const unsigned bit = group == appearance ? 1U : group == gnome ? 2U : 4U;
        stillSources = *still ? stillSources | bit : stillSources & ~bit;
        return set(reducedMotion, stillSources != 0);
    }
    if (group != appearance || plain.metaType().id() != QMetaType::UInt)
        return false;
    const uint number = plain.toUInt();
    if (key == colorScheme) // 0: no preference, 1: dark, 2: light
        return set(dark, number == 1 ? std::optional(true) : number == 2 ? std::optional(false) : std::nullopt);
    if (key == contrast)
        return set(moreContrast, number == 1);
    return false;
}

PortalSettings::PortalSettings(QObject *parent)
    : QObject(parent)
{}

PortalSettings::~PortalSettings() = default;

void PortalSettings::start()
{
    if (sessionBusIsLikely())
        startOn(QDBusConnection::sessionBus());
}

void PortalSettings::startOn(const QDBusConnection &bus)
{
    QDBusConnection connection = bus;
    if (!connection.isConnected())
        return;
    // No service name here: with one Qt would ask the bus who owns it, and wait for the answer.
    connection.connect(QString(), objectPath, interface, u"SettingChanged"_s, this,
                       SLOT(takeChange(QString, QString, QDBusVariant)));
    ask(connection, appearance, colorScheme);
    ask(connection, appearance, contrast);
    ask(connection, appearance, reducedMotionKey);
    ask(connection, gnome, animations);
    ask(connection, kde, animationFactor);
}

void PortalSettings::ask(const QDBusConnection &bus, const QString &group, const QString &key)
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, objectPath, interface, u"Read"_s);
    message << group << key;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, group, key] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        watcher->deleteLater();
        if (!reply.isError())
            take(group, key, reply.value().variant());
    });
}

void PortalSettings::takeChange(const QString &group, const QString &key, const QDBusVariant &value)
{
    take(group, key, value.variant());
}

void PortalSettings::take(const QString &group, const QString &key, const QVariant &value)
{
    if (m_preferences.apply(group, key, value))
        emit changed();
}

} // namespace Detour
