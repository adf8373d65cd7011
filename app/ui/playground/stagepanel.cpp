// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/playground/stagepanel.h"

#include "ui/stage/stagewidget.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textscaling.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

StagePanel::StagePanel(QWidget *parent)
    : QFrame(parent)
    , m_stage(new StageWidget(this))
    , m_lead(new QLabel(this))
    , m_text(new ElidedLabel(this))
    , m_invitation(new QWidget(m_stage))
    , m_request(new QLabel(m_invitation))
    , m_title(new QLabel(m_invitation))
    , m_destination(new QLabel(m_invitation))
    , m_play(new QPushButton(tr("Play"), m_invitation))
    , m_zoom(new QToolButton(m_stage))
{
    setProperty("panel", u"card"_s);
    for (QLabel *label : {m_lead, m_title, m_destination})
        label->setTextFormat(Qt::PlainText);
    m_lead->setFont(Theme::textFont(13.5, QFont::DemiBold));
    m_text->setObjectName(u"caption"_s);

    auto *captionBox = new QFrame(this);
    captionBox->setObjectName(u"captionBox"_s);
    setScaledFixedHeight(*captionBox, 42); // two lines
    auto *caption = new QHBoxLayout(captionBox);
    caption->setContentsMargins(14, 0, 14, 0);
    caption->setSpacing(8);
    caption->addWidget(m_lead);
    caption->addWidget(m_text, 1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_stage, 1);
    column->addWidget(captionBox);

    buildInvitation();
    buildZoom();
}

void StagePanel::buildZoom()
{
    m_zoom->setProperty("kind", u"wide"_s);
    m_zoom->setToolTip(tr("Back to 100 % (Ctrl+0 while the stage has the focus)"));
    m_zoom->hide();
    connect(m_zoom, &QToolButton::clicked, this, [this] {
        m_stage->setFocus();
        m_stage->stepZoom(0, QRectF(m_stage->viewport()->rect()).center());
    });
    connect(m_stage, &StageWidget::zoomChanged, this, [this](qreal zoom) {
        const QString percent = tr("%1 %").arg(qRound(zoom * 100));
        m_zoom->setText(percent);
        m_zoom->setAccessibleName(tr("Zoom %1, back to 100 %").arg(percent));
        m_zoom->setVisible(qRound(zoom * 100) != 100);
        placeZoom();
    });
}

void StagePanel::placeZoom()
{
    m_zoom->adjustSize();
    const QRect room = m_stage->viewport()->geometry();
    m_zoom->move(room.right() - m_zoom->width() - 8, room.bottom() - m_zoom->height() - 8);
    m_zoom->raise();
}

void StagePanel::buildInvitation()
{
    m_request->setTextFormat(Qt::RichText); // of our own words only
    m_request->setObjectName(u"requestNote"_s);
    m_title->setFont(Theme::textFont(20, QFont::DemiBold));
    m_destination->setProperty("kind", u"muted"_s);
    m_play->setProperty("kind", u"primary"_s);
    m_play->setObjectName(u"firstPlay"_s);
    m_play->setAccessibleName(tr("Play (Space)"));
    setScaledMinimumSize(*m_play, 148, 40);
    auto *key = new QLabel(tr("Space"), m_play);
    key->setObjectName(u"keyCap"_s);
    key->setFont(Theme::monoFont(12));
    key->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    key->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *inside = new QHBoxLayout(m_play);
    inside->setContentsMargins(0, 0, 12, 0);
    inside->addStretch(1);
    inside->addWidget(key, 0, Qt::AlignVCenter);
    auto *invitation = new QVBoxLayout(m_invitation);
    invitation->setContentsMargins(0, 0, 0, 0);
    invitation->setSpacing(8);
    invitation->addWidget(m_request);
    invitation->addWidget(m_title);
    invitation->addWidget(m_destination);
    invitation->addWidget(m_play, 0, Qt::AlignLeft);
    m_invitation->setAutoFillBackground(true);
    m_invitation->hide();
    connect(m_stage, &StageWidget::frameChanged, this, [this] {
        if (m_invitation->isVisible())
            placeInvitation();
    });
    connect(m_play, &QPushButton::clicked, this, &StagePanel::playRequested);
}

void StagePanel::setTheme(const Theme &theme)
{
    m_stage->setTheme(theme);
    QPalette backing = m_invitation->palette(); // a life line may pass behind the words
    backing.setColor(QPalette::Window, theme.surface);
    m_invitation->setPalette(backing);
    m_play->setIcon(makeIcon(Icon::Play, theme.inverse, theme.edge));
    m_play->setStyleSheet(u"QPushButton { text-align: left; padding: 0 16px; } "
                          "#keyCap { color: %1; border: 1px solid %1; border-radius: 4px; padding: 1px 5px; }"_s.arg(
                              theme.inverse.name()));
    // A short line leads from the capsule down to the words.
    m_request->setStyleSheet(
        u"#requestNote { border-left: 2px solid %1; padding-left: 8px; margin-bottom: 20px; }"_s.arg(
            theme.edge.name()));
    QFrame *box = findChild<QFrame *>(u"captionBox"_s);
    box->setStyleSheet(u"#captionBox { background: %1; border-top: 1px solid %2; "
                       "border-bottom-left-radius: 7px; border-bottom-right-radius: 7px; }"_s.arg(theme.sunk.name(),
                                                                                                  theme.line.name()));
}

void StagePanel::setCaption(const QString &lead, const QString &text)
{
    m_lead->setText(lead);
    m_lead->setVisible(!lead.isEmpty());
    m_text->setText(text);
}

void StagePanel::setLeastHeight(int pixels)
{
    const QWidget *caption = findChild<QFrame *>(u"captionBox"_s);
    const int others = 2 + (caption->isVisibleTo(this) ? caption->minimumHeight() : 0);
    m_stage->setMinimumHeight(qMax(1, pixels - others));
    setMinimumHeight(pixels);
}

void StagePanel::setCaptionShown(bool shown)
{
    findChild<QFrame *>(u"captionBox"_s)->setVisible(shown);
}

void StagePanel::setInvitation(const Invitation &invitation)
{
    QString note = invitation.note.toHtmlEscaped();
    m_request->setText(u"<b>%1</b> %2"_s.arg(tr("A request."), note.replace(u'\n', u"<br>"_s)));
    m_title->setText(invitation.title);
    m_destination->setText(invitation.destination);
    m_invitation->setVisible(!invitation.title.isEmpty());
    if (m_invitation->isVisible())
        placeInvitation();
}

void StagePanel::focusInvitation()
{
    m_play->setFocus();
}

void StagePanel::placeInvitation()
{
    const QRect room = m_stage->overlayRect();
    m_request->show();
    m_invitation->adjustSize();
    if (m_invitation->height() > room.height()) {
        m_request->hide(); // a low stage has room for the button alone
        m_invitation->adjustSize();
    }
    m_invitation->move(room.topLeft());
    m_invitation->raise();
}

void StagePanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    placeInvitation();
    placeZoom();
}

} // namespace Detour
