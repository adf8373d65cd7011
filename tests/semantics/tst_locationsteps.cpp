// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include "referenceexamples.h"
#include "samples.h"
#include "semantics/locationsteps.h"
#include "semantics/rfc3986.h"
#include "semantics/urlpieces.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

namespace {

/// What the steps, read in their order, put together: a reader who follows them gets here.
UrlPieces replayed(const LocationWork &work)
{
    UrlPieces pieces;
    for (const LocationStep &step : work.steps) {
        switch (step.part) {
        case UriPart::Whole: // tidied up, or read otherwise as a whole
            pieces = splitUrl(step.to);
            break;
        case UriPart::Scheme:
            pieces.scheme = step.to;
            break;
        case UriPart::Authority:
            pieces.authority = step.to;
            break;
        case UriPart::Path:
            pieces.path = step.to;
            break;
        case UriPart::Query:
            pieces.query = step.to;
            break;
        case UriPart::Fragment:
            pieces.fragment = step.to;
            break;
        }
    }
    return pieces;
}

/// Absent and empty parts are one here: a step says what comes out, and nothing may.
bool isSameUri(const UrlPieces &pieces, const TargetUri &target)
{
    const UrlPieces other = piecesOf(target);
    const QByteArray none;
    return pieces.scheme == other.scheme && pieces.authority.value_or(none) == other.authority.value_or(none)
           && pieces.path == other.path && pieces.query.value_or(none) == other.query.value_or(none)
           && pieces.fragment.value_or(none) == other.fragment.value_or(none);
}

QStringList clausesOf(const LocationWork &work, UriPart part)
{
    QStringList clauses;
    for (const LocationStep &step : work.steps) {
        if (step.part == part)
            clauses.append(step.clause);
    }
    return clauses;
}

bool says(const LocationWork &work, const QString &words)
{
    return std::any_of(work.steps.cbegin(), work.steps.cend(),
                       [&words](const LocationStep &step) { return step.text.contains(words); });
}

/// As tables/locations.txt writes bytes.
QByteArray unescaped(QByteArray text)
{
    for (qsizetype at = text.indexOf("\\x"); at >= 0; at = text.indexOf("\\x", at + 1))
        text.replace(at, 4, QByteArray::fromHex(text.mid(at + 2, 2)));
    return text;
}

} // namespace

class TestLocationSteps final : public QObject
{
    Q_OBJECT

private slots:
    /// RFC 3986 §5.4, each example: the steps lead to the answer, and nothing beyond the book is needed.
    void theExamplesAreWorkedOut_data()
    {
        QTest::addColumn<QByteArray>("target");
        for (const auto &[reference, target] : referenceExamples)
            QTest::newRow(*reference ? reference : "(empty)") << QByteArray(target);
    }

    void theExamplesAreWorkedOut()
    {
        QFETCH(const QByteArray, target);
        QByteArray reference = QTest::currentDataTag();
        if (reference == "(empty)")
            reference.clear();
        const LocationWork work = work3986(reference);
        QVERIFY(work.target);
        QCOMPARE(work.target->toBytes(), target);
        QVERIFY(isSameUri(replayed(work), *work.target));
        QVERIFY(work.isByTheBook);
        for (const LocationStep &step : work.steps) {
            QVERIFY2(step.clause.startsWith(u"RFC 3986 §"), qPrintable(step.text));
            QVERIFY2(step.url.startsWith(u"https://www.rfc-editor.org/"), qPrintable(step.url));
        }
    }

    void thePathIsMergedAndItsDotsWorkedOut()
    {
        const LocationWork work = work3986("../g;x=1/./y");
        QCOMPARE(clausesOf(work, UriPart::Path), (QStringList{u"RFC 3986 §5.2.3"_s, u"RFC 3986 §5.2.4"_s}));
        const auto merged = std::find_if(work.steps.cbegin(), work.steps.cend(),
                                         [](const LocationStep &step) { return step.part == UriPart::Path; });
        QCOMPARE(merged->from, QByteArray("/b/c/d;p"));
        QCOMPARE(merged->to, QByteArray("/b/c/../g;x=1/./y"));
        QCOMPARE((merged + 1)->to, QByteArray("/b/g;x=1/y"));
    }

    void anEmptyReferenceKeepsPathAndQuery()
    {
        const LocationWork work = work3986("");
        QVERIFY(says(work, u"The reference is empty"_s));
        QVERIFY(says(work, u"the base’s query stays"_s));
        QVERIFY(says(work3986("g"), u"the base’s does not go along"_s));
    }

    void theFragmentIsInheritedWhereTheClientDoes()
    {
        const TargetUri base = uri("http://a.test/x#top");
        const LocationWork kept = locationSteps(base, "/y", LocationDialect::WhatwgUrl, true);
        QCOMPARE(kept.target->toBytes(), QByteArray("http://a.test/y#top"));
        QCOMPARE(clausesOf(kept, UriPart::Fragment), QStringList{u"RFC 9110 §10.2.2"_s});
        const LocationWork lost = locationSteps(base, "/y", LocationDialect::PythonUrllib, false);
        QCOMPARE(lost.target->toBytes(), QByteArray("http://a.test/y"));
        QVERIFY(says(lost, u"this client drops it"_s));
        const LocationWork own = locationSteps(base, "/y#own", LocationDialect::WhatwgUrl, true);
        QCOMPARE(own.target->toBytes(), QByteArray("http://a.test/y#own"));
    }

    void aBrowserTidiesUpFirst()
    {
        const TargetUri base = uri("http://a.test/d/x");
        const LocationWork work = locationSteps(base, " y\\z\t ", LocationDialect::WhatwgUrl, true);
        QCOMPARE(work.target->toBytes(), QByteArray("http://a.test/d/y/z"));
        QVERIFY(says(work, u"thrown away"_s));
        QVERIFY(says(work, u"A backslash counts as a slash."_s));
        QVERIFY(isSameUri(replayed(work), *work.target));
    }

    void whatIsNormalizedIsNamed()
    {
        const TargetUri base = uri("http://a.test/d/x");
        const LocationWork work = locationSteps(base, "HTTP://B.TEST:80/caf\xc3\xa9", LocationDialect::WhatwgUrl, true);
        QCOMPARE(work.target->toBytes(), QByteArray("http://b.test/caf%C3%A9"));
        QVERIFY(says(work, u"percent-encoded"_s));
        QVERIFY(!work.isByTheBook);
        const LocationWork book = locationSteps(base, "http://B.TEST", LocationDialect::Rfc3986, true);
        QVERIFY(says(book, u"A host is written in lower case."_s));
        QVERIFY(says(book, u"An empty path of http is the root."_s));
        QVERIFY(book.isByTheBook);
    }

    void whatCannotBeReadHasAProblem()
    {
        const LocationWork work = locationSteps(uri("http://a.test/"), "http://[::1", LocationDialect::WhatwgUrl, true);
        QVERIFY(!work.target);
        QVERIFY(!work.problem.isEmpty());
        QVERIFY(!work.steps.isEmpty());
    }

    /// Every client and every Location that was measured: the steps lead where the client really goes.
    void theStepsLeadWhereEachClientGoes()
    {
        QFile file(QStringLiteral(DETOUR_TABLES_DIR "/locations.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        int checked = 0;
        for (const QByteArray &line : file.readAll().split('\n')) {
            const QList<QByteArray> cells = line.split('\t');
            if (line.startsWith('#') || cells.size() < 3)
                continue;
            const QByteArray client = cells.at(0).startsWith('~') ? cells.at(0).mid(1) : cells.at(0);
            const ClientPolicy policy = policyOf(QString::fromLatin1(client));
            const LocationWork work = locationSteps(uri("http://a.test:8001/t/d/0#f"), unescaped(cells.at(1)),
                                                    policy.dialect, policy.inheritsFragment);
            if (!work.target || !work.target->isHttp())
                continue;
            ++checked;
            QVERIFY2(isSameUri(replayed(work), *work.target),
                     qPrintable(QString::fromLatin1(line + '\n' + replayed(work).toBytes())));
        }
        QVERIFY2(checked > 200, qPrintable(QString::number(checked)));
    }

    void hostileBytesOnlyLeadToWords()
    {
        const TargetUri base = uri("http://a.test/d/x?q#f");
        QByteArray bytes;
        for (int c = 0; c < 256; ++c)
            bytes += char(c);
        for (int i = 0; i < 256; ++i) {
            const LocationWork work =
                locationSteps(base, QByteArray(bytes.mid(i) + bytes.left(i)), LocationDialect(i % 14), true);
            QVERIFY(work.target || !work.problem.isEmpty());
        }
        const QByteArray longPath = QByteArray("../a/./").repeated(9000);
        QVERIFY(locationSteps(base, longPath, LocationDialect::WhatwgUrl, true).target);
    }

    void theLocationThatCounts()
    {
        const QList<QByteArray> two{"", "/b"};
        QCOMPARE(locationThatCounts(two, DuplicateLocations::First), QByteArray(""));
        QCOMPARE(locationThatCounts(two, DuplicateLocations::FirstNotEmpty), QByteArray("/b"));
        QCOMPARE(locationThatCounts(two, DuplicateLocations::Last), QByteArray("/b"));
        QCOMPARE(locationThatCounts(two, DuplicateLocations::Join), QByteArray(", /b"));
        QVERIFY(!locationThatCounts(two, DuplicateLocations::Stop));
        QCOMPARE(locationThatCounts({"/b", "/b"}, DuplicateLocations::Stop), QByteArray("/b"));
    }

private:
    static LocationWork work3986(QByteArrayView reference)
    {
        return locationSteps(*parseUriReference(referenceBase), reference, LocationDialect::Rfc3986, true);
    }
};

DETOUR_TEST(TestLocationSteps)
#include "tst_locationsteps.moc"
