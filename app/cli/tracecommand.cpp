// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/tracerunner.h"
#include "cli/tracewords.h"
#include "exchangeformats/tracejson.h"

#include <QJsonDocument>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// The name of the environment variable in which other programs would find a proxy; empty if there is none.
QString proxyVariable()
{
    for (const char *name : {"https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"}) {
        if (!qEnvironmentVariableIsEmpty(name)) {
            return QString::fromLatin1(name);
        }
    }
    return {};
}

/// Behind a company's proxy the network fails in ways that say nothing of it.
void mentionProxy(const RedirectChain &chain, const CommandContext &context)
{
    const Hop *last = chain.lastHop();
    const QString variable = proxyVariable();
    const bool isNetworkFailure = chain.outcome == Outcome::Failed && last && last->exchange.failure
                                  && last->exchange.failure->code != "cancelled"_L1;
    const QByteArray host = last ? last->exchange.request.target.host.value_or(QByteArray()) : QByteArray();
    if (isNetworkFailure && !variable.isEmpty() && !isLoopbackHost(host)) {
        context.err.write(u"Detour connects directly: the proxy in %1 is not used.\n"_s.arg(variable));
    }
}

class TraceCommand final
{
public:
    TraceCommand(TracePlan plan, const CommandContext &context)
        : m_plan(std::move(plan))
        , m_context(context)
    {}

    int run(Session &session)
    {
        const Result<TargetUri> target = session.resolveUrl(m_plan.url);
        if (!target) {
            return m_context.complain(target.error().message, exitCodeOf(target.error()));
        }
        m_plan.spec.request.target = *target;
        if (const Result<std::shared_ptr<Output>> file = openFile(); !file) {
            return m_context.complain(file.error().message, exitCodeOf(file.error()));
        }
        m_plan.spec.gate = networkNotice(m_context.err);
        const Result<RedirectChain> chain = m_plan.isJson ? traceAsJson(session) : traceAsText(session);
        if (!chain) {
            return m_context.complain(chain.error().message, exitCodeOf(chain.error()));
        }
        return end(*chain);
    }

private:
    [[nodiscard]] Output &out() const { return m_file ? *m_file : m_context.out; }

    Result<std::shared_ptr<Output>> openFile()
    {
        if (!m_plan.outputFile) {
            return m_file;
        }
        Result<std::shared_ptr<Output>> file = DescriptorOutput::toFile(*m_plan.outputFile);
        if (file) {
            m_file = *file;
        }
        return file;
    }

    Result<RedirectChain> traceAsJson(Session &session)
    {
        Result<RedirectChain> chain = runToEnd(session, m_plan.spec, nullptr);
        if (chain) {
            out().write(QJsonDocument(traceToJson(*chain, m_plan.showsSecrets)).toJson());
        }
        return chain;
    }

    Result<RedirectChain> traceAsText(Session &session)
    {
        TextReporter reporter(out(), {m_context.isColoured && !m_file, m_plan.showsSecrets});
        return runToEnd(session, m_plan.spec, &reporter);
    }

    int end(const RedirectChain &chain)
    {
        const bool isSaidAlready = !m_plan.isJson && !m_file && m_context.isTerminal;
        if (chain.outcome != Outcome::Completed && !isSaidAlready) {
            m_context.complain(endSentence(chain, m_plan.showsSecrets), 0);
        }
        mentionProxy(chain, m_context);
        const QString trouble = out().trouble();
        return trouble.isEmpty() ? Detour::exitCodeOf(chain)
                                 : m_context.complain(u"the output cannot be written: "_s + trouble, exitFile);
    }

    TracePlan m_plan;
    const CommandContext &m_context;
    std::shared_ptr<Output> m_file; ///< null: standard output
};

} // namespace

int runTrace(const CommandLine &line, const CommandContext &context)
{
    Session session(context.content, {}, context.version);
    Result<TracePlan> plan = tracePlan(line, session.policies(), context.inputDescriptor);
    if (!plan) {
        return context.complain(plan.error().message, exitCodeOf(plan.error()));
    }
    return TraceCommand(*std::move(plan), context).run(session);
}

} // namespace Detour
