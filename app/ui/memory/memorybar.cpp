// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/memory/memorybar.h"

#include "ui/memory/memorypanel.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/valuebutton.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QScreen>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Detour {

namespace {

constexpr QSize cardsSize{560, 460};

} // namespace

MemoryBar::MemoryBar(MemoryKeeper &keeper, QWidget *parent)
    : QWidget(parent)
    , m_keeper(keeper)
    , m_open(new ValueButton(this))
{
    setObjectName(u"memoryBar"_s);
    m_open->setObjectName(u"memory"_s);
    m_open->setToolTip(tr("What the client remembers, and its clock"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_open);
    row->addStretch(1);
    connect(m_open, &QToolButton::clicked, this, &MemoryBar::openCards);
    connect(&m_keeper, &MemoryKeeper::changed, this, &MemoryBar::refresh);
    refresh();
}

void MemoryBar::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_open->setTheme(theme);
    if (m_popup)
        m_popup->findChild<MemoryPanel *>()->setTheme(theme);
}

void MemoryBar::refresh()
{
    const ClientMemory &memory = m_keeper.memory();
    const qsizetype count = memory.answers().size() + memory.hosts().size();
    QString value = count == 0 ? tr("nothing yet") : count == 1 ? tr("1 thing") : tr("%1 things").arg(count);
    if (memory.clockOffset() != 0s)
        value += u" · "_s + clockInWords(memory.clockOffset());
    m_open->setValue(tr("Remembers"), value);
}

void MemoryBar::openCards()
{
    auto *popup = new QFrame(this, Qt::Popup);
    popup->setObjectName(u"memoryPopup"_s);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setAccessibleName(tr("What the client remembers"));
    popup->setProperty("panel", u"card"_s);
    auto *panel = new MemoryPanel(m_keeper, m_theme, popup);
    auto *column = new QVBoxLayout(popup);
    column->setContentsMargins(16, 14, 16, 16);
    column->addWidget(panel);
    auto *ring = new FocusRing(popup);
    ring->setColor(m_theme.focus);
    const QRect screen = this->screen()->availableGeometry();
    const QSize size = cardsSize.boundedTo(screen.size());
    QPoint at = m_open->mapToGlobal(QPoint(0, m_open->height() + 4));
    at.setX(qBound(screen.left(), at.x(), screen.right() + 1 - size.width()));
    at.setY(qBound(screen.top(), at.y(), screen.bottom() + 1 - size.height()));
    popup->setGeometry(QRect(at, size));
    m_popup = popup;
    popup->show();
    panel->focusFirst();
}

} // namespace Detour
