// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/tracememory.h"

namespace Detour {

namespace {

/// Cookies that the user typed go first, and the jar does not send one of the same name again.
QByteArray withTyped(const std::optional<QByteArray> &typed, const QByteArray &fromJar)
{
    if (!typed || typed->trimmed().isEmpty()) {
        return fromJar;
    }
    const auto nameOf = [](const QByteArray &pair) { return pair.left(pair.indexOf('=')).trimmed(); };
    QList<QByteArray> names;
    for (const QByteArray &pair : typed->split(';')) {
        names.append(nameOf(pair));
    }
    QByteArray all = *typed;
    for (const QByteArray &pair : fromJar.split(';')) {
        if (!names.contains(nameOf(pair))) {
            all += "; " + pair.trimmed();
        }
    }
    return all;
}

void add(Preparation &prepared, const QByteArray &name, const QByteArray &value)
{
    prepared.request.fields.set(name, value);
    if (!prepared.request.isGenerated(name)) {
        prepared.request.generated.append(name);
    }
    prepared.added.append(name);
}

} // namespace

TraceMemory::TraceMemory(bool keepsCookies, std::shared_ptr<MemoryKeeper> keeper, bool verifiesTls)
    : m_keeper(std::move(keeper))
    , m_verifiesTls(verifiesTls)
{
    if (keepsCookies) {
        m_cookies.emplace();
    }
}

Preparation TraceMemory::prepare(const Request &request)
{
    Preparation prepared{request, {}, std::nullopt};
    m_validated = 0;
    m_before = m_cookies ? m_cookies->all() : QList<StoredCookie>();
    m_requested = QDateTime::currentDateTimeUtc();
    const bool goesToHttps = m_keeper && m_keeper->recall(request).source == AnswerSource::HstsUpgrade;
    if (!goesToHttps) { // else nothing goes to http, and no cookie either
        addCookies(prepared);
    }
    consult(prepared);
    return prepared;
}

void TraceMemory::addCookies(Preparation &prepared) const
{
    const QByteArray fromJar = m_cookies ? m_cookies->fieldFor(prepared.request.target) : QByteArray();
    if (!fromJar.isEmpty()) {
        add(prepared, QByteArrayLiteral("Cookie"), withTyped(prepared.request.fields.value("Cookie"), fromJar));
    }
}

void TraceMemory::consult(Preparation &prepared)
{
    const Recollection found = m_keeper ? m_keeper->recall(prepared.request) : Recollection();
    switch (found.kind) {
    case Recollection::Kind::Nothing:
        return;
    case Recollection::Kind::Answer:
        prepared.fromMemory.emplace();
        prepared.fromMemory->request = prepared.request;
        prepared.fromMemory->response = found.response;
        prepared.fromMemory->answeredBy = found.source;
        prepared.fromMemory->repeatedFieldsVisible = found.repeatedFieldsVisible;
        return;
    case Recollection::Kind::Validate:
        m_validated = found.id;
        for (const Field &condition : found.conditions) {
            add(prepared, condition.name, condition.value);
        }
        return;
    }
}

void TraceMemory::complete(Exchange &exchange)
{
    const bool isFromServer = exchange.answeredBy == AnswerSource::Server;
    if (m_keeper && isFromServer && exchange.response) {
        const ExchangeTimes times{m_requested, QDateTime::currentDateTimeUtc()};
        exchange.stored = m_keeper->learn(exchange, times, m_validated, m_verifiesTls);
    }
    if (m_cookies) {
        if (isFromServer && exchange.response) { // a stored answer set its cookies when it came
            m_cookies->take(exchange.request.target, exchange.response->fields);
        }
        exchange.cookies = JarChange{m_before, m_cookies->all()};
    }
}

} // namespace Detour
