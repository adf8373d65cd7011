// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/requestwords.h"

namespace Detour {

Result<Request> requestFromWords(const QByteArray &method, const QList<QByteArray> &fieldLines,
                                 const QList<QByteArray> &generated)
{
    const Result<Method> parsed = Method::fromToken(method);
    if (!parsed) {
        return parsed.error();
    }
    Request request;
    request.method = *parsed;
    for (const QByteArray &line : fieldLines) {
        Result<Field> field = Field::fromLine(line);
        if (!field) {
            return field.error();
        }
        request.fields.append(*std::move(field));
    }
    for (const QByteArray &name : generated) {
        if (request.fields.contains(name)) {
            request.generated.append(name);
        }
    }
    return request;
}

void giveContent(Request &request, const BodySource &source, const QByteArray &impliedType)
{
    request.content = source.info();
    if (!impliedType.isEmpty() && !request.fields.contains("Content-Type")) {
        request.fields.append("Content-Type", impliedType);
        request.generated.append("Content-Type");
    }
}

} // namespace Detour
