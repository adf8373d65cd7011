// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "story/frame.h"
#include "ui/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

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
    /// The least that the layout gives it, caption and all.
    void setLeastHeight(int pixels);
    /// Where there is no room for it; the stage itself is told to assistive technology all the same.
    void setCaptionShown(bool shown);
    /// What stands on the stage beside a Play button, before anything was sent.
    struct Invitation
    {
        QString note;        ///< on the waiting request
        QString title;       ///< "Watch what 302 does to it."
        QString destination; ///< "It is sent for real, to a server inside Detour."
    };
    /// One without a title takes it all away.
    void setInvitation(const Invitation &invitation);
    void focusInvitation();

signals:
    void playRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildInvitation();
    void placeInvitation();
    void buildZoom();
    void placeZoom();

    StageWidget *m_stage = nullptr;
    QLabel *m_lead = nullptr;
    ElidedLabel *m_text = nullptr;
    QWidget *m_invitation = nullptr;
    QLabel *m_request = nullptr; ///< what the waiting capsule is
    QLabel *m_title = nullptr;
    QLabel *m_destination = nullptr;
    QPushButton *m_play = nullptr;
    QToolButton *m_zoom = nullptr; ///< says how large the stage is drawn, and goes back to 100 %; hidden there
};

} // namespace Detour
