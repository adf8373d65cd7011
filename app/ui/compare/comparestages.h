// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/redirectchain.h"
#include "story/storyboard.h"
#include "ui/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace Detour {

class StagePanel;
class StageWidget;
class TransportBar;

/// Two traces of one request on two stages, played in step by one clock: that of the longer story.
class CompareStages final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareStages)

public:
    explicit CompareStages(QWidget *parent = nullptr);

    /// Both start anew, and play.
    void show(const RedirectChain &left, const RedirectChain &right);
    void setTheme(const Theme &theme);
    void setReducedMotion(bool reduced);

    [[nodiscard]] StageWidget *leftStage() const;
    [[nodiscard]] StageWidget *rightStage() const;

signals:
    void backRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Side
    {
        QLabel *name = nullptr;
        StagePanel *panel = nullptr;
    };

    Side makeSide();
    void lead(StagePanel *leader, StagePanel *follower);

    Side m_left;
    Side m_right;
    QPushButton *m_back = nullptr;
    TransportBar *m_transport = nullptr; ///< of the leader's clock; made anew with each pair
    StagePanel *m_leader = nullptr;
    StagePanel *m_follower = nullptr;
    Theme m_theme = Theme::light();
};

} // namespace Detour
