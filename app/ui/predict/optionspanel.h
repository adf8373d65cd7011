// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/misconceptions.h"
#include "session/prediction.h"
#include "ui/predict/votetally.h"
#include "ui/theme.h"

#include <QFrame>

class QGridLayout;
class QHBoxLayout;
class QKeyEvent;
class QLabel;
class QPushButton;

namespace Detour {

class OptionCard;

/// A question with its options and votes; after the reveal what was really sent, who was right, and what a wrong answer
/// shows. It asks nobody and sends nothing: whoever owns it does, on its signals.
class OptionsPanel final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OptionsPanel)

public:
    enum class State {
        Empty,
        Asking,
        Sent, ///< revealed; what comes of it is not there yet
        Revealed,
    };

    explicit OptionsPanel(QWidget *parent = nullptr);
    ~OptionsPanel() override;

    void setTheme(const Theme &theme);
    /// Shows this question; the votes for another are gone. Tells assistive technology.
    void ask(const PredictionQuestion &question);
    /// No more votes: what was held back is on its way.
    void setSent();
    /// Marks the options, and says what was sent and what a wrong answer shows. Nothing without a question.
    void reveal(const PredictionGrade &grade, const Misconceptions &misconceptions);
    /// After the reveal: another question is there, and is shown when it is asked for.
    void setNextWaits(bool waits);
    [[nodiscard]] bool nextWaits() const { return m_nextWaits; }
    void clear();

    [[nodiscard]] State state() const { return m_state; }
    /// The last that was shown; without options where none was.
    [[nodiscard]] const PredictionQuestion &question() const { return m_question; }
    [[nodiscard]] const VoteTally &tally() const { return m_tally; }
    void vote(int option); ///< 0-based
    void takeBack();
    /// Does what a key asks of the panel now: 1–9, Backspace, Space, Enter. False: it asks nothing.
    bool steer(const QKeyEvent &event);
    void focusButton();
    /// Between the number of votes and the button; the panel owns it from here.
    void setMiddle(QWidget *widget);
    /// Everything that is said, in reading order.
    [[nodiscard]] QString spokenText() const;

signals:
    void voted(); ///< or taken back
    void revealRequested();
    void nextRequested();
    void linkRequested(const QString &link); ///< "page:302#next" or an https URL

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildFoot();
    void makeCards();
    void arrangeCards();
    void setState(State state);
    void showVotes();
    void showMistake(const PredictionGrade &grade, const Misconceptions &misconceptions);
    void press(); ///< what Space, Enter and the button do now
    void announce(QWidget *about);

    State m_state = State::Empty;
    bool m_nextWaits = false;
    PredictionQuestion m_question;
    VoteTally m_tally;
    int m_right = -1; ///< once it is known
    Theme m_theme = Theme::light();
    QLabel *m_heading = nullptr; ///< the question; then what was sent
    QGridLayout *m_grid = nullptr;
    QList<OptionCard *> m_cards;
    int m_columns = 0;
    QLabel *m_mistake = nullptr;
    QPushButton *m_clause = nullptr;
    QHBoxLayout *m_foot = nullptr;
    QLabel *m_votes = nullptr;
    QLabel *m_hint = nullptr; ///< in place of the button while it is on its way
    QPushButton *m_button = nullptr;
    QString m_link;
};

} // namespace Detour
