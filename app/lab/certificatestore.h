// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "lab/certificate.h"

namespace Detour {

/// The pair that is kept in `folder`, or a new one where there is none yet or the kept one is expired, broken, open to
/// others or lacks a name; the new one then takes its place and keeps the old one's names. Several processes may ask
/// at once: one of them makes it, the others read it. Where the folder cannot be written to, or is empty text, the pair
/// is in memory only; `note` says so in the first case. Error "certificate" if none can be made.
[[nodiscard]] Result<LabCertificate> keptCertificate(const QString &folder, const QList<QByteArray> &names,
                                                     const QDateTime &now);

} // namespace Detour
