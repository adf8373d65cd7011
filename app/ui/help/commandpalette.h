// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"
#include "ui/widgets/pickpanel.h"

namespace Detour {

class PaletteDelegate;
class PaletteModel;
class Settings;
class WindowActions;

/// Every action by its name: type some letters of it, Enter does it. What cannot be done now says why.
class CommandPalette final : public PickPanel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandPalette)

public:
    /// `actions` and `settings`, which remember what was used, must outlive it.
    CommandPalette(WindowActions &actions, Settings &settings, QWidget *window);
    ~CommandPalette() override;

    void setTheme(const Theme &theme);
    void open();

protected:
    void choose(const QModelIndex &index) override;

private:
    void find();

    WindowActions &m_actions;
    Settings &m_settings;
    PaletteModel *m_model = nullptr;
    PaletteDelegate *m_delegate = nullptr;
};

} // namespace Detour
