// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/exchange.h"
#include "semantics/freshness.h"

#include <chrono>

namespace Detour {

/// An answer that a client's cache keeps.
struct RememberedAnswer
{
    int id = 0;          ///< of everything remembered, 1, 2, 3 …
    Method method;       ///< GET or HEAD
    TargetUri target;    ///< without its fragment
    Response response;   ///< its content whole
    FieldList varyingOn; ///< what the request said in the fields that Vary names
    Freshness freshness;
    std::chrono::seconds initialAge{0};
    QDateTime storedAt; ///< by the memory's clock
    bool repeatedFieldsVisible = false;

    [[nodiscard]] bool isRedirect() const;
};

/// A host that asked to be spoken to over https only (RFC 6797).
struct RememberedHost
{
    int id = 0;
    QByteArray host;
    bool includesSubdomains = false;
    TargetUri source;  ///< whose answer said so
    QDateTime notedAt; ///< by the memory's clock
    QDateTime expires;
};

/// What a memory has to say about a request that is about to go out.
struct Recollection
{
    enum class Kind {
        Nothing,  ///< it goes out as it is
        Answer,   ///< `response` answers it, nothing is sent
        Validate, ///< it goes out with `conditions`: a 304 makes the stored answer good again
    };
    Kind kind = Kind::Nothing;
    AnswerSource source = AnswerSource::Server; ///< of `response`
    Response response;
    bool repeatedFieldsVisible = true;
    FieldList conditions;
    int id = 0; ///< of what was remembered; 0: nothing was
};

/// One way from client to server and back, by the real clock.
struct ExchangeTimes
{
    QDateTime requested;
    QDateTime received;
};

/// A private cache of redirects and other answers, and the hosts that want https: what Chromium remembers from one
/// navigation to the next, with the freshness rules of RFC 9111. A value without a clock: each question brings the real
/// time, and `clockOffset` says how far the memory's own has been moved from it.
class ClientMemory final
{
public:
    static constexpr qsizetype answerLimit = 500;                     ///< the oldest go first
    static constexpr qsizetype contentLimit = qsizetype(1024) * 1024; ///< a larger answer is not kept
    static constexpr qsizetype totalLimit = qsizetype(32) * 1024 * 1024;
    static constexpr qsizetype hostLimit = 500;

    [[nodiscard]] Recollection recall(const Request &request, const QDateTime &now) const;

    /// What a server's answer teaches: it is kept, drops what is no longer true, or makes the stored one good again.
    /// `validated`: the Recollection's id where its conditions were sent, else 0. Returns the stored answer, freshened
    /// (RFC 9111 §4.3.4), where a 304 gave it back. `isSecure`: over TLS with a certificate that was verified.
    std::optional<Response> learn(const Exchange &exchange, const ExchangeTimes &times, int validated, bool isSecure);

    [[nodiscard]] const QList<RememberedAnswer> &answers() const { return m_answers; }
    [[nodiscard]] const QList<RememberedHost> &hosts() const { return m_hosts; }
    [[nodiscard]] bool isEmpty() const { return m_answers.isEmpty() && m_hosts.isEmpty(); }
    void forget(int id);
    void forgetAll();

    [[nodiscard]] std::chrono::seconds clockOffset() const { return m_clockOffset; }
    /// Forwards or back, at most 100 years ahead; never behind the real clock.
    void moveClock(std::chrono::seconds by);
    void resetClock() { m_clockOffset = std::chrono::seconds(0); }
    /// The memory's time when the real clock says `real`.
    [[nodiscard]] QDateTime timeAt(const QDateTime &real) const { return real.addSecs(m_clockOffset.count()); }

private:
    [[nodiscard]] const RememberedAnswer *find(const Request &request) const;
    [[nodiscard]] const RememberedHost *strictHost(const TargetUri &target, const QDateTime &now) const;
    void keep(const Exchange &exchange, const ExchangeTimes &times);
    std::optional<Response> freshen(const Exchange &exchange, const ExchangeTimes &times, int id);
    void noteStrictTransport(const Exchange &exchange, const QDateTime &received);
    void trim();

    QList<RememberedAnswer> m_answers; ///< the oldest first
    QList<RememberedHost> m_hosts;
    std::chrono::seconds m_clockOffset{0};
    int m_lastId = 0;
};

/// How old a remembered answer is (current_age of RFC 9111 §4.2.3). `now`: the memory's time.
[[nodiscard]] std::chrono::seconds ageOf(const RememberedAnswer &answer, const QDateTime &now);
/// Whether it may be used without asking.
[[nodiscard]] bool isFresh(const RememberedAnswer &answer, const QDateTime &now);

} // namespace Detour
