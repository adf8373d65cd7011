// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/wirejson.h"

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

Result<QByteArray> wireBytes(const QString &text)
{
    const auto isByte = [](QChar c) { return c.unicode() <= 0xff; };
    if (!std::all_of(text.cbegin(), text.cend(), isByte)) {
        return Error{u"not-bytes"_s, u"has a character beyond U+00FF; one character stands for one byte"_s};
    }
    return text.toLatin1();
}

QJsonArray fieldsToJson(const FieldList &fields)
{
    QJsonArray lines;
    for (const Field &field : fields) {
        lines.append(QJsonArray{wireString(field.name), wireString(field.value)});
    }
    return lines;
}

QJsonValue contentToJson(const std::optional<ContentInfo> &content)
{
    if (!content) {
        return QJsonValue::Null;
    }
    QJsonObject object;
    object["bytes"_L1] = content->bytes < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(content->bytes);
    object["sha256"_L1] =
        content->sha256.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(wireString(content->sha256));
    return object;
}

} // namespace Detour
