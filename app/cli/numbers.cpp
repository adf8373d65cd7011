// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/numbers.h"

#include "cli/commandline.h"
#include "semantics/percentencoding.h"

#include <algorithm>
#include <cmath>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// Qt would also take white space, "+1", "1e3", "inf" and "nan".
bool isPlainNumber(const QByteArray &typed)
{
    return !typed.isEmpty()
           && std::all_of(typed.cbegin(), typed.cend(), [](char c) { return isAsciiDigit(c) || c == '.' || c == '-'; });
}

} // namespace

Result<int> wholeNumber(const QByteArray &option, const QByteArray &typed, int least, int most)
{
    bool isNumber = false;
    const int number = typed.toInt(&isNumber);
    if (!isNumber || !isPlainNumber(typed) || number < least || number > most) {
        return Error{u"bad-words"_s, u"%1 %2 is not possible: write a whole number from %3 to %4"_s.arg(
                                         QString::fromLatin1(option), quotedWord(typed), QString::number(least),
                                         QString::number(most))};
    }
    return number;
}

Result<std::chrono::milliseconds> seconds(const QByteArray &option, const QByteArray &typed)
{
    constexpr double millisecondsPerSecond = 1000;
    constexpr double aDay = 86'400;
    bool isNumber = false;
    const double number = typed.toDouble(&isNumber);
    if (!isNumber || !isPlainNumber(typed) || !(number > 0) || number > aDay) {
        return Error{u"bad-words"_s, u"%1 %2 is not possible: write seconds, such as 30 or 0.5"_s.arg(
                                         QString::fromLatin1(option), quotedWord(typed))};
    }
    return std::chrono::milliseconds(qMax(qint64(1), qint64(std::llround(number * millisecondsPerSecond))));
}

} // namespace Detour
