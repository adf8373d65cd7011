// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/settings.h"

#include "semantics/targeturi.h"
#include "ui/theme.h"

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr QLatin1StringView themeKey{"appearance/theme"};
constexpr QLatin1StringView contrastKey{"appearance/contrast"};
constexpr QLatin1StringView motionKey{"appearance/motion"};
constexpr QLatin1StringView textScaleKey{"appearance/text-scale"};
constexpr QLatin1StringView timeoutKey{"requests/timeout-ms"};
constexpr QLatin1StringView recentTracesKey{"traces/recent"};
constexpr QLatin1StringView recentActionsKey{"actions/recent"};
constexpr QLatin1StringView systemDarkKey{"appearance/system-was-dark"};
constexpr QLatin1StringView geometryKey{"window/geometry"};
constexpr QLatin1StringView splitterKey{"window/splitter-"};
constexpr QLatin1StringView lastPageKey{"pages/last"};
constexpr QLatin1StringView zoomKey{"pages/zoom"};
constexpr QLatin1StringView serverKey{"pages/server"};
constexpr QLatin1StringView urlsKey{"request/urls"};
constexpr qsizetype mostRecentTraces = 10;
constexpr qsizetype mostRecentActions = 8;

template<typename Mode>
using Words = QList<std::pair<Mode, QString>>;

Words<ThemeMode> themeWords()
{
    return {{ThemeMode::System, u"system"_s}, {ThemeMode::Light, u"light"_s}, {ThemeMode::Dark, u"dark"_s}};
}

Words<ContrastMode> contrastWords()
{
    return {{ContrastMode::System, u"system"_s}, {ContrastMode::Normal, u"normal"_s}, {ContrastMode::High, u"high"_s}};
}

Words<MotionMode> motionWords()
{
    return {{MotionMode::System, u"system"_s}, {MotionMode::Full, u"full"_s}, {MotionMode::Reduced, u"reduced"_s}};
}

/// The first mode where the word is none of them.
template<typename Mode>
Mode modeOf(const QString &word, const Words<Mode> &words)
{
    for (const auto &[mode, known] : words) {
        if (known == word)
            return mode;
    }
    return words.constFirst().first;
}

template<typename Mode>
QString wordOf(Mode mode, const Words<Mode> &words)
{
    for (const auto &[known, word] : words) {
        if (known == mode)
            return word;
    }
    return {};
}

/// The list with `entry` in front, once, and no longer than `most`.
QStringList withFirst(QStringList list, const QString &entry, qsizetype most)
{
    list.removeAll(entry);
    list.prepend(entry);
    return list.mid(0, most);
}

} // namespace

ThemeMode Settings::themeMode() const
{
    return modeOf(m_store.value(themeKey).toString(), themeWords());
}

void Settings::setThemeMode(ThemeMode mode)
{
    m_store.setValue(themeKey, wordOf(mode, themeWords()));
}

ContrastMode Settings::contrastMode() const
{
    return modeOf(m_store.value(contrastKey).toString(), contrastWords());
}

void Settings::setContrastMode(ContrastMode mode)
{
    m_store.setValue(contrastKey, wordOf(mode, contrastWords()));
}

MotionMode Settings::motionMode() const
{
    return modeOf(m_store.value(motionKey).toString(), motionWords());
}

void Settings::setMotionMode(MotionMode mode)
{
    m_store.setValue(motionKey, wordOf(mode, motionWords()));
}

qreal Settings::textScale() const
{
    bool isNumber = false;
    const qreal scale = m_store.value(textScaleKey, 1.0).toDouble(&isNumber);
    return isNumber && scale >= Theme::smallestTextScale && scale <= Theme::largestTextScale ? scale : 1.0;
}

void Settings::setTextScale(qreal scale)
{
    m_store.setValue(textScaleKey, scale);
}

int Settings::hopTimeout() const
{
    bool isNumber = false;
    const int timeout = m_store.value(timeoutKey, defaultHopTimeout).toInt(&isNumber);
    return isNumber && timeout >= 1000 && timeout <= 600'000 ? timeout : defaultHopTimeout;
}

void Settings::setHopTimeout(int milliseconds)
{
    m_store.setValue(timeoutKey, milliseconds);
}

QStringList Settings::recentTraces() const
{
    return m_store.value(recentTracesKey).toStringList().mid(0, mostRecentTraces);
}

void Settings::addRecentTrace(const QString &file)
{
    m_store.setValue(recentTracesKey, withFirst(recentTraces(), file, mostRecentTraces));
}

void Settings::removeRecentTrace(const QString &file)
{
    QStringList files = recentTraces();
    files.removeAll(file);
    m_store.setValue(recentTracesKey, files);
}

QStringList Settings::recentActions() const
{
    return m_store.value(recentActionsKey).toStringList().mid(0, mostRecentActions);
}

void Settings::addRecentAction(const QString &id)
{
    m_store.setValue(recentActionsKey, withFirst(recentActions(), id, mostRecentActions));
}

void Settings::forgetAll()
{
    m_store.clear();
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
