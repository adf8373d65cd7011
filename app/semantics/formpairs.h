// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>

#include <limits>

namespace Detour {

/// A name and a value of application/x-www-form-urlencoded, decoded.
struct FormPair
{
    QByteArray name;
    QByteArray value; ///< empty where the name stands alone, too

    friend bool operator==(const FormPair &, const FormPair &) = default;
};

/// The pairs of a form or a query in their order, at most `limit`; the rest is left out. "+" is a space, empty pieces
/// are passed over, and percent signs that encode nothing stay.
[[nodiscard]] QList<FormPair> formPairs(QByteArrayView form, qsizetype limit = std::numeric_limits<qsizetype>::max());

} // namespace Detour
