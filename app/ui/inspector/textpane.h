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
    /// A row "mark · text · reference" of the Why tab: cells are entered one after another.
    /// The column of references is `referenceWidth` logical pixels wide.
    void beginRows(int referenceWidth = 196);
    enum class Mark { Tick, Cross, None };
    void row(Mark mark);
    void nextCell();
    void endRows();

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
    [[nodiscard]] QImage drawn(const QString &name, qreal height) const;

    Theme m_theme = Theme::light();
    QTextCursor m_cursor;
    QTextTable *m_rows = nullptr;
    int m_row = -1;
    int m_cell = 0;
    int m_scroll = 0;
    QString m_before;
    bool m_showsFocus = false; ///< it came by key
};

} // namespace Detour
