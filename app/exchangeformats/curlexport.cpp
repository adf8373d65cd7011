// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/curlexport.h"

#include "exchangeformats/curlarguments.h"
#include "semantics/comparison.h"
#include "semantics/mask.h"
#include "semantics/turn.h"

#include <algorithm>
#include <functional>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// What curl is told beside its first request.
struct Plan
{
    QList<StatusCode> keepsPostOn; ///< --post301 and its like
    bool locationTrusted = false;
    std::optional<int> limit;
};

enum class Part {
    Nothing,
    Request,    ///< curl stops, goes on, or sends something else
    Credential, ///< curl leaves one behind that went along here
};

/// The first step at which curl leaves the chain's way.
struct Parting
{
    Part part = Part::Nothing;
    qsizetype hop = 0; ///< index of the hop whose answer it is about; all hops where nothing parts
    QString sentence;
    StatusCode status = 0;
    bool keptPost = false; ///< the chain sent the POST again
    QStringList alsoSent;  ///< "Content-Type": fields that only curl goes on sending, told once
};

/// On the wire, no content and an empty one are the same but for a Content-Length of 0.
bool hasBytes(const Request &request)
{
    return request.content && request.content->bytes != 0;
}

QString requestWords(const TargetUri &from, const Request &next)
{
    const QString body = hasBytes(next) ? u" with the body"_s : u" without a body"_s;
    return next.method.toString() + u' ' + targetWord(from, next.target) + body;
}

QString decisionWords(const Request &request, const Decision &decision)
{
    switch (decision.action) {
    case Action::Follow:
        return u"sends "_s + requestWords(request.target, *decision.next);
    case Action::Deliver:
        return u"takes it as the answer"_s;
    case Action::Stop:
        return u"stops with an error"_s;
    }
    Q_UNREACHABLE();
}

bool isSameRequest(const Request &a, const Request &b)
{
    return a.method == b.method && a.target.withoutFragment() == b.target.withoutFragment()
           && hasBytes(a) == hasBytes(b);
}

QStringList namesOnlyIn(const FieldList &fields, const FieldList &others, bool credentials)
{
    QStringList names;
    for (const Field &field : fields) {
        const QString name = QString::fromLatin1(field.name);
        if (isCredentialField(field.name) == credentials && !field.isNamed("Host") && !others.contains(field.name)
            && !names.contains(name)) {
            names.append(name);
        }
    }
    return names;
}

/// Lets curl go the chain's way, answer by answer.
class Walker final
{
public:
    Walker(const RedirectChain &chain, const ClientPolicy &policy, const Request &first, const Plan &plan)
        : m_chain(chain)
        , m_policy(policy)
        , m_now(first)
    {
        m_context.first = first;
        m_context.redirectLimit = plan.limit;
        m_context.locationTrusted = plan.locationTrusted;
        for (const StatusCode status : plan.keepsPostOn) {
            m_policy.rows[status].byMethod.insert("POST", MethodRule::Keep);
        }
    }

    Parting walk()
    {
        for (m_at = 0; m_at < m_chain.hops.size(); ++m_at) {
            const Hop &hop = m_chain.hops.at(m_at);
            if (hop.exchange.changedByUser && m_at > 0) {
                return parted(Part::Request, u"Hop %1 was changed by hand; curl cannot do that."_s.arg(m_at + 1));
            }
            if (!hop.exchange.response || !hop.decision) {
                break;
            }
            m_context.redirectsSoFar = int(m_at);
            if (!step(*hop.exchange.response, *hop.decision)) {
                return m_parting;
            }
        }
        m_parting.hop = m_chain.hops.size();
        return m_parting;
    }

private:
    bool step(const Response &response, const Decision &here)
    {
        const Decision there = decide(m_now, response, m_context, m_policy);
        m_parting.status = response.status;
        if (here.action != there.action || (here.next && !isSameRequest(*here.next, *there.next))) {
            m_parting.keptPost = here.next && here.next->method.is("POST");
            parted(Part::Request, u"After the %1 of hop %2, curl %3; here the client %4."_s.arg(response.status)
                                      .arg(m_at + 1)
                                      .arg(decisionWords(m_now, there), decisionWords(m_now, here)));
            return false;
        }
        if (!here.next) {
            return true;
        }
        const QStringList left = namesOnlyIn(here.next->fields, there.next->fields, true);
        const QStringList extra = namesOnlyIn(there.next->fields, here.next->fields, true);
        if (!left.isEmpty() || !extra.isEmpty()) {
            const QString what = left.isEmpty() ? u"takes along %1, which was left behind here"_s.arg(extra.join(u", "))
                                                : u"leaves behind %1, which went along here"_s.arg(left.join(u", "));
            parted(left.isEmpty() ? Part::Request : Part::Credential,
                   u"After the %1 of hop %2, curl %3."_s.arg(response.status).arg(m_at + 1).arg(what));
            return false;
        }
        for (const QString &name : namesOnlyIn(there.next->fields, here.next->fields, false)) {
            if (!m_parting.alsoSent.contains(name)) {
                m_parting.alsoSent.append(name);
            }
        }
        m_now = *there.next;
        return true;
    }

    Parting parted(Part part, const QString &sentence)
    {
        m_parting.part = part;
        m_parting.hop = m_at;
        m_parting.sentence = sentence;
        return m_parting;
    }

    const RedirectChain &m_chain;
    ClientPolicy m_policy;
    Request m_now;
    ChainContext m_context;
    Parting m_parting;
    qsizetype m_at = 0;
};

bool wentOn(const RedirectChain &chain)
{
    return std::any_of(chain.hops.cbegin(), chain.hops.cend(),
                       [](const Hop &hop) { return hop.decision && hop.decision->action != Action::Deliver; });
}

std::optional<int> limitFor(const RedirectChain &chain, const CurlRules &rules, const CurlExportOptions &options)
{
    if (chain.end && chain.end->code == "too-many-redirects"_L1) {
        return chain.redirectCount();
    }
    if (!options.redirectLimit && chain.redirectCount() > rules.plain.redirectLimit) {
        return chain.redirectCount();
    }
    return options.redirectLimit;
}

/// Adds an option wherever it takes curl further along the chain's way.
Parting improve(Plan &plan, const std::function<Parting(const Plan &)> &walkWith)
{
    Parting parting = walkWith(plan);
    while (parting.part != Part::Nothing) {
        Plan better = plan;
        if (parting.part == Part::Credential && !plan.locationTrusted) {
            better.locationTrusted = true;
        } else if (parting.keptPost && parting.status >= 301 && parting.status <= 303
                   && !plan.keepsPostOn.contains(parting.status)) {
            better.keepsPostOn.append(parting.status);
        } else {
            break;
        }
        const Parting further = walkWith(better);
        if (further.hop <= parting.hop) {
            break;
        }
        plan = better;
        parting = further;
    }
    return parting;
}

void noteWhatCurlLacks(const RedirectChain &chain, const CurlArguments &arguments, QStringList &notes)
{
    const auto any = [&chain](const auto &test) { return std::any_of(chain.hops.cbegin(), chain.hops.cend(), test); };
    if (any([](const Hop &hop) { return hop.exchange.answeredBy != AnswerSource::Server; })) {
        notes.append(u"curl keeps no answers: it asks the server again where a stored one was used here."_s);
    }
    const bool keptCookies = any([](const Hop &hop) { return hop.exchange.cookies.has_value(); });
    const bool setCookie = any(
        [](const Hop &hop) { return hop.exchange.response && hop.exchange.response->fields.contains("Set-Cookie"); });
    if (setCookie && !keptCookies && arguments.sent.isGenerated("Cookie")) {
        notes.append(u"-b makes curl keep the cookies that answers set; here they were not kept."_s);
    }
}

QList<QByteArray> leadingOptions(const Plan &plan, bool keepsCookies)
{
    QList<QByteArray> options{"-L"};
    for (const StatusCode status : plan.keepsPostOn) {
        options.append("--post" + QByteArray::number(status));
    }
    if (plan.locationTrusted) {
        options.append("--location-trusted");
    }
    if (plan.limit) {
        options.append("--max-redirs " + QByteArray::number(*plan.limit));
    }
    if (keepsCookies) {
        options.append("-b ''"); // no cookies, but a jar
    }
    return options;
}

QStringList chainNotes(const RedirectChain &chain, const CurlArguments &arguments, const Plan &plan,
                       const Parting &parting)
{
    QStringList notes = arguments.notes;
    if (arguments.namesMethod) {
        notes.append(u"-X %1 holds for every hop: curl sends it again even where a redirect asks for GET."_s.arg(
            arguments.sent.method.toString()));
    }
    if (plan.locationTrusted) {
        notes.append(u"--location-trusted sends credentials to every host that a redirect names."_s);
    }
    if (parting.part != Part::Nothing) {
        notes.append(parting.sentence);
    }
    if (!parting.alsoSent.isEmpty()) {
        notes.append(u"curl goes on sending %1, because -H named it."_s.arg(parting.alsoSent.join(u", ")));
    }
    noteWhatCurlLacks(chain, arguments, notes);
    return notes;
}

CurlExport exported(const CurlArguments &arguments, QStringList notes, const CurlExportOptions &options)
{
    if (options.answeredByExample) {
        notes.append(u"The example’s answers are there only while Detour plays it."_s);
    }
    return {arguments.command(), notes};
}

} // namespace

CurlExport exportCurl(const Hop &hop, const CurlExportOptions &options)
{
    RedirectChain alone;
    alone.hops = {hop};
    const RedirectChain shown = options.showsSecrets ? alone : masked(alone);
    const CurlArguments arguments = curlArguments(shown.hops.constFirst().exchange.request, options);
    return exported(arguments, arguments.notes, options);
}

CurlExport exportCurl(const RedirectChain &chain, const CurlRules &rules, const CurlExportOptions &options)
{
    if (chain.hops.isEmpty()) {
        return {};
    }
    if (!wentOn(chain)) {
        return exportCurl(chain.hops.constFirst(), options);
    }
    const RedirectChain shown = options.showsSecrets ? chain : masked(chain);
    const Exchange &first = shown.hops.constFirst().exchange;
    CurlArguments arguments = curlArguments(first.request, options, chain.clientId == rules.namedMethod.id);
    Plan plan;
    plan.locationTrusted = options.locationTrusted;
    plan.limit = limitFor(chain, rules, options);
    const ClientPolicy &policy = arguments.namesMethod ? rules.namedMethod : rules.plain;
    const Parting parting =
        improve(plan, [&](const Plan &tried) { return Walker(shown, policy, arguments.sent, tried).walk(); });
    const bool keepsCookies = first.cookies.has_value() && !arguments.sent.isGenerated("Cookie");
    arguments.options = leadingOptions(plan, keepsCookies) + arguments.options;
    return exported(arguments, chainNotes(shown, arguments, plan, parting), options);
}

} // namespace Detour
