// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "fetch/fetcher.h"
#include "scenario/script.h"

#include <QObject>

#include <memory>

namespace Detour {

/// What a trace is to do.
struct TraceSpec
{
    Request request;                  ///< target absolute (Session::resolveUrl)
    std::shared_ptr<BodySource> body; ///< null: none
    ClientPolicy policy;
    std::optional<int> redirectLimit;
    bool follows = true;
    bool locationTrusted = false;
    bool verifiesTls = true;
    std::chrono::milliseconds timeout{30'000};
    bool keepsCookies = false; ///< answers set cookies and the next requests carry them; each trace begins without any
    bool remembers = false;    ///< uses and fills its session's memory of redirects, other answers and strict hosts
    std::optional<Script> script; ///< mounted in the lab for this trace alone
    Gate gate;                    ///< null: proceed always
};

/// One trace: owns its transport and fetcher, mounts and unmounts its script, joins the lab's record to each hop.
/// Destroying it while it runs ends it without a signal. It may outlive its session; the lab then lives on with it.
class TraceRun final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TraceRun)

public:
    ~TraceRun() override; ///< cancels silently
    void cancel();
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] const RedirectChain &chain() const;

signals:
    void requestSent(int hop, const Detour::Request &request);
    /// A hop is complete with its decision or failure; `chain()` holds it.
    void hopFinished(int hop);
    void finished();

private:
    friend class Session;
    class Private;
    explicit TraceRun(std::unique_ptr<Private> priv);
    std::unique_ptr<Private> d;
};

} // namespace Detour
