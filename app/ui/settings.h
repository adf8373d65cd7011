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
