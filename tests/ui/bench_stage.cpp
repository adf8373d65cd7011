// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/chains.h"
#include "ui/playground/strip.h"
#include "ui/playground/transportbar.h"
#include "ui/stage/stageclock.h"
#include "ui/stage/stagewidget.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QTextStream>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace Detour;
using namespace Detour::Test;

// Prints how long frames of stage, strip and transport take at 1920 × 1080: first each frame alone, then as they come
// while the clock plays. No figure of it is a test: it depends on the machine.

namespace {

constexpr QSize projector(1920, 1080);
constexpr int frames = 400;
constexpr qreal frameTime = 1000.0 / 60; // ms
constexpr int playFor = 4000;            // ms

struct Window
{
    explicit Window(int hops)
    {
        const Storyboard board = Storyboard::fromChain(longChain(hops));
        auto *column = new QVBoxLayout(&widget);
        column->addWidget(strip = new Strip);
        column->addWidget(stage = new StageWidget, 1);
        column->addWidget(transport = new TransportBar(*stage->clock()));
        QObject::connect(stage, &StageWidget::frameChanged, &widget, [this](const Frame &frame) {
            strip->setFrame(frame);
            transport->setFrame(frame);
        });
        strip->setStoryboard(board);
        transport->setStoryboard(board, false);
        stage->setStoryboard(board);
        widget.resize(projector);
        widget.show();
        QApplication::processEvents();
    }

    QWidget widget;
    Strip *strip = nullptr;
    StageWidget *stage = nullptr;
    TransportBar *transport = nullptr;
};

/// Ascending milliseconds.
QString summary(const QList<double> &times)
{
    const auto at = [&times](double share) { return times.at(qsizetype(share * double(times.size() - 1))); };
    return u"median %1  p99 %2  longest %3 ms"_s.arg(at(0.5), 6, 'f', 2)
        .arg(at(0.99), 6, 'f', 2)
        .arg(times.constLast(), 6, 'f', 2);
}

QString eachFrameAlone(Window &window)
{
    StageClock *clock = window.stage->clock();
    QList<double> times;
    QList<double> cpuTimes; // what a busy machine does not blur
    for (const double from : {0.0, 0.5, 0.9}) {
        clock->setTime(from * clock->duration());
        QApplication::processEvents();
        for (int frame = 0; frame < frames; ++frame) {
            QElapsedTimer timer;
            const std::clock_t cpu = std::clock();
            timer.start();
            clock->setTime(clock->time() + frameTime);
            QApplication::processEvents();
            times << double(timer.nsecsElapsed()) / 1e6;
            cpuTimes << 1000.0 * double(std::clock() - cpu) / CLOCKS_PER_SEC;
        }
    }
    std::sort(times.begin(), times.end());
    std::sort(cpuTimes.begin(), cpuTimes.end());
    return summary(times) + u"  (processor time: "_s + summary(cpuTimes) + u')';
}

/// Notes when the stage is painted.
class Watcher final : public QObject
{
public:
    QList<double> gaps; ///< ms

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            if (m_timer.isValid())
                gaps << double(m_timer.nsecsElapsed()) / 1e6;
            m_timer.start();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QElapsedTimer m_timer;
};

/// How long a growing chain holds the window up each time.
QString laidOutAgain(Window &window)
{
    const Storyboard board = window.stage->storyboard();
    QElapsedTimer timer;
    timer.start();
    window.strip->setStoryboard(board);
    const double strip = double(timer.nsecsElapsed()) / 1e6;
    timer.restart();
    window.transport->setStoryboard(board, true);
    const double transport = double(timer.nsecsElapsed()) / 1e6;
    timer.restart();
    window.stage->setStoryboard(board, true);
    const double stage = double(timer.nsecsElapsed()) / 1e6;
    return u"strip %1  transport %2  stage %3 ms"_s.arg(strip, 0, 'f', 2)
        .arg(transport, 0, 'f', 2)
        .arg(stage, 0, 'f', 2);
}

QString whilePlaying(Window &window)
{
    Watcher watcher;
    window.stage->viewport()->installEventFilter(&watcher);
    StageClock *clock = window.stage->clock();
    clock->setTime(0.3 * clock->duration());
    clock->play();
    QTimer::singleShot(playFor, qApp, &QApplication::quit);
    QApplication::exec();
    window.stage->viewport()->removeEventFilter(&watcher);
    if (watcher.gaps.isEmpty())
        return u"not painted"_s;
    double whole = 0;
    for (const double gap : std::as_const(watcher.gaps))
        whole += gap;
    const auto late = std::count_if(watcher.gaps.cbegin(), watcher.gaps.cend(), [](double gap) { return gap > 33; });
    std::sort(watcher.gaps.begin(), watcher.gaps.end());
    return u"%1 frames/s  over 33 ms: %2  gap "_s.arg(1000 * double(watcher.gaps.size()) / whole, 0, 'f', 1).arg(late)
           + summary(watcher.gaps);
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    installFonts();
    QTextStream out(stdout);
    for (const int hops : {10, 100, 1000}) {
        QElapsedTimer timer;
        timer.start();
        Storyboard grown;
        const RedirectChain chain = longChain(hops);
        for (int told = 1; told <= hops; told += 10) {
            RedirectChain part = chain;
            part.hops.resize(told);
            part.outcome = Outcome::Running;
            grown.growTo(part);
        }
        grown.growTo(chain);
        out << u"%1 hops: told in steps of ten in %2 ms"_s.arg(hops, 4).arg(timer.elapsed()) << Qt::endl;
        Window window(hops);
        out << u"  alone    "_s << eachFrameAlone(window) << Qt::endl;
        out << u"  laid out "_s << laidOutAgain(window) << Qt::endl;
        out << u"  playing  "_s << whilePlaying(window) << Qt::endl;
    }
    return 0;
}
