// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "ui/stage/stagewidget.h"
#include "ui/stagescenes.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Detour;
using namespace Detour::Test;

namespace {

/// Another FreeType shades the edges of letters a little differently.
constexpr int channelTolerance = 40;
constexpr double pixelTolerance = 0.004; ///< the share of pixels that may differ by more

QDir storedImages()
{
    return QDir(QStringLiteral(DETOUR_STAGE_IMAGES));
}

bool differs(QRgb a, QRgb b)
{
    return qAbs(qRed(a) - qRed(b)) > channelTolerance || qAbs(qGreen(a) - qGreen(b)) > channelTolerance
           || qAbs(qBlue(a) - qBlue(b)) > channelTolerance;
}

double shareOfDifferentPixels(const QImage &a, const QImage &b)
{
    qint64 different = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            different += differs(a.pixel(x, y), b.pixel(x, y)) ? 1 : 0;
    }
    return double(different) / (double(a.width()) * a.height());
}

/// Sixteen levels a channel: small files, well within the tolerance.
QImage coarse(QImage image)
{
    const auto level = [](int value) { return qMin(255, (value + 8) / 17 * 17); };
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            image.setPixel(x, y, qRgb(level(qRed(pixel)), level(qGreen(pixel)), level(qBlue(pixel))));
        }
    }
    return image;
}

QImage pictureOf(const StageScene &scene)
{
    StageWidget stage;
    stage.setTheme(scene.dark ? Theme::darkTheme() : Theme::light());
    stage.setStoryboard(scene.board);
    return stage.renderAt(scene.time, scene.size).convertToFormat(QImage::Format_RGB32);
}

} // namespace

/// Pictures of the stage at fixed times against stored ones (tests/ui/stageimages). With DETOUR_RECORD_STAGE=1 they
/// are drawn anew.
class StageImagesTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        installFonts();
        if (!QFile::exists(u":/fonts/Inter-Regular.otf"_s) || !QFile::exists(u":/fonts/JetBrainsMono-Regular.ttf"_s))
            QSKIP("The fonts were not there at build time, so the pictures cannot be compared.");
    }

    void theStageLooksAsStored_data()
    {
        QTest::addColumn<int>("index");
        const QList<StageScene> scenes = stageScenes();
        for (int i = 0; i < int(scenes.size()); ++i)
            QTest::newRow(qPrintable(scenes.at(i).name)) << i;
    }

    void theStageLooksAsStored()
    {
        QFETCH(int, index);
        const StageScene scene = stageScenes().at(index);
        const QImage drawn = pictureOf(scene);
        const QString file = storedImages().filePath(scene.name + u".png"_s);
        if (qEnvironmentVariableIsSet("DETOUR_RECORD_STAGE")) {
            QVERIFY(storedImages().mkpath(u"."_s));
            QVERIFY(coarse(drawn).convertToFormat(QImage::Format_RGB888).save(file, "PNG", 0));
            return;
        }
        QImage stored(file);
        QVERIFY2(!stored.isNull(), qPrintable(file + u" is missing; record it (CONTRIBUTING.md)."_s));
        QCOMPARE(drawn.size(), stored.size());
        const double share = shareOfDifferentPixels(drawn, stored.convertToFormat(QImage::Format_RGB32));
        if (share > pixelTolerance) {
            const QString other = QDir::temp().filePath(u"detour-"_s + scene.name + u".png"_s);
            drawn.save(other);
            QFAIL(qPrintable(u"%1 % of the pixels differ; drawn now: %2"_s.arg(share * 100).arg(other)));
        }
    }

    void everyStoredPictureHasItsScene()
    {
        QStringList names;
        for (const StageScene &scene : stageScenes())
            names << scene.name + u".png"_s;
        for (const QString &file : storedImages().entryList(QDir::Files))
            QVERIFY2(names.contains(file), qPrintable(file));
    }

    void oneChangedBlockIsSeen()
    {
        const QImage drawn = pictureOf(stageScenes().constFirst());
        QImage other = drawn.copy();
        for (int y = 100; y < 130; ++y) {
            for (int x = 100; x < 130; ++x)
                other.setPixel(x, y, 0xff00ff);
        }
        QCOMPARE(shareOfDifferentPixels(drawn, drawn), 0.0);
        QVERIFY(shareOfDifferentPixels(drawn, other) > pixelTolerance);
    }
};

DETOUR_TEST(StageImagesTest)
#include "tst_stageimages.moc"
