// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QWidget>

namespace Detour {

/// A dot a place: those behind one are filled, that where one is has a ring.
class ProgressDots final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProgressDots)

public:
    explicit ProgressDots(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setPlace(int place, int count); ///< from 0

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme = Theme::light();
    int m_place = 0;
    int m_count = 1;
};

} // namespace Detour
