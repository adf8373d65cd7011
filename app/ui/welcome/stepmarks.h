// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QWidget>

namespace Detour {

/// Which of a few steps one is at: a number in a ring for each, a tick for what is done.
class StepMarks final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StepMarks)

public:
    explicit StepMarks(int steps, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setStep(int step); ///< from 1; beyond the last: all are done
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_steps;
    int m_step = 1;
    Theme m_theme = Theme::light();
};

} // namespace Detour
