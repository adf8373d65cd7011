// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/settings.h"

#include "semantics/targeturi.h"

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr QLatin1StringView themeKey{"appearance/theme"};
constexpr QLatin1StringView systemDarkKey{"appearance/system-was-dark"};
constexpr QLatin1StringView geometryKey{"window/geometry"};
constexpr QLatin1StringView splitterKey{"window/splitter-"};
constexpr QLatin1StringView lastPageKey{"pages/last"};
constexpr QLatin1StringView zoomKey{"pages/zoom"};
constexpr QLatin1StringView serverKey{"pages/server"};
constexpr QLatin1StringView urlsKey{"request/urls"};

QString themeWord(ThemeMode mode)
{
    switch (mode) {
    case ThemeMode::System:
        return u"system"_s;
    case ThemeMode::Light:
        return u"light"_s;
    case ThemeMode::Dark:
        return u"dark"_s;
    }
    return {};
}

} // namespace

ThemeMode Settings::themeMode() const
{
    const QString word = m_store.value(themeKey).toString();
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        if (word == themeWord(mode))
            return mode;
    }
    return ThemeMode::System;
}

void Settings::setThemeMode(ThemeMode mode)
{
    m_store.setValue(themeKey, themeWord(mode));
}

bool Settings::systemWasDark(bool otherwise) const
{
    return m_store.value(systemDarkKey, otherwise).toBool();
}

void Settings::setSystemWasDark(bool dark)
{
    m_store.setValue(systemDarkKey, dark);
}

QByteArray Settings::windowGeometry() const
{
    return m_store.value(geometryKey).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    m_store.setValue(geometryKey, geometry);
}

QByteArray Settings::splitter(const QString &name) const
{
    return m_store.value(splitterKey + name).toByteArray();
}

void Settings::setSplitter(const QString &name, const QByteArray &state)
{
    m_store.setValue(splitterKey + name, state);
}

QString Settings::lastPage() const
{
    return m_store.value(lastPageKey).toString();
}

void Settings::setLastPage(const QString &slug)
{
    m_store.setValue(lastPageKey, slug);
}

qreal Settings::pageZoom() const
{
    bool isNumber = false;
    const qreal zoom = m_store.value(zoomKey, 1.0).toDouble(&isNumber);
    return isNumber && zoom >= 0.7 && zoom <= 2.0 ? zoom : 1.0;
}

void Settings::setPageZoom(qreal zoom)
{
    m_store.setValue(zoomKey, zoom);
}

QString Settings::server() const
{
    return m_store.value(serverKey).toString();
}

void Settings::setServer(const QString &id)
{
    m_store.setValue(serverKey, id);
}

QStringList Settings::urlHistory() const
{
    QStringList urls = m_store.value(urlsKey).toStringList();
    urls.removeAll(QString());
    return urls.first(qMin(urls.size(), mostUrls));
}

void Settings::addToUrlHistory(const QString &url)
{
    QString kept = url.trimmed();
    if (const auto target = parseFirstUrl(kept.toUtf8()); target && target->userinfo)
        kept = target->withoutUserinfo().toDisplayString(); // a password has no place in a file of settings
    if (kept.isEmpty() || kept.size() > longestUrl)
        return;
    QStringList urls = urlHistory();
    urls.removeAll(kept);
    urls.prepend(kept);
    m_store.setValue(urlsKey, urls.first(qMin(urls.size(), mostUrls)));
}

void Settings::clearUrlHistory()
{
    m_store.remove(urlsKey);
}

} // namespace Detour
