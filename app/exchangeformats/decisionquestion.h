// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/decision.h"

#include <QJsonValue>

namespace Detour {

/// One line of `detour decide`.
struct DecisionQuestion
{
    QJsonValue id;
    QString client = QStringLiteral("fetch");
    Request request;
    Response response;
    ChainContext context;

    /// Bytes of a line; a longer one is an error, whatever it holds.
    static constexpr qsizetype longestLine = qsizetype(16) * 1024 * 1024;
};

/// Error "bad-line" with a sentence that names the member. Members that are not known are ignored.
[[nodiscard]] Result<DecisionQuestion> questionFromJson(const QByteArray &line);
/// The id of a line that questionFromJson() could not read; null where there is none to be found.
[[nodiscard]] QJsonValue questionId(const QByteArray &line);

} // namespace Detour
