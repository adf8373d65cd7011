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

    /// How the cards stand.
    struct Arrangement
    {
        int columns = 1;
        bool isBeside = false; ///< the words stand right of the capsule, not below it
        QSizeF card;
        qreal detailSize = 0; ///< pixels of the drawing, for all of them
    };
    [[nodiscard]] int columns() const; ///< with the words below the capsules
    /// The lowest; words below the capsules where they are short.
    [[nodiscard]] Arrangement arrangement(qreal width) const;
    [[nodiscard]] Arrangement arranged(qreal width, int columns, bool isBeside) const;
    [[nodiscard]] qreal heightOf(const Arrangement &arrangement) const;
    /// Within a card of that width, from its own corner.
    [[nodiscard]] QRectF detailRoom(int index, qreal width, bool isBeside) const;
    /// Below the capsule the words go once it is known, unless two cards would look alike.
    [[nodiscard]] bool showsDetail() const { return !m_isRevealed || m_needsDetail; }
    void paintCard(QPainter &painter, int index, const QRectF &card, const Arrangement &arrangement) const;
    void paintTitle(QPainter &painter, int index, const QRectF &card, const QRectF &key) const;
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
    bool m_needsDetail = false; ///< capsules alone do not tell all options apart
    int m_right = -1;
};

} // namespace Detour
