// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/welcome/welcometour.h"

#include "scenario/httpblocks.h"
#include "semantics/displaytext.h"
#include "ui/playground/playground.h"
#include "ui/playground/tracecontroller.h"
#include "ui/stage/stageclock.h"

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr QLatin1StringView predictChoice{"welcomePredict"};

/// The welcome's order once more, to a shop that answers 307.
RequestDraft orderAt307()
{
    const QString text = u"POST /checkout HTTP/1.1\n"
                         "Host: shop.localhost:8307\n"
                         "Content-Type: application/x-www-form-urlencoded\n"
                         "Content-Length: 48\n"
                         "\n"
                         "item=detour-cone&qty=1&pay=invoice&ship=standard\n"
                         "---\n"
                         "HTTP/1.1 307 Temporary Redirect\n"
                         "Location: /till-two\n"
                         "Content-Length: 0\n"
                         "---\n"
                         "POST /till-two HTTP/1.1\n"
                         "Host: shop.localhost:8307\n"
                         "---\n"
                         "HTTP/1.1 200 OK\n"
                         "Content-Type: text/plain\n"
                         "Content-Length: 10\n"
                         "\n"
                         "Thank you."_s;
    const auto script = scriptFromHttpBlocks(u"welcome-307"_s, text);
    return script ? RequestDraft::fromScript(*script) : RequestDraft();
}

} // namespace

WelcomeTour::WelcomeTour(Playground &playground, WelcomeBand &band, QList<WelcomeBand::Choice> furtherSteps,
                         QObject *parent)
    : QObject(parent)
    , m_playground(playground)
    , m_band(band)
    , m_furtherSteps(std::move(furtherSteps))
{
    TraceController &controller = playground.controller();
    connect(&controller, &TraceController::storyReplaced, this, &WelcomeTour::follow);
    connect(&controller, &TraceController::runningChanged, this, &WelcomeTour::follow);
    connect(&controller, &TraceController::predictionRevealed, this, &WelcomeTour::finish);
    connect(&playground.clock(), &StageClock::timeChanged, this, &WelcomeTour::follow);
    connect(&band, &WelcomeBand::chosen, this, &WelcomeTour::choose);
    connect(&band, &WelcomeBand::skipped, this, &WelcomeTour::end);
}

WelcomeTour::~WelcomeTour() = default;

void WelcomeTour::begin()
{
    m_predictedBefore = false;
    m_playground.setPredicting(false);
    setStep(Step::Play);
    m_band.show();
}

void WelcomeTour::end()
{
    if (!isRunning())
        return;
    if (m_step == Step::Predict)
        m_playground.setPredicting(m_predictedBefore);
    m_step = Step::None;
    m_band.hide();
    emit ended();
}

/// Whatever a person does, the step is the one that fits.
void WelcomeTour::follow()
{
    const TraceController &controller = m_playground.controller();
    switch (m_step) {
    case Step::Play:
        if (controller.wasSent())
            setStep(Step::Watch);
        break;
    case Step::Watch:
        if (!controller.wasSent())
            setStep(Step::Play);
        else if (isTurnTold())
            setStep(Step::Told);
        break;
    case Step::Predict:
        if (!controller.isRunning() && controller.wasSent() && !controller.prediction())
            setStep(Step::Told); // cancelled: it can be tried again
        break;
    case Step::None:
    case Step::Told:
    case Step::Done:
        break;
    }
}

bool WelcomeTour::isTurnTold() const
{
    const Storyboard &board = m_playground.controller().storyboard();
    const StageClock &clock = m_playground.clock();
    const bool isTold = !board.markers().isEmpty() && clock.time() >= board.markers().constFirst().time;
    return isTold || (clock.atEnd() && !m_playground.isRunning());
}

void WelcomeTour::setStep(Step step)
{
    if (m_step == step)
        return;
    m_step = step;
    m_band.tell(wordsOf(step));
    const bool isAtWork = m_playground.isAncestorOf(m_playground.window()->focusWidget());
    if (isAtWork && (step == Step::Told || step == Step::Done))
        m_band.focusChoice();
}

WelcomeBand::Words WelcomeTour::wordsOf(Step step) const
{
    switch (step) {
    case Step::None:
        break;
    case Step::Play:
        return {1,
                tr("A request waits at the client. Press Space."),
                tr("It is a POST, and the sheet in it is its body. It is really sent, to a server inside Detour."),
                {}};
    case Step::Watch:
        return {
            2, tr("Watch the sheet."), tr("The server answers, and the client turns the answer into a request."), {}};
    case Step::Told:
        return toldWords();
    case Step::Predict:
        return {3,
                tr("Now you: what is sent after a 307?"),
                tr("Choose with a number key, then press Space. What the server received says who was right."),
                {}};
    case Step::Done: {
        WelcomeBand::Words words{WelcomeBand::steps + 1,
                                 m_isKept ? tr("307 kept the method and the body.") : tr("So that is what was sent."),
                                 tr("Guess first, then look: P asks you at each redirect."),
                                 {{pageChoice, tr("Read about 307")}}};
        words.choices += m_furtherSteps;
        return words;
    }
    }
    return {};
}

/// Of what was really seen: another request may have been sent in place of the welcome's.
WelcomeBand::Words WelcomeTour::toldWords() const
{
    const QList<HopDrawing> &hops = m_playground.controller().storyboard().hops();
    const HopDrawing *first = hops.isEmpty() ? nullptr : &hops.constFirst();
    const bool drops = first && first->status == 302 && first->verdict && first->verdict->sheetFalls();
    const QString title = drops ? tr("302 dropped the body.") : tr("That is how a redirect is told.");
    const QString text = drops && first->verdict->methodChanges
                             ? tr("The POST became a GET, and its bytes stayed behind. Would 307 do the same?")
                             : tr("What does a POST become after a 307?");
    return {2, title, text, {{predictChoice, tr("Predict 307")}}};
}

void WelcomeTour::choose(const QString &id)
{
    if (id == predictChoice) {
        predict();
        return;
    }
    end();
    emit goOn(id);
}

void WelcomeTour::predict()
{
    m_predictedBefore = m_playground.predicts();
    m_playground.setPredicting(true);
    m_playground.sendDraft(orderAt307());
    setStep(Step::Predict);
}

void WelcomeTour::finish(const PredictionGrade &grade)
{
    if (m_step != Step::Predict)
        return;
    m_isKept = grade.observed.sends && grade.observed.method == "POST" && grade.observed.content == ContentFate::Same;
    m_playground.setPredicting(m_predictedBefore);
    setStep(Step::Done);
}

} // namespace Detour
