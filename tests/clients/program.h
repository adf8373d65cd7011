// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "clients/job.h"

#include <QHash>
#include <QStringList>

#include <functional>

namespace Detour::Test {

using Outcomes = QHash<QByteArray, Outcome>; ///< by the id of the job

struct Command
{
    QString program;
    QStringList arguments;
};

struct Finished
{
    int exitCode = -1; ///< -1: it did not start, crashed, or took too long
    QByteArray output;
    QByteArray errors;
};

/// Runs a program to its end, in an environment without proxies, configuration and the user's home.
[[nodiscard]] Finished run(const Command &command, const QByteArray &input = {});
/// One program for all jobs, which it reads as lines of JSON; its answers likewise. Error "driver" if it fails.
[[nodiscard]] Result<Outcomes> performAll(const Command &driver, const QList<Job> &jobs);
/// One program a job, several at a time.
[[nodiscard]] Outcomes performEach(const QList<Job> &jobs, const std::function<Command(const Job &)> &commandOf,
                                   const std::function<Outcome(const Finished &)> &outcomeOf);

} // namespace Detour::Test
