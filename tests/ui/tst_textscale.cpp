// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "windowwalk.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Detour;
using namespace Detour::Test;

/// Larger text cuts nothing: the views of the window at the sizes of text that the settings offer, each on a screen
/// that people have.
class TextScaleTest final : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { Theme::setTextScale(1); }

    void nothingIsCutOrOverlaps_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<qreal>("scale");
        m_scenes = windowScenes(m_session);
        const std::tuple<QSize, qreal> rooms[] = {{{1440, 900}, 1.5}, {{1920, 1080}, 2}};
        for (const QString &name : {u"first-start"_s, u"main-307"_s, u"stopped"_s, u"compare"_s, u"compare-beside"_s,
                                    u"search"_s, u"find"_s, u"settings"_s, u"keys"_s, u"about"_s, u"palette"_s,
                                    u"lessons"_s, u"lesson-exercise"_s, u"scenario-seen"_s}) {
            for (const auto &[size, scale] : rooms)
                QTest::newRow(qPrintable(u"%1 at %2 %"_s.arg(name).arg(scale * 100))) << name << size << scale;
        }
    }

    void nothingIsCutOrOverlaps()
    {
        QFETCH(const QString, name);
        QFETCH(const QSize, size);
        QFETCH(const qreal, scale);
        for (const Scene &scene : m_scenes) {
            if (scene.name != name)
                continue;
            Desk desk(m_session, scene.page, size);
            scene.play(desk.window);
            desk.theme.setTextScale(scale); // while it is there: the harder way
            QCoreApplication::processEvents();
            QCoreApplication::processEvents();
            QCOMPARE(desk.window.size(), size);
            const QStringList problems = layoutProblems();
            desk.theme.setTextScale(1);
            QVERIFY2(problems.isEmpty(), qPrintable(u'\n' + problems.join(u'\n')));
            return;
        }
        QFAIL("there is no such scene");
    }

private:
    Session m_session{ContentStore(), LabPorts{}, "test"};
    QList<Scene> m_scenes;
};

DETOUR_TEST(TextScaleTest)
#include "tst_textscale.moc"
