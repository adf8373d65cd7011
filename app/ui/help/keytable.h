// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

namespace Detour {

/// Where a key holds.
enum class KeyArea {
    Window,
    Reading,
    Playground,
    Prediction, ///< while a question is open
    Stage,
    Compare,
    Search,
    Quiz,
    Present,
};

/// One thing that keys do.
struct KeyLine
{
    QString id; ///< of the action in WindowActions, where there is one; unique
    KeyArea area = KeyArea::Window;
    QList<QKeySequence> keys;
    QString words; ///< what they do, for the cheat sheet
};

/// Every key of the window and what it does: the cheat sheet, the tool tips, the palette and the actions' shortcuts all
/// come from here.
[[nodiscard]] const QList<KeyLine> &keyLines();
[[nodiscard]] QString keyAreaName(KeyArea area);
/// Empty if that id has no keys.
[[nodiscard]] QList<QKeySequence> keysOf(const QString &id);
/// The first of them as people call it: "Ctrl+Enter"; empty if there is none.
[[nodiscard]] QString keyText(const QString &id);
[[nodiscard]] QString keyText(const QKeySequence &keys);
/// "Send (Ctrl+Enter)": a tool tip that teaches the key; the words alone where there is none.
[[nodiscard]] QString withKey(const QString &words, const QString &id);

} // namespace Detour
