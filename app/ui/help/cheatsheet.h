// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/help/keytable.h"
#include "ui/widgets/sheetdialog.h"

class QScrollArea;

namespace Detour {

class KeyCaps;

/// Every key of the window, by where it holds, in as many columns as there is room for.
class CheatSheet final : public SheetDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheatSheet)

public:
    CheatSheet(ThemeController &theme, QWidget *window);
    ~CheatSheet() override;

    [[nodiscard]] int columns() const { return m_columns; }

protected:
    void applyTheme() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeArea(KeyArea area);
    void arrange();

    QScrollArea *m_scroll = nullptr;
    QWidget *m_content = nullptr;
    QList<QWidget *> m_areas;
    int m_columns = 0;
};

} // namespace Detour
