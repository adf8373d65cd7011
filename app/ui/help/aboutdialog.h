// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/sheetdialog.h"

class QPlainTextEdit;
class QPushButton;

namespace Detour {

/// Version, licences and what Detour stands on, as one text that can be copied.
[[nodiscard]] QString aboutText();

class AboutDialog final : public SheetDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AboutDialog)

public:
    AboutDialog(ThemeController &theme, QWidget *window);
    ~AboutDialog() override;

private:
    QPlainTextEdit *m_text = nullptr;
    QPushButton *m_copy = nullptr;
};

} // namespace Detour
