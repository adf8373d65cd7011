// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/pages/sidebarmodel.h"
#include "ui/theme.h"

#include <QWidget>

class QListView;

namespace Detour {

class LabStatus;
class SidebarDelegate;

/// The way to the pages and views: one list in sections, or a narrow rail of signs and icons; under it where the lab
/// is.
class Sidebar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Sidebar)

public:
    static constexpr int railWidth = 64;
    static constexpr int fullWidth = 220;
    /// With the text as large as it is.
    [[nodiscard]] static int widthOf(bool rail) { return rail ? Theme::scaled(railWidth) : Theme::scaled(fullWidth); }

    explicit Sidebar(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setRail(bool rail);
    [[nodiscard]] bool isRail() const { return m_rail; }
    /// The section Learn. Without guides there is none.
    void setGuides(const QList<SidebarEntry> &guides);
    /// Adds a line to the section Lab, which is there from the first one on.
    void addView(const SidebarEntry &view);
    /// Adds a view to the section Learn, above its guides.
    void addLearnView(const SidebarEntry &view);
    /// Shows where one is, without asking for the page; a slug that is not listed selects nothing.
    void setCurrentPage(const QString &slug);
    /// The same for a view: it takes the place of the page as what is selected.
    void setCurrentView(const QString &id);
    [[nodiscard]] QListView *list() const { return m_list; }
    [[nodiscard]] LabStatus *labStatus() const { return m_lab; }

signals:
    void pageRequested(const QString &slug);
    void viewRequested(const QString &id);

private:
    void ask(const QModelIndex &index);
    void select(const QModelIndex &index);
    /// The first heading is a line above everything on the rail, and no line is needed there.
    void hideFirstHeading();

    Theme m_theme = Theme::light();
    bool m_rail = false;
    bool m_showing = false; ///< what is selected follows where one is, and asks for nothing
    QListView *m_list = nullptr;
    SidebarModel *m_model = nullptr;
    SidebarDelegate *m_delegate = nullptr;
    LabStatus *m_lab = nullptr;
};

} // namespace Detour
