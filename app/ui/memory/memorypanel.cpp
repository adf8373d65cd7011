// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/memory/memorypanel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Detour {

namespace {

struct ClockStep
{
    const char *label;
    const char *spoken;
    std::chrono::seconds by;
    const char *id;
};

constexpr ClockStep clockSteps[] = {
    {QT_TRANSLATE_NOOP("MemoryPanel", "+1 min"), QT_TRANSLATE_NOOP("MemoryPanel", "One minute ahead"), 1min,
     "clockMinute"},
    {QT_TRANSLATE_NOOP("MemoryPanel", "+1 h"), QT_TRANSLATE_NOOP("MemoryPanel", "One hour ahead"), 1h, "clockHour"},
    {QT_TRANSLATE_NOOP("MemoryPanel", "+1 day"), QT_TRANSLATE_NOOP("MemoryPanel", "One day ahead"), 24h, "clockDay"},
    {QT_TRANSLATE_NOOP("MemoryPanel", "+1 year"), QT_TRANSLATE_NOOP("MemoryPanel", "One year ahead"), 24h * 365,
     "clockYear"},
};

QLabel *plainLabel(QWidget *parent, const QString &kind)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("kind", kind);
    return label;
}

} // namespace

MemoryPanel::MemoryPanel(MemoryKeeper &keeper, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_keeper(keeper)
    , m_theme(theme)
    , m_heading(plainLabel(this, u"heading"_s))
    , m_clock(plainLabel(this, u"muted"_s))
    , m_empty(plainLabel(this, u"muted"_s))
    , m_now(new QPushButton(tr("Back to now"), this))
    , m_forgetAll(new QPushButton(tr("Forget all"), this))
    , m_scroll(new QScrollArea(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->addWidget(m_heading, 1);
    head->addWidget(m_forgetAll);
    column->addLayout(head);
    buildClock();
    column->addWidget(m_empty);
    buildCards();
    m_forgetAll->setObjectName(u"forgetAll"_s);
    connect(m_forgetAll, &QPushButton::clicked, &m_keeper, &MemoryKeeper::forgetAll);
    m_empty->setText(
        tr("Nothing yet. A 301 or 308, an answer that may be kept, or a host that wants https appears here "
           "once a server has sent it."));
    connect(&m_keeper, &MemoryKeeper::changed, this, &MemoryPanel::refresh);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &MemoryPanel::refresh);
    refresh();
}

void MemoryPanel::buildClock()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    for (const ClockStep &step : clockSteps) {
        auto *button = new QPushButton(tr(step.label), this);
        button->setObjectName(QString::fromLatin1(step.id));
        button->setAccessibleName(tr(step.spoken));
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, by = step.by] { m_keeper.moveClock(by); });
    }
    m_now->setObjectName(u"clockNow"_s);
    row->addWidget(m_now);
    row->addStretch(1);
    connect(m_now, &QPushButton::clicked, &m_keeper, &MemoryKeeper::resetClock);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(m_clock);
    column->addLayout(row);
}

void MemoryPanel::buildCards()
{
    auto *cards = new QWidget(m_scroll);
    m_column = new QVBoxLayout(cards);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_column->addStretch(1);
    m_scroll->setWidget(cards);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus); // the cards' buttons scroll it
    m_scroll->setAccessibleName(tr("Remembered"));
    m_scroll->viewport()->setAutoFillBackground(false);
    cards->setAutoFillBackground(false);
    static_cast<QVBoxLayout *>(layout())->addWidget(m_scroll, 1);
}

QList<MemoryCardView *> MemoryPanel::views() const
{
    QList<MemoryCardView *> views;
    for (int i = 0; i < m_column->count(); ++i) {
        if (auto *view = qobject_cast<MemoryCardView *>(m_column->itemAt(i)->widget()))
            views.append(view);
    }
    return views;
}

/// Cards stay the same widgets as long as their thing is remembered: the keyboard must not lose its place.
void MemoryPanel::refresh()
{
    const QList<MemoryCard> cards = memoryCards(m_keeper.memory(), QDateTime::currentDateTimeUtc());
    for (MemoryCardView *view : views()) {
        const auto isIt = [view](const MemoryCard &card) { return card.id == view->id(); };
        if (std::none_of(cards.cbegin(), cards.cend(), isIt)) {
            m_column->removeWidget(view);
            view->hide();
            view->deleteLater(); // it may be its own button that was pressed
        }
    }
    QList<MemoryCardView *> left = views();
    for (int i = 0; i < int(cards.size()); ++i) {
        if (i < int(left.size()) && left.at(i)->id() == cards.at(i).id) {
            left.at(i)->setCard(cards.at(i));
            continue;
        }
        auto *view = new MemoryCardView(cards.at(i), m_theme, m_scroll->widget());
        m_column->insertWidget(i, view);
        left.insert(i, view);
        connect(view, &MemoryCardView::forgetChosen, this, &MemoryPanel::forget);
        view->show();
    }
    m_heading->setText(cards.isEmpty()     ? tr("The client remembers nothing")
                       : cards.size() == 1 ? tr("The client remembers 1 thing")
                                           : tr("The client remembers %1 things").arg(cards.size()));
    m_clock->setText(tr("Its clock: %1").arg(clockInWords(m_keeper.memory().clockOffset())));
    m_now->setEnabled(m_keeper.memory().clockOffset() != 0s);
    m_empty->setVisible(cards.isEmpty());
    m_scroll->setVisible(!cards.isEmpty());
    m_forgetAll->setVisible(!cards.isEmpty());
}

void MemoryPanel::forget(int id)
{
    const QList<MemoryCardView *> before = views();
    const auto forgotten =
        std::find_if(before.cbegin(), before.cend(), [id](const MemoryCardView *view) { return view->id() == id; });
    const auto index = forgotten - before.cbegin();
    m_keeper.forget(id);
    const QList<MemoryCardView *> left = views();
    if (left.isEmpty())
        focusFirst();
    else
        left.at(std::min<qsizetype>(index, left.size() - 1))->focusForget();
}

void MemoryPanel::setTheme(const Theme &theme)
{
    m_theme = theme;
    for (MemoryCardView *view : views())
        view->setTheme(theme);
}

void MemoryPanel::focusFirst()
{
    const QList<MemoryCardView *> all = views();
    if (all.isEmpty())
        findChild<QPushButton *>(QString::fromLatin1(clockSteps[0].id))->setFocus(Qt::TabFocusReason);
    else
        all.constFirst()->focusForget();
}

void MemoryPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    m_second.start();
}

void MemoryPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_second.stop();
}

} // namespace Detour
