// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/playground/transportbar.h"

#include "ui/help/keytable.h"
#include "ui/playground/timelineslider.h"
#include "ui/stage/stageclock.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textscaling.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qreal speeds[] = {0.25, 0.5, 1, 2, 4};
constexpr int iconSize = 16;

QString speedText(qreal factor)
{
    return QString::number(factor) + u'×';
}

} // namespace

TransportBar::TransportBar(StageClock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_slider(new TimelineSlider(this))
    , m_position(new QLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_first = addButton(tr("To the start"), withKey(tr("To the start"), u"first"_s));
    m_previous = addButton(tr("One step back"), withKey(tr("One step back"), u"step-back"_s));
    m_play = addButton(tr("Play"), withKey(tr("Play or pause"), u"play"_s));
    m_play->setObjectName(u"play"_s);
    m_play->setProperty("kind", u"wide"_s);
    setScaledMinimumSize(*m_play, 44, -1);
    m_next = addButton(tr("One step on"), withKey(tr("One step on"), u"step-forward"_s));
    m_turn = addButton(tr("Next decision"), withKey(tr("On to the next decision"), u"next-turn"_s));
    m_turn->setProperty("kind", u"wide"_s);
    m_predict = addButton(tr("Predict"), withKey(tr("Ask what is sent next, before it is sent"), u"predict"_s));
    m_predict->setObjectName(u"predict"_s);
    m_predict->setProperty("kind", u"wide"_s);
    m_predict->setText(tr("Predict"));
    m_predict->setCheckable(true);
    row->addWidget(m_slider, 1);
    m_position->setTextFormat(Qt::PlainText);
    m_position->setFont(Theme::monoFont(12));
    row->addWidget(m_position);
    buildSpeedMenu();
    connectParts();
    updateState();
}

void TransportBar::buildSpeedMenu()
{
    m_speed = addButton(tr("Speed and pace"), tr("Speed (+ and −), and whether every hop takes the same time"));
    m_speed->setProperty("kind", u"wide"_s);
    m_speed->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_speed);
    for (const qreal factor : speeds)
        connect(menu->addAction(speedText(factor)), &QAction::triggered, this,
                [this, factor] { m_clock.setSpeed(factor); });
    menu->addSeparator();
    auto *paces = new QActionGroup(menu);
    m_equalSteps = menu->addAction(tr("Equal steps: time to read"));
    m_realTime = menu->addAction(tr("Real time: as long as it took"));
    for (QAction *action : {m_equalSteps, m_realTime}) {
        action->setCheckable(true);
        paces->addAction(action);
    }
    m_equalSteps->setChecked(true);
    connect(paces, &QActionGroup::triggered, this, [this](const QAction *action) {
        emit paceChosen(action == m_realTime ? Pace::RealTime : Pace::EqualSteps);
        updateState();
    });
    m_speed->setMenu(menu);
}

void TransportBar::connectParts()
{
    connect(m_first, &QToolButton::clicked, this, &TransportBar::toStart);
    connect(m_previous, &QToolButton::clicked, this, &TransportBar::stepBack);
    connect(m_play, &QToolButton::clicked, this, &TransportBar::togglePlaying);
    connect(m_next, &QToolButton::clicked, this, &TransportBar::stepForward);
    connect(m_turn, &QToolButton::clicked, this, &TransportBar::toNextTurn);
    connect(m_predict, &QToolButton::clicked, this, &TransportBar::predictingChosen);
    connect(m_slider, &TimelineSlider::scrubbed, this, [this](qreal time) {
        m_clock.pause();
        m_clock.setTime(time);
    });
    connect(&m_clock, &StageClock::playingChanged, this, &TransportBar::updateState);
    connect(&m_clock, &StageClock::speedChanged, this, &TransportBar::updateState);
}

QToolButton *TransportBar::addButton(const QString &name, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setProperty("kind", u"icon"_s);
    button->setAccessibleName(name);
    button->setToolTip(tip);
    button->setIconSize({iconSize, iconSize});
    layout()->addWidget(button);
    button->installEventFilter(this);
    return button;
}

void TransportBar::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_slider->setTheme(theme);
    QPalette colors = m_position->palette();
    colors.setColor(QPalette::WindowText, theme.muted);
    m_position->setPalette(colors);
    const auto icon = [&theme](Icon which) { return makeIcon(which, theme.ink, theme.edge); };
    m_first->setIcon(icon(Icon::First));
    m_previous->setIcon(icon(Icon::Previous));
    m_next->setIcon(icon(Icon::Next));
    m_turn->setIcon(icon(Icon::NextTurn));
    const int side = Theme::scaled(iconSize);
    for (QToolButton *button : {m_first, m_previous, m_play, m_next})
        button->setIconSize({side, side});
    m_turn->setIconSize({int(side * iconAspect(Icon::NextTurn)), side});
    updateState();
}

void TransportBar::setStoryboard(const Storyboard &board, bool keepsReached)
{
    m_board = board;
    m_slider->setStoryboard(board, keepsReached);
    updateState();
}

void TransportBar::setFrame(const Frame &frame)
{
    m_frame = frame;
    m_slider->setTime(frame.time);
    updatePosition();
}

void TransportBar::setCompact(bool compact)
{
    m_compact = compact;
    m_speed->setVisible(!compact);
    updateState();
}

void TransportBar::setPredicting(bool predicts)
{
    m_predict->setChecked(predicts);
}

void TransportBar::setIdleText(const QString &text)
{
    m_idleText = text;
    updateState();
}

QString TransportBar::positionText(const Frame &frame) const
{
    if (!m_idleText.isEmpty())
        return m_compact ? QString() : m_idleText;
    if (m_board.isEmpty())
        return {};
    // The number of turns is told only once the story has been seen to its end.
    const bool seenAll = m_slider->reached() >= m_board.duration() && !m_board.asksNext();
    int turns = 0;
    for (const Marker &marker : m_board.markers())
        turns += marker.kind == Marker::Kind::Turn ? 1 : 0;
    if (m_compact)
        return seenAll ? u"%1/%2"_s.arg(frame.turnsPassed).arg(turns) : QString::number(frame.turnsPassed);
    const bool stopped = !m_board.markers().isEmpty() && m_board.markers().constLast().kind == Marker::Kind::Stop;
    const bool ended = frame.atEnd && m_board.hops().constLast().end != ArrowEnd::Pending && !m_board.asksNext();
    if (ended && stopped)
        return turns == 0 ? tr("stopped") : tr("stopped at turn %1").arg(turns);
    if (ended)
        return turns == 1 ? tr("end, 1 turn") : tr("end, %1 turns").arg(turns);
    if (frame.turnsPassed > 0)
        return seenAll ? tr("turn %1 of %2").arg(frame.turnsPassed).arg(turns) : tr("turn %1").arg(frame.turnsPassed);
    return tr("hop %1").arg(qMax(0, frame.currentHop) + 1);
}

void TransportBar::updateState()
{
    const bool playing = m_clock.isPlaying();
    m_play->setIcon(makeIcon(playing ? Icon::Pause : Icon::Play, m_theme.ink, m_theme.edge));
    m_play->setAccessibleName(playing ? tr("Pause") : tr("Play"));
    const QString speed = speedText(m_clock.speed());
    m_speed->setText(m_realTime->isChecked() ? tr("%1 real").arg(speed) : speed);
    m_position->setMinimumWidth(m_compact ? 0 : QFontMetrics(m_position->font()).horizontalAdvance(u"turn 10 of 10"_s));
    updatePosition();
}

void TransportBar::updatePosition()
{
    const bool empty = m_board.duration() <= 0;
    m_first->setEnabled(!empty && m_frame.time > 0);
    m_previous->setEnabled(!empty && m_frame.time > 0);
    m_next->setEnabled(!empty && m_frame.time < m_board.duration());
    m_turn->setEnabled(m_next->isEnabled());
    m_position->setText(positionText(m_frame));
    m_position->setVisible(!m_position->text().isEmpty());
}

bool TransportBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && qobject_cast<QAbstractButton *>(watched)) {
        const auto &key = static_cast<const QKeyEvent &>(*event);
        if (key.key() == Qt::Key_Left || key.key() == Qt::Key_Right)
            return steer(key);
    }
    return QWidget::eventFilter(watched, event);
}

bool TransportBar::steer(const QKeyEvent &event)
{
    // A key held down walks; it does not start and stop in turns.
    const bool walks = event.key() == Qt::Key_Left || event.key() == Qt::Key_Right;
    if (event.isAutoRepeat() && !walks)
        return true;
    switch (event.key()) {
    case Qt::Key_Space:
        togglePlaying();
        return true;
    case Qt::Key_Left:
        stepBack();
        return true;
    case Qt::Key_Right:
        stepForward();
        return true;
    case Qt::Key_Home:
        toStart();
        return true;
    case Qt::Key_End:
        toEnd();
        return true;
    case Qt::Key_N:
        if (event.modifiers() & Qt::ShiftModifier)
            toPreviousTurn();
        else
            toNextTurn();
        return true;
    case Qt::Key_P:
        m_predict->click();
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        faster();
        return true;
    case Qt::Key_Minus:
        slower();
        return true;
    default: // hundreds of others
        return false;
    }
}

void TransportBar::togglePlaying()
{
    if (!m_idleText.isEmpty())
        emit playRequested();
    else if (m_clock.isPlaying())
        m_clock.pause();
    else if (!m_board.isEmpty())
        m_clock.play();
}

void TransportBar::toStart()
{
    m_clock.pause();
    m_clock.setTime(0);
}

void TransportBar::toEnd()
{
    m_clock.pause();
    m_clock.setTime(m_board.duration());
}

void TransportBar::stepBack()
{
    m_clock.pause();
    m_clock.setTime(m_board.previousStop(m_clock.time()));
}

void TransportBar::stepForward()
{
    m_clock.playTo(m_board.nextStop(m_clock.time()));
}

void TransportBar::toNextTurn()
{
    m_clock.playTo(m_board.nextTurn(m_clock.time()));
}

void TransportBar::toPreviousTurn()
{
    m_clock.pause();
    m_clock.setTime(m_board.previousTurn(m_clock.time()));
}

void TransportBar::faster()
{
    m_clock.setSpeed(m_clock.speed() * 2);
}

void TransportBar::slower()
{
    m_clock.setSpeed(m_clock.speed() / 2);
}

} // namespace Detour
