// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "desk.h"
#include "session/learnerprogress.h"
#include "support/testregistry.h"
#include "ui/help/aboutdialog.h"
#include "ui/help/cheatsheet.h"
#include "ui/help/fontnotice.h"
#include "ui/help/keycaps.h"
#include "ui/mainwindow.h"
#include "ui/settings/settingsdialog.h"
#include "ui/themecontroller.h"
#include "ui/widgets/notice.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// Settings, keys, About and the notice.
class TestDialogs final : public QObject
{
    Q_OBJECT

private slots:
    void everySettingHoldsAtOnceAndIsRemembered();
    void forgettingAsksOnceAndSaysWhatItDid();
    void keepingForgetsNothing();
    void escapeLeaves();
    void keysOpenThem();
    void everyKeyStandsOnTheSheet();
    void dialogsFitTheirWindow_data();
    void dialogsFitTheirWindow();
    void whatTakesTheFocusHasAName();
    void aboutNamesVersionsAndLicences();
    void aboutIsCopied();
    void brokenFontsSayNothing();
    void noticeIsPlainAndBounded();
};

namespace {

struct DialogDesk : LabDesk
{
    explicit DialogDesk(QSize size = {1440, 900}, qreal textScale = 1)
        : LabDesk(u"307"_s, size, textScale)
    {}

    [[nodiscard]] QList<QDialog *> dialogs()
    {
        return {&window.settingsDialog(), &window.cheatSheet(), &window.aboutDialog()};
    }
};

QComboBox *boxNamed(const QWidget &dialog, const QString &name)
{
    for (QComboBox *box : dialog.findChildren<QComboBox *>()) {
        if (box->accessibleName() == name)
            return box;
    }
    return nullptr;
}

void addSizes()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<qreal>("scale");
    QTest::newRow("1024 × 700") << QSize(1024, 700) << 1.0;
    QTest::newRow("1440 × 900") << QSize(1440, 900) << 1.0;
    QTest::newRow("1440 × 900 at 150 %") << QSize(1440, 900) << 1.5;
    QTest::newRow("1024 × 700 at 200 %") << QSize(1024, 700) << 2.0;
    QTest::newRow("1920 × 1080 at 200 %") << QSize(1920, 1080) << 2.0;
}

} // namespace

void TestDialogs::everySettingHoldsAtOnceAndIsRemembered()
{
    DialogDesk desk;
    desk.window.openSettings();
    SettingsDialog &dialog = desk.window.settingsDialog();
    boxNamed(dialog, u"Theme"_s)->setCurrentText(u"Dark"_s);
    QVERIFY(desk.theme.theme().dark);
    QCOMPARE(desk.settings.themeMode(), ThemeMode::Dark);
    boxNamed(dialog, u"Contrast"_s)->setCurrentText(u"High"_s);
    QCOMPARE(desk.theme.theme(), Theme::highContrastDark());
    QCOMPARE(desk.settings.contrastMode(), ContrastMode::High);
    boxNamed(dialog, u"Text size"_s)->setCurrentText(u"150 %"_s);
    QCOMPARE(Theme::textScale(), 1.5);
    QCOMPARE(desk.settings.textScale(), 1.5);
    boxNamed(dialog, u"Motion"_s)->setCurrentText(u"Reduced"_s);
    QVERIFY(desk.theme.reducedMotion());
    QCOMPARE(desk.settings.motionMode(), MotionMode::Reduced);
    dialog.findChild<QSpinBox *>()->setValue(5);
    QCOMPARE(desk.settings.hopTimeout(), 5000);
}

void TestDialogs::forgettingAsksOnceAndSaysWhatItDid()
{
    DialogDesk desk;
    desk.settings.addRecentTrace(u"/tmp/a.json"_s);
    desk.window.progress().setLessonDone(u"forms"_s);
    desk.window.openSettings();
    SettingsDialog &dialog = desk.window.settingsDialog();
    boxNamed(dialog, u"Theme"_s)->setCurrentText(u"Dark"_s);
    boxNamed(dialog, u"Text size"_s)->setCurrentText(u"125 %"_s);
    auto *really = dialog.findChild<QPushButton *>(u"forgetAll"_s);
    QVERIFY(!really->isVisible());
    dialog.findChild<QPushButton *>(u"forget"_s)->click();
    QVERIFY(really->isVisible());
    QVERIFY(!desk.settings.recentTraces().isEmpty());
    really->click();
    QVERIFY(desk.store.allKeys().isEmpty());
    QVERIFY(!desk.window.progress().lessonBegun(u"forms"_s));
    QVERIFY(!desk.theme.theme().dark);
    QCOMPARE(Theme::textScale(), 1.0);
    QCOMPARE(boxNamed(dialog, u"Theme"_s)->currentText(), u"As the desktop"_s);
    const auto *told = dialog.findChild<QLabel *>(u"forgetTold"_s);
    QVERIFY(told->isVisible());
    QVERIFY(told->text().startsWith(u"Forgotten."_s));
    QVERIFY(!really->isVisible());
}

void TestDialogs::keepingForgetsNothing()
{
    DialogDesk desk;
    desk.settings.setThemeMode(ThemeMode::Dark);
    desk.window.openSettings();
    SettingsDialog &dialog = desk.window.settingsDialog();
    dialog.findChild<QPushButton *>(u"forget"_s)->click();
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->text() == u"Keep it")
            button->click();
    }
    QCOMPARE(desk.settings.themeMode(), ThemeMode::Dark);
    QVERIFY(!dialog.findChild<QPushButton *>(u"forgetAll"_s)->isVisible());
}

void TestDialogs::escapeLeaves()
{
    DialogDesk desk;
    for (QDialog *dialog : desk.dialogs()) {
        dialog->open();
        QVERIFY(dialog->isVisible());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
    }
}

void TestDialogs::keysOpenThem()
{
    DialogDesk desk;
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    QTest::keyClick(&desk.window, Qt::Key_F1);
    QVERIFY(desk.window.cheatSheet().isVisible());
    desk.window.cheatSheet().reject();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    QTest::keyClick(&desk.window, Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(desk.window.settingsDialog().isVisible());
}

void TestDialogs::everyKeyStandsOnTheSheet()
{
    DialogDesk desk;
    desk.window.openKeys();
    QStringList words;
    for (const QLabel *label : desk.window.cheatSheet().findChildren<QLabel *>())
        words.append(label->text());
    QStringList caps;
    for (const KeyCaps *each : desk.window.cheatSheet().findChildren<KeyCaps *>())
        caps.append(each->accessibleName());
    for (const KeyLine &line : keyLines()) {
        QVERIFY2(words.contains(line.words), qPrintable(line.words));
        const auto named = [&line](const QString &cap) { return cap.startsWith(keyText(line.keys.constFirst())); };
        QVERIFY2(std::any_of(caps.cbegin(), caps.cend(), named), qPrintable(line.id));
    }
    QCOMPARE(caps.size(), keyLines().size());
}

void TestDialogs::dialogsFitTheirWindow_data()
{
    addSizes();
}

void TestDialogs::dialogsFitTheirWindow()
{
    QFETCH(const QSize, size);
    QFETCH(const qreal, scale);
    DialogDesk desk(size, scale);
    for (QDialog *dialog : desk.dialogs()) {
        dialog->open();
        QCoreApplication::processEvents();
        QVERIFY2(dialog->width() <= size.width() && dialog->height() <= size.height(),
                 qPrintable(dialog->objectName() + u": %1 × %2"_s.arg(dialog->width()).arg(dialog->height())));
        for (const QScrollArea *area : dialog->findChildren<QScrollArea *>())
            QVERIFY2(area->widget()->width() <= area->viewport()->width(), qPrintable(dialog->objectName()));
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (!label->isVisible())
                continue;
            const int wanted = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
            QVERIFY2(label->height() >= wanted, qPrintable(label->text()));
            QVERIFY2(label->wordWrap() || label->width() >= label->sizeHint().width(), qPrintable(label->text()));
        }
        for (const QPushButton *button : dialog->findChildren<QPushButton *>())
            QVERIFY2(!button->isVisible() || button->width() >= button->sizeHint().width(), qPrintable(button->text()));
        dialog->reject();
    }
}

void TestDialogs::whatTakesTheFocusHasAName()
{
    DialogDesk desk;
    for (QDialog *dialog : desk.dialogs()) {
        dialog->open();
        int seen = 0;
        for (QWidget *widget : dialog->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
                continue;
            QAccessibleInterface *thing = QAccessible::queryAccessibleInterface(widget);
            QVERIFY(thing);
            QVERIFY2(!thing->text(QAccessible::Name).trimmed().isEmpty() || widget->parent()->inherits("QSpinBox"),
                     widget->metaObject()->className());
            ++seen;
        }
        QVERIFY(seen > 0);
        dialog->reject();
    }
}

void TestDialogs::aboutNamesVersionsAndLicences()
{
    const QString text = aboutText();
    for (const QString &word : {QString::fromLatin1(qVersion()), u"Lesser General Public License, version 3"_s,
                                u"Martin Mitáš"_s, u"MIT licence"_s})
        QVERIFY2(text.contains(word), qPrintable(word));
    if (QFile::exists(u":/fonts/Inter-Regular.otf"_s)) {
        QVERIFY(text.contains(u"Inter Project Authors"_s));
        QVERIFY(text.contains(u"Open Font License"_s));
    }
    if (QFile::exists(u":/fonts/JetBrainsMono-Regular.ttf"_s))
        QVERIFY(text.contains(u"JetBrains Mono"_s));
}

void TestDialogs::aboutIsCopied()
{
    DialogDesk desk;
    desk.window.openAbout();
    for (QPushButton *button : desk.window.aboutDialog().findChildren<QPushButton *>()) {
        if (button->text() == u"Copy")
            button->click();
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), aboutText());
}

void TestDialogs::brokenFontsSayNothing()
{
    QVERIFY(fontNoticeFrom({}).family.isEmpty());
    QVERIFY(fontNoticeFrom(QByteArray(3, '\xff')).family.isEmpty());
    QVERIFY(fontNoticeFrom(QByteArray(4000, '\xff')).family.isEmpty());
    QVERIFY(fontNoticeOf(u":/fonts/there is none"_s).family.isEmpty());
}

void TestDialogs::noticeIsPlainAndBounded()
{
    DialogDesk desk({1024, 700}, 2);
    desk.window.tell(u"<b>not bold</b> "_s + QString(5000, u'x'));
    const Notice &notice = desk.window.notice();
    QVERIFY(notice.isVisible());
    QCOMPARE(notice.textFormat(), Qt::PlainText);
    QVERIFY(notice.text().startsWith(u"<b>"_s));
    QVERIFY(notice.text().size() < 700);
    QVERIFY(desk.window.rect().contains(notice.geometry()));
}

DETOUR_TEST(TestDialogs)
#include "tst_dialogs.moc"
