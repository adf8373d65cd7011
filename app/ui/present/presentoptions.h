// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/prediction.h"
#include "ui/predict/votetally.h"
#include "ui/present/presentscale.h"
#include "ui/widgets/signpainter.h"

#include <QWidget>

namespace Detour {

/// The options of a question on a wall, with the keys that vote for them; after the reveal which was right, and how
/// many thought so. As low as it can be: the room is the stage's.
class PresentOptions final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PresentOptions)

public:
    explicit PresentOptions(QWidget *parent = nullptr);

    void setLook(const Theme &theme, const PresentScale &scale);
    void ask(const PredictionQuestion &question);
    /// `right`: the index of what was sent; -1: none of them.
    void reveal(int right, const VoteTally &tally);

    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Option
    {
        bool sends = true;
        Capsule capsule;
        QString title;
        QString detail;
    };

    [[nodiscard]] int columns() const;
    [[nodiscard]] qreal cardWidth(qreal width) const;
    [[nodiscard]] qreal cardHeight(qreal width) const;
    [[nodiscard]] QRectF detailRoom(qreal width) const; ///< within a card of that width
    [[nodiscard]] qreal detailSize(qreal width) const;  ///< pixels of the drawing, for all of them
    void paintCard(QPainter &painter, int index, const QRectF &card, const QFont &detail) const;
    void paintBox(QPainter &painter, const QRectF &card, bool isRight) const;
    void paintOutcome(QPainter &painter, int index, const QRectF &card) const;
    [[nodiscard]] QRectF markPlace(const QRectF &card) const;
    [[nodiscard]] QString votesFor(int index) const;
    [[nodiscard]] qreal outcomeLeft(int index, const QRectF &card) const; ///< of number and mark
    void describe();

    Theme m_theme = Theme::light();
    PresentScale m_scale;
    QList<Option> m_options;
    VoteTally m_tally;
    bool m_isRevealed = false;
    int m_right = -1;
};

} // namespace Detour
