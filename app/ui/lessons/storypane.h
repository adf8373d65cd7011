// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace Detour {

class ElidedLabel;
class StoryText;

/// What takes the page's place while a lesson or a scenario is open: a line with its title, its text, and below that
/// what can be done. Escape closes it.
class StoryPane : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StoryPane)

public:
    ~StoryPane() override;

    virtual void setTheme(const Theme &theme);
    [[nodiscard]] StoryText &text() const { return *m_text; }
    [[nodiscard]] QString title() const;

signals:
    void closed(); ///< asked to be
    void pageRequested(const QString &slug, const QString &anchor);
    /// Something plays now: where there is room for one pane only, the playground is wanted.
    void playgroundWanted();

protected:
    StoryPane(const QString &kind, QWidget *parent);

    void setTitle(const QString &title);
    /// At the right of the first line, before the button that closes.
    [[nodiscard]] QToolButton *addStripButton(const QString &name);
    /// A row of its own below the text; rows come in the order in which they are asked for.
    [[nodiscard]] QHBoxLayout *addRow();
    /// A plain sentence below the text.
    [[nodiscard]] QLabel *addSentence(const QString &objectName);
    [[nodiscard]] QPushButton *makeButton(const QString &objectName, const QString &words);
    /// One button at most is the one that is wanted next.
    static void setPrimary(QPushButton &button, bool primary);
    [[nodiscard]] const Theme &theme() const { return m_theme; }

    void keyPressEvent(QKeyEvent *event) override;

private:
    Theme m_theme = Theme::light();
    QLabel *m_kind = nullptr;
    ElidedLabel *m_title = nullptr;
    QHBoxLayout *m_strip = nullptr;
    QToolButton *m_close = nullptr;
    StoryText *m_text = nullptr;
    QVBoxLayout *m_below = nullptr;
};

/// "> " before each line: a box on the page.
[[nodiscard]] QString boxed(const QString &markdown);

} // namespace Detour
