// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/exercisegoal.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

QByteArray methodOf(const ReceivedRequest &request)
{
    return request.line.left(request.line.indexOf(' '));
}

/// As in a sentence; a method is the person's own word and may be any token.
QString methodWords(const QByteArray &method)
{
    return QString::fromLatin1(method.left(40));
}

QString bodyWords(ContentFate fate)
{
    switch (fate) {
    case ContentFate::Same:
        return u"with its body"_s;
    case ContentFate::None:
        return u"without a body"_s;
    case ContentFate::Empty:
        return u"with an empty body"_s;
    }
    return {};
}

/// Against the first request's; nothing where it is another body altogether.
std::optional<ContentFate> fateOf(const ReceivedRequest &last, const ReceivedRequest &first)
{
    if (!last.content)
        return ContentFate::None;
    if (last.content->bytes == 0)
        return ContentFate::Empty;
    const bool isSame = first.content && first.content->sha256 == last.content->sha256;
    return isSame ? std::optional(ContentFate::Same) : std::nullopt;
}

QList<QByteArray> credentialsOf(const ReceivedRequest &request)
{
    QList<QByteArray> names;
    for (const char *name : {"Authorization", "Proxy-Authorization", "Cookie"}) {
        if (request.fields.contains(name))
            names.append(name);
    }
    return names;
}

/// What is missing, in one sentence without its beginning; empty: nothing.
class Shortfall final
{
public:
    Shortfall(const ExerciseGoal &goal, const RedirectChain &chain)
        : m_goal(goal)
        , m_chain(chain)
    {
        for (const Hop &hop : chain.hops) {
            if (hop.exchange.received)
                m_received.append(&*hop.exchange.received);
        }
    }

    [[nodiscard]] QString sentence() const
    {
        if (m_received.isEmpty())
            return u"no request reached the lab."_s;
        for (const QString &missing : {method(), body(), credentials(), requests(), status(), stop()}) {
            if (!missing.isEmpty())
                return missing;
        }
        return {};
    }

    [[nodiscard]] QString success() const
    {
        const ReceivedRequest &last = *m_received.constLast();
        const auto fate = fateOf(last, *m_received.constFirst());
        QString text =
            u"The lab received %1 %2"_s.arg(methodWords(methodOf(last)), fate ? bodyWords(*fate) : u"with a body"_s);
        const Hop &end = m_chain.hops.constLast();
        if (m_chain.outcome == Outcome::Completed && end.exchange.response)
            text += u", and answered %1"_s.arg(end.exchange.response->status);
        return text + u'.';
    }

private:
    QString method() const
    {
        const QByteArray method = methodOf(*m_received.constLast());
        if (m_goal.method.isEmpty() || m_goal.method == method)
            return {};
        return u"the last request that reached the lab was %1, and it has to be %2."_s.arg(methodWords(method),
                                                                                           methodWords(m_goal.method));
    }

    QString body() const
    {
        if (!m_goal.body)
            return {};
        const auto fate = fateOf(*m_received.constLast(), *m_received.constFirst());
        if (fate == m_goal.body)
            return {};
        return u"the last request reached the lab %1, and it has to come %2."_s.arg(
            fate ? bodyWords(*fate) : u"with another body"_s, bodyWords(*m_goal.body));
    }

    QString credentials() const
    {
        if (!m_goal.credentials)
            return {};
        const QList<QByteArray> first = credentialsOf(*m_received.constFirst());
        const QList<QByteArray> last = credentialsOf(*m_received.constLast());
        if (first.isEmpty())
            return u"the first request carried no credentials."_s;
        const auto isThere = [&last](const QByteArray &name) { return last.contains(name); };
        if (*m_goal.credentials && !std::all_of(first.begin(), first.end(), isThere))
            return u"the credentials did not reach the last server."_s;
        if (!*m_goal.credentials && std::any_of(first.begin(), first.end(), isThere))
            return u"the credentials went along to the last server."_s;
        return {};
    }

    QString requests() const
    {
        const int count = int(m_received.size());
        if (!m_goal.requests || *m_goal.requests == count)
            return {};
        return u"%1 reached the lab, and it has to be %2."_s.arg(
            count == 1 ? u"one request"_s : u"%1 requests"_s.arg(count), QString::number(*m_goal.requests));
    }

    QString status() const
    {
        if (!m_goal.status)
            return {};
        const std::optional<Response> &last = m_chain.hops.constLast().exchange.response;
        if (m_chain.outcome != Outcome::Completed || !last)
            return u"the trace ended without a final answer, and it has to be %1."_s.arg(*m_goal.status);
        if (last->status == *m_goal.status)
            return {};
        return u"the final answer was %1, and it has to be %2."_s.arg(last->status).arg(*m_goal.status);
    }

    QString stop() const
    {
        if (m_goal.stop.isEmpty() || (m_chain.end && m_chain.end->code == m_goal.stop))
            return {};
        return u"the trace has to end early, with the reason %1."_s.arg(m_goal.stop);
    }

    const ExerciseGoal &m_goal;
    const RedirectChain &m_chain;
    QList<const ReceivedRequest *> m_received;
};

} // namespace

GoalState goalState(const ExerciseGoal &goal, const RedirectChain &chain)
{
    if (chain.hops.isEmpty() || chain.outcome == Outcome::Running)
        return {};
    const Shortfall shortfall(goal, chain);
    const QString missing = shortfall.sentence();
    return missing.isEmpty() ? GoalState{true, shortfall.success()} : GoalState{false, u"Not yet: "_s + missing};
}

} // namespace Detour
