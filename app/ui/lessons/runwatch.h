// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/redirectchain.h"

#include <QObject>

namespace Detour {

class Playground;

/// Tells when a trace of the playground has ended, and when its end was seen on the stage: not before may a text say
/// what it showed.
class RunWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunWatch)

public:
    /// `playground` must outlive the watch.
    RunWatch(Playground &playground, QObject *parent);

signals:
    void ended(const Detour::RedirectChain &chain); ///< its secrets masked
    void seen();

private:
    void look();

    Playground &m_playground;
    bool m_isEnded = false; ///< and not seen yet
};

} // namespace Detour
