// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "desk.h"
#include "session/learnerprogress.h"
#include "support/testregistry.h"
#include "ui/pages/pageview.h"
#include "ui/playground/playground.h"
#include "ui/playground/tracecontroller.h"
#include "ui/predict/optionspanel.h"
#include "ui/request/requestbar.h"
#include "ui/runwindow.h"
#include "ui/stage/stageclock.h"
#include "ui/stage/stagewidget.h"
#include "ui/welcome/welcometour.h"
#include "ui/windowactions.h"

#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Detour;
using namespace Detour::Test;

namespace {

constexpr int patience = 20'000; // ms

struct WelcomeDesk : LabDesk
{
    explicit WelcomeDesk(QSize size = {1440, 900})
        : LabDesk({}, size)
    {
        window.playground().clock().setSpeed(StageClock::fastest);
        window.showWelcome();
    }

    [[nodiscard]] WelcomeBand &band() const { return *window.findChild<WelcomeBand *>(); }
    [[nodiscard]] bool says(const QString &words) const { return band().title().contains(words); }
    [[nodiscard]] OptionsPanel &options() const { return *window.findChild<OptionsPanel *>(); }
    [[nodiscard]] QPushButton *button(const QString &name) const { return window.findChild<QPushButton *>(name); }
    void key(Qt::Key key) { QTest::keyClick(&window.playground(), key); }

    void awaitTitle(const QString &words) const
    {
        QTRY_VERIFY2_WITH_TIMEOUT(says(words), qPrintable(band().title()), patience);
    }

    /// As far as the question after 307.
    void predict()
    {
        key(Qt::Key_Space);
        awaitTitle(u"302 dropped the body."_s);
        QTest::mouseClick(button(u"welcomePredict"_s), Qt::LeftButton);
        awaitTitle(u"what is sent after a 307?"_s);
        QTRY_VERIFY_WITH_TIMEOUT(options().state() == OptionsPanel::State::Asking, patience);
    }
};

} // namespace

/// The first minute.
class WelcomeTest final : public QObject
{
    Q_OBJECT

private slots:
    void itTeachesByDoing();
    void itComesOnceAndOnlyAtAStartThatAsksForNothing();
    void nothingShowsItUnasked();
    void itIsSkipped_data();
    void itIsSkipped();
    void skippedInTheMiddleOfAPredictionItLeavesNothingBehind();
    void itIsShownAgain();
    void itSaysWhatWasReallySeen();
    void aCancelledPredictionCanBeTriedAgain();
    void itCoversNothing_data();
    void itCoversNothing();
    void everyStepIsSpoken();
};

void WelcomeTest::itTeachesByDoing()
{
    WelcomeDesk desk;
    QVERIFY(desk.band().isVisible());
    QVERIFY2(desk.says(u"Press Space"_s), qPrintable(desk.band().title()));
    QVERIFY(!desk.window.playground().controller().wasSent());
    desk.predict();
    QCOMPARE(desk.options().question().response.status, 307);
    QVERIFY(desk.window.playground().predicts());
    desk.key(Qt::Key_1); // the same again
    desk.key(Qt::Key_Space);
    desk.awaitTitle(u"307 kept the method and the body."_s);
    QVERIFY(!desk.window.playground().predicts()); // as before
    const TranscriptEntry received = desk.session.labTranscript().entries().last();
    QCOMPARE(received.method.token(), QByteArray("POST"));
    QCOMPARE(received.request.content->bytes, 48);
    QTest::mouseClick(desk.button(u"welcomePage"_s), Qt::LeftButton);
    QTRY_COMPARE(desk.window.pageView().slug(), u"307"_s);
    QVERIFY(!desk.band().isVisible());
}

void WelcomeTest::itComesOnceAndOnlyAtAStartThatAsksForNothing()
{
    QTemporaryDir folder;
    QSettings store(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    Settings settings(store);
    LearnerProgress progress;
    WindowRequest request;
    QVERIFY(isFirstMinute(request, settings, progress));
    request.code = 307;
    QVERIFY(!isFirstMinute(request, settings, progress));
    request.code.reset();
    request.trace = RedirectChain();
    QVERIFY(!isFirstMinute(request, settings, progress));
    request.trace.reset();
    request.slug = u"welcome"_s;
    QVERIFY(!isFirstMinute(request, settings, progress));
    request.slug.clear();
    request.lesson = Lesson();
    QVERIFY(!isFirstMinute(request, settings, progress));
    request.lesson.reset();
    request.presentLesson = Lesson();
    QVERIFY(!isFirstMinute(request, settings, progress));
    request.presentLesson.reset();
    settings.setLastPage(u"302"_s); // Detour was here before it had a welcome
    QVERIFY(!isFirstMinute(request, settings, progress));
    settings.forgetAll();
    QVERIFY(isFirstMinute(request, settings, progress));
    progress.setWelcomeSeen();
    QVERIFY(!isFirstMinute(request, settings, progress));

    const WelcomeDesk desk;
    QVERIFY(desk.window.progress().welcomeSeen());
}

void WelcomeTest::nothingShowsItUnasked()
{
    LabDesk desk;
    QVERIFY(!desk.window.findChild<WelcomeBand *>());
    QVERIFY(!desk.window.progress().welcomeSeen());
}

void WelcomeTest::itIsSkipped_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("Esc") << true;
    QTest::newRow("button") << false;
}

void WelcomeTest::itIsSkipped()
{
    QFETCH(const bool, byKey);
    WelcomeDesk desk;
    if (byKey)
        desk.key(Qt::Key_Escape);
    else
        QTest::mouseClick(desk.button(u"welcomeSkip"_s), Qt::LeftButton);
    QVERIFY(!desk.band().isVisible());
    QVERIFY(!desk.window.welcomeTour().isRunning());
    desk.key(Qt::Key_Space); // what waits is sent all the same
    QTRY_VERIFY_WITH_TIMEOUT(!desk.window.playground().isRunning(), patience);
    QCOMPARE(desk.window.playground().chain().hops.size(), 2);
    QVERIFY(!desk.band().isVisible());
}

void WelcomeTest::skippedInTheMiddleOfAPredictionItLeavesNothingBehind()
{
    WelcomeDesk desk;
    desk.predict();
    QTest::mouseClick(desk.button(u"welcomeSkip"_s), Qt::LeftButton);
    QVERIFY(!desk.window.playground().predicts());
    QTRY_VERIFY_WITH_TIMEOUT(!desk.window.playground().isRunning(), patience);
    QCOMPARE(desk.window.playground().chain().outcome, Outcome::Completed);
}

void WelcomeTest::itIsShownAgain()
{
    WelcomeDesk desk;
    desk.key(Qt::Key_Escape);
    desk.window.openPage(u"308"_s);
    desk.window.windowActions().action(u"welcome"_s)->trigger();
    QVERIFY(desk.band().isVisible());
    QVERIFY(desk.says(u"Press Space"_s));
    QCOMPARE(desk.window.pageView().slug(), u"welcome"_s);
    QVERIFY(!desk.window.playground().controller().wasSent());
    desk.predict();
}

void WelcomeTest::itSaysWhatWasReallySeen()
{
    WelcomeDesk desk;
    RequestDraft draft;
    draft.url = u"lab:/lab/chain/307"_s;
    desk.window.playground().sendDraft(draft);
    QTRY_VERIFY_WITH_TIMEOUT(desk.button(u"welcomePredict"_s), patience);
    QVERIFY2(!desk.says(u"dropped"_s), qPrintable(desk.band().title()));
}

void WelcomeTest::aCancelledPredictionCanBeTriedAgain()
{
    WelcomeDesk desk;
    desk.predict();
    desk.key(Qt::Key_Escape); // what runs goes first
    QVERIFY(desk.band().isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(desk.button(u"welcomePredict"_s), patience);
    QTest::mouseClick(desk.button(u"welcomePredict"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(desk.options().state() == OptionsPanel::State::Asking, patience);
}

void WelcomeTest::itCoversNothing_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1440 x 900") << QSize(1440, 900);
    QTest::newRow("1024 x 700") << QSize(1024, 700);
    QTest::newRow("960 x 600") << QSize(960, 600);
}

void WelcomeTest::itCoversNothing()
{
    QFETCH(const QSize, size);
    WelcomeDesk desk(size);
    desk.predict();
    QCoreApplication::processEvents();
    QCOMPARE(desk.window.size(), size);
    const QWidget &playground = desk.window.playground();
    const auto placed = [&playground](const QWidget &widget) {
        return QRect(widget.mapTo(&playground, QPoint()), widget.size());
    };
    const QRect band = placed(desk.band());
    const QRect stage = placed(*desk.window.findChild<StageWidget *>());
    const QRect options = placed(desk.options());
    const QRect bar = placed(*desk.window.findChild<RequestBar *>());
    for (const QRect &part : {band, stage, options, bar})
        QVERIFY2(playground.rect().contains(part), qPrintable(QString::number(part.top())));
    QVERIFY(!band.intersects(stage) && !band.intersects(options) && !band.intersects(bar));
    QVERIFY(!stage.intersects(options));
    QVERIFY(desk.options().height() >= desk.options().heightForWidth(desk.options().width()));
    QVERIFY2(stage.height() >= 100, qPrintable(QString::number(stage.height())));
}

void WelcomeTest::everyStepIsSpoken()
{
    WelcomeDesk desk;
    QVERIFY(desk.band().accessibleDescription().startsWith(u"Step 1 of 3. A request waits"_s));
    desk.predict();
    QVERIFY(desk.band().accessibleDescription().startsWith(u"Step 3 of 3."_s));
    desk.key(Qt::Key_Space);
    desk.awaitTitle(u"307 kept"_s);
    QVERIFY(desk.band().accessibleDescription().startsWith(u"All steps are done."_s));
    QVERIFY(desk.button(u"welcomePage"_s)->accessibleDescription().contains(u"307 kept"_s));
}

DETOUR_TEST(WelcomeTest)
#include "tst_welcome.moc"
