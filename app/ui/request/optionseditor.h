// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/requestdraft.h"
#include "ui/request/editorpopup.h"

class QRadioButton;
class QSpinBox;

namespace Detour {

/// How the redirect limit, trust, TLS and time are set for the next trace. Switches stand in one table in the .cpp: a
/// new one is a row there.
class OptionsEditor final : public EditorPopup
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OptionsEditor)

public:
    /// What holds where nothing else was chosen.
    struct Usual
    {
        int clientLimit = 20; ///< redirects that the client follows by itself; -1: unlimited
        std::chrono::milliseconds timeout{30'000};
    };
    OptionsEditor(const Theme &theme, const RequestDraft &draft, Usual usual, QWidget *anchor);

    void open();

signals:
    /// Options are the new ones; all else is the draft that it was opened with.
    void edited(const Detour::RequestDraft &draft);

private:
    void addLimit(int clientLimit);
    void addSwitches();
    void addTimeout(std::chrono::milliseconds usual);
    void setLimit(std::optional<int> limit);

    RequestDraft m_draft;
    QRadioButton *m_byClient = nullptr;
    QSpinBox *m_limit = nullptr;
};

/// What differs from the usual, each in a few words: "limit 3", "TLS not verified". Empty: nothing.
[[nodiscard]] QStringList changedOptions(const RequestDraft &draft);

} // namespace Detour
