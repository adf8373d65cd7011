// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QDialog>

class QLabel;
class QVBoxLayout;

namespace Detour {

class FocusRing;
class ThemeController;

/// A window over the main one: settings, keys, About. Esc closes it; it has the theme and the focus ring.
class SheetDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SheetDialog)

public:
    /// `theme` must outlive the dialog.
    SheetDialog(const QString &title, ThemeController &theme, QWidget *window);
    ~SheetDialog() override;

protected:
    /// For what the dialog shows, below its heading.
    [[nodiscard]] QVBoxLayout &body() const { return *m_body; }
    [[nodiscard]] const Theme &theme() const;
    /// As large as that where the main window has room; smaller otherwise. In pixels at text scale 1.
    void setWantedSize(QSize size);
    /// Called once after construction and after each change of the look.
    virtual void applyTheme();
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    ThemeController &m_theme;
    QLabel *m_heading = nullptr;
    QVBoxLayout *m_body = nullptr;
    FocusRing *m_ring = nullptr;
    QSize m_wanted;
};

} // namespace Detour
