// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/playground/playground.h"

#include "../story/chains.h"
#include "support/testregistry.h"
#include "ui/stage/stageclock.h"
#include "ui/stage/stagewidget.h"
#include "ui/themecontroller.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Detour;
using namespace Detour::Test;

namespace {

/// A playground on a lab of its own.
struct Yard
{
    ThemeController theme;
    Session session{ContentStore(), LabPorts{}, "test"};
    Playground playground{session, theme};

    Yard()
    {
        playground.resize(860, 820);
        playground.show();
    }

    [[nodiscard]] const Storyboard &board() const { return playground.findChild<StageWidget *>()->storyboard(); }
    [[nodiscard]] QString error() const { return playground.findChild<QLabel *>(u"draftError"_s)->text(); }
};

RequestDraft toLab(const QString &path)
{
    RequestDraft draft;
    draft.url = u"lab:"_s + path;
    return draft;
}

} // namespace

/// The playground as a whole: what it shows of a trace, and what it gives away.
class PlaygroundTest final : public QObject
{
    Q_OBJECT

private slots:
    void aSavedChainIsShownAndSendsNothing();
    void aSavedChainIsSentAnew();
    void aSavedChainTakesThePlaceOfARunningTrace();
    void aCutBodyOfASavedChainIsSaid();
    void theShownChainHoldsFinishedHopsOnly();
    void nothingSentIsNoChain();
};

void PlaygroundTest::aSavedChainIsShownAndSendsNothing()
{
    Yard yard;
    const RedirectChain saved = upload();
    yard.playground.showChain(saved);
    QVERIFY(!yard.playground.isRunning());
    QVERIFY(!yard.session.labIsRunning());
    QCOMPARE(yard.board().hops().size(), saved.hops.size());
    QCOMPARE(yard.playground.chain().hops.size(), saved.hops.size());
    QCOMPARE(yard.playground.chain().traceId, saved.traceId);
    yard.playground.clock().setTime(yard.playground.clock().duration());
    QVERIFY(!yard.playground.findChild<QPushButton *>(u"firstPlay"_s)->isVisible());
    QCOMPARE(yard.playground.draft().method, u"POST"_s);
    QCOMPARE(yard.playground.findChild<QLineEdit *>(u"url"_s)->text(),
             saved.hops.constFirst().exchange.request.target.toDisplayString());
}

void PlaygroundTest::aSavedChainIsSentAnew()
{
    Yard yard;
    RequestDraft draft = toLab(u"/lab/chain/307/302"_s);
    draft.method = u"PUT"_s;
    draft.fieldLines = u"X-Note: one\n"_s;
    draft.hasBody = true;
    draft.body = "saved";
    yard.playground.sendDraft(draft);
    QTRY_VERIFY(!yard.playground.isRunning());
    const RedirectChain saved = yard.playground.chain();
    QCOMPARE(saved.hops.size(), 3);

    yard.playground.loadDraft(toLab(u"/lab/echo"_s));
    QVERIFY(yard.playground.chain().hops.isEmpty());
    const qsizetype before = yard.session.labTranscript().entries().size();
    yard.playground.showChain(saved);
    QCOMPARE(yard.session.labTranscript().entries().size(), before);
    QCOMPARE(yard.error(), QString());
    yard.playground.send();
    QTRY_VERIFY(!yard.playground.isRunning());
    const RedirectChain again = yard.playground.chain();
    QCOMPARE(again.hops.size(), 3);
    QVERIFY(again.traceId != saved.traceId);
    QCOMPARE(again.hops.at(0).exchange.request.fields.value("X-Note"), QByteArray("one"));
    QCOMPARE(again.hops.at(0).exchange.received->content->sha256, saved.hops.at(0).exchange.received->content->sha256);
}

void PlaygroundTest::aSavedChainTakesThePlaceOfARunningTrace()
{
    Yard yard;
    yard.playground.sendDraft(toLab(u"/lab/chain/307~delay=20000/302"_s));
    QVERIFY(yard.playground.isRunning());
    yard.playground.showChain(checkout());
    QVERIFY(!yard.playground.isRunning());
    QCOMPARE(yard.playground.findChild<QPushButton *>(u"send"_s)->text(), u"Send"_s);
    QCOMPARE(yard.board().hops().size(), 2);
}

void PlaygroundTest::aCutBodyOfASavedChainIsSaid()
{
    Yard yard;
    RedirectChain saved = checkout();
    ContentInfo &content = *saved.hops.first().exchange.request.content;
    content.bytes = 100'000;
    content.preview = QByteArray(ContentInfo::previewLimit, 'x');
    yard.playground.showChain(saved);
    QVERIFY2(yard.error().contains(u"97.7 KiB"_s), qPrintable(yard.error()));
    QCOMPARE(yard.playground.draft().bodySize(), ContentInfo::previewLimit);
}

void PlaygroundTest::theShownChainHoldsFinishedHopsOnly()
{
    Yard yard;
    yard.playground.sendDraft(toLab(u"/lab/chain/307/302~delay=20000"_s));
    QTRY_COMPARE(yard.playground.chain().hops.size(), 1);
    QCOMPARE(yard.playground.chain().outcome, Outcome::Running);
    QVERIFY(yard.playground.chain().hops.constFirst().exchange.response);
    yard.playground.cancel();
    QTRY_VERIFY(!yard.playground.isRunning());
}

void PlaygroundTest::nothingSentIsNoChain()
{
    Yard yard;
    QVERIFY(yard.playground.chain().hops.isEmpty());
    yard.playground.loadDraft(toLab(u"/lab/echo"_s));
    QVERIFY(yard.playground.chain().hops.isEmpty());
}

DETOUR_TEST(PlaygroundTest)
#include "tst_playground.moc"
