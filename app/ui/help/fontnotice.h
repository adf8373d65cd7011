// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

namespace Detour {

/// What a font says about itself (OpenType, table "name"): empty where it says nothing.
struct FontNotice
{
    QString family;
    QString copyright;
    QString licence;
    QString licenceUrl;
};

/// Reads the table; anything that does not fit is left out.
[[nodiscard]] FontNotice fontNoticeFrom(const QByteArray &nameTable);
/// Of an embedded font file, such as ":/fonts/Inter-Regular.otf".
[[nodiscard]] FontNotice fontNoticeOf(const QString &file);

} // namespace Detour
