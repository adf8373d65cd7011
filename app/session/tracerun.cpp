// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/tracerunprivate.h"

namespace Detour {

namespace {

HostMap hostsOf(const std::shared_ptr<LabServer> &lab)
{
    return lab ? HostMap(lab->ports(), [lab] { return lab->certificate().certificate; }) : HostMap();
}

} // namespace

TraceRun::Private::Private(TraceSpec traceSpec, std::shared_ptr<LabServer> labServer,
                           const std::shared_ptr<MemoryKeeper> &keeper, const QString &traceId,
                           const QByteArray &version)
    : spec(std::move(traceSpec))
    , lab(std::move(labServer))
    , hosts(hostsOf(lab))
    , fetcher(transport)
{
    if (lab) {
        records.emplace(lab->transcript(), traceId, lab->transcript().lastNumber());
    }
    if (lab && spec.script) {
        mountToken = lab->mount(*spec.script, traceId);
        hosts.mount(spec.script->origins);
    }
    options.transport.timeout = spec.timeout;
    options.transport.verifiesTls = spec.verifiesTls;
    options.transport.endpointOf = [map = hosts](const Origin &origin) { return map.endpointOf(origin); };
    options.redirectLimit = spec.redirectLimit;
    options.follows = spec.follows;
    options.locationTrusted = spec.locationTrusted;
    options.traceId = traceId;
    options.version = version;
    options.gate = spec.gate;
    if (spec.keepsCookies || spec.remembers) {
        memory.emplace(spec.keepsCookies, spec.remembers ? keeper : nullptr, spec.verifiesTls);
        options.prepare = [this](const Request &request) { return memory->prepare(request); };
    }
    options.complete = [this](Exchange &exchange) {
        ++completedHops;
        const bool wasSent = exchange.answeredBy == AnswerSource::Server;
        if (records && wasSent && hosts.isLab(Origin::of(exchange.request.target))) {
            records->join(exchange, completedHops);
        }
        if (memory) {
            memory->complete(exchange);
        }
    };
}

TraceRun::Private::~Private()
{
    if (mountToken) {
        lab->unmount(*mountToken);
    }
}

TraceRun::TraceRun(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
    connect(&d->fetcher, &Fetcher::requestSent, this, &TraceRun::requestSent);
    connect(&d->fetcher, &Fetcher::hopFinished, this, &TraceRun::hopFinished);
    connect(&d->fetcher, &Fetcher::finished, this, &TraceRun::finished);
    // Begins in the next turn of the event loop: whoever asked for the trace can connect first.
    d->fetcher.start(d->spec.request, d->spec.body, d->spec.policy, d->options);
}

TraceRun::~TraceRun()
{
    d->fetcher.disconnect(this);
}

void TraceRun::cancel()
{
    d->fetcher.cancel();
}

bool TraceRun::isRunning() const
{
    return d->fetcher.isRunning();
}

const RedirectChain &TraceRun::chain() const
{
    return d->fetcher.chain();
}

} // namespace Detour
