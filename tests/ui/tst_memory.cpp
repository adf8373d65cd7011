// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "ui/memory/memorybar.h"
#include "ui/memory/memorypanel.h"
#include "ui/playground/playground.h"
#include "ui/themecontroller.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Detour;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What the client remembers, as cards, and the line that opens them.
class MemoryTest final : public QObject
{
    Q_OBJECT

private slots:
    void cardsFollowTheMemory();
    void aCardIsForgottenByItsButton();
    void everythingIsForgottenAtOnce();
    void theClockIsMovedByItsButtons();
    void everyCardIsReadAsAWhole();
    void hostileTextStaysPlain();
    void theBarShowsWhileRemembering();
    void anExampleKeepsTheHabit();
};

namespace {

void teach(MemoryKeeper &keeper, const QByteArray &url, StatusCode status, const QByteArray &name,
           const QByteArray &value)
{
    Exchange exchange;
    exchange.request.target = *parseFirstUrl(url);
    exchange.response = Response();
    exchange.response->status = status;
    exchange.response->fields.append(name, value);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    keeper.learn(exchange, {now, now}, 0, true);
}

void fill(MemoryKeeper &keeper)
{
    teach(keeper, "http://a.test/old", 301, "Location", "/new");
    teach(keeper, "http://a.test/page", 200, "Cache-Control", "max-age=600");
    teach(keeper, "https://shop.test/", 204, "Strict-Transport-Security", "max-age=86400");
}

QList<MemoryCardView *> cardsOf(const QWidget &widget)
{
    QList<MemoryCardView *> cards;
    for (MemoryCardView *card : widget.findChildren<MemoryCardView *>()) {
        if (!card->isHidden())
            cards.append(card);
    }
    return cards;
}

void press(const QWidget &widget, const QString &name)
{
    widget.findChild<QPushButton *>(name)->click();
}

QStringList textsOf(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        texts.append(label->text());
    return texts;
}

} // namespace

void MemoryTest::cardsFollowTheMemory()
{
    MemoryKeeper keeper;
    MemoryPanel panel(keeper, Theme::light());
    panel.resize(560, 460);
    panel.show();
    QVERIFY(cardsOf(panel).isEmpty());
    QVERIFY(textsOf(panel).contains(u"The client remembers nothing"_s));
    fill(keeper);
    QCOMPARE(cardsOf(panel).size(), 3);
    QVERIFY(textsOf(panel).contains(u"The client remembers 3 things"_s));
    const MemoryCardView *host = cardsOf(panel).constFirst();
    teach(keeper, "http://a.test/other", 308, "Location", "/new");
    QCOMPARE(cardsOf(panel).size(), 4);
    QVERIFY(cardsOf(panel).contains(host)); // the same widget: the keyboard keeps its place
}

void MemoryTest::aCardIsForgottenByItsButton()
{
    MemoryKeeper keeper;
    fill(keeper);
    MemoryPanel panel(keeper, Theme::light());
    panel.show();
    const int id = keeper.memory().answers().constFirst().id;
    for (MemoryCardView *card : cardsOf(panel)) {
        if (card->id() == id)
            card->findChild<QPushButton *>(u"forget"_s)->click();
    }
    QCOMPARE(cardsOf(panel).size(), 2);
    QCOMPARE(keeper.memory().answers().size(), 1);
    QVERIFY(keeper.memory().answers().constFirst().id != id);
}

void MemoryTest::everythingIsForgottenAtOnce()
{
    MemoryKeeper keeper;
    fill(keeper);
    MemoryPanel panel(keeper, Theme::light());
    panel.show();
    press(panel, u"forgetAll"_s);
    QVERIFY(keeper.memory().isEmpty());
    QVERIFY(cardsOf(panel).isEmpty());
    QVERIFY(panel.findChild<QPushButton *>(u"forgetAll"_s)->isHidden());
}

void MemoryTest::theClockIsMovedByItsButtons()
{
    MemoryKeeper keeper;
    fill(keeper);
    MemoryPanel panel(keeper, Theme::light());
    MemoryBar bar(keeper);
    panel.show();
    auto *now = panel.findChild<QPushButton *>(u"clockNow"_s);
    QVERIFY(!now->isEnabled());
    press(panel, u"clockHour"_s);
    QCOMPARE(keeper.memory().clockOffset(), 1h);
    QVERIFY(textsOf(panel).contains(u"Its clock: 1 hour ahead"_s));
    QVERIFY(!textsOf(panel).filter(u"stale for"_s).isEmpty());
    QVERIFY(bar.findChild<QToolButton *>(u"memory"_s)->accessibleName().contains(u"1 hour ahead"_s));
    for (const auto &name : {u"clockMinute"_s, u"clockDay"_s, u"clockYear"_s})
        press(panel, name);
    QCOMPARE(keeper.memory().clockOffset(), 1min + 1h + 24h + 24h * 365);
    QVERIFY(now->isEnabled());
    now->click();
    QCOMPARE(keeper.memory().clockOffset(), 0s);
    QVERIFY(textsOf(panel).contains(u"Its clock: now"_s));
}

void MemoryTest::everyCardIsReadAsAWhole()
{
    MemoryKeeper keeper;
    fill(keeper);
    MemoryPanel panel(keeper, Theme::light());
    panel.show();
    for (const MemoryCardView *card : cardsOf(panel)) {
        QVERIFY(!card->accessibleName().isEmpty());
        const auto *forget = card->findChild<QPushButton *>(u"forget"_s);
        QVERIFY(forget->accessibleName().startsWith(u"Forget "_s));
        QCOMPARE(forget->accessibleDescription(), card->accessibleName());
        QVERIFY(forget->focusPolicy() & Qt::TabFocus);
    }
}

void MemoryTest::hostileTextStaysPlain()
{
    MemoryKeeper keeper;
    teach(keeper, "http://a.test/" + QByteArray(60'000, 'x'), 301, "Location",
          "<b>bold</b>\x1b\xe2\x80\xae" + QByteArray(60'000, 'y'));
    MemoryPanel panel(keeper, Theme::light());
    panel.resize(560, 460);
    panel.show();
    for (const QLabel *label : panel.findChildren<QLabel *>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(label->text().size() < 1000);
        QVERIFY(!label->text().contains(QChar(0x202e)));
    }
    QVERIFY(!panel.grab().isNull());
}

void MemoryTest::theBarShowsWhileRemembering()
{
    ThemeController theme;
    Session session(ContentStore(), LabPorts{}, "test");
    Playground playground(session, theme);
    playground.resize(860, 820);
    playground.show();
    auto *bar = playground.findChild<MemoryBar *>();
    QVERIFY(bar->isHidden());
    RequestDraft draft;
    draft.url = u"lab:/lab/chain/301"_s;
    draft.remembers = true;
    playground.sendDraft(draft);
    QVERIFY(!bar->isHidden());
    QTRY_VERIFY(!playground.isRunning());
    QCOMPARE(session.memory().memory().answers().size(), 1);
    const quint64 before = session.labTranscript().lastNumber();
    playground.send();
    QTRY_VERIFY(!playground.isRunning());
    QCOMPARE(session.labTranscript().lastNumber(), before + 1);
}

void MemoryTest::anExampleKeepsTheHabit()
{
    ThemeController theme;
    Session session(ContentStore(), LabPorts{}, "test");
    Playground playground(session, theme);
    RequestDraft draft;
    draft.url = u"lab:/lab/echo"_s;
    draft.keepsCookies = true;
    draft.remembers = true;
    playground.loadDraft(draft);
    draft = RequestDraft();
    draft.url = u"lab:/lab/chain/302"_s;
    playground.loadDraft(draft);
    QVERIFY(playground.draft().keepsCookies);
    QVERIFY(playground.draft().remembers);
}

DETOUR_TEST(MemoryTest)
#include "tst_memory.moc"
