// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/comparereporter.h"
#include "cli/comparewords.h"
#include "cli/interruptnotifier.h"
#include "cli/tracerunner.h"
#include "exchangeformats/comparejson.h"
#include "semantics/mask.h"

#include <QEventLoop>
#include <QJsonDocument>

#include <algorithm>

namespace Detour {

namespace {

/// Runs all traces to their ends, or to Ctrl-C.
Result<QList<RedirectChain>> runAll(Session &session, const ComparePlan &plan)
{
    InterruptNotifier interrupts;
    const Result<std::shared_ptr<CompareRun>> started = CompareRun::start(session, {plan.trace.spec, plan.clients});
    if (!started) {
        return started.error();
    }
    const std::shared_ptr<CompareRun> &run = *started;
    QEventLoop loop;
    QObject::connect(run.get(), &CompareRun::finished, &loop, &QEventLoop::quit);
    QObject::connect(&interrupts, &InterruptNotifier::interrupted, run.get(), &CompareRun::cancel);
    loop.exec();
    if (run->error()) {
        return *run->error();
    }
    return run->chains();
}

constexpr int exitInterrupted = 130;

/// All that were cancelled: 130. The network failed for every one: 4. Else the comparison is done, whatever it shows.
int exitCodeOf(const QList<RedirectChain> &chains)
{
    int code = exitNetwork;
    for (const RedirectChain &chain : chains) {
        const int one = Detour::exitCodeOf(chain);
        if (one == exitInterrupted) {
            return exitInterrupted;
        }
        code = one == exitNetwork ? code : exitDone;
    }
    return code;
}

/// One gate for all traces: each host is named once.
Gate sharedGate(Gate gate)
{
    return [gate = std::make_shared<Gate>(std::move(gate))](const GateQuestion &question, const GateReply &reply) {
        (*gate)(question, reply);
    };
}

int report(const QList<RedirectChain> &chains, const ComparePlan &plan, const CommandContext &context)
{
    const TracePlan &trace = plan.trace;
    std::shared_ptr<Output> file;
    if (trace.outputFile) {
        const Result<std::shared_ptr<Output>> opened = DescriptorOutput::toFile(*trace.outputFile);
        if (!opened) {
            return context.complain(opened.error().message, exitFile);
        }
        file = *opened;
    }
    Output &out = file ? *file : context.out;
    if (trace.isJson) {
        out.write(QJsonDocument(comparisonToJson(chains, trace.showsSecrets)).toJson());
    } else {
        QList<RedirectChain> shown = chains;
        std::transform(shown.cbegin(), shown.cend(), shown.begin(),
                       [&trace](const RedirectChain &chain) { return trace.showsSecrets ? chain : masked(chain); });
        out.write(
            comparisonText(shown, plan.clients, trace.spec.redirectLimit, TextStyle(context.isColoured && !file)));
    }
    const QString trouble = out.trouble();
    return trouble.isEmpty() ? exitCodeOf(chains)
                             : context.complain(QStringLiteral("the output cannot be written: ") + trouble, exitFile);
}

} // namespace

int runCompare(const CommandLine &line, const CommandContext &context)
{
    Session session(context.content, {}, context.version);
    Result<ComparePlan> plan = comparePlan(line, session.policies(), context.inputDescriptor);
    if (!plan) {
        return context.complain(plan.error().message, exitCodeOf(plan.error()));
    }
    const Result<TargetUri> target = session.resolveUrl(plan->trace.url);
    if (!target) {
        return context.complain(target.error().message, exitCodeOf(target.error()));
    }
    plan->trace.spec.request.target = *target;
    plan->trace.spec.gate = sharedGate(networkNotice(context.err));
    const Result<QList<RedirectChain>> chains = runAll(session, *plan);
    if (!chains) {
        const bool isCancelled = chains.error().code == QLatin1StringView("cancelled");
        return context.complain(chains.error().message, isCancelled ? exitInterrupted : exitCodeOf(chains.error()));
    }
    return report(*chains, *plan, context);
}

} // namespace Detour
