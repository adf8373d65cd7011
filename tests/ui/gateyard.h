// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/playground/gatepanel.h"
#include "ui/playground/playground.h"
#include "ui/request/requestbar.h"
#include "ui/stage/stageclock.h"
#include "ui/stage/stagewidget.h"
#include "ui/themecontroller.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace Detour::Test {

using namespace Qt::StringLiterals;

inline constexpr int patience = 20'000; // ms, for a loaded machine

/// A playground on a lab of its own; nothing is animated, so that a question stands at once.
struct Yard
{
    ThemeController theme;
    Session session{ContentStore(), LabPorts{}, "test"};
    Playground playground{session, theme};

    Yard()
    {
        playground.resize(860, 820);
        playground.show();
        playground.clock().setSpeed(StageClock::fastest);
    }

    [[nodiscard]] GatePanel *panel() const { return playground.findChild<GatePanel *>(); }
    [[nodiscard]] QPushButton *button(const QString &name) const { return playground.findChild<QPushButton *>(name); }
    [[nodiscard]] QLineEdit *url() const { return playground.findChild<QLineEdit *>(u"url"_s); }
    [[nodiscard]] RequestBar *bar() const { return playground.findChild<RequestBar *>(); }
    [[nodiscard]] QString words(const QString &name) const { return playground.findChild<QLabel *>(name)->text(); }
    [[nodiscard]] const Storyboard &board() const { return playground.findChild<StageWidget *>()->storyboard(); }
    [[nodiscard]] QList<TranscriptEntry> wire() const { return session.labTranscript().entries(); }

    void step(const RequestDraft &draft)
    {
        playground.loadDraft(draft);
        playground.step();
        awaitQuestion(2);
    }

    /// Until the trace stands before hop `hop` and asks.
    void awaitQuestion(int hop)
    {
        QTRY_VERIFY_WITH_TIMEOUT(playground.chain().hops.size() == hop - 1 || !playground.isRunning(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(board().isHeld() || !playground.isRunning(), patience);
        QVERIFY(playground.isRunning());
        if (!panel()->isVisible())
            playground.step(); // tells the turn at once
        QVERIFY(panel()->isVisible());
    }

    void awaitEnd() const { QTRY_VERIFY_WITH_TIMEOUT(!playground.isRunning(), patience); }

    /// As a person types: with the bar's own signals.
    void edit(const std::function<void(RequestDraft &)> &change) const
    {
        RequestDraft draft = playground.draft();
        change(draft);
        bar()->setDraft(draft);
        emit bar()->draftEdited();
    }
};

inline RequestDraft post(const QString &path)
{
    RequestDraft draft;
    draft.method = u"POST"_s;
    draft.url = u"lab:"_s + path;
    draft.fieldLines = u"Content-Type: text/plain\nX-Note: one\n"_s;
    draft.hasBody = true;
    draft.body = "twenty-two bytes here.";
    return draft;
}

} // namespace Detour::Test
