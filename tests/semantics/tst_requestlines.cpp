// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include "samples.h"
#include "semantics/requestlines.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

namespace {

QByteArray summary(const QList<RequestLine> &lines)
{
    QByteArray words;
    for (const RequestLine &line : lines) {
        words += words.isEmpty() ? "" : " ";
        words += "=~-+"[int(line.change)];
        words += line.part == RequestPart::Field ? line.name : QByteArray(1, "MTFC"[int(line.part)]);
    }
    return words;
}

const FieldList fields{{"Authorization", "Bearer x"}, {"Content-Type", "text/plain"}, {"X-Own", "1"}};

} // namespace

class TestRequestLines final : public QObject
{
    Q_OBJECT

private slots:
    void aDroppedBodyTakesItsFieldsAlong()
    {
        const Request before = requestWithContent("POST", "http://a.test/form", fields);
        const Decision decision = decide(before, redirect(303, "http://b.test/thanks"), {}, policyOf(u"fetch"_s));
        const QList<RequestLine> lines = requestLines(before, *decision.next, decision.changes);
        QCOMPARE(summary(lines), QByteArray("~M ~T -Authorization -Content-Type =X-Own -C"));
        QCOMPARE(lines.at(0).rules, QStringList{u"303-becomes-get"_s});
        QCOMPARE(lines.at(2).rules, QStringList{u"other-origin-removes-authorization"_s});
        QVERIFY(lines.at(4).rules.isEmpty());
    }

    void whatStaysIsThereToo()
    {
        const Request before = requestWithContent("POST", "http://a.test/form", fields);
        const Decision decision = decide(before, redirect(307, "/form2"), {}, policyOf(u"fetch"_s));
        const QList<RequestLine> lines = requestLines(before, *decision.next, decision.changes);
        QCOMPARE(summary(lines), QByteArray("=M ~T =Authorization =Content-Type =X-Own =C"));
    }

    void aChangeByHandHasNoRule()
    {
        const Request before = request("GET", "http://a.test/", {{"A", "1"}});
        const Request after = requestWithContent("PUT", "http://a.test/", {{"A", "2"}, {"B", ""}});
        const QList<RequestLine> lines = requestLines(before, after, {});
        QCOMPARE(summary(lines), QByteArray("~M =T ~A +B +C"));
        QVERIFY(
            std::all_of(lines.cbegin(), lines.cend(), [](const RequestLine &line) { return line.rules.isEmpty(); }));
    }

    /// Whatever the client and the status: a line that changed names its rule, and no rule of a change is lost.
    void everyChangeHasItsLine_data()
    {
        QTest::addColumn<QString>("client");
        const QStringList files = QDir(QStringLiteral(DETOUR_CONTENT_DIR "/clients")).entryList({u"*.json"_s});
        QVERIFY(files.size() > 10);
        for (const QString &file : files)
            QTest::newRow(qPrintable(file)) << file.chopped(5);
    }

    void everyChangeHasItsLine()
    {
        QFETCH(const QString, client);
        int followed = 0;
        for (const char *method : {"GET", "POST", "PUT", "DELETE"}) {
            for (const StatusCode status : {301, 302, 303, 307, 308}) {
                for (const char *location : {"/y", "http://b.test/z?q", "https://u:p@a.test/", "?x#f"}) {
                    Request before = requestWithContent(method, "http://u:p@a.test/x#frag", fields);
                    before.generated = {"Content-Type"};
                    const Decision decision = decide(before, redirect(status, location), {}, policyOf(client));
                    if (!decision.next)
                        continue;
                    ++followed;
                    compareRules(requestLines(before, *decision.next, decision.changes), decision.changes);
                }
            }
        }
        QVERIFY(followed > 4);
    }

private:
    static void compareRules(const QList<RequestLine> &lines, const QList<Change> &changes)
    {
        QStringList named;
        for (const RequestLine &line : lines) {
            QVERIFY2((line.change == LineChange::Kept) == line.rules.isEmpty(),
                     QByteArray(line.name + line.after).constData());
            named += line.rules;
        }
        for (const Change &change : changes)
            QVERIFY2(named.contains(change.rule), qPrintable(changeKindName(change.kind) + u' ' + change.rule));
    }
};

DETOUR_TEST(TestRequestLines)
#include "tst_requestlines.moc"
