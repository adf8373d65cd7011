// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/memory/memorycardview.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/signpainter.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int signSize = 40;
constexpr int margin = 12;

QLabel *plainLabel(QWidget *parent, bool muted)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    if (muted)
        label->setProperty("kind", u"muted"_s);
    return label;
}

/// A card is read as a whole, in the order in which it is seen.
QString spoken(const MemoryCard &card)
{
    return u"%1. %2 %3, %4. %5."_s.arg(card.title, card.effect, card.age, card.lasts, card.source);
}

} // namespace

MemoryCardView::MemoryCardView(const MemoryCard &card, const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_title(new ElidedLabel(this))
    , m_effect(plainLabel(this, false))
    , m_time(plainLabel(this, true))
    , m_source(plainLabel(this, true))
    , m_forget(new QPushButton(tr("Forget"), this))
{
    setObjectName(u"memoryCard"_s);
    setProperty("panel", u"sunk"_s);
    m_title->setFont(Theme::monoFont(12, QFont::DemiBold));
    m_forget->setObjectName(u"forget"_s);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_effect);
    words->addWidget(m_time);
    words->addWidget(m_source);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(margin + signSize + margin, margin - 2, margin, margin - 2);
    row->setSpacing(12);
    row->addLayout(words, 1);
    row->addWidget(m_forget, 0, Qt::AlignTop);
    connect(m_forget, &QPushButton::clicked, this, [this] { emit forgetChosen(m_card.id); });
    setCard(card);
}

void MemoryCardView::setCard(const MemoryCard &card)
{
    m_card = card;
    m_title->setText(card.title);
    m_effect->setText(card.effect);
    m_time->setText(u"%1 · %2"_s.arg(card.age, card.lasts));
    m_source->setText(card.source);
    setAccessibleName(spoken(card));
    m_forget->setAccessibleName(tr("Forget %1").arg(card.title));
    m_forget->setAccessibleDescription(spoken(card));
    update();
}

void MemoryCardView::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

void MemoryCardView::focusForget()
{
    m_forget->setFocus(Qt::TabFocusReason);
}

void MemoryCardView::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF place(margin, margin, signSize, signSize);
    switch (m_card.kind) {
    case MemoryCard::Kind::Redirect:
        paintSign(painter, place, m_card.status, m_theme);
        return;
    case MemoryCard::Kind::Answer:
        if (m_card.status < 300)
            paintRing(painter, place.adjusted(4, 4, -4, -4), m_card.status, m_theme);
        else
            paintSign(painter, place, m_card.status, m_theme);
        return;
    case MemoryCard::Kind::Host:
        paintIcon(painter, place.adjusted(7, 7, -7, -7), Icon::Lock, m_theme.ink);
        return;
    }
}

} // namespace Detour
