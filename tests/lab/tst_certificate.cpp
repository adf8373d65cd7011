// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/certificate.h"
#include "support/testregistry.h"

#include <QSslCertificate>
#include <QSslCertificateExtension>
#include <QSslKey>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class CertificateTest final : public QObject
{
    Q_OBJECT

private slots:
    void isALeafForTheLabsNames();
    void leavesOutWhatIsNoHostName();
    void isUsableUntilShortlyBeforeItsEnd();
    void isNotUsableWithoutAName();
    void aKeyOfAnotherPairIsNotUsable();
    void brokenBytesAreNotUsable();
    void noTwoAreAlike();
};

namespace {

const QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);

LabCertificate made(const QList<QByteArray> &names = {})
{
    return *makeCertificate(names, now);
}

} // namespace

void CertificateTest::isALeafForTheLabsNames()
{
    const LabCertificate pair = made({"pay.localhost", "shop.example", "localhost"});
    QCOMPARE(namesOf(pair).size(), 5);
    for (const char *name : {"localhost", "127.0.0.1", "::1", "pay.localhost", "shop.example"}) {
        QVERIFY2(namesOf(pair).contains(name), name);
    }
    const QSslCertificate certificate(pair.certificate, QSsl::Pem);
    QVERIFY(certificate.isSelfSigned());
    QCOMPARE(certificate.publicKey().algorithm(), QSsl::Ec);
    QCOMPARE(certificate.publicKey().length(), 256);
    QCOMPARE(certificate.effectiveDate(), now.addDays(-1));
    QCOMPARE(certificate.expiryDate(), now.addDays(certificateDays));
    QVERIFY(!QSslKey(pair.key, QSsl::Ec).isNull());
    bool isLeaf = false;
    for (const QSslCertificateExtension &extension : certificate.extensions()) {
        if (extension.name() == "basicConstraints"_L1) {
            isLeaf = extension.isCritical() && !extension.value().toMap().value(u"ca"_s).toBool();
        }
    }
    QVERIFY(isLeaf);
}

void CertificateTest::leavesOutWhatIsNoHostName()
{
    const LabCertificate pair = made({"a.test,DNS:evil.test", "*.localhost", "UPPER.test", "", ".test", "[::2]"});
    QCOMPARE(namesOf(pair).size(), 3);
    QVERIFY(isUsable(pair, {"a.test,DNS:evil.test", "[::2]"}, now)); // another one would not have them either
}

void CertificateTest::isUsableUntilShortlyBeforeItsEnd()
{
    const LabCertificate pair = made();
    QVERIFY(isUsable(pair, {}, now));
    QVERIFY(isUsable(pair, {}, now.addDays(certificateDays - certificateMarginDays)));
    QVERIFY(!isUsable(pair, {}, now.addDays(certificateDays - certificateMarginDays).addSecs(1)));
    QVERIFY(!isUsable(pair, {}, now.addDays(-2)));
}

void CertificateTest::isNotUsableWithoutAName()
{
    const LabCertificate pair = made({"a.localhost"});
    QVERIFY(isUsable(pair, {"a.localhost"}, now));
    QVERIFY(!isUsable(pair, {"a.localhost", "b.localhost"}, now));
}

void CertificateTest::aKeyOfAnotherPairIsNotUsable()
{
    LabCertificate pair = made();
    pair.key = made().key;
    QVERIFY(!isUsable(pair, {}, now));
}

void CertificateTest::brokenBytesAreNotUsable()
{
    const LabCertificate pair = made();
    QVERIFY(!isUsable({}, {}, now));
    QVERIFY(!isUsable({pair.certificate, {}, {}, {}}, {}, now));
    QVERIFY(!isUsable({pair.certificate.first(200), pair.key, {}, {}}, {}, now));
    QVERIFY(!isUsable({pair.certificate, pair.key.first(100), {}, {}}, {}, now));
}

void CertificateTest::noTwoAreAlike()
{
    const QSslCertificate first(made().certificate, QSsl::Pem);
    const QSslCertificate second(made().certificate, QSsl::Pem);
    QVERIFY(first.serialNumber() != second.serialNumber());
    QVERIFY(first.publicKey() != second.publicKey());
}

DETOUR_TEST(CertificateTest)
#include "tst_certificate.moc"
