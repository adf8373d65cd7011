// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/easing.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;

class EasingTest final : public QObject
{
    Q_OBJECT

private slots:
    void everythingBeginsAndEndsExactly()
    {
        for (const auto ease : {handMoved, settled, fallen, sprung}) {
            QCOMPARE(ease(0), 0.0);
            QCOMPARE(ease(1), 1.0);
        }
    }

    void nothingJumps()
    {
        for (const auto ease : {handMoved, settled, fallen, sprung}) {
            for (int i = 1; i <= 1000; ++i) {
                QVERIFY(qAbs(ease(i / 1000.0) - ease((i - 1) / 1000.0)) < 0.02);
            }
        }
    }

    void handsStartAndStopSlowly()
    {
        QVERIFY(handMoved(0.05) < 0.002);
        QVERIFY(handMoved(0.95) > 0.998);
        QCOMPARE(handMoved(0.5), 0.5);
    }

    void aFallBouncesOnceAndASpringOvershoots()
    {
        QVERIFY(fallen(0.66) > 0.999);
        QVERIFY(fallen(0.83) < 0.92 && fallen(0.83) > 0.85);
        qreal most = 0;
        for (int i = 0; i <= 100; ++i) {
            most = qMax(most, sprung(i / 100.0));
        }
        QVERIFY(most > 1.02 && most < 1.2);
    }
};

DETOUR_TEST(EasingTest)
#include "tst_easing.moc"
