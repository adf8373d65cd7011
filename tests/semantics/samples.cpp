// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "samples.h"

#include <QFile>
#include <QTest>

namespace Detour::Test {

QByteArray policyJson(const QString &id)
{
    QFile file(QStringLiteral(DETOUR_CONTENT_DIR) + QStringLiteral("/clients/") + id + QStringLiteral(".json"));
    if (!file.open(QIODevice::ReadOnly)) {
        QTest::qFail(qPrintable(file.fileName() + QStringLiteral(" cannot be read")), __FILE__, __LINE__);
    }
    return file.readAll();
}

ClientPolicy policyOf(const QString &id)
{
    const Result<ClientPolicy> policy = ClientPolicy::fromJson(policyJson(id));
    if (!policy) {
        QTest::qFail(qPrintable(policy.error().message), __FILE__, __LINE__);
        return {};
    }
    return *policy;
}

TargetUri uri(const char *text)
{
    const Result<TargetUri> parsed = parseAbsoluteUri(text, LocationDialect::WhatwgUrl);
    if (!parsed) {
        QTest::qFail(text, __FILE__, __LINE__);
        return {};
    }
    return *parsed;
}

Request request(const char *method, const char *url, FieldList fields)
{
    Request made;
    made.method = Method::known(method);
    made.target = uri(url);
    made.fields = std::move(fields);
    return made;
}

Request requestWithContent(const char *method, const char *url, FieldList fields)
{
    Request made = request(method, url, std::move(fields));
    made.content = ContentInfo{22, QByteArray(64, 'a'), false, {}};
    return made;
}

Response redirect(StatusCode status, const char *location)
{
    Response response;
    response.status = status;
    if (location) {
        response.fields.append("Location", location);
    }
    return response;
}

QStringList rulesOf(const Decision &decision)
{
    QStringList rules;
    for (const Reason &reason : decision.reasons) {
        rules.append(reason.rule);
    }
    return rules;
}

} // namespace Detour::Test
