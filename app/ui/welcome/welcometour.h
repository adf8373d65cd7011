// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/prediction.h"
#include "ui/welcome/welcomeband.h"

#include <QObject>

namespace Detour {

class Playground;

/// The first minute, by doing: press one key, watch 302 drop a body, predict 307. It looks at what the playground does
/// and says the next step; nothing is held up for it.
class WelcomeTour final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WelcomeTour)

public:
    /// Both must outlive the tour. `furtherSteps` are offered at its end.
    WelcomeTour(Playground &playground, WelcomeBand &band, QList<WelcomeBand::Choice> furtherSteps,
                QObject *parent = nullptr);
    ~WelcomeTour() override;

    /// A request waits at the client by then.
    void begin();
    void end();
    [[nodiscard]] bool isRunning() const { return m_step != Step::None; }

    /// The choice that opens the page of 307.
    static constexpr QLatin1StringView pageChoice{"welcomePage"};

signals:
    void ended();
    /// One of the further steps, or pageChoice; the tour is over.
    void goOn(const QString &id);

private:
    enum class Step {
        None,
        Play,
        Watch,
        Told, ///< 302 was told; what comes next waits for a hand
        Predict,
        Done,
    };

    void follow();
    void setStep(Step step);
    void choose(const QString &id);
    void predict();
    void finish(const PredictionGrade &grade);
    [[nodiscard]] WelcomeBand::Words wordsOf(Step step) const;
    [[nodiscard]] WelcomeBand::Words toldWords() const;
    [[nodiscard]] bool isTurnTold() const;

    Playground &m_playground;
    WelcomeBand &m_band;
    QList<WelcomeBand::Choice> m_furtherSteps;
    Step m_step = Step::None;
    bool m_predictedBefore = false;
    bool m_isKept = false; ///< the method and the body, after the prediction
};

} // namespace Detour
