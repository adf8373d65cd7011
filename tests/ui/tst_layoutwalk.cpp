// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "windowwalk.h"

#include <QGuiApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Detour;
using namespace Detour::Test;

/// Every view and state, in every size that Detour promises: no text is cut, nothing overlaps. The sizes are logical:
/// 960×600 is a screen of 1440×900 at 150 %, 960×540 one of 1920×1080 at 200 %, 2560×1440 a 4K screen at 150 %. ctest
/// runs this at 100 %, 150 % and 200 %.
class LayoutWalkTest final : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsCutOrOverlaps_data()
    {
        QTest::addColumn<int>("index");
        m_scenes = windowScenes(m_session);
        for (qsizetype i = 0; i < m_scenes.size(); ++i)
            QTest::newRow(qPrintable(m_scenes.at(i).name)) << int(i);
    }

    void nothingIsCutOrOverlaps()
    {
        QFETCH(const int, index);
        const Scene &scene = m_scenes.at(index);
        Desk desk(m_session, scene.page);
        scene.play(desk.window);
        QStringList problems;
        for (const QSize &size : sizesOf(scene)) {
            desk.window.resize(size);
            QCoreApplication::processEvents();
            QCoreApplication::processEvents(); // layouts that settle in a second step
            QCOMPARE(desk.window.size(), size);
            for (const QString &problem : layoutProblems())
                problems.append(u"%1×%2: "_s.arg(size.width()).arg(size.height()) + problem);
        }
        QVERIFY2(problems.isEmpty(), qPrintable(u'\n' + problems.join(u'\n')));
    }

private:
    static QList<QSize> sizesOf(const Scene &scene)
    {
        if (!scene.atEverySize)
            return {{1024, 700}};
        if (qApp->devicePixelRatio() > 1)
            return {{960, 540}, {960, 600}, {1280, 800}, {1920, 1080}}; // scaling changes hints, not arrangements
        return {{960, 540},  {960, 600},   {1024, 700},  {1280, 800},
                {1440, 900}, {1920, 1080}, {2560, 1440}, {3840, 2160}};
    }

    Session m_session{ContentStore(), LabPorts{}, "test"};
    QList<Scene> m_scenes;
};

DETOUR_TEST(LayoutWalkTest)
#include "tst_layoutwalk.moc"
