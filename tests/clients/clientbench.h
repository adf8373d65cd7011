// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "clients/expectation.h"
#include "clients/program.h"
#include "lab/labserver.h"

#include <functional>

namespace Detour::Test {

/// A real program that is held against a policy.
struct RealClient
{
    QString policyId;
    QString name;    ///< for people: "Python httpx"
    QString version; ///< as the program itself says; empty: it is not installed
    OwnFields ownFields = OwnFields::Ignored;
    std::function<bool(const Job &)> can = [](const Job &) { return true; };
    std::function<Result<Outcomes>(const QList<Job> &)> perform;
};

/// Starts the lab, lets a client perform jobs against it, and holds what the lab's transcript says against decide().
/// Each job is a row of the running test: measure() belongs in its _data function, judge() is the test.
class ClientBench final
{
public:
    /// The lab's ports, for those who make jobs. A lab that cannot start fails the test.
    [[nodiscard]] const LabPorts &ports();
    /// All jobs that every client is given: methods, chains, credentials, its limit.
    [[nodiscard]] QList<Job> usualJobs(const QString &policyId);

    void measure(const RealClient &client, const QList<Job> &jobs);
    void judge() const;

private:
    LabServer m_lab;
    LabPorts m_ports;
};

/// A program in the PATH, or empty.
[[nodiscard]] QString findProgram(const QString &name);
/// The policy of content/clients.
[[nodiscard]] ClientPolicy shippedPolicy(const QString &id);

} // namespace Detour::Test
