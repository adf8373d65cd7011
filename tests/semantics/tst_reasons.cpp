// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include "samples.h"

#include "semantics/chaindifference.h"

#include <QDir>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

namespace {

/// The lines of each field, by lower-case name.
using FieldValues = QHash<QByteArray, QList<QByteArray>>;

void carryOut(const Change &change, Request &made, QList<QByteArray> &lines)
{
    switch (change.kind) {
    case ChangeKind::MethodChanged:
        made.method = *Method::fromToken(change.to);
        break;
    case ChangeKind::TargetChanged:
        made.target = uri(change.to.constData());
        break;
    case ChangeKind::ContentDropped:
        made.content.reset();
        break;
    case ChangeKind::ContentEmptied:
        made.content = ContentInfo{};
        break;
    case ChangeKind::ContentAdded: // the first request's, which are all alike here
        made.content = requestWithContent("POST", "http://a.test/").content;
        break;
    case ChangeKind::FieldChanged:
        lines[lines.indexOf(change.from)] = change.to;
        break;
    case ChangeKind::FieldRemoved:
        lines.removeOne(change.from);
        break;
    case ChangeKind::FieldAdded:
        lines.append(change.to);
        break;
    case ChangeKind::FragmentInherited: // these three say more about the target
    case ChangeKind::SchemeChanged:
    case ChangeKind::OriginChanged:
        break;
    }
}

/// By name: the order of different fields means nothing (RFC 9110 §5.3).
QList<Field> inOrder(const FieldList &fields)
{
    QList<Field> lines = fields.lines();
    std::stable_sort(lines.begin(), lines.end(),
                     [](const Field &a, const Field &b) { return a.name.toLower() < b.name.toLower(); });
    return lines;
}

/// Carries out the changes one by one: what comes out has to be the next request.
Request withChanges(const Request &before, const QList<Change> &changes)
{
    Request made = before;
    FieldValues values;
    for (const Field &field : before.fields) {
        values[field.name.toLower()].append(field.value);
    }
    for (const Change &change : changes) {
        carryOut(change, made, values[change.name.toLower()]);
    }
    made.fields = FieldList();
    for (const Field &field : before.fields) {
        QList<QByteArray> &lines = values[field.name.toLower()];
        if (!lines.isEmpty()) {
            made.fields.append(field.name, lines.takeFirst());
        }
    }
    for (const Change &change : changes) {
        QList<QByteArray> &lines = values[change.name.toLower()];
        if (change.kind == ChangeKind::FieldAdded && !lines.isEmpty()) {
            made.fields.append(change.name, lines.takeFirst());
        }
    }
    return made;
}

} // namespace

/// Every client × status × method × content × start × Location: each decision says why, and its changes are the whole
/// difference.
class TestReasons final : public QObject
{
    Q_OBJECT

private slots:
    void catalogIsWhole()
    {
        QSet<QString> seen;
        const QList<ReasonTemplate> all = reasonCatalog();
        for (const ReasonTemplate &entry : all) {
            const QString rule = QString::fromUtf16(entry.rule);
            QVERIFY2(!seen.contains(rule), qPrintable(rule));
            seen.insert(rule);
            QVERIFY2(!QString::fromUtf16(entry.title).isEmpty(), qPrintable(rule));
            QVERIFY2(QString::fromUtf16(entry.sentence).contains(u'.'), qPrintable(rule));
            QVERIFY2(QString::fromUtf16(entry.url).isEmpty() || QString::fromUtf16(entry.url).startsWith(u"https://"_s),
                     qPrintable(rule));
            QCOMPARE(reasonTitle(rule), QString::fromUtf16(entry.title));
        }
    }

    void unknownRulesHaveNoTitle()
    {
        QVERIFY(!isKnownReason(u"no-such-rule"_s));
        QVERIFY(reasonTitle(u"no-such-rule"_s).isEmpty());
        QVERIFY(reasonUrl(u"no-such-rule"_s).isEmpty());
    }

    void wordsAreBoundedAndNotReadAsPlaces()
    {
        const Reason reason = makeReason(u"bad-location"_s, {u"%2%1"_s + QString(5000, u'x'), u"it is too long"_s});
        QVERIFY(reason.text.size() < 400);
        QVERIFY(reason.text.contains(u"“%2%1"_s));
        QVERIFY(makeReason(u"bad-location"_s, {u"a\u202eb\nc"_s}).text.contains(u"a\ufffdb\ufffdc"_s));
    }

    void referenceIsTheMeasurementWhereThereIsNoClause()
    {
        ClientPolicy policy = policyOf(u"fetch"_s);
        policy.name = u"somecurl"_s;
        policy.version = u"7.88.1"_s;
        policy.emptyLocation = Handling::Deliver;
        const Decision decision = decide(request("GET", "http://a.test/"), redirect(302, ""), {}, policy);
        QCOMPARE(decision.reasons.constFirst().reference, u"measured: somecurl 7.88.1"_s);
    }

    void everyDecisionSaysWhy_data()
    {
        QTest::addColumn<QString>("client");
        QTest::addColumn<int>("status");
        const QStringList clients = QDir(QStringLiteral(DETOUR_CONTENT_DIR "/clients")).entryList({u"*.json"_s});
        QVERIFY(clients.size() >= 17);
        for (const QString &client : clients) {
            for (const int status : {300, 301, 302, 303, 304, 305, 306, 307, 308, 399}) {
                QTest::addRow("%s %d", qPrintable(client.chopped(5)), status) << client.chopped(5) << status;
            }
        }
    }

    void everyDecisionSaysWhy()
    {
        QFETCH(QString, client);
        QFETCH(int, status);
        const ClientPolicy policy = policyOf(client);
        const FieldList fields{{"Authorization", "a"}, {"Cookie", "b"}, {"cookie", "c"},  {"Content-Type", "d"},
                               {"Host", "e"},          {"X", "f"},      {"Referer", "g"}, {"Proxy-Authorization", "h"}};
        int follows = 0;
        for (const char *method : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"}) {
            for (const char *start : {"http://a.test/d/x#f", "https://a.test/d/x"}) {
                for (const bool hasContent : {false, true}) {
                    Request sent =
                        hasContent ? requestWithContent(method, start, fields) : request(method, start, fields);
                    sent.generated = {"Referer"};
                    follows += checkAllLocations(sent, status, policy);
                    if (QTest::currentTestFailed()) {
                        return;
                    }
                }
            }
        }
        QCOMPARE(follows > 0, followsAny(policy.rowFor(status)));
    }

    void everyLaterDecisionSaysWhy_data() { everyDecisionSaysWhy_data(); }

    /// With a chain behind it, and user names in the URL: what returns from the first request, and what a client makes.
    void everyLaterDecisionSaysWhy()
    {
        QFETCH(QString, client);
        QFETCH(int, status);
        const ClientPolicy policy = policyOf(client);
        const FieldList fields{{"Authorization", "a"}, {"Cookie", "b"}, {"Content-Type", "d"}, {"Referer", "g"}};
        ChainContext context;
        context.first = requestWithContent("POST", "http://a.test/d/x", fields);
        for (const bool isOneShot : {false, true}) {
            context.first->content->oneShot = isOneShot;
            for (const char *method : {"GET", "POST"}) {
                for (const char *start : {"http://u:p@a.test/d/x", "http://b.test/d/x", "https://v@a.test/"}) {
                    Request sent = request(method, start, {{"Content-Type", "d"}, {"Referer", "http://h.test/"}});
                    sent.generated = {"Referer"};
                    checkAllLocations(sent, status, policy, context);
                    sent = requestWithContent(method, start, fields);
                    sent.content->oneShot = isOneShot;
                    checkAllLocations(sent, status, policy, context);
                    if (QTest::currentTestFailed()) {
                        return;
                    }
                }
            }
        }
    }

private:
    static bool followsAny(const StatusRow *row)
    {
        const auto isFollowed = [](MethodRule rule) {
            return rule != MethodRule::Deliver && rule != MethodRule::Refuse;
        };
        return row
               && (isFollowed(row->otherwise) || std::any_of(row->byMethod.cbegin(), row->byMethod.cend(), isFollowed));
    }

    /// Returns how many were followed.
    static int checkAllLocations(const Request &sent, int status, const ClientPolicy &policy,
                                 const ChainContext &context = {})
    {
        int follows = 0;
        for (const char *location :
             {static_cast<const char *>(nullptr), "", "/y", "y#g", "#", "http://a.test:81/", "http://b.test/",
              "http://s.a.test/", "//b.test/\xc3\xa9?", "https://a.test/", "http://a.test/", "http://u:p@b.test/",
              "javascript:x", "http://[", "/a b", "\xff", "http:g"}) {
            const Response answer = redirect(status, location);
            const Decision decision = decide(sent, answer, context, policy);
            check(sent, answer, decision);
            follows += decision.action == Action::Follow ? 1 : 0;
            if (QTest::currentTestFailed()) {
                qWarning("%s with Location %s", sent.method.token().constData(), location);
                return follows;
            }
        }
        return follows;
    }

    /// What is wrong with a decision's reasons, or nothing. (Qt Test's own macros would take half of the time.)
    static QString faultOfReasons(const Decision &decision)
    {
        QStringList rules;
        for (const Reason &reason : decision.reasons) {
            const bool isWhole = isKnownReason(reason.rule) && !reason.text.isEmpty() && !reason.reference.isEmpty();
            if (!isWhole || rules.contains(reason.rule)) {
                return u"rule "_s + reason.rule;
            }
            if (reason.text.contains("  "_L1) || reason.text.contains("so ."_L1)) {
                return reason.text;
            }
            rules.append(reason.rule);
        }
        for (const Change &change : decision.changes) {
            if (!rules.contains(change.rule)) {
                return changeKindName(change.kind);
            }
        }
        return rules.isEmpty() ? u"no reasons"_s : QString();
    }

    static QString faultOfChanges(const Request &sent, const Decision &decision)
    {
        const Request made = withChanges(sent, decision.changes);
        const Request &expected = *decision.next;
        const bool isSame = made.method == expected.method && made.target == expected.target
                            && made.content == expected.content
                            && (made.fields == expected.fields || inOrder(made.fields) == inOrder(expected.fields));
        return isSame ? QString() : u"the changes do not lead to "_s + expected.target.toString();
    }

    static void check(const Request &sent, const Response &answer, const Decision &decision)
    {
        QString fault = faultOfReasons(decision);
        const QString sentence = decisionSentence(sent, answer, decision);
        const bool isConsistent = decision.stopCode.isEmpty() == (decision.action != Action::Stop)
                                  && decision.next.has_value() == (decision.action == Action::Follow)
                                  && (sentence.endsWith(u'.') || sentence.endsWith(u')'));
        if (fault.isEmpty() && !isConsistent) {
            fault = sentence;
        }
        if (fault.isEmpty() && decision.next) {
            fault = faultOfChanges(sent, decision);
        }
        if (!fault.isEmpty()) {
            QFAIL(qPrintable(fault));
        }
    }
};

DETOUR_TEST(TestReasons)

#include "tst_reasons.moc"
