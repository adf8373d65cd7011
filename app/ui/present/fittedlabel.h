// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/present/presentscale.h"

#include <QWidget>

#include <optional>

namespace Detour {

/// Plain text that takes the largest size at which it fits its room; where even the smallest does not, its last line is
/// cut with an ellipsis. The whole text is its accessible name.
class FittedLabel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FittedLabel)

public:
    explicit FittedLabel(QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    /// What stands before the text in bold: "Turn 1."
    void setLead(const QString &lead);
    /// Pixels of the drawing (PresentScale).
    void setSizes(qreal largest, qreal smallest, QFont::Weight weight = QFont::Normal);
    /// Rather one smaller line than two.
    void setPrefersOneLine(bool prefers);
    void setScale(const PresentScale &scale);
    void setColor(const QColor &color);
    /// Where the text stands in a room that is higher than it.
    void setAlignment(Qt::Alignment alignment);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Line
    {
        qsizetype start = 0;
        qsizetype length = 0;
    };
    struct Fit
    {
        QFont font;
        QFont strong; ///< of the lead
        QList<Line> lines;
        bool isWhole = true;
    };

    [[nodiscard]] QString whole() const;
    [[nodiscard]] Fit fitAt(qreal pixels) const;
    [[nodiscard]] std::optional<Fit> largest(bool oneLine) const;
    [[nodiscard]] Fit fit() const;
    void nameIt();

    QString m_text;
    QString m_lead;
    PresentScale m_scale;
    qreal m_largest = PresentScale::fact;
    qreal m_smallest = PresentScale::smallest;
    bool m_prefersOneLine = false;
    QFont::Weight m_weight = QFont::Normal;
    QColor m_color = Qt::black;
    Qt::Alignment m_alignment = Qt::AlignVCenter;
};

} // namespace Detour
