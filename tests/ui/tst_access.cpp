// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "desk.h"
#include "support/testregistry.h"
#include "ui/mainwindow.h"
#include "ui/playground/playground.h"
#include "ui/stage/stageclock.h"
#include "ui/stage/stagewidget.h"
#include "ui/themecontroller.h"

#include <QAccessible>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Detour;
using namespace Detour::Test;

namespace {

struct AccessDesk : LabDesk
{
    AccessDesk()
        : LabDesk(u"302"_s)
    {}

    void playToTheEnd() const
    {
        window.playground().send();
        QTRY_VERIFY_WITH_TIMEOUT(!window.playground().isRunning(), 40'000);
        QTest::keyClick(&window.playground(), Qt::Key_End);
        QVERIFY(window.playground().clock().atEnd());
    }
};

QString nameOf(QAccessibleInterface *thing)
{
    return thing->text(QAccessible::Name).trimmed();
}

} // namespace

/// What a screen reader is told.
class AccessTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyHopIsAChildOfTheStageNamedByItsSentence();
};

void AccessTest::everyHopIsAChildOfTheStageNamedByItsSentence()
{
    const AccessDesk desk;
    desk.playToTheEnd();
    auto *stage = desk.window.playground().findChild<StageWidget *>();
    QAccessibleInterface *thing = QAccessible::queryAccessibleInterface(stage);
    const QList<HopDrawing> &hops = stage->storyboard().hops();
    QCOMPARE(hops.size(), 2);
    QCOMPARE(thing->childCount(), int(hops.size()));
    for (int hop = 0; hop < hops.size(); ++hop) {
        QVERIFY(!hops.at(hop).sentence.isEmpty());
        QCOMPARE(nameOf(thing->child(hop)), hops.at(hop).sentence);
    }
}

DETOUR_TEST(AccessTest)
#include "tst_access.moc"
