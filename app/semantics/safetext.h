// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>
#include <QString>

namespace Detour {

/// Bytes from the network as text for people: UTF-8 where it is valid, else one character a byte. Control characters
/// and those that reorder or hide text become U+FFFD, so that hostile text can neither move the cursor nor pose as
/// other text.
[[nodiscard]] QString safeText(QByteArrayView bytes);
/// The same for text that is already decoded.
[[nodiscard]] QString withoutTrickery(const QString &text);

/// safeText(), elided to `limit` characters. Of a long value little more is decoded than is shown.
[[nodiscard]] QString wireText(QByteArrayView bytes, qsizetype limit = 400);

/// The first `size` bytes, or a few less where they would end within a character: a cut must not spoil valid UTF-8.
[[nodiscard]] QByteArrayView utf8Head(QByteArrayView bytes, qsizetype size);

/// At most `limit` characters: the head stays (scheme and host stand there), "…" takes the place of what is left out
/// before a short tail.
[[nodiscard]] QString elided(const QString &text, qsizetype limit = 200);

} // namespace Detour
