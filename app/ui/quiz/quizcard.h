// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QAbstractButton>

namespace Detour {

/// One option of a question: its key and its words; after the answer a mark that is told by shape, line and words.
class QuizCard final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuizCard)

public:
    enum class Mark {
        Open,   ///< can be chosen
        Right,  ///< a thick line, a ring with a tick
        Wrong,  ///< was chosen: a thick dashed line and a cross
        Passed, ///< neither chosen nor right
    };

    /// `index` is 0-based. `words`: plain text.
    QuizCard(int index, const QString &words, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setMark(Mark mark, bool chosen);
    [[nodiscard]] Mark mark() const { return m_mark; }
    [[nodiscard]] const QString &words() const { return m_words; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRectF wordsRect(qreal width, qreal height) const;
    [[nodiscard]] QString note() const;
    void describe();
    void paintBox(QPainter &painter) const;
    void paintKey(QPainter &painter) const;
    void paintMark(QPainter &painter) const;

    int m_index;
    QString m_words;
    Mark m_mark = Mark::Open;
    bool m_isChosen = false;
    Theme m_theme = Theme::light();
};

} // namespace Detour
