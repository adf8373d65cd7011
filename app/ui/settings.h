// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QSettings>
#include <QStringList>

namespace Detour {

enum class ThemeMode {
    System,
    Light,
    Dark,
};

/// How much colours differ.
enum class ContrastMode {
    System,
    Normal,
    High,
};

enum class MotionMode {
    System,
    Full,
    Reduced, ///< stills, and no smooth scrolling
};

/// What the window remembers between starts. Values that cannot be read count as never written.
class Settings final
{
public:
    /// `store` must outlive this.
    explicit Settings(QSettings &store)
        : m_store(store)
    {}

    [[nodiscard]] ThemeMode themeMode() const;
    void setThemeMode(ThemeMode mode);

    [[nodiscard]] ContrastMode contrastMode() const;
    void setContrastMode(ContrastMode mode);

    [[nodiscard]] MotionMode motionMode() const;
    void setMotionMode(MotionMode mode);

    /// Of all text in the window, 0.9 … 2 (Theme::setTextScale).
    [[nodiscard]] qreal textScale() const;
    void setTextScale(qreal scale);

    /// Milliseconds for each hop, from send to last byte; 1 s to 10 min, 30 s unless set.
    [[nodiscard]] int hopTimeout() const;
    void setHopTimeout(int milliseconds);
    static constexpr int defaultHopTimeout = 30'000;

    /// Traces that were opened or saved, the newest first; at most ten, each once.
    [[nodiscard]] QStringList recentTraces() const;
    void addRecentTrace(const QString &file);
    void removeRecentTrace(const QString &file);

    /// Ids of the actions that were last chosen in the palette, the newest first; at most eight.
    [[nodiscard]] QStringList recentActions() const;
    void addRecentAction(const QString &id);

    /// Everything above and below goes, as if Detour had never been started.
    void forgetAll();

    /// What the desktop said last time, so that the first paint has its colours before the portal answers.
    [[nodiscard]] bool systemWasDark(bool otherwise) const;
    void setSystemWasDark(bool dark);

    /// As QWidget::saveGeometry() makes it.
    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);

    /// As QSplitter::saveState() makes it; `name` tells the splitters apart.
    [[nodiscard]] QByteArray splitter(const QString &name) const;
    void setSplitter(const QString &name, const QByteArray &state);

    /// Slug of the page that was open; empty at the first start.
    [[nodiscard]] QString lastPage() const;
    void setLastPage(const QString &slug);

    /// Size of the page's text, 0.7 … 2.
    [[nodiscard]] qreal pageZoom() const;
    void setPageZoom(qreal zoom);

    /// Id of the server whose code the pages show; empty: none was chosen.
    [[nodiscard]] QString server() const;
    void setServer(const QString &id);

    /// Addresses that were sent, the latest first, without user names and passwords.
    [[nodiscard]] QStringList urlHistory() const;
    /// Keeps the latest mostUrls, each once; what is longer than longestUrl is not kept.
    void addToUrlHistory(const QString &url);
    void clearUrlHistory();
    static constexpr qsizetype mostUrls = 40;
    static constexpr qsizetype longestUrl = 2000;

private:
    QSettings &m_store;
};

} // namespace Detour
