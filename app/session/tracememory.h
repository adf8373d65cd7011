// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "fetch/fetcher.h"
#include "session/memorykeeper.h"
#include "session/tracecookies.h"

namespace Detour {

/// What one trace's client remembers: its own cookies, and what its session's traces have in common. Sits at the two
/// ends of each exchange.
class TraceMemory final
{
public:
    /// `keeper` is null where the trace is to remember nothing of other ones. `verifiesTls`: a certificate that is not
    /// looked at teaches nothing about https.
    TraceMemory(bool keepsCookies, std::shared_ptr<MemoryKeeper> keeper, bool verifiesTls);

    /// For FetchOptions::prepare: https where a host wants it, then the trace's cookies, then stored answers.
    [[nodiscard]] Preparation prepare(const Request &request);
    /// For FetchOptions::complete, once the lab's record was joined: repeated Set-Cookie lines are visible then.
    void complete(Exchange &exchange);

private:
    void addCookies(Preparation &prepared) const;
    void consult(Preparation &prepared);

    std::optional<TraceCookies> m_cookies;
    std::shared_ptr<MemoryKeeper> m_keeper;
    bool m_verifiesTls;
    QList<StoredCookie> m_before;
    QDateTime m_requested;
    int m_validated = 0; ///< what the request under way asks about
};

} // namespace Detour
