// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "contrast.h"
#include "support/testregistry.h"
#include "ui/stylesheet.h"
#include "ui/theme.h"
#include "ui/themecontroller.h"
#include "ui/widgets/textscaling.h"

#include <QSignalSpy>
#include <QTest>
#include <QWidget>

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
    void desktopAsksForHighContrast();
    void userAsksForHighContrast();
    void motionIsTheUsersBeforeTheDesktops();
    void textSizeReachesFontsOfWidgetsThatAreThere();
    void lengthsOfTheStyleSheetGrowButLinesDoNot();
};

namespace {

void addThemes()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::light();
    QTest::newRow("dark") << Theme::darkTheme();
    QTest::newRow("high contrast, light") << Theme::highContrastLight();
    QTest::newRow("high contrast, dark") << Theme::highContrastDark();
}

constexpr StatusKind kinds[] = {StatusKind::Choices,     StatusKind::Permanent, StatusKind::Temporary,
                                StatusKind::SeeOther,    StatusKind::Retired,   StatusKind::Success,
                                StatusKind::NotModified, StatusKind::Failure,   StatusKind::Other};

/// What text needs: WCAG 2.2, 1.4.3 (AA), and in high contrast 1.4.6 (AAA).
double forText(const Theme &theme)
{
    return theme.highContrast ? 7 : 4.5;
}

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
        atLeast(forText(theme), theme.muted, ground, u"muted"_s);
        atLeast(forText(theme), theme.link, ground, u"link"_s);
        atLeast(forText(theme), theme.ok, ground, u"ok"_s);
        atLeast(forText(theme), theme.error, ground, u"error"_s);
        for (const StatusKind kind : kinds)
            atLeast(forText(theme), theme.kind(kind).text, ground, u"text of kind %1"_s.arg(int(kind)));
    }
    for (const StatusKind kind : kinds) {
        const KindColors colors = theme.kind(kind);
        atLeast(forText(theme), colors.text, colors.soft, u"text on the soft tint of kind %1"_s.arg(int(kind)));
        atLeast(forText(theme), theme.ink, colors.soft, u"ink on the soft tint of kind %1"_s.arg(int(kind)));
        atLeast(forText(theme), theme.muted, colors.soft, u"muted on the soft tint of kind %1"_s.arg(int(kind)));
        atLeast(forText(theme), theme.link, colors.soft, u"link on the soft tint of kind %1"_s.arg(int(kind)));
    }
    atLeast(forText(theme), theme.ink, theme.okSoft, u"ink on okSoft"_s);
    atLeast(forText(theme), theme.ink, theme.errorSoft, u"ink on errorSoft"_s);
    atLeast(forText(theme), theme.ok, theme.okSoft, u"ok on okSoft"_s);
    atLeast(forText(theme), theme.error, theme.errorSoft, u"error on errorSoft"_s);
    // The syntax colours of a page that are not among the above.
    atLeast(forText(theme), theme.method("PATCH"), theme.code, u"keyword"_s);
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
        atLeast(forText(theme), colors.lettering, colors.fill, u"lettering of kind %1"_s.arg(int(kind)));
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
        atLeast(forText(theme), theme.methodLettering(), fill, QString::fromLatin1(method));
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
    atLeast(forText(theme), theme.inverse, theme.ink, u"primary button"_s);
    atLeast(forText(theme), theme.ink, theme.mark, u"found text"_s);
    atLeast(forText(theme), theme.ink, theme.currentMark, u"found text, the current one"_s);
    atLeast(forText(theme), theme.palette().color(QPalette::HighlightedText),
            theme.palette().color(QPalette::Highlight), u"selected text"_s);
    for (const QColor &ground : {theme.paper, theme.surface, theme.sunk}) {
        atLeast(3, theme.focus, ground, u"focus ring"_s);
        atLeast(3, theme.edge, ground, u"edge"_s);
        if (theme.highContrast)
            atLeast(3, theme.line, ground, u"line"_s);
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

void TestTheme::desktopAsksForHighContrast()
{
    ThemeController controller(false);
    DesktopPreferences preferences;
    preferences.moreContrast = true;
    controller.setPreferences(preferences);
    QCOMPARE(controller.theme(), Theme::highContrastLight());
    controller.setMode(ThemeMode::Dark);
    QCOMPARE(controller.theme(), Theme::highContrastDark());
    controller.setContrastMode(ContrastMode::Normal);
    QCOMPARE(controller.theme(), Theme::darkTheme());
}

void TestTheme::userAsksForHighContrast()
{
    ThemeController controller(false);
    const QSignalSpy changed(&controller, &ThemeController::changed);
    controller.setContrastMode(ContrastMode::High);
    QCOMPARE(controller.theme(), Theme::highContrastLight());
    QCOMPARE(changed.count(), 1);
}

void TestTheme::motionIsTheUsersBeforeTheDesktops()
{
    ThemeController controller(false);
    const QSignalSpy changed(&controller, &ThemeController::changed);
    controller.setMotionMode(MotionMode::Reduced);
    QVERIFY(controller.reducedMotion());
    QCOMPARE(changed.count(), 1);
    DesktopPreferences preferences;
    preferences.reducedMotion = true;
    controller.setPreferences(preferences);
    QCOMPARE(changed.count(), 1);
    controller.setMotionMode(MotionMode::Full);
    QVERIFY(!controller.reducedMotion());
    controller.setMotionMode(MotionMode::System);
    QVERIFY(controller.reducedMotion());
}

void TestTheme::textSizeReachesFontsOfWidgetsThatAreThere()
{
    ThemeController controller(false);
    const QSignalSpy changed(&controller, &ThemeController::changed);
    QWidget whole;
    whole.setFont(Theme::textFont(16));
    QWidget half;
    half.setFont(Theme::textFont(13.5));
    QWidget fixed;
    setScaledFixedHeight(fixed, 40);
    const QFont drawn = Theme::exactTextFont(16);
    const double scales[] = {1.5, 0.9, 2, 1.1};
    for (const double scale : scales) {
        controller.setTextScale(scale);
        QCOMPARE(Theme::textScale(), scale);
        QVERIFY(qAbs(QFontInfo(whole.font()).pixelSize() - 16 * scale) <= 0.6);
        QVERIFY(qAbs(half.font().pointSizeF() / 0.75 - 13.5 * scale) < 0.1 || half.font().pixelSize() > 0);
        QCOMPARE(fixed.height(), qRound(40 * scale));
        QCOMPARE(Theme::exactTextFont(16), drawn);
    }
    controller.setTextScale(1);
    QCOMPARE(whole.font().pixelSize(), 16);
    QCOMPARE(half.font().pointSizeF(), 13.5 * 0.75);
    QCOMPARE(changed.count(), 5);
    controller.setTextScale(5);
    QCOMPARE(Theme::textScale(), Theme::largestTextScale);
    controller.setTextScale(1);
}

void TestTheme::lengthsOfTheStyleSheetGrowButLinesDoNot()
{
    Theme::setTextScale(2);
    const QString sheet = styleSheetFor(Theme::light());
    Theme::setTextScale(1);
    QVERIFY(sheet.contains(u"min-height: 60px"_s));
    QVERIFY(sheet.contains(u"border: 1px solid"_s));
    QVERIFY(sheet.contains(u"border-radius: 8px"_s));
    QVERIFY(styleSheetFor(Theme::light()).contains(u"min-height: 30px"_s));
}

DETOUR_TEST(TestTheme)

#include "tst_theme.moc"
