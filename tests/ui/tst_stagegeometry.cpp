// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/chains.h"
#include "support/testregistry.h"
#include "ui/stage/stagegeometry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Detour;
using namespace Detour::Test;

namespace {

RedirectChain manyOrigins(int origins)
{
    const auto host = [](int number) { return QByteArray("host" + QByteArray::number(number) + ".localhost"); };
    ChainMaker maker = ChainMaker::post(uri(host(0), "/0"));
    for (int i = 1; i < origins; ++i)
        maker.keepsTo(307, uri(host(i), "/" + QByteArray::number(i)));
    return maker.delivers(200).chain();
}

/// Everything that has its own place and may touch nothing else.
QList<QRectF> placesOf(const Storyboard &board, const StageGeometry &geometry)
{
    QList<QRectF> places;
    for (int lane = 0; lane < board.lanes().size(); ++lane)
        places << geometry.laneHeader(lane);
    for (int hop = 0; hop < board.hops().size(); ++hop) {
        const HopDrawing &drawing = board.hops().at(hop);
        const qreal half = StageGeometry::capsuleHeight / 2;
        places << QRectF(geometry.capsuleLeft(), geometry.requestY(hop) - half, 80, 2 * half);
        if (drawing.isTurn())
            places << geometry.signRect(hop);
        if (drawing.verdict)
            places << geometry.verdictRect(hop);
        if (!drawing.stopTitle.isEmpty())
            places << geometry.stopTextRect(hop);
        if (!drawing.isTurn() && drawing.status > 0)
            places << geometry.ringRect(hop);
    }
    return places;
}

} // namespace

class StageGeometryTest final : public QObject
{
    Q_OBJECT

private slots:
    void nothingOverlaps_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("origins");
        QTest::addColumn<StageDensity>("density");
        for (const int width : {480, 540, 600, 699, 900, 1280, 1920, 3000}) {
            for (const int origins : {1, 2, 3, 5, 8})
                QTest::addRow("%d px, %d origins", width, origins) << width << origins << StageDensity::Usual;
        }
        for (const int width : {410, 512, 683}) {
            for (const int origins : {1, 2, 3})
                QTest::addRow("%d px, %d origins, close", width, origins) << width << origins << StageDensity::Close;
        }
    }

    void nothingOverlaps()
    {
        QFETCH(int, width);
        QFETCH(int, origins);
        QFETCH(StageDensity, density);
        const Storyboard board = Storyboard::fromChain(manyOrigins(origins));
        const StageGeometry geometry(board, QSizeF(width, 430), density);
        const QList<QRectF> places = placesOf(board, geometry);
        const QRectF content(QPointF(), geometry.contentSize());
        for (qsizetype i = 0; i < places.size(); ++i) {
            QVERIFY2(content.contains(places.at(i)), qPrintable(u"place %1"_s.arg(i)));
            for (qsizetype other = i + 1; other < places.size(); ++other) {
                QVERIFY2(!places.at(i).intersects(places.at(other)),
                         qPrintable(u"places %1 and %2"_s.arg(i).arg(other)));
            }
        }
        for (int hop = 0; hop < board.hops().size(); ++hop) {
            if (board.hops().at(hop).verdict)
                QVERIFY(geometry.verdictRect(hop).width() >= 290);
        }
    }

    void stopsAndFailuresHaveRoom()
    {
        for (const int width : {480, 699, 1600}) {
            for (const RedirectChain &chain :
                 {ChainMaker::get(uri("a.localhost", "/")).stops(302, "ftp://x/", u"refused-scheme"_s).chain(),
                  ChainMaker::post(uri("a.localhost", "/"))
                      .keepsTo(307, uri("b.localhost", "/"))
                      .fails(u"timeout"_s, u"No answer."_s)
                      .chain(),
                  ChainMaker::post(uri("a.localhost", "/"))
                      .keepsTo(307, uri("a.localhost", "/b"))
                      .endsWith(Outcome::Failed, u"cancelled"_s, u"Cancelled."_s)
                      .chain()}) {
                const Storyboard board = Storyboard::fromChain(chain);
                const StageGeometry geometry(board, QSizeF(width, 300));
                const QList<QRectF> places = placesOf(board, geometry);
                const QRectF content(QPointF(), geometry.contentSize());
                for (qsizetype i = 0; i < places.size(); ++i) {
                    QVERIFY2(content.contains(places.at(i)), qPrintable(u"place %1"_s.arg(i)));
                    for (qsizetype other = i + 1; other < places.size(); ++other)
                        QVERIFY(!places.at(i).intersects(places.at(other)));
                }
            }
        }
    }

    void lanesSpreadInOrder()
    {
        for (const int width : {480, 699, 3000}) {
            const StageGeometry geometry(Storyboard::fromChain(manyOrigins(4)), QSizeF(width, 430));
            for (int lane = 1; lane < 5; ++lane)
                QVERIFY(geometry.laneX(lane) - geometry.laneX(lane - 1) >= 80);
        }
        const StageGeometry wide(Storyboard::fromChain(manyOrigins(2)), QSizeF(1600, 430));
        QVERIFY(wide.laneX(2) > 1400);
    }

    void fewOriginsNeedNoSidewaysScrolling()
    {
        QCOMPARE(StageGeometry(Storyboard::fromChain(manyOrigins(2)), QSizeF(480, 430)).contentSize().width(), 480.0);
        QCOMPARE(StageGeometry(Storyboard::fromChain(manyOrigins(5)), QSizeF(699, 430)).contentSize().width(), 699.0);
        QVERIFY(StageGeometry(Storyboard::fromChain(manyOrigins(9)), QSizeF(480, 430)).contentSize().width() > 480);
    }

    void twoTurnsFitTheStageOfTheWindow()
    {
        const StageGeometry geometry(Storyboard::fromChain(upload()), QSizeF(699, 430));
        QCOMPARE(geometry.contentSize().height(), 430.0);
        QVERIFY(!geometry.opensLate(1));
        QVERIFY(geometry.opensLate(2));
        QVERIFY(geometry.laneHeader(2).bottom() < geometry.requestY(2));
        QVERIFY(geometry.laneHeader(2).top() > geometry.answerY(1));
    }

    void longerChainsKeepTheRowsOfTheirPrefix()
    {
        const StageGeometry part(Storyboard::fromChain(longChain(10)), QSizeF(699, 430));
        const StageGeometry whole(Storyboard::fromChain(longChain(100)), QSizeF(699, 430));
        for (int hop = 0; hop < 10; ++hop)
            QCOMPARE(part.requestY(hop), whole.requestY(hop));
    }

    void hopsAreFoundByTheirRows()
    {
        const StageGeometry geometry(Storyboard::fromChain(longChain(1000)), QSizeF(699, 430));
        for (const int hop : {0, 1, 2, 499, 998, 999}) {
            QCOMPARE(geometry.hopAt(QPointF(300, geometry.requestY(hop))), hop);
            QCOMPARE(geometry.hopAt(QPointF(300, geometry.answerY(hop))), hop);
        }
        QCOMPARE(geometry.hopAt(QPointF(300, 5)), -1);
        QCOMPARE(geometry.hopAt(QPointF(0, geometry.requestY(3))), -1);
        QCOMPARE(geometry.hopAt(QPointF(300, 1e9)), -1);
        const auto [first, last] = geometry.hopsBetween(geometry.requestY(500), geometry.requestY(503));
        QCOMPARE(first, 500);
        QCOMPARE(last, 503);
    }

    void anEmptyStoryHasAClient()
    {
        const StageGeometry geometry(Storyboard(), QSizeF(699, 430));
        QCOMPARE(geometry.contentSize(), QSizeF(699, 430));
        QCOMPARE(geometry.hopCount(), 0);
        QCOMPARE(geometry.hopAt(QPointF(100, 100)), -1);
        QVERIFY(geometry.clientX() > 0);
    }
};

DETOUR_TEST(StageGeometryTest)
#include "tst_stagegeometry.moc"
