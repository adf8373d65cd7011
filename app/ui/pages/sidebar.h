// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/statuscode.h"
#include "ui/theme.h"

#include <QWidget>

class QLabel;
class QListView;

namespace Detour {

class LabStatus;
class SidebarDelegate;
class StatusCodeModel;

/// The way to the pages: the nine codes as a list, or as a narrow rail of signs; under them where the lab is.
class Sidebar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Sidebar)

public:
    static constexpr int railWidth = 64;
    static constexpr int fullWidth = 220;

    explicit Sidebar(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setRail(bool rail);
    [[nodiscard]] bool isRail() const { return m_rail; }
    /// Shows where one is, without asking for the page; a slug that is not listed selects nothing.
    void setCurrentPage(const QString &slug);
    [[nodiscard]] QListView *list() const { return m_list; }
    [[nodiscard]] LabStatus *labStatus() const { return m_lab; }

signals:
    void pageRequested(const QString &slug);

private:
    Theme m_theme = Theme::light();
    bool m_rail = false;
    bool m_showing = false; ///< inside setCurrentPage()
    QLabel *m_heading = nullptr;
    QListView *m_list = nullptr;
    StatusCodeModel *m_model = nullptr;
    SidebarDelegate *m_delegate = nullptr;
    LabStatus *m_lab = nullptr;
};

} // namespace Detour
