// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/expectation.h"
#include "ui/theme.h"
#include "ui/widgets/signpainter.h"

#include <QAbstractButton>

namespace Detour {

/// One option of a prediction: its key, what would be sent as a capsule, and the words below. A click votes; keys are
/// the panel's.
class OptionCard final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OptionCard)

public:
    /// Option `index` (0-based) of `options`, after `request`.
    OptionCard(int index, const QList<Expectation> &options, const Request &request, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Less air, for many of them.
    void setDense(bool dense);
    /// What became of it.
    struct Outcome
    {
        bool isRight = false;
        int votes = 0;
        int all = 0; ///< votes for any option
    };
    void setOutcome(const Outcome &outcome);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// The least width of a card, with the text as large as it is.
    [[nodiscard]] static int leastWidth();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] static qreal unit() { return Theme::textScale(); }
    [[nodiscard]] qreal padding() const; ///< at text scale 1, as the next
    [[nodiscard]] qreal tallyRoom() const;
    [[nodiscard]] QFont wordsFont() const;
    [[nodiscard]] QFont targetFont() const;
    [[nodiscard]] qreal targetHeight() const;           ///< of its line; 0 without one
    [[nodiscard]] qreal wordsHeight(qreal width) const; ///< without a limit
    [[nodiscard]] QRectF wordsRect(qreal width, qreal height) const;
    void paintBox(QPainter &painter) const;
    void paintKey(QPainter &painter) const;
    void paintTitle(QPainter &painter) const;
    void paintWords(QPainter &painter) const;
    void paintOutcome(QPainter &painter) const;
    void paintVotes(QPainter &painter, const QRectF &row) const;
    void describe();

    int m_index;
    Expectation m_option;
    Capsule m_capsule;
    QString m_title;
    QString m_detail; ///< all of it
    QString m_words;  ///< without where it leads
    QString m_target; ///< empty where that goes without saying
    bool m_isDense = false;
    Theme m_theme = Theme::light();
    std::optional<Outcome> m_outcome;
};

} // namespace Detour
