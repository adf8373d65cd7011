// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "fetch/fetcher.h"
#include "fetch/networktransport.h"

#include <QFile>

namespace Detour::Test {

/// Asserts that `url` is a good first URL.
[[nodiscard]] Request requestTo(const char *method, const QByteArray &url, const FieldList &fields = {});
/// The request with this content, and its source.
[[nodiscard]] Request withContent(Request request, const std::shared_ptr<BodySource> &body);

/// Sends and waits for the exchange; fails the test after 20 s by returning one with failure "test-timeout".
[[nodiscard]] Exchange exchangeOf(Transport &transport, const Request &request,
                                  std::shared_ptr<BodySource> body = nullptr, const TransportOptions &options = {});

/// Starts and waits until finished() or 30 s.
void run(Fetcher &fetcher, const Request &request, std::shared_ptr<BodySource> body, const FetchOptions &options);
/// The browsers' policy, as it ships.
[[nodiscard]] ClientPolicy browserPolicy();

/// A pipe with both ends as files: what is written to `in` is read from `out`. Closed with this object at the latest.
struct Pipe
{
    /// With `content` written to it and its writing end closed …
    explicit Pipe(const QByteArray &content);
    /// … or empty and open.
    Pipe();

    QFile out;
    QFile in;
};

[[nodiscard]] QByteArray sha256Of(const QByteArray &bytes);
/// Names of field lines, in order.
[[nodiscard]] QList<QByteArray> namesOf(const FieldList &fields);

} // namespace Detour::Test
