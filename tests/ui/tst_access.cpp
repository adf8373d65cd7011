// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "ui/mainwindow.h"
#include "ui/pages/pagepane.h"
#include "ui/playground/playground.h"
#include "ui/stage/stageclock.h"
#include "ui/stage/stagewidget.h"
#include "ui/themecontroller.h"

#include <QAccessible>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Detour;

namespace {

struct Desk
{
    QTemporaryDir folder;
    QSettings store{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    Settings settings{store};
    ThemeController theme;
    Session session{ContentStore(), LabPorts{}, "test"};
    MainWindow window{session, theme, settings};

    Desk()
    {
        window.resize(1440, 900);
        window.start(u"302"_s);
        window.show();
    }

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
    void whatTakesTheFocusHasAName_data();
    void whatTakesTheFocusHasAName();
    void everyHopIsAChildOfTheStageNamedByItsSentence();
};

void AccessTest::whatTakesTheFocusHasAName_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("searching");
    QTest::newRow("at the end of a trace") << QSize(1440, 900) << false;
    QTest::newRow("while searching") << QSize(1440, 900) << true;
    QTest::newRow("while searching in a narrow window") << QSize(1024, 700) << true;
}

void AccessTest::whatTakesTheFocusHasAName()
{
    QFETCH(const QSize, size);
    QFETCH(const bool, searching);
    Desk desk;
    desk.window.resize(size);
    desk.playToTheEnd();
    if (searching) {
        desk.window.pagePane().find();
        desk.window.openSearch();
    }
    int seen = 0;
    for (QWidget *widget : desk.window.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->isHidden() || !widget->isVisible())
            continue;
        QAccessibleInterface *thing = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(thing);
        QVERIFY2(!nameOf(thing).isEmpty(),
                 qPrintable(QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName()));
        ++seen;
    }
    QVERIFY(seen > 15);
}

void AccessTest::everyHopIsAChildOfTheStageNamedByItsSentence()
{
    const Desk desk;
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
