// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"
#include "ui/widgets/overlaypanel.h"

class QLabel;
class QLineEdit;
class QListView;

namespace Detour {

class PaletteDelegate;
class PaletteModel;
class Settings;
class WindowActions;

/// Every action by its name: type some letters of it, Enter does it. What cannot be done now says why.
class CommandPalette final : public OverlayPanel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandPalette)

public:
    /// `actions` and `settings`, which remember what was used, must outlive it.
    CommandPalette(WindowActions &actions, Settings &settings, QWidget *window);
    ~CommandPalette() override;

    void setTheme(const Theme &theme);
    void open();

    [[nodiscard]] QLineEdit &field() const { return *m_edit; }
    [[nodiscard]] QListView &list() const { return *m_list; }

protected:
    void place() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void find();
    void choose(const QModelIndex &index);
    /// False for a key that is the field's.
    bool steer(int key);
    void move(int by);
    void tellSelection();

    WindowActions &m_actions;
    Settings &m_settings;
    QLineEdit *m_edit = nullptr;
    QListView *m_list = nullptr;
    PaletteModel *m_model = nullptr;
    PaletteDelegate *m_delegate = nullptr;
    QLabel *m_note = nullptr;
};

} // namespace Detour
