// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "ui/playground/strip.h"
#include "ui/playground/timelineslider.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Detour;

namespace {

Hop followedHop(int number, StatusCode status)
{
    Hop hop;
    hop.exchange.request.target = *parseFirstUrl(QByteArray("http://a.localhost:8307/" + QByteArray::number(number)));
    hop.exchange.response =
        Response{status, "Found", FieldList{{"Location", "/" + QByteArray::number(number + 1)}}, std::nullopt};
    Decision decision;
    decision.action = Action::Follow;
    decision.next = hop.exchange.request;
    decision.next->target = *parseFirstUrl(QByteArray("http://a.localhost:8307/" + QByteArray::number(number + 1)));
    hop.decision = decision;
    return hop;
}

Storyboard longBoard(int hops)
{
    RedirectChain chain;
    for (int i = 0; i < hops; ++i)
        chain.hops.append(followedHop(i, 302));
    chain.outcome = Outcome::Completed;
    return Storyboard::fromChain(chain);
}

} // namespace

class StripTest final : public QObject
{
    Q_OBJECT

private slots:
    void aClickJumpsToItsHop();
    void whatIsNotReachedCannotBeClicked();
    void theLatestHopIsScrolledIntoView();
    void markersBeyondThePlayheadStayHidden();
    void credentialsAndPadlocksAreHinted();
    void aScrubReportsItsMoment();
};

void StripTest::aClickJumpsToItsHop()
{
    Strip strip;
    strip.resize(700, 44);
    const Storyboard board = longBoard(3);
    strip.setStoryboard(board);
    strip.setFrame(frameAt(board, board.duration()));
    QSignalSpy activated(&strip, &Strip::hopActivated);
    QTest::mouseClick(strip.viewport(), Qt::LeftButton, {}, {20, 22});
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.constFirst().constFirst().toInt(), 0);
}

void StripTest::whatIsNotReachedCannotBeClicked()
{
    Strip strip;
    strip.resize(1200, 44);
    const Storyboard board = longBoard(3);
    strip.setStoryboard(board);
    strip.setFrame(frameAt(board, 1));
    QSignalSpy activated(&strip, &Strip::hopActivated);
    QTest::mouseClick(strip.viewport(), Qt::LeftButton, {}, {600, 22});
    QCOMPARE(activated.size(), 0);
}

void StripTest::theLatestHopIsScrolledIntoView()
{
    Strip strip;
    strip.resize(400, 44);
    strip.show();
    const Storyboard board = longBoard(200);
    strip.setStoryboard(board);
    strip.setFrame(frameAt(board, board.duration()));
    QCOMPARE(strip.horizontalScrollBar()->value(), strip.horizontalScrollBar()->maximum());
    QVERIFY(strip.horizontalScrollBar()->maximum() > 10'000);
}

void StripTest::markersBeyondThePlayheadStayHidden()
{
    TimelineSlider slider;
    slider.resize(400, 32);
    const Storyboard board = longBoard(3);
    slider.setStoryboard(board, false);
    slider.setTime(0);
    const QImage before = slider.grab().toImage();
    slider.setTime(board.duration());
    slider.setTime(0);
    QVERIFY2(slider.grab().toImage() != before, "once seen, the markers are drawn");
    slider.setStoryboard(board, false);
    slider.setTime(0);
    QCOMPARE(slider.grab().toImage(), before);
}

void StripTest::credentialsAndPadlocksAreHinted()
{
    const auto pictureOf = [](const char *scheme, const FieldList &fields) {
        RedirectChain chain;
        Hop hop = followedHop(0, 302);
        hop.exchange.request.target.scheme = scheme;
        hop.exchange.request.fields = fields;
        chain.hops.append(hop);
        const Storyboard board = Storyboard::fromChain(chain);
        Strip strip;
        strip.resize(500, 44);
        strip.setStoryboard(board);
        strip.setFrame(frameAt(board, board.duration()));
        return strip.grab().toImage();
    };
    const QImage plain = pictureOf("http", {});
    QVERIFY(pictureOf("http", {{"Accept", "*/*"}}) == plain);
    const QImage key = pictureOf("http", {{"Authorization", "x"}});
    const QImage cookie = pictureOf("http", {{"Cookie", "x"}});
    QVERIFY(key != plain && cookie != plain && key != cookie);
    QVERIFY(pictureOf("https", {}) != plain);
}

void StripTest::aScrubReportsItsMoment()
{
    TimelineSlider slider;
    slider.resize(424, 32);
    const Storyboard board = longBoard(2);
    slider.setStoryboard(board, false);
    QSignalSpy scrubbed(&slider, &TimelineSlider::scrubbed);
    QTest::mouseClick(&slider, Qt::LeftButton, {}, {212, 16});
    QCOMPARE(scrubbed.size(), 1);
    QVERIFY(qAbs(scrubbed.constFirst().constFirst().toDouble() - board.duration() / 2) < board.duration() / 50);
}

DETOUR_TEST(StripTest)
#include "tst_strip.moc"
