// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QWidget>

namespace Detour {

class FindBar;
class PageCatalog;
class PageFinder;
class PageStrip;
class PageView;

/// A page with what belongs to it: the line over it, and the bar to find something in it.
class PagePane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PagePane)

public:
    /// `pages` must outlive the pane.
    explicit PagePane(PageCatalog &pages, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    [[nodiscard]] PageView &view() const { return *m_view; }
    [[nodiscard]] PageStrip &strip() const { return *m_strip; }

    /// Looks for what is selected, if anything is.
    void find();
    /// The next place, or with -1 the one before.
    void findNext(int by);

private:
    void pageWasShown();

    PageCatalog &m_pages;
    PageStrip *m_strip = nullptr;
    PageView *m_view = nullptr;
    PageFinder *m_finder = nullptr;
    FindBar *m_findBar = nullptr;
};

} // namespace Detour
