// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/tracerunner.h"

#include "cli/interruptnotifier.h"
#include "semantics/safetext.h"

#include <QEventLoop>
#include <QSet>

namespace Detour {

using namespace Qt::StringLiterals;

Result<RedirectChain> runToEnd(Session &session, TraceSpec spec, TextReporter *reporter)
{
    InterruptNotifier interrupts;
    const ClientPolicy policy = spec.policy;
    const std::optional<int> redirectLimit = spec.redirectLimit;
    const bool follows = spec.follows;
    const Result<std::shared_ptr<TraceRun>> started = session.startTrace(std::move(spec));
    if (!started) {
        return started.error();
    }
    TraceRun *run = started->get();
    QEventLoop loop;
    if (reporter) {
        reporter->begin(policy, redirectLimit, follows);
        QObject::connect(run, &TraceRun::requestSent, &loop,
                         [reporter](int hop, const Request &request) { reporter->requestSent(hop, request); });
        QObject::connect(run, &TraceRun::hopFinished, &loop,
                         [reporter, run](int hop) { reporter->hopFinished(hop, run->chain()); });
    }
    QObject::connect(run, &TraceRun::finished, &loop, &QEventLoop::quit);
    QObject::connect(&interrupts, &InterruptNotifier::interrupted, run, &TraceRun::cancel);
    loop.exec();
    if (reporter) {
        reporter->end(run->chain());
    }
    return run->chain();
}

Gate networkNotice(Output &err)
{
    return [&err, named = QSet<QByteArray>()](const GateQuestion &question, const GateReply &reply) mutable {
        const QByteArray host = question.request.target.host.value_or(QByteArray());
        if (!isLoopbackHost(host) && !named.contains(host)) {
            named.insert(host);
            err.write(u"goes to the network: %1\n"_s.arg(wireText(host, 200)));
        }
        reply({});
    };
}

} // namespace Detour
