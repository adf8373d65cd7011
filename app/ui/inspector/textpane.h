// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"
#include "ui/widgets/signpainter.h"

#include <QTextBrowser>
#include <QTextCursor>

namespace Detour {

/// A read-only text that is written piece by piece with formats, never from mark-up: whatever bytes came from the
/// network stand in it as plain text. Can be selected and copied; links are reported, not followed.
class TextPane final : public QTextBrowser
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextPane)

public:
    enum class Style { Plain, Strong, Muted, Wire, WireName, WireStrong, Struck, Good, Bad };

    explicit TextPane(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    [[nodiscard]] const Theme &theme() const { return m_theme; }

    /// Starts anew; keeps the reader's place if the text comes out the same.
    void begin();
    void end();
    void paragraph(qreal spaceBefore = 0);
    void write(const QString &text, Style style = Style::Plain);
    void writeLink(const QString &text, const QString &target);
    void writeCapsule(const Capsule &capsule);
    /// A table of this many rows; widths of its columns in logical pixels at text scale 1, 0: what is left. Cells are
    /// entered one after another, row by row, by nextCell(). The last column may stand at the right edge. Many rows
    /// become lines of running text: laying out a table of hundreds of cells takes longer than a frame.
    void beginTable(int rows, const QList<int> &widths, bool lastAtRight = false);
    void nextCell();
    void endTable();
    /// A drawn sign in the line. What it says has to stand in words, too: it is no part of the plain text.
    enum class Mark { None, Tick, Cross, Equal, Plus, Minus, Differs };
    void writeMark(Mark mark);
    /// A piece of time on a scale of this length (logical pixels at text scale 1), from and to in 0…1; the lab's bars
    /// are hollow.
    void writeBar(int length, qreal from, qreal to, bool ofLab);

signals:
    void linkActivated(const QString &target);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    QVariant loadResource(int type, const QUrl &name) override;

private:
    [[nodiscard]] QTextCharFormat format(Style style) const;
    void insertDrawing(const QString &name, const QSizeF &size, const QString &tip = {});
    [[nodiscard]] QImage drawn(const QString &name, qreal scale) const;

    Theme m_theme = Theme::light();
    QTextCursor m_cursor;
    QTextTable *m_table = nullptr;
    int m_cell = -1;
    bool m_lastAtRight = false;
    int m_looseColumns = 0; ///< of a table that is written as running text; 0: of none
    int m_scroll = 0;
    QString m_before;
    bool m_showsFocus = false; ///< it came by key
};

} // namespace Detour
