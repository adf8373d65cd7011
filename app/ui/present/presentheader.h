// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/present/presentscale.h"
#include "ui/present/presentwords.h"

#include <QWidget>

namespace Detour {

class FittedLabel;

/// Top left: the sign of the last answer, a small line, and the title.
class PresentHeader final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PresentHeader)

public:
    explicit PresentHeader(QWidget *parent = nullptr);

    void setLook(const Theme &theme, const PresentScale &scale);
    void setWords(const MomentWords &words);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();

    Theme m_theme = Theme::light();
    PresentScale m_scale;
    MomentWords m_words;
    FittedLabel *m_over = nullptr;
    FittedLabel *m_title = nullptr;
};

} // namespace Detour
