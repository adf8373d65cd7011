// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "windowwalk.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;

/// Every view and state: what takes the focus has a name for a screen reader, and Tab comes to it.
class AccessWalkTest final : public QObject
{
    Q_OBJECT

private slots:
    void whatTakesTheFocusHasANameAndIsReached_data()
    {
        QTest::addColumn<int>("index");
        m_scenes = windowScenes(m_session);
        for (qsizetype i = 0; i < m_scenes.size(); ++i)
            QTest::newRow(qPrintable(m_scenes.at(i).name)) << int(i);
    }

    void whatTakesTheFocusHasANameAndIsReached()
    {
        QFETCH(const int, index);
        const Scene &scene = m_scenes.at(index);
        Desk desk(m_session, scene.page);
        scene.play(desk.window);
        QStringList problems = accessProblems(desk.window);
        if (scene.atEverySize) {
            desk.window.resize(1024, 700);
            QCoreApplication::processEvents();
            problems += accessProblems(desk.window);
        }
        QVERIFY2(problems.isEmpty(), qPrintable(QStringLiteral("\n") + problems.join(QChar(u'\n'))));
    }

private:
    Session m_session{ContentStore(), LabPorts{}, "test"};
    QList<Scene> m_scenes;
};

DETOUR_TEST(AccessWalkTest)
#include "tst_accesswalk.moc"
