// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/stopwords.h"

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

struct StopRow
{
    QLatin1StringView code;
    const char16_t *title;
    const char16_t *detail;
    const char16_t *note;
};

constexpr StopRow stopRows[] = {
    {"too-many-redirects"_L1, u"Stopped by a rule: too many redirects", u"Nothing more was sent.", u"is one too many"},
    {"cycle"_L1, u"Stopped by a rule: a cycle", u"The same request was sent before. Nothing more was sent.",
     u"was asked before"},
    {"missing-location"_L1, u"Stopped by a rule: no Location", u"The answer does not say where to go.", u""},
    {"bad-location"_L1, u"Stopped by a rule: Location not readable", u"Nothing was sent.", u"is not a valid address"},
    {"ambiguous-location"_L1, u"Stopped by a rule: two Locations", u"They differ. Nothing was sent.",
     u"is not the only one"},
    {"refused-scheme"_L1, u"Stopped by a rule: scheme refused", u"Nothing was sent, nothing was run.",
     u"is not an http or https address"},
    {"body-not-replayable"_L1, u"Stopped: the body cannot be sent again", u"It could be read only once.", u""},
    {"insecure-downgrade"_L1, u"Stopped by a rule: https to http", u"Nothing was sent in the open.",
     u"is not encrypted"},
    {"connection-refused"_L1, u"The connection was refused", u"Nothing listens there.", u""},
    {"connection-closed"_L1, u"The connection was closed", u"There was no answer.", u""},
    {"timeout"_L1, u"No answer in time", u"The client gave up waiting.", u""},
    {"bad-response"_L1, u"The answer is not readable", u"It is not HTTP.", u""},
    {"tls"_L1, u"No safe connection", u"TLS failed. Nothing was sent.", u""},
    {"host-not-found"_L1, u"The host was not found", u"Nothing was sent.", u""},
    {"response-too-large"_L1, u"The answer is too large", u"The client stopped reading.", u""},
    {"cancelled"_L1, u"Cancelled", u"Nothing more was sent.", u""},
    {"network-error"_L1, u"The network failed", u"There was no answer.", u""},
};

const StopRow *rowOf(const QString &code)
{
    const auto *row = std::find_if(std::begin(stopRows), std::end(stopRows),
                                   [&code](const StopRow &candidate) { return candidate.code == code; });
    return row == std::end(stopRows) ? nullptr : row;
}

QString words(const char16_t *text)
{
    return QString::fromUtf16(text);
}

} // namespace

QString stopTitle(const QString &code)
{
    const StopRow *row = rowOf(code);
    return row ? words(row->title) : u"Stopped"_s;
}

QString stopDetail(const QString &code)
{
    const StopRow *row = rowOf(code);
    return row ? words(row->detail) : u"Nothing more was sent."_s;
}

QString stopTargetNote(const QString &code)
{
    const StopRow *row = rowOf(code);
    return row ? words(row->note) : QString();
}

} // namespace Detour
