// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QObject>
#include <QTextCursor>

namespace Detour {

class PageView;

/// Finds text in the page on show, marks every place and goes from one to the next. Another page is searched at once.
class PageFinder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageFinder)

public:
    /// `view` must outlive the finder.
    explicit PageFinder(PageView &view, QObject *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Empty: nothing is marked.
    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    /// 1 or -1; round at the end.
    void step(int by);
    /// Takes the marks away and leaves the current place selected.
    void finish();

    [[nodiscard]] int count() const { return int(m_places.size()); }
    /// From 0; -1 if there is none.
    [[nodiscard]] int current() const { return m_current; }

    static constexpr int mostPlaces = 999;

signals:
    void changed();

private:
    void search();
    void show();
    void scrollToCurrent();

    PageView &m_view;
    Theme m_theme = Theme::light();
    QString m_text;
    QList<QTextCursor> m_places;
    int m_current = -1;
};

} // namespace Detour
