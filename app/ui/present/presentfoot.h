// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/present/presentscale.h"
#include "ui/present/presentwords.h"

#include <QWidget>

namespace Detour {

class FittedLabel;

/// The foot: a few words at either side, and between them the strip as a row of marks.
class PresentFoot final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PresentFoot)

public:
    explicit PresentFoot(QWidget *parent = nullptr);

    void setLook(const Theme &theme, const PresentScale &scale);
    /// `strong` stands before `left` in bold: "23" "votes in".
    void setWords(const QString &strong, const QString &left, const QString &right);
    void setMarks(const QList<StripMark> &marks);
    [[nodiscard]] const QList<StripMark> &marks() const { return m_marks; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();
    void paintMark(QPainter &painter, const StripMark &mark, QPointF center) const;

    Theme m_theme = Theme::light();
    PresentScale m_scale;
    QList<StripMark> m_marks;
    FittedLabel *m_left = nullptr;
    FittedLabel *m_right = nullptr;
};

} // namespace Detour
