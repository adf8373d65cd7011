// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace Detour {

/// A card that opens below a button, holds an editor, and closes on Escape or a click elsewhere. Whoever fills it
/// reports every edit at once: closing loses nothing. It deletes itself when closed.
class EditorPopup : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditorPopup)

public:
    /// `name`: what a screen reader calls it.
    EditorPopup(const Theme &theme, const QString &name, QWidget *anchor);

    /// Opens below the anchor, or above where there is no room, and gives `focus` the keyboard.
    void open(QWidget *focus);
    /// Takes the size that its content asks for now, and stays on the screen.
    void settle();

    /// Plain text in muted ink that wraps.
    [[nodiscard]] QLabel *addNote(const QString &text = {});

protected:
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] QWidget *anchor() const { return m_anchor; }
    /// Logical pixels; bounded by the screen.
    void setWantedWidth(int width) { m_width = width; }
    /// Where there is room for it; otherwise as little as the content needs at least.
    void setWantedHeight(int height) { m_height = height; }

private:
    Theme m_theme;
    QWidget *m_anchor;
    QVBoxLayout *m_column;
    int m_width = 460;
    int m_height = 0;
};

} // namespace Detour
