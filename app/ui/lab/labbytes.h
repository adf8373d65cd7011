// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/session.h"

#include <QString>

namespace Detour {

/// Which way a message went, and how its bytes are shown.
enum class LabMessage {
    Request,
    Answer,
};
enum class ByteForm {
    Text, ///< a line a line; ␍␊ stand where the wire had them
    Hex,  ///< 16 bytes a line: offset, bytes, characters
};

/// At most so many bytes of a message are shown.
inline constexpr qsizetype shownBytes = 32 * 1024;

/// What was kept of a message's bytes, in the order in which they passed. Secret values are "***" unless
/// `showsSecrets`; masked bytes are no longer as many as there were.
[[nodiscard]] QByteArray labBytes(const TranscriptEntry &entry, LabMessage message, bool showsSecrets);
/// How many of the message's bytes are not among them.
[[nodiscard]] qint64 bytesLeftOut(const TranscriptEntry &entry, LabMessage message);
/// All that passed: head and content of both messages.
[[nodiscard]] qint64 wireBytes(const TranscriptEntry &entry, LabMessage message);

/// Bytes for people, at most shownBytes of them. Control characters are drawn as what they are.
[[nodiscard]] QString bytesAsText(const QByteArray &bytes, ByteForm form);

} // namespace Detour
