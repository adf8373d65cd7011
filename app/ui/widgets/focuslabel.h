// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QLabel>

namespace Detour {

/// Words that can have the keyboard, so that they are read aloud and keys go to what they stand in; shows it.
class FocusLabel final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FocusLabel)

public:
    explicit FocusLabel(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);

    static constexpr int air = 6; ///< between the words and the ring; what stands below is moved in by as much

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    Theme m_theme = Theme::light();
};

} // namespace Detour
