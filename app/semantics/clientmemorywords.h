// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/clientmemory.h"

#include <QString>

namespace Detour {

/// One thing that a memory holds, in words for a person; user names in URLs are masked.
struct MemoryCard
{
    enum class Kind {
        Redirect, ///< a stored redirect
        Answer,   ///< any other stored answer
        Host,     ///< a host that wants https
    };
    int id = 0;
    Kind kind = Kind::Answer;
    StatusCode status = 0; ///< 307 for a host: that is what its upgrade looks like
    bool isUsed = true;    ///< false: it answers nothing any more unless the server says so
    QString title;         ///< "GET http://…" or the host
    QString effect;        ///< what it does, one sentence
    QString age;           ///< "3 minutes old"
    QString lasts;         ///< "fresh for 7 more minutes", "kept without end"
    QString source;        ///< whose answer it came from

    friend bool operator==(const MemoryCard &, const MemoryCard &) = default;
};

/// All of them, the newest first. `now`: the real clock.
[[nodiscard]] QList<MemoryCard> memoryCards(const ClientMemory &memory, const QDateTime &now);

/// "12 seconds", "1 hour", "3 days": rounded down to the largest whole unit.
[[nodiscard]] QString durationInWords(std::chrono::seconds duration);

/// "now", or by how much a memory's clock is ahead: "1 day and 2 hours ahead".
[[nodiscard]] QString clockInWords(std::chrono::seconds offset);

/// Where an answer came from, one sentence; empty for a server's own.
[[nodiscard]] QString answerSourceSentence(const Exchange &exchange);

} // namespace Detour
