// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDBusVariant>
#include <QObject>
#include <QString>
#include <QVariant>

#include <optional>

class QDBusConnection;

namespace Detour {

/// What the desktop prefers. Absent: it did not say.
struct DesktopPreferences
{
    std::optional<bool> dark;
    std::optional<bool> moreContrast;
    std::optional<bool> reducedMotion; ///< true if any of its settings asks for less
    unsigned stillSources = 0;         ///< which of them did, a bit each

    /// Takes in one setting of the portal; returns whether that changed anything. Unknown ones and odd types are
    /// ignored.
    bool apply(const QString &group, const QString &key, const QVariant &value);

    friend bool operator==(const DesktopPreferences &, const DesktopPreferences &) = default;
};

/// Reads org.freedesktop.portal.Settings and follows its changes. Qt 6.4 has no QStyleHints::colorScheme().
/// Without a bus or a portal nothing ever happens and nothing is said.
class PortalSettings final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PortalSettings)

public:
    explicit PortalSettings(QObject *parent = nullptr);
    ~PortalSettings() override;

    /// Connects to the session's bus, if there is one, and asks. Answers come later, as changed().
    void start();
    void startOn(const QDBusConnection &bus);

    [[nodiscard]] const DesktopPreferences &preferences() const { return m_preferences; }

signals:
    void changed();

private slots:
    // A slot by name: QDBusConnection::connect() knows no other way.
    void takeChange(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask(const QDBusConnection &bus, const QString &group, const QString &key);
    void take(const QString &group, const QString &key, const QVariant &value);

    DesktopPreferences m_preferences;
};

} // namespace Detour
