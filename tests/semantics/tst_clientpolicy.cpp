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
        QCOMPARE(policy.credentials.size(), 4);
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
        const auto row = [](const char *path, const QJsonValue &value, const QString &named = {}) {
            QTest::addRow("%s = %s", path, value.isUndefined() ? "(missing)" : qPrintable(value.toVariant().toString()))
                << value << (named.isEmpty() ? QString::fromLatin1(path) : named);
        };
        const QJsonValue missing(QJsonValue::Undefined);
        for (const char *member : {"schema",
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
                                   "fields.removed[1].reason"}) {
            row(member, missing);
            row(member, QJsonValue(QJsonValue::Null));
        }
        row("schema", u"detour.client/9"_s);
        row("id", u"a/b"_s);
        row("name", u" "_s);
        row("summary", QString(2000, u'x'));
        row("surprise", 1);
        row("table", QJsonArray());
        row("table[0]", 5);
        row("table[0].extra", 1);
        row("table[0].status", QJsonArray{200});
        row("table[0].status", QJsonArray{400});
        row("table[0].status", QJsonArray{u"3xx"_s});
        row("table[0].status", QJsonArray());
        row("table[0].methods", QJsonArray{u"P OST"_s});
        row("table[0].methods", QJsonArray{u"POST"_s, u"POST"_s});
        row("table[0].methods", missing, u"table[1].status"_s);
        row("table[1].methods", QJsonArray{u"PUT"_s}, u"table"_s);
        row("table[1].methods", QJsonArray{u"POST"_s});
        row("table[0].next", u"jump"_s);
        row("table[0].reason", u"because"_s);
        row("limit.redirects", 1.5);
        row("limit.redirects", -2);
        row("limit.redirects", u"20"_s);
        row("limit.then", u"follow"_s);
        row("limit.optionOffset", 2);
        row("limit.extra", 2);
        row("location.dialect", u"idna"_s);
        row("location.missing", u"follow"_s);
        row("location.several", u"middle"_s);
        row("location.inheritsFragment", u"true"_s);
        row("schemes.other", u"follow"_s);
        row("cycle", u"deliver"_s);
        row("oneShotContent.then", u"follow"_s);
        row("oneShotContent.evenIfDropped", QJsonArray{u"other-3xx"_s});
        row("fields.content.names", QJsonArray{u"A B"_s});
        row("fields.content.extra", 1);
        row("fields.removed[0].at", u"mars"_s);
        row("fields.removed[0].madeBy", u"nobody"_s);
        row("fields.removed[0].comparedWith", u"last"_s);
        row("fields.extra", 1);
        row("reasons.content-dropped", u"because"_s);
        row("reasons.because", u"content-dropped"_s);
        row("reasons", QJsonArray());
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
