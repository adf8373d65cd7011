// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/compare/comparefoot.h"

#include "ui/help/keytable.h"
#include "ui/widgets/textscaling.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <array>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr std::array<StatusCode, 3> offeredCodes{302, 303, 307};
constexpr int whyHeight = 76; ///< four lines; more of them scroll

} // namespace

CompareFoot::CompareFoot(QWidget *parent)
    : QWidget(parent)
    , m_why(new QLabel)
    , m_open(new QPushButton(tr("Open in the playground"), this))
    , m_beside(new QPushButton(tr("Side by side"), this))
{
    m_why->setObjectName(u"compareWhy"_s);
    m_why->setWordWrap(true);
    m_why->setTextFormat(Qt::RichText); // of our own words; all others are escaped
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_why->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_why);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    setScaledFixedHeight(*scroll, whyHeight);
    scroll->setAccessibleName(tr("Why they differ"));
    scroll->viewport()->setAutoFillBackground(false);
    m_why->setAutoFillBackground(false);
    m_open->setObjectName(u"compareOpen"_s);
    m_open->setToolTip(withKey(tr("Plays the selected client’s trace on the stage"), u"compare-open"_s));
    m_beside->setObjectName(u"compareBeside"_s);
    m_beside->setToolTip(tr("Plays two selected clients in step; a single one beside the first"));
    auto *buttons = new QGridLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_open, 0, 0);
    buttons->addWidget(m_beside, 1, 0);
    int place = 0;
    for (const StatusCode code : offeredCodes) {
        auto *button = new QPushButton(tr("Same with %1").arg(code), this);
        connect(button, &QPushButton::clicked, this, [this, code] { emit codeRequested(code); });
        m_codes.append(button);
        buttons->addWidget(button, place++, 1);
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(24);
    row->addWidget(scroll, 1);
    row->addLayout(buttons);
    connect(m_open, &QPushButton::clicked, this, &CompareFoot::openRequested);
    connect(m_beside, &QPushButton::clicked, this, &CompareFoot::besideRequested);
    setSelection(0);
    setChainCode(0);
}

void CompareFoot::setWhy(const QString &lead, const QString &text)
{
    m_why->setText(text.isEmpty() ? QString() : u"<b>%1</b> %2"_s.arg(lead.toHtmlEscaped(), text.toHtmlEscaped()));
    m_why->setAccessibleName(text.isEmpty() ? QString() : lead + u' ' + text);
}

void CompareFoot::setSelection(qsizetype clients)
{
    m_open->setEnabled(clients > 0);
    m_beside->setEnabled(clients > 0);
}

void CompareFoot::setChainCode(StatusCode code)
{
    int place = 0; // two of them beside each other's column
    auto *grid = static_cast<QGridLayout *>(static_cast<QHBoxLayout *>(layout())->itemAt(1)->layout());
    for (qsizetype i = 0; i < m_codes.size(); ++i) {
        QPushButton *button = m_codes.at(i);
        const bool isOffered = code != 0 && offeredCodes.at(size_t(i)) != code && place < 2;
        button->setVisible(isOffered);
        grid->removeWidget(button);
        if (isOffered)
            grid->addWidget(button, place++, 1);
    }
}

} // namespace Detour
