// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/present/presenternotes.h"
#include "ui/present/presentitem.h"

class QScreen;

namespace Detour {

class Playground;
class PresentView;
class ThemeController;

/// Opens the present view and the presenter's notes on the screens there are, and keeps them and the playground at the
/// same trace.
class Presenter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Presenter)

public:
    /// All must outlive the presenter; both windows belong to `window`.
    Presenter(Playground &playground, ThemeController &theme, QWidget &window, PresenterNotes::Now now = {});
    ~Presenter() override;

    /// The playground's trace, at its moment.
    void presentTrace();
    /// These, from the one at `at`.
    void presentItems(const QList<PresentItem> &items, int at = 0);
    [[nodiscard]] bool isPresenting() const;

    /// Made when they are first asked for.
    [[nodiscard]] PresentView &view();
    [[nodiscard]] PresenterNotes &notes();

signals:
    void itemChanged(int item);
    void left();

private:
    void open();
    void leave(qreal time);
    void showNotes();
    void writeNote();
    [[nodiscard]] PresenterNote note() const;
    /// The one for the class where there are two; null where there is one.
    [[nodiscard]] QScreen *otherScreen() const;

    Playground &m_playground;
    ThemeController &m_theme;
    QWidget &m_window;
    PresenterNotes::Now m_now;
    PresentView *m_view = nullptr;
    PresenterNotes *m_notes = nullptr;
    bool m_wasRunning = false;
};

} // namespace Detour
