// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "clients/expectation.h"

#include "semantics/decision.h"

namespace Detour::Test {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *comparedFields[] = {"Authorization",    "Cookie", "Proxy-Authorization", "X-Own", "Content-Type",
                                          "Content-Language", "Referer"};

/// One job's requests against its policy.
class Comparison final
{
public:
    Comparison(const Job &job, OwnFields ownFields)
        : m_job(job)
        , m_ownFields(ownFields)
    {}

    /// As it arrived. Fields that the client added for the transport alone are left out.
    [[nodiscard]] Request requestOf(const TranscriptEntry &entry) const
    {
        Request request;
        request.method = entry.method;
        request.target = targetOf(entry);
        request.content = entry.request.content;
        for (const char *name : comparedFields) {
            if (!isCompared(name)) {
                continue;
            }
            const QList<QByteArray> values = entry.request.fields.values(name);
            for (const QByteArray &value : values) {
                request.fields.append(name, value);
            }
            if (!m_job.fields.contains(name)) {
                request.generated.append(name);
            }
        }
        return request;
    }

    /// Where `entry` is not the request that was decided: what is different.
    [[nodiscard]] QString difference(const Request &decided, const TranscriptEntry &entry) const
    {
        const Request sent = requestOf(entry);
        QStringList parts;
        add(parts, u"method"_s, sent.method.token(), decided.method.token());
        add(parts, u"target"_s, sent.target.toBytes(), decided.target.withoutFragment().withoutUserinfo().toBytes());
        add(parts, u"body"_s, bodyWord(sent.content), bodyWord(decided.content));
        for (const char *name : comparedFields) {
            if (isCompared(name)) {
                add(parts, QString::fromLatin1(name), fieldWord(sent, name), fieldWord(decided, name));
            }
        }
        return parts.join(u"; "_s);
    }

private:
    [[nodiscard]] bool isCompared(const char *name) const
    {
        return m_ownFields == OwnFields::Compared || m_job.fields.contains(name) || qstrcmp(name, "Content-Type") != 0;
    }

    static TargetUri targetOf(const TranscriptEntry &entry)
    {
        const QByteArray authority = entry.request.fields.value("Host").value_or(QByteArray());
        const Result<TargetUri> target = parseFirstUrl(QByteArray("http://" + authority + entry.target));
        return target ? *target : TargetUri();
    }

    static QByteArray bodyWord(const std::optional<ContentInfo> &content)
    {
        if (!content) {
            return QByteArrayLiteral("none");
        }
        return QByteArray::number(content->bytes) + " bytes " + (content->bytes > 0 ? content->sha256.first(8) : "");
    }

    static QByteArray fieldWord(const Request &request, const char *name)
    {
        const QList<QByteArray> values = request.fields.values(name);
        return values.isEmpty() ? QByteArray("absent") : values.join(" | ");
    }

    static void add(QStringList &parts, const QString &what, const QByteArray &sent, const QByteArray &decided)
    {
        if (sent != decided) {
            parts.append(
                u"%1: sent %2, decided %3"_s.arg(what, QString::fromLatin1(sent), QString::fromLatin1(decided)));
        }
    }

    const Job &m_job;
    OwnFields m_ownFields;
};

Response responseOf(const TranscriptEntry &entry)
{
    return {entry.status, entry.reasonPhrase, entry.answerFields, {}};
}

/// The end of a chain: what the client told its user.
QString endDifference(const Decision &decision, const Outcome &outcome, StatusCode status)
{
    if (decision.action == Action::Stop && outcome.status) {
        return u"handed %1 over, decided: error %2"_s.arg(*outcome.status).arg(decision.stopCode);
    }
    if (decision.action == Action::Deliver && !outcome.error.isEmpty()) {
        return u"reported “%1”, decided: hand %2 over"_s.arg(outcome.error).arg(status);
    }
    if (decision.action == Action::Deliver && outcome.status && *outcome.status != status) {
        return u"handed %1 over, decided: hand %2 over"_s.arg(*outcome.status).arg(status);
    }
    return {};
}

} // namespace

QString firstDifference(const Job &job, const QList<TranscriptEntry> &arrived, const Outcome &outcome,
                        const ClientPolicy &policy, OwnFields ownFields)
{
    const Comparison comparison(job, ownFields);
    ChainContext context;
    context.first = comparison.requestOf(arrived.constFirst());
    Request request = *context.first;
    for (qsizetype i = 0;; ++i, ++context.redirectsSoFar) {
        const StatusCode status = arrived[i].status;
        const QString place = u"after %1 (request %2): "_s.arg(status).arg(i + 1);
        const Decision decision = decide(request, responseOf(arrived[i]), context, policy);
        const bool goesOn = i + 1 < arrived.size();
        if (decision.action != Action::Follow) {
            const QString end = goesOn ? u"sent %1 %2, decided %3"_s.arg(
                                    QString::fromLatin1(arrived[i + 1].method.token()),
                                    QString::fromLatin1(arrived[i + 1].target), actionName(decision.action))
                                       : endDifference(decision, outcome, status);
            return end.isEmpty() ? QString() : place + end;
        }
        if (!goesOn) {
            return place + u"not followed (%1), decided follow"_s.arg(outcome.error);
        }
        const QString difference = comparison.difference(*decision.next, arrived[i + 1]);
        if (!difference.isEmpty()) {
            return place + difference;
        }
        request = *decision.next;
    }
}

} // namespace Detour::Test
