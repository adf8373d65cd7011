// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/present/presenternotes.h"
#include "ui/present/presentitem.h"

class QScreen;

namespace Detour {

class Playground;
class PresentView;
class Session;
struct Lesson;
class ThemeController;

/// Opens the present view and the presenter's notes on the screens there are, and keeps them and the playground at the
/// same trace.
class Presenter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Presenter)

public:
    /// All must outlive the presenter; both windows belong to `window`.
    Presenter(Session &session, Playground &playground, ThemeController &theme, QWidget &window,
              PresenterNotes::Now now = {});
    ~Presenter() override;

    /// The playground's trace, at its moment.
    void presentTrace();
    void stop();
    /// This lesson, from this place of it (PresentItem::place).
    void presentLesson(const Lesson &lesson, int place = 0);
    [[nodiscard]] bool isPresenting() const;

    /// Made when they are first asked for.
    [[nodiscard]] PresentView &view();
    [[nodiscard]] PresenterNotes &notes();

signals:
    /// The lesson is at this place of it now.
    void placeReached(const QString &lesson, int place);
    void left();

private:
    void open();
    void load(const RequestDraft &draft, bool predicts);
    void leave(qreal time);
    void showNotes();
    void writeNote();
    [[nodiscard]] PresenterNote note() const;
    /// The one for the class where there are two; null where there is one.
    [[nodiscard]] QScreen *otherScreen() const;

    Session &m_session;
    Playground &m_playground;
    ThemeController &m_theme;
    QWidget &m_window;
    PresenterNotes::Now m_now;
    PresentView *m_view = nullptr;
    PresenterNotes *m_notes = nullptr;
    QString m_lesson;         ///< its id; empty: no lesson
    bool m_predicted = false; ///< the playground did before
};

} // namespace Detour
