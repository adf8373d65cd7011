// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace Detour {

/// The lab's key and the certificate that it signs itself: a leaf that can sign no other (CA:FALSE), made on this
/// computer, in no system's list of what to trust. Whoever is given the certificate trusts the lab and nothing else.
struct LabCertificate
{
    QByteArray certificate; ///< PEM; empty: the lab has no https
    QByteArray key;         ///< PEM, PKCS #8; never leaves the lab
    QString file;           ///< the certificate's, for `curl --cacert`; empty: it is in memory only
    QString note;           ///< one sentence a person ought to read, or empty
};

/// How long a new certificate is good for, and how long before its end it is replaced.
inline constexpr int certificateDays = 397;
inline constexpr int certificateMarginDays = 7;

/// The names that every certificate of the lab has: localhost, 127.0.0.1 and ::1. NAME.localhost has to be named one by
/// one: no client takes "*.localhost".
[[nodiscard]] QList<QByteArray> ownCertificateNames();

/// Makes a key (ECDSA, P-256) and a certificate for ownCertificateNames() and those `names` that are host names; valid
/// from a day before `now` (clocks differ). Error "certificate".
[[nodiscard]] Result<LabCertificate> makeCertificate(const QList<QByteArray> &names, const QDateTime &now);

/// Whether the two are a pair that serves at `now` for all `names`: not expired nor about to, of the kind that
/// makeCertificate() makes.
[[nodiscard]] bool isUsable(const LabCertificate &certificate, const QList<QByteArray> &names, const QDateTime &now);

/// The host names and addresses that it is for.
[[nodiscard]] QList<QByteArray> namesOf(const LabCertificate &certificate);

} // namespace Detour
