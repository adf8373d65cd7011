// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "contrast.h"
#include "support/testregistry.h"
#include "ui/stylesheet.h"
#include "ui/theme.h"
#include "ui/themecontroller.h"

#include <QSignalSpy>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

/// Every pair of colours that meets on the screen, computed (WCAG 2.2: text 4.5, large text and drawings 3).
class TestTheme final : public QObject
{
    Q_OBJECT

private slots:
    void blackOnWhiteIs21();
    void textReadsOnEveryGround_data();
    void textReadsOnEveryGround();
    void signsStandOutAndRead_data();
    void signsStandOutAndRead();
    void capsulesStandOutAndRead_data();
    void capsulesStandOutAndRead();
    void buttonsAndFocusAreSeen_data();
    void buttonsAndFocusAreSeen();
    void styleSheetNamesNoUnknownColor_data();
    void styleSheetNamesNoUnknownColor();
    void userChoiceWinsOverDesktop();
    void desktopIsFollowedInSystemMode();
    void moreContrastMakesLinesEdges();
};

namespace {

void addThemes()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::light();
    QTest::newRow("dark") << Theme::darkTheme();
}

constexpr StatusKind kinds[] = {StatusKind::Choices,     StatusKind::Permanent, StatusKind::Temporary,
                                StatusKind::SeeOther,    StatusKind::Retired,   StatusKind::Success,
                                StatusKind::NotModified, StatusKind::Failure,   StatusKind::Other};

void atLeast(double wanted, const QColor &one, const QColor &other, const QString &what)
{
    const double found = Test::contrast(one, other);
    const QString line = what + u": %1 on %2 is %3, wanted %4"_s.arg(one.name(), other.name()).arg(found).arg(wanted);
    QVERIFY2(found >= wanted, qPrintable(line));
}

} // namespace

void TestTheme::blackOnWhiteIs21()
{
    QCOMPARE(Test::contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(Test::contrast(Qt::white, Qt::white), 1.0);
}

void TestTheme::textReadsOnEveryGround_data()
{
    addThemes();
}

void TestTheme::textReadsOnEveryGround()
{
    QFETCH(const Theme, theme);
    const QColor grounds[] = {theme.paper, theme.surface, theme.sunk, theme.code};
    for (const QColor &ground : grounds) {
        atLeast(7, theme.ink, ground, u"ink"_s);
        atLeast(4.5, theme.muted, ground, u"muted"_s);
        atLeast(4.5, theme.link, ground, u"link"_s);
        atLeast(4.5, theme.ok, ground, u"ok"_s);
        atLeast(4.5, theme.error, ground, u"error"_s);
        for (const StatusKind kind : kinds)
            atLeast(4.5, theme.kind(kind).text, ground, u"text of kind %1"_s.arg(int(kind)));
    }
    for (const StatusKind kind : kinds) {
        const KindColors colors = theme.kind(kind);
        atLeast(4.5, colors.text, colors.soft, u"text on the soft tint of kind %1"_s.arg(int(kind)));
        atLeast(4.5, theme.ink, colors.soft, u"ink on the soft tint of kind %1"_s.arg(int(kind)));
        atLeast(4.5, theme.muted, colors.soft, u"muted on the soft tint of kind %1"_s.arg(int(kind)));
        atLeast(4.5, theme.link, colors.soft, u"link on the soft tint of kind %1"_s.arg(int(kind)));
    }
    // The syntax colours of a page that are not among the above.
    atLeast(4.5, theme.method("PATCH"), theme.code, u"keyword"_s);
}

void TestTheme::signsStandOutAndRead_data()
{
    addThemes();
}

void TestTheme::signsStandOutAndRead()
{
    QFETCH(const Theme, theme);
    for (const StatusKind kind : kinds) {
        const KindColors colors = theme.kind(kind);
        for (const QColor &ground : {theme.paper, theme.surface, theme.sunk})
            atLeast(3, colors.fill, ground, u"fill of kind %1"_s.arg(int(kind)));
        atLeast(4.5, colors.lettering, colors.fill, u"lettering of kind %1"_s.arg(int(kind)));
    }
}

void TestTheme::capsulesStandOutAndRead_data()
{
    addThemes();
}

void TestTheme::capsulesStandOutAndRead()
{
    QFETCH(const Theme, theme);
    for (const char *method : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PURGE"}) {
        const QColor fill = theme.method(method);
        atLeast(4.5, theme.methodLettering(), fill, QString::fromLatin1(method));
        for (const QColor &ground : {theme.paper, theme.surface, theme.sunk})
            atLeast(3, fill, ground, QString::fromLatin1(method));
    }
}

void TestTheme::buttonsAndFocusAreSeen_data()
{
    addThemes();
}

void TestTheme::buttonsAndFocusAreSeen()
{
    QFETCH(const Theme, theme);
    atLeast(4.5, theme.inverse, theme.ink, u"primary button"_s);
    atLeast(4.5, theme.ink, theme.mark, u"found text"_s);
    atLeast(4.5, theme.ink, theme.currentMark, u"found text, the current one"_s);
    atLeast(4.5, theme.palette().color(QPalette::HighlightedText), theme.palette().color(QPalette::Highlight),
            u"selected text"_s);
    for (const QColor &ground : {theme.paper, theme.surface, theme.sunk}) {
        atLeast(3, theme.focus, ground, u"focus ring"_s);
        atLeast(3, theme.edge, ground, u"edge"_s);
    }
}

void TestTheme::styleSheetNamesNoUnknownColor_data()
{
    addThemes();
}

void TestTheme::styleSheetNamesNoUnknownColor()
{
    QFETCH(const Theme, theme);
    const QString sheet = styleSheetFor(theme);
    QVERIFY(sheet.contains(theme.ink.name()));
    QVERIFY2(!sheet.contains(u'@'), "a colour's word was not replaced");
}

void TestTheme::userChoiceWinsOverDesktop()
{
    ThemeController controller(true);
    QVERIFY(controller.theme().dark);
    const QSignalSpy changed(&controller, &ThemeController::changed);
    controller.setMode(ThemeMode::Light);
    QVERIFY(!controller.theme().dark);
    QCOMPARE(changed.count(), 1);
    DesktopPreferences dark;
    dark.dark = true;
    controller.setPreferences(dark);
    QVERIFY(!controller.theme().dark);
    QCOMPARE(changed.count(), 1);
}

void TestTheme::desktopIsFollowedInSystemMode()
{
    ThemeController controller(false);
    const QSignalSpy changed(&controller, &ThemeController::changed);
    DesktopPreferences preferences;
    preferences.dark = true;
    preferences.reducedMotion = true;
    controller.setPreferences(preferences);
    QVERIFY(controller.theme().dark);
    QVERIFY(controller.reducedMotion());
    QCOMPARE(changed.count(), 1);
    preferences.reducedMotion = false;
    controller.setPreferences(preferences);
    QVERIFY(!controller.reducedMotion());
    QCOMPARE(changed.count(), 2);
}

void TestTheme::moreContrastMakesLinesEdges()
{
    ThemeController controller(false);
    DesktopPreferences preferences;
    preferences.moreContrast = true;
    controller.setPreferences(preferences);
    QVERIFY(Test::contrast(controller.theme().line, controller.theme().surface) >= 3);
}

DETOUR_TEST(TestTheme)

#include "tst_theme.moc"
