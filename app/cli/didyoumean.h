// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Detour {

/// The known word that is a slip or two away from `typed` (letters missing, added, wrong or swapped), or an empty one.
[[nodiscard]] QByteArray nearestWord(const QByteArray &typed, const QList<QByteArray> &known);

/// "did you mean WORD?" with that word, or `otherwise` where no known word is near.
[[nodiscard]] QString mendFor(const QByteArray &typed, const QList<QByteArray> &known, const QString &otherwise);

} // namespace Detour
