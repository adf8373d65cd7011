// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include "samples.h"

#include "semantics/reason.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *requiredMembers[] = {"schema",
                                           "id",
                                           "name",
                                           "version",
                                           "summary",
                                           "table",
                                           "limit",
                                           "location",
                                           "schemes",
                                           "cycle",
                                           "oneShotContent",
                                           "fields",
                                           "table[0].status",
                                           "table[0].next",
                                           "table[0].reason",
                                           "limit.redirects",
                                           "limit.then",
                                           "location.dialect",
                                           "location.missing",
                                           "location.empty",
                                           "location.unparsable",
                                           "location.several",
                                           "location.userinfoAtOtherOrigin",
                                           "location.inheritsFragment",
                                           "schemes.other",
                                           "schemes.httpsToHttp",
                                           "oneShotContent.then",
                                           "fields.removed",
                                           "fields.content.names",
                                           "fields.content.reason",
                                           "fields.removed[1].names",
                                           "fields.removed[1].at",
                                           "fields.removed[1].reason"};

struct BadMember
{
    const char *path;
    QJsonValue value;
    QString named = {}; ///< the path in the error, where it is another one
};

const QJsonValue missing(QJsonValue::Undefined);

const QList<BadMember> badMembers{
    {"schema", u"detour.client/9"_s},
    {"id", u"a/b"_s},
    {"name", u" "_s},
    {"summary", QString(2000, u'x')},
    {"surprise", 1},
    {"table", QJsonArray()},
    {"table[0]", 5},
    {"table[0].extra", 1},
    {"table[0].status", QJsonArray{200}},
    {"table[0].status", QJsonArray{400}},
    {"table[0].status", QJsonArray{u"3xx"_s}},
    {"table[0].status", QJsonArray()},
    {"table[0].methods", QJsonArray{u"P OST"_s}},
    {"table[0].methods", QJsonArray{u"POST"_s, u"POST"_s}},
    {"table[0].methods", missing, u"table[1].status"_s},
    {"table[1].methods", QJsonArray{u"PUT"_s}, u"table"_s},
    {"table[1].methods", QJsonArray{u"POST"_s}},
    {"table[0].next", u"jump"_s},
    {"table[0].reason", u"because"_s},
    {"limit.redirects", 1.5},
    {"limit.redirects", -2},
    {"limit.redirects", u"20"_s},
    {"limit.then", u"follow"_s},
    {"limit.optionOffset", 2},
    {"limit.extra", 2},
    {"location.dialect", u"idna"_s},
    {"location.missing", u"follow"_s},
    {"location.several", u"middle"_s},
    {"location.inheritsFragment", u"true"_s},
    {"location.userinfo", u"sent"_s},
    {"location.ownUserinfo", u"sent"_s},
    {"schemes.other", u"follow"_s},
    {"cycle", u"deliver"_s},
    {"oneShotContent.then", u"follow"_s},
    {"oneShotContent.evenIfDropped", QJsonArray{u"other-3xx"_s}},
    {"oneShotContent.forcedMethods", QJsonArray{u"PO ST"_s}},
    {"fields.content.names", QJsonArray{u"A B"_s}},
    {"fields.content.extra", 1},
    {"fields.removed[0].at", u"mars"_s},
    {"fields.removed[0].madeBy", u"nobody"_s},
    {"fields.removed[0].comparedWith", u"last"_s},
    {"fields.extra", 1},
    {"reasons.content-dropped", u"because"_s},
    {"reasons.because", u"content-dropped"_s},
    {"reasons", QJsonArray()},
};

/// Sets, or with an undefined value removes, the member at a path such as "table[0].next".
QJsonValue withMember(const QJsonValue &root, QStringList path, const QJsonValue &value)
{
    if (path.isEmpty()) {
        return value;
    }
    const QString step = path.takeFirst();
    if (step.startsWith(u'[')) {
        QJsonArray array = root.toArray();
        const qsizetype index = step.mid(1).chopped(1).toInt();
        array[index] = withMember(array.at(index), path, value);
        return array;
    }
    QJsonObject object = root.toObject();
    if (path.isEmpty() && value.isUndefined()) {
        object.remove(step);
    } else {
        object.insert(step, withMember(object.value(step), path, value));
    }
    return object;
}

QByteArray changedPolicy(const QString &path, const QJsonValue &value)
{
    const QJsonObject root = QJsonDocument::fromJson(policyJson(u"fetch"_s)).object();
    const QStringList steps = QString(path).replace(u'[', u".["_s).split(u'.');
    return QJsonDocument(withMember(root, steps, value).toObject()).toJson();
}

} // namespace

class TestClientPolicy final : public QObject
{
    Q_OBJECT

private slots:
    void shippedPoliciesAreValid_data()
    {
        QTest::addColumn<QString>("id");
        const QStringList files = QDir(QStringLiteral(DETOUR_CONTENT_DIR "/clients")).entryList({u"*.json"_s});
        QVERIFY(files.size() >= 2);
        for (const QString &file : files) {
            QTest::newRow(qPrintable(file)) << file.chopped(5);
        }
    }

    void shippedPoliciesAreValid()
    {
        QFETCH(QString, id);
        const ClientPolicy policy = policyOf(id);
        QCOMPARE(policy.id, id);
        QVERIFY(!policy.summary.isEmpty());
        for (const StatusCode status : {301, 302, 303, 307, 308}) {
            QVERIFY(policy.rowFor(status));
        }
    }

    void fetchIsReadAsWritten()
    {
        const ClientPolicy policy = policyOf(u"fetch"_s);
        QCOMPARE(policy.rowFor(302)->ruleFor(Method::known("POST")), MethodRule::Get);
        QCOMPARE(policy.rowFor(302)->ruleFor(Method::known("post")), MethodRule::Keep);
        QCOMPARE(policy.rowFor(302)->ruleIdFor(Method::known("PUT")), u"only-post-changes"_s);
        QCOMPARE(policy.rowFor(399)->otherwise, MethodRule::Deliver);
        QVERIFY(!policy.rowFor(200));
        QCOMPARE(policy.redirectLimit, 20);
        QCOMPARE(policy.dialect, LocationDialect::WhatwgUrl);
        QCOMPARE(policy.oneShotEvenIfDropped, QList<StatusCode>({301, 302}));
        QCOMPARE(policy.credentials.size(), 5); // a Cookie of the user's and one of the jar
        QCOMPARE(policy.contentFields.size(), 5);
    }

    void limitOptionIsCountedInTheClientsWay()
    {
        ClientPolicy policy;
        policy.redirectLimit = 9;
        policy.limitOptionOffset = -1;
        QCOMPARE(policy.effectiveLimit(std::nullopt), 9);
        QCOMPARE(policy.effectiveLimit(5), 4);
        QCOMPARE(policy.effectiveLimit(0), 0);
        QCOMPARE(policy.effectiveLimit(-1), -1);
    }

    void everyBadMemberIsNamed_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("named"); // where it differs from the path that was changed
        const auto row = [](const BadMember &bad) {
            const QString shown = bad.value.isUndefined() ? u"(missing)"_s : bad.value.toVariant().toString();
            QTest::addRow("%s = %s", bad.path, qPrintable(shown))
                << bad.value << (bad.named.isEmpty() ? QString::fromLatin1(bad.path) : bad.named);
        };
        for (const char *member : requiredMembers) {
            row({member, missing});
            row({member, QJsonValue(QJsonValue::Null)});
        }
        for (const BadMember &bad : badMembers) {
            row(bad);
        }
    }

    void everyBadMemberIsNamed()
    {
        QFETCH(QJsonValue, value);
        QFETCH(QString, named);
        const QString path = QString::fromLatin1(QTest::currentDataTag()).section(u" = "_s, 0, 0);
        const Result<ClientPolicy> policy = ClientPolicy::fromJson(changedPolicy(path, value));
        QVERIFY(!policy);
        QCOMPARE(policy.error().code, u"bad-policy"_s);
        const QString place = policy.error().message.section(u": "_s, 0, 0);
        QVERIFY2(place == named || place.startsWith(named + u'['), qPrintable(policy.error().message));
    }

    void whatIsNotJsonIsRefused()
    {
        for (const QByteArray &bytes : {QByteArray(), QByteArray("{"), QByteArray("[]"), QByteArray("\xff\xfe")}) {
            QCOMPARE(ClientPolicy::fromJson(bytes).error().code, u"bad-policy"_s);
        }
    }

    void optionalMembersMayBeAbsent()
    {
        QVERIFY(ClientPolicy::fromJson(changedPolicy(u"reasons"_s, QJsonValue(QJsonValue::Undefined))));
        QVERIFY(ClientPolicy::fromJson(changedPolicy(u"fields.content"_s, QJsonValue(QJsonValue::Undefined))));
        QVERIFY(ClientPolicy::fromJson(changedPolicy(u"limit.optionOffset"_s, -1)));
    }
};

DETOUR_TEST(TestClientPolicy)

#include "tst_clientpolicy.moc"
