// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/httpdate.h"

#include <QLocale>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr int centuryPivot = 1970;

} // namespace

std::optional<QDateTime> parseHttpDate(QByteArrayView text)
{
    QString words = QString::fromLatin1(text).simplified();
    // The weekday adds nothing, and would contradict a year of two digits before its century is known.
    words = words.sliced(words.indexOf(u' ') + 1);
    for (const QString &form :
         {u"dd MMM yyyy HH:mm:ss 'GMT'"_s, u"dd-MMM-yy HH:mm:ss 'GMT'"_s, u"MMM d HH:mm:ss yyyy"_s}) {
        QDateTime time = QLocale::c().toDateTime(words, form);
        if (!time.isValid()) {
            continue;
        }
        time.setTimeSpec(Qt::UTC);
        return form.contains(u'-') && time.date().year() < centuryPivot ? time.addYears(100) : time;
    }
    return std::nullopt;
}

QByteArray httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace Detour
