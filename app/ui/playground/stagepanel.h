// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "story/frame.h"
#include "ui/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace Detour {

class ElidedLabel;
class StageWidget;

/// The stage in its frame: the sentence of the moment below it, and before anything was sent an invitation on it.
class StagePanel final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StagePanel)

public:
    explicit StagePanel(QWidget *parent = nullptr);

    [[nodiscard]] StageWidget *stage() const { return m_stage; }
    void setTheme(const Theme &theme);
    /// Shows the sentence of `frame`; without a story, `idle`.
    void setCaption(const QString &lead, const QString &text);
    /// "Watch what 302 does to it." with a Play button, below a note on the waiting request; an empty title takes all
    /// of it away.
    void setInvitation(const QString &title, const QString &note = {});

signals:
    void playRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildInvitation();
    void placeInvitation();

    StageWidget *m_stage = nullptr;
    QLabel *m_lead = nullptr;
    ElidedLabel *m_text = nullptr;
    QWidget *m_invitation = nullptr;
    QLabel *m_request = nullptr; ///< what the waiting capsule is
    QLabel *m_title = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_play = nullptr;
};

} // namespace Detour
