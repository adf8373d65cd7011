// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "fetchtesting.h"

#include <QCryptographicHash>
#include <QEventLoop>
#include <QTimer>

#include <unistd.h>

namespace Detour::Test {

using namespace Qt::StringLiterals;

Request requestTo(const char *method, const QByteArray &url, const FieldList &fields)
{
    const Result<TargetUri> target = parseFirstUrl(url);
    Q_ASSERT(target);
    Request request;
    request.method = Method::known(method);
    request.target = *target;
    request.fields = fields;
    return request;
}

Request withContent(Request request, const std::shared_ptr<BodySource> &body)
{
    request.content = body->info();
    return request;
}

Exchange exchangeOf(Transport &transport, const Request &request, std::shared_ptr<BodySource> body,
                    const TransportOptions &options)
{
    Exchange result;
    result.failure = ExchangeFailure{u"test-timeout"_s, {}};
    QEventLoop loop;
    QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
    QObject::connect(&transport, &Transport::finished, &loop, [&result, &loop](const Exchange &exchange) {
        result = exchange;
        loop.quit();
    });
    transport.send(request, std::move(body), options);
    loop.exec();
    return result;
}

void run(Fetcher &fetcher, const Request &request, std::shared_ptr<BodySource> body, const FetchOptions &options)
{
    QEventLoop loop;
    QTimer::singleShot(30'000, &loop, &QEventLoop::quit);
    QObject::connect(&fetcher, &Fetcher::finished, &loop, &QEventLoop::quit);
    fetcher.start(request, std::move(body), browserPolicy(), options);
    loop.exec();
}

ClientPolicy browserPolicy()
{
    QFile file(QStringLiteral(DETOUR_CLIENTS_DIR "/fetch.json"));
    [[maybe_unused]] const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    const Result<ClientPolicy> policy = ClientPolicy::fromJson(file.readAll());
    Q_ASSERT(policy);
    return *policy;
}

Pipe::Pipe()
{
    int ends[2] = {-1, -1};
    if (::pipe(ends) != 0 || !out.open(ends[0], QIODevice::ReadOnly | QIODevice::Unbuffered, QFile::AutoCloseHandle)
        || !in.open(ends[1], QIODevice::WriteOnly | QIODevice::Unbuffered, QFile::AutoCloseHandle)) {
        qFatal("no pipe");
    }
}

Pipe::Pipe(const QByteArray &content)
    : Pipe()
{
    in.write(content);
    in.close();
}

QByteArray sha256Of(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QList<QByteArray> namesOf(const FieldList &fields)
{
    QList<QByteArray> names;
    for (const Field &field : fields) {
        names.append(field.name);
    }
    return names;
}

} // namespace Detour::Test
