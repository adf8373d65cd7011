// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/request/curldraft.h"

#include <QFile>

#include <cmath>

namespace Detour {

namespace {

BodyKind kindOf(const CurlCommand &command, const RequestDraft &draft)
{
    if (command.file)
        return BodyKind::File;
    for (const QByteArray &line : command.fieldLines) {
        const QByteArray lower = line.toLower();
        if (lower.startsWith("content-type") && lower.contains("json"))
            return BodyKind::Json;
    }
    return command.isForm && draft.generated.contains(QStringLiteral("Content-Type")) ? BodyKind::Form : BodyKind::Text;
}

} // namespace

RequestDraft draftFromCurl(const CurlCommand &command)
{
    RequestDraft draft;
    draft.method = QString::fromUtf8(command.method);
    draft.url = QString::fromUtf8(command.url);
    for (const QByteArray &line : command.fieldLines)
        draft.fieldLines += QString::fromUtf8(line) + u'\n';
    for (const QByteArray &name : command.generated)
        draft.generated.append(QString::fromUtf8(name));
    draft.hasBody = command.data.has_value() || command.file.has_value();
    draft.body = command.data.value_or(QByteArray());
    draft.bodyFile = QFile::decodeName(command.file.value_or(QByteArray()));
    draft.bodyKind = kindOf(command, draft);
    draft.impliesType = false; // the command's own fields are all that it sends
    draft.client = command.clientId();
    draft.redirectLimit = command.redirectLimit;
    draft.locationTrusted = command.locationTrusted;
    draft.verifiesTls = command.verifiesTls;
    if (command.timeout && *command.timeout > 0)
        draft.timeout = std::chrono::milliseconds(qint64(std::ceil(qMin(*command.timeout, 3600.0) * 1000)));
    return draft;
}

CurlExportOptions curlOptionsOf(const RequestDraft &draft)
{
    CurlExportOptions options;
    options.redirectLimit = draft.redirectLimit;
    options.bodyFile = QFile::encodeName(draft.bodyFile);
    options.answeredByExample = draft.script.has_value();
    return options;
}

Result<CurlRules> curlRules(const PolicyCatalog &policies)
{
    const Result<ClientPolicy> plain = policies.policy(QStringLiteral("curl"));
    if (!plain)
        return plain.error();
    const Result<ClientPolicy> namedMethod = policies.policy(QStringLiteral("curl-X"));
    if (!namedMethod)
        return namedMethod.error();
    return CurlRules{*plain, *namedMethod};
}

} // namespace Detour
