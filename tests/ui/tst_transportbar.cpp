// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/chains.h"
#include "support/testregistry.h"
#include "ui/playground/transportbar.h"
#include "ui/stage/stageclock.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Detour;
using namespace Detour::Test;

class TransportBarTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_clock = std::make_unique<StageClock>();
        m_bar = std::make_unique<TransportBar>(*m_clock);
        m_board = Storyboard::fromChain(upload());
        m_bar->setStoryboard(m_board, false);
        m_clock->setDuration(m_board.duration());
    }

    void cleanup() { m_bar.reset(); }

    void keysSteer_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("known");
        for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_N,
                                  Qt::Key_Plus, Qt::Key_Minus})
            QTest::addRow("%x", int(key)) << int(key) << true;
        for (int digit = 0; digit < 10; ++digit)
            QTest::addRow("digit %d", digit) << int(Qt::Key_0) + digit << false;
    }

    void keysSteer()
    {
        QFETCH(int, key);
        QFETCH(bool, known);
        QCOMPARE(m_bar->steer(QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier)), known);
    }

    void decisionsAreSteppedBothWays()
    {
        m_clock->setTime(m_board.duration());
        m_bar->toPreviousTurn();
        QCOMPARE(m_clock->time(), m_board.markers().at(1).time);
        m_bar->toPreviousTurn();
        QCOMPARE(m_clock->time(), m_board.markers().at(0).time);
        m_bar->toPreviousTurn();
        QCOMPARE(m_clock->time(), 0.0);
        m_bar->toNextTurn();
        QVERIFY(m_clock->isPlaying());
    }

    void plusAndMinusChangeTheSpeed()
    {
        static_cast<void>(m_bar->steer(QKeyEvent(QEvent::KeyPress, Qt::Key_Plus, Qt::NoModifier)));
        QCOMPARE(m_clock->speed(), 2.0);
        for (int i = 0; i < 9; ++i)
            static_cast<void>(m_bar->steer(QKeyEvent(QEvent::KeyPress, Qt::Key_Minus, Qt::NoModifier)));
        QCOMPARE(m_clock->speed(), StageClock::slowest);
    }

    void thePaceIsChosenInTheMenu()
    {
        QSignalSpy chosen(m_bar.get(), &TransportBar::paceChosen);
        QAction *real = nullptr;
        for (QToolButton *button : m_bar->findChildren<QToolButton *>()) {
            for (QAction *action : button->menu() ? button->menu()->actions() : QList<QAction *>()) {
                if (action->text().startsWith(u"Real time"_s))
                    real = action;
            }
        }
        QVERIFY(real && real->isCheckable() && !real->isChecked());
        real->trigger();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<Pace>(), Pace::RealTime);
    }

private:
    std::unique_ptr<StageClock> m_clock;
    std::unique_ptr<TransportBar> m_bar;
    Storyboard m_board;
};

DETOUR_TEST(TransportBarTest)
#include "tst_transportbar.moc"
