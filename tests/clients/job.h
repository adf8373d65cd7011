// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "lab/labserver.h"
#include "semantics/field.h"

#include <QString>

#include <optional>

namespace Detour::Test {

/// One request that a real client performs, redirects and all.
struct Job
{
    QByteArray id; ///< nobody guesses it; it stands in every target of the chain, so that its requests can be told
    QString name;  ///< "POST+body 302", "GET 302 to the other port"
    QByteArray method;
    QByteArray url;
    FieldList fields; ///< those set by hand, beside what the client adds
    std::optional<QByteArray> body;
};

/// How a client ended. Where it does not say, both are absent.
struct Outcome
{
    std::optional<StatusCode> status; ///< of the answer that it handed over
    QString error;                    ///< what it reported instead
};

/// Whether the Content-Type of a body is given, or left to the client.
enum class BodyType {
    ByHand,
    ByClient,
};

/// Every status from 300 to 308, and an unknown one, with every method that matters, with and without a body.
[[nodiscard]] QList<Job> methodJobs(const LabPorts &ports, BodyType type);
/// The same body through two redirects.
[[nodiscard]] QList<Job> chainJobs(const LabPorts &ports);
/// Credentials and a field of one's own on the way to another port and another host, onwards there, and back.
[[nodiscard]] QList<Job> credentialJobs(const LabPorts &ports);
/// The same with names and subdomains of localhost, for clients that find them.
[[nodiscard]] QList<Job> namedHostJobs(const LabPorts &ports);
/// More redirects than a client with that limit follows, and exactly as many.
[[nodiscard]] QList<Job> limitJobs(const LabPorts &ports, int limit);

} // namespace Detour::Test
