// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "finishedchain.h"

#include <QSignalSpy>

namespace Detour::Test {

RedirectChain finishedChain(Session &session, TraceSpec spec, int patience)
{
    const auto run = session.startTrace(std::move(spec));
    if (!run) {
        return {};
    }
    QSignalSpy finished(run->get(), &TraceRun::finished);
    finished.wait(patience);
    return (*run)->chain();
}

} // namespace Detour::Test
