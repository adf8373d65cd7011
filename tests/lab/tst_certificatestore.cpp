// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/certificatestore.h"
#include "support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Detour;
using namespace Qt::StringLiterals;

class CertificateStoreTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }

    void theSecondTimeItIsTheSame();
    void onlyItsOwnerMayReadTheKey();
    void oneThatIsExpiredIsMadeAnew();
    void oneThatLacksANameIsMadeAnewWithTheOldNames();
    void oneThatIsBrokenIsMadeAnew();
    void aKeyThatOthersCanReadIsMadeAnew();
    void whereNothingCanBeKeptItIsInMemory();
    void withoutAFolderNothingIsWritten();
    void severalAtOnceAgree();

private:
    [[nodiscard]] QString folder() const { return m_home->filePath(u"data/detour"_s); }
    [[nodiscard]] LabCertificate kept(const QList<QByteArray> &names = {}, const QDateTime &at = now) const
    {
        return *keptCertificate(folder(), names, at);
    }

    static inline const QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
    std::unique_ptr<QTemporaryDir> m_home;
};

void CertificateStoreTest::theSecondTimeItIsTheSame()
{
    const LabCertificate first = kept();
    QVERIFY(isUsable(first, {}, now));
    QVERIFY(first.note.isEmpty());
    QFile file(first.file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), first.certificate);
    const LabCertificate second = kept();
    QCOMPARE(second.certificate, first.certificate);
    QCOMPARE(second.key, first.key);
    QCOMPARE(second.file, first.file);
}

void CertificateStoreTest::onlyItsOwnerMayReadTheKey()
{
    (void)kept();
    constexpr QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFileInfo(folder()).permissions() & others));
    const QFileInfoList files = QDir(folder()).entryInfoList(QDir::Files);
    QCOMPARE(files.size(), 2);
    for (const QFileInfo &file : files) {
        QVERIFY2(!(file.permissions() & others), qPrintable(file.filePath()));
    }
}

void CertificateStoreTest::oneThatIsExpiredIsMadeAnew()
{
    const LabCertificate first = kept();
    const QDateTime later = now.addDays(certificateDays);
    const LabCertificate second = kept({}, later);
    QVERIFY(second.certificate != first.certificate);
    QVERIFY(isUsable(second, {}, later));
    QCOMPARE(kept({}, later).certificate, second.certificate);
}

void CertificateStoreTest::oneThatLacksANameIsMadeAnewWithTheOldNames()
{
    (void)kept({"a.localhost"});
    const LabCertificate second = kept({"b.localhost"});
    QVERIFY(namesOf(second).contains("b.localhost"));
    QCOMPARE(kept({"a.localhost"}).certificate, second.certificate);
}

void CertificateStoreTest::oneThatIsBrokenIsMadeAnew()
{
    for (const char *name : {"lab-key.pem", "lab-certificate.pem"}) {
        const LabCertificate first = kept();
        QFile file(QDir(folder()).filePath(QString::fromLatin1(name)));
        QVERIFY(file.resize(60));
        const LabCertificate second = kept();
        QVERIFY(second.certificate != first.certificate);
        QVERIFY(isUsable(second, {}, now));
        QCOMPARE(kept().certificate, second.certificate);
    }
}

void CertificateStoreTest::aKeyThatOthersCanReadIsMadeAnew()
{
    const LabCertificate first = kept();
    const QString key = QDir(folder()).filePath(u"lab-key.pem"_s);
    QVERIFY(QFile::setPermissions(key, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    QVERIFY(kept().key != first.key);
}

void CertificateStoreTest::whereNothingCanBeKeptItIsInMemory()
{
    QFile file(m_home->filePath(u"data"_s)); // where the folder would have to be
    QVERIFY(file.open(QIODevice::WriteOnly));
    const LabCertificate pair = kept();
    QVERIFY(isUsable(pair, {}, now));
    QVERIFY(pair.file.isEmpty());
    QVERIFY(pair.note.contains(folder()));
    QCOMPARE(pair.note.count(u". "_s), 0); // one sentence
}

void CertificateStoreTest::withoutAFolderNothingIsWritten()
{
    const LabCertificate pair = *keptCertificate({}, {}, now);
    QVERIFY(isUsable(pair, {}, now));
    QVERIFY(pair.file.isEmpty() && pair.note.isEmpty());
}

void CertificateStoreTest::severalAtOnceAgree()
{
    constexpr int count = 8;
    std::vector<LabCertificate> pairs(count);
    std::vector<std::unique_ptr<QThread>> threads;
    for (LabCertificate &pair : pairs) {
        threads.emplace_back(QThread::create([&pair, this] { pair = kept(); }));
        threads.back()->start();
    }
    for (const auto &thread : threads) {
        thread->wait();
    }
    for (const LabCertificate &pair : pairs) {
        QVERIFY(isUsable(pair, {}, now));
        QCOMPARE(pair.certificate, pairs.front().certificate);
        QCOMPARE(pair.key, pairs.front().key);
    }
}

DETOUR_TEST(CertificateStoreTest)
#include "tst_certificatestore.moc"
