// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/prediction.h"
#include "ui/predict/predictionwords.h"
#include "ui/predict/votetally.h"
#include "ui/present/presentitem.h"
#include "ui/present/presentkeys.h"
#include "ui/present/presentscale.h"
#include "ui/present/presentwords.h"

#include <QWidget>

#include <chrono>
#include <memory>

namespace Detour {

class CursorHider;
class FittedLabel;
class PresentFoot;
class PresentHeader;
class PresentOptions;
class Session;
class SlideView;
class StageClock;
class StageWidget;
class ThemeController;
class TraceController;

/// A trace on a wall: big, with one line of explanation, and keys alone. Shows the trace of its controller with a clock
/// of its own, or a row of items (a lesson) that it loads and sends through those who listen.
class PresentView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PresentView)

public:
    static constexpr std::chrono::milliseconds cursorStays{2000};

    /// All three must outlive the view. It is a window of its own even with a parent.
    PresentView(Session &session, TraceController &controller, ThemeController &theme, QWidget *parent = nullptr,
                std::chrono::milliseconds cursorHides = cursorStays);
    ~PresentView() override;

    /// The trace there is, at `time` (ms of story time).
    void showTrace(qreal time);
    /// These one after another, from the one at `at`.
    void showItems(const QList<PresentItem> &items, int at = 0);

    [[nodiscard]] const QList<PresentItem> &items() const { return m_items; }
    /// Which of them is shown; -1 where there are none.
    [[nodiscard]] int currentItem() const { return m_at; }
    [[nodiscard]] StageClock &clock() const;
    [[nodiscard]] StageWidget &stage() const { return *m_stage; }
    [[nodiscard]] bool isBlank() const;
    [[nodiscard]] bool isZoomed() const { return m_isZoomed; }
    [[nodiscard]] bool cursorIsHidden() const;
    [[nodiscard]] bool showsKeys() const;

    /// What the class reads in big letters now.
    [[nodiscard]] QString title() const { return words().title; }

    /// A question is on the wall and waits for votes.
    [[nodiscard]] bool asks() const;
    /// That question, or the one that was answered last while its answer is shown; null: neither.
    [[nodiscard]] const PredictionQuestion *question() const { return m_question ? &*m_question : nullptr; }
    [[nodiscard]] const VoteTally &tally() const { return m_tally; }
    /// What was really sent, while that is shown.
    [[nodiscard]] const PredictionGrade *grade() const { return m_grade ? &*m_grade : nullptr; }

    void perform(PresentCommand command);
    /// As if that key were pressed here.
    void press(const QKeyEvent &event);

signals:
    /// This request is to be put at the client, unsent; whether it will be asked what is sent after each redirection.
    void loadRequested(const Detour::RequestDraft &draft, bool predicts);
    /// What waits at the client is to be sent.
    void sendRequested();
    /// It was closed by a key; the story stood at `time` (ms).
    void left(qreal time);
    void itemChanged(int item);
    /// What the notes speak of may have changed.
    void momentChanged();
    void notesRequested();
    /// It was closed to read this: "page:302#next", or an https URL.
    void clauseRequested(const QString &link);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    // presentview.cpp
    void build();
    void applyTheme();
    void arrange();
    void replaceStory();
    void growStory();
    void showMoment();
    [[nodiscard]] bool showsSlide() const;
    [[nodiscard]] MomentWords words() const;
    [[nodiscard]] QString hint() const;
    void writeCaption();
    void writeFoot();
    void arrangeIfNeeded();
    void speak();
    // presentquestion.cpp
    void lookForQuestion();
    void forgetQuestion();
    void vote(int option);
    void takeBack();
    void reveal();
    void showGrade(const PredictionGrade &grade);
    void tellTurn();
    void dismissGrade();
    [[nodiscard]] std::optional<ShownMistake> mistake() const; ///< that the votes show, once it is known
    [[nodiscard]] QString mistakeWords() const;
    void openClause();
    void showVotes();
    // presentsteps.cpp
    void play();
    void next();
    void back();
    void toFirst();
    void toLast();
    void toggleKeys();
    void stepOn();
    void blank();
    void zoom(bool zoomed);
    void leave();
    bool leaveWhatLiesOver();
    [[nodiscard]] bool repeats(PresentCommand command) const;
    /// Shows the item `way` further on; false at either end.
    bool go(int way);
    void showItem(int at);

    Session &m_session;
    TraceController &m_controller;
    ThemeController &m_theme;
    PresentScale m_scale;
    PresentHeader *m_header = nullptr;
    StageWidget *m_stage = nullptr;
    FittedLabel *m_caption = nullptr;
    SlideView *m_slide = nullptr;
    PresentOptions *m_options = nullptr;
    PresentFoot *m_foot = nullptr;
    QWidget *m_blank = nullptr;
    PresentKeySheet *m_keys = nullptr;
    std::unique_ptr<CursorHider> m_cursor;
    QList<PresentItem> m_items;
    int m_at = -1;
    int m_loaded = -1; ///< the item whose request the controller has
    bool m_isZoomed = false;
    std::optional<PredictionQuestion> m_question;
    VoteTally m_tally;
    std::optional<PredictionGrade> m_grade;
    bool m_isSent = false;     ///< revealed; what comes of it is not there yet
    bool m_turnIsTold = false; ///< the turn that the grade speaks of was played
    bool m_showsOptions = false;
    int m_optionsHeight = 0;
    bool m_showsCaption = true;
    bool m_showsMistake = false;
};

} // namespace Detour
