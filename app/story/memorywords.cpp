// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/memorywords.h"

#include "semantics/clientmemorywords.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

/// The stored answer's Age (RFC 9111 §5.1), in words; empty without one that can be read.
QString keptFor(const Response &response)
{
    const auto age = response.fields.value("Age");
    bool isNumber = false;
    const qint64 seconds = age ? age->trimmed().toLongLong(&isNumber) : -1;
    if (!isNumber || seconds < 0) {
        return {};
    }
    return seconds == 0 ? u"kept a moment ago"_s : "kept for "_L1 + durationInWords(std::chrono::seconds(seconds));
}

/// The answer's own Date (RFC 9110 §6.6.1), in words; empty without one that can be read.
QString keptSince(const Response &response)
{
    const auto date = response.fields.value("Date");
    if (!date || date->size() > 64) {
        return {};
    }
    QString text = QString::fromLatin1(*date).trimmed();
    if (text.endsWith("GMT"_L1)) {
        text.replace(text.size() - 3, 3, u"+0000"_s); // the form that Qt reads
    }
    const QDateTime when = QDateTime::fromString(text, Qt::RFC2822Date);
    return when.isValid() ? QLocale::c().toString(when.toUTC(), u"d MMM, hh:mm:ss"_s) + " UTC"_L1 : QString();
}

} // namespace

QString memoryWords(const Exchange &exchange)
{
    QString kept = exchange.response ? keptFor(*exchange.response) : QString();
    if (kept.isEmpty()) {
        const QString since = exchange.response ? keptSince(*exchange.response) : QString();
        kept = since.isEmpty() ? u"no server was asked"_s : "kept since "_L1 + since;
    }
    switch (exchange.answeredBy) {
    case AnswerSource::Server:
        return {};
    case AnswerSource::StoredRedirect:
        return u"a redirect from memory · "_s + kept;
    case AnswerSource::StoredResponse:
        return u"an answer from memory · "_s + kept;
    case AnswerSource::HstsUpgrade:
        return u"HSTS: the client itself turns http into https · no server sent this"_s;
    }
    return {};
}

} // namespace Detour
