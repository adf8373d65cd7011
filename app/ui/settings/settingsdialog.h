// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/settings.h"
#include "ui/widgets/sheetdialog.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace Detour {

/// How Detour looks and how long it waits. Everything holds at once; there is nothing to confirm but forgetting.
class SettingsDialog final : public SheetDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsDialog)

public:
    /// Both must outlive the dialog.
    SettingsDialog(ThemeController &theme, Settings &settings, QWidget *window);
    ~SettingsDialog() override;

    /// The next of the sizes that are offered, larger (1) or smaller (-1); the last stays.
    [[nodiscard]] static qreal nextTextScale(qreal scale, int direction);

    /// Shows what the settings are now.
    void refresh();

signals:
    void themeModeChosen(Detour::ThemeMode mode);
    /// Everything that was remembered has to go; the settings themselves are forgotten already.
    void forgotten();

private:
    QComboBox *addChoice(const QString &label, const QString &note, const QList<std::pair<QString, QVariant>> &values);
    void addRow(const QString &label, const QString &note, QWidget &field);
    void buildLook();
    void buildRequests();
    void buildForget();
    void askToForget(bool asks);
    void forget();

    ThemeController &m_controller;
    Settings &m_settings;
    QGridLayout *m_rows = nullptr;
    QComboBox *m_theme = nullptr;
    QComboBox *m_contrast = nullptr;
    QComboBox *m_textSize = nullptr;
    QComboBox *m_motion = nullptr;
    QSpinBox *m_timeout = nullptr;
    QPushButton *m_forget = nullptr;
    QWidget *m_question = nullptr; ///< shown once Forget was pressed
    QPushButton *m_keep = nullptr;
    QLabel *m_told = nullptr; ///< what was forgotten
};

} // namespace Detour
