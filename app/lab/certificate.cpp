// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/certificate.h"

#include <QSslCertificate>
#include <QSslCertificateExtension>

#include <algorithm>
#include <memory>

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

template<auto Free>
struct Freer
{
    template<typename T>
    void operator()(T *pointer) const
    {
        Free(pointer);
    }
};

void freeBio(BIO *bio)
{
    BIO_free(bio);
}

using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freer<X509_EXTENSION_free>>;
using Bio = std::unique_ptr<BIO, Freer<freeBio>>;

/// "a.example": what may stand in a certificate as a DNS name, and in the text that OpenSSL reads names from.
bool isHostName(const QByteArray &name)
{
    constexpr qsizetype longest = 253;
    return !name.isEmpty() && name.size() <= longest && !name.startsWith('.') && !name.endsWith('.')
           && std::all_of(name.cbegin(), name.cend(), [](char c) {
                  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
              });
}

QByteArray alternativeNames(const QList<QByteArray> &names)
{
    QByteArray text = "DNS:localhost,IP:127.0.0.1,IP:::1";
    QList<QByteArray> written = ownCertificateNames();
    for (const QByteArray &name : names) {
        if (isHostName(name) && !written.contains(name)) {
            text += ",DNS:" + name;
            written.append(name);
        }
    }
    return text;
}

bool addExtension(X509 *certificate, int kind, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setSerial(X509 *certificate)
{
    // 16 random bytes, positive and not zero (RFC 5280 §4.1.2.2).
    unsigned char bytes[16];
    if (RAND_bytes(bytes, sizeof(bytes)) != 1) {
        return false;
    }
    bytes[0] = static_cast<unsigned char>((bytes[0] & 0x3fU) | 0x40U);
    const std::unique_ptr<BIGNUM, Freer<BN_free>> number(BN_bin2bn(bytes, sizeof(bytes), nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool setName(X509 *certificate)
{
    X509_NAME *name = X509_get_subject_name(certificate);
    const auto *text = reinterpret_cast<const unsigned char *>("Detour lab (this computer only)");
    return X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, text, -1, -1, 0) == 1
           && X509_set_issuer_name(certificate, name) == 1;
}

bool fill(X509 *certificate, EVP_PKEY *key, const QList<QByteArray> &names, const QDateTime &now)
{
    constexpr long version3 = 2;
    return X509_set_version(certificate, version3) == 1 && setSerial(certificate) && setName(certificate)
           && ASN1_TIME_set(X509_getm_notBefore(certificate), now.addDays(-1).toSecsSinceEpoch()) != nullptr
           && ASN1_TIME_set(X509_getm_notAfter(certificate), now.addDays(certificateDays).toSecsSinceEpoch()) != nullptr
           && X509_set_pubkey(certificate, key) == 1
           && addExtension(certificate, NID_basic_constraints, "critical,CA:FALSE")
           && addExtension(certificate, NID_ext_key_usage, "serverAuth")
           && addExtension(certificate, NID_subject_key_identifier, "hash")
           && addExtension(certificate, NID_authority_key_identifier, "keyid:always")
           && addExtension(certificate, NID_subject_alt_name, alternativeNames(names))
           && X509_sign(certificate, key, EVP_sha256()) > 0;
}

QByteArray contentOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return size > 0 ? QByteArray(data, size) : QByteArray();
}

Bio readingBio(const QByteArray &bytes)
{
    return Bio(BIO_new_mem_buf(bytes.constData(), int(bytes.size())));
}

bool isPair(const LabCertificate &pair)
{
    const Bio certificateBytes = readingBio(pair.certificate);
    const Bio keyBytes = readingBio(pair.key);
    const Certificate certificate(PEM_read_bio_X509(certificateBytes.get(), nullptr, nullptr, nullptr));
    // A passphrase is never asked for: an encrypted key is not ours.
    char none[] = "";
    const Key key(PEM_read_bio_PrivateKey(keyBytes.get(), nullptr, nullptr, none));
    return certificate && key && EVP_PKEY_is_a(key.get(), "EC") == 1
           && X509_check_private_key(certificate.get(), key.get()) == 1
           && X509_verify(certificate.get(), key.get()) == 1 && X509_check_ca(certificate.get()) == 0;
}

} // namespace

QList<QByteArray> ownCertificateNames()
{
    return {"localhost", "127.0.0.1", "::1"};
}

Result<LabCertificate> makeCertificate(const QList<QByteArray> &names, const QDateTime &now)
{
    const Error failed{u"certificate"_s, u"The key and the certificate for https could not be made."_s};
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    const Bio keyBytes(BIO_new(BIO_s_mem()));
    const Bio certificateBytes(BIO_new(BIO_s_mem()));
    if (!key || !certificate || !keyBytes || !certificateBytes || !fill(certificate.get(), key.get(), names, now)
        || PEM_write_bio_X509(certificateBytes.get(), certificate.get()) != 1
        || PEM_write_bio_PKCS8PrivateKey(keyBytes.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1) {
        return failed;
    }
    return LabCertificate{contentOf(certificateBytes.get()), contentOf(keyBytes.get()), {}, {}};
}

bool isUsable(const LabCertificate &certificate, const QList<QByteArray> &names, const QDateTime &now)
{
    const QSslCertificate parsed(certificate.certificate, QSsl::Pem);
    if (parsed.isNull() || parsed.effectiveDate() > now || parsed.expiryDate() < now.addDays(certificateMarginDays)
        || !isPair(certificate)) {
        return false;
    }
    const QList<QByteArray> present = namesOf(certificate);
    const auto has = [&present](const QByteArray &name) { return !isHostName(name) || present.contains(name); };
    const QList<QByteArray> own = ownCertificateNames();
    return std::all_of(names.cbegin(), names.cend(), has)
           && std::all_of(own.cbegin(), own.cend(), [&](const QByteArray &name) { return present.contains(name); });
}

QList<QByteArray> namesOf(const LabCertificate &certificate)
{
    QList<QByteArray> names;
    const auto all = QSslCertificate(certificate.certificate, QSsl::Pem).subjectAlternativeNames();
    for (const QString &name : all) {
        names.append(name.toLatin1());
    }
    return names;
}

} // namespace Detour
