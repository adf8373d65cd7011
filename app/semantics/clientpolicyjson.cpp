// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/clientpolicy.h"
#include "semantics/jsonobjectreader.h"
#include "semantics/policyversions.h"
#include "semantics/reason.h"

#include <QJsonDocument>

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr int maximalLimit = 1'000'000;
constexpr qsizetype maximalSize = 1024 * 1024;

const auto schemaName = "detour.client/1"_L1;

using Handlings = QList<std::pair<QString, Handling>>;

const Handlings &endings()
{
    static const Handlings all{{u"deliver"_s, Handling::Deliver}, {u"stop"_s, Handling::Stop}};
    return all;
}

const Handlings &handlings()
{
    static const Handlings all = endings() + Handlings{{u"follow"_s, Handling::Follow}};
    return all;
}

const QList<std::pair<QString, MethodRule>> &methodRules()
{
    static const QList<std::pair<QString, MethodRule>> all{
        {u"keep"_s, MethodRule::Keep},
        {u"keep-without-content"_s, MethodRule::KeepWithoutContent},
        {u"keep-with-empty-content"_s, MethodRule::KeepWithEmptyContent},
        {u"get"_s, MethodRule::Get},
        {u"get-if-content"_s, MethodRule::GetIfContent},
        {u"deliver"_s, MethodRule::Deliver},
        {u"refuse"_s, MethodRule::Refuse},
    };
    return all;
}

const QList<std::pair<QString, LocationDialect>> &dialects()
{
    static const QList<std::pair<QString, LocationDialect>> all{
        {u"whatwg-url"_s, LocationDialect::WhatwgUrl},
        {u"rfc3986"_s, LocationDialect::Rfc3986},
        {u"node-http"_s, LocationDialect::NodeHttp},
        {u"rust-url"_s, LocationDialect::RustUrl},
        {u"curl"_s, LocationDialect::Curl},
        {u"wget"_s, LocationDialect::Wget},
        {u"python-urllib"_s, LocationDialect::PythonUrllib},
        {u"python-requests"_s, LocationDialect::PythonRequests},
        {u"python-urllib3"_s, LocationDialect::PythonUrllib3},
        {u"python-httpx"_s, LocationDialect::PythonHttpx},
        {u"python-yarl"_s, LocationDialect::PythonYarl},
        {u"go"_s, LocationDialect::Go},
        {u"java"_s, LocationDialect::Java},
        {u"qurl"_s, LocationDialect::QUrl},
    };
    return all;
}

const QList<std::pair<QString, Boundary>> &boundaries()
{
    static const QList<std::pair<QString, Boundary>> all{
        {u"every-redirect"_s, Boundary::Always},
        {u"other-origin"_s, Boundary::OtherOrigin},
        {u"other-origin-but-upgrade"_s, Boundary::OtherOriginButUpgrade},
        {u"other-host"_s, Boundary::OtherHost},
        {u"other-scheme-or-host"_s, Boundary::OtherSchemeOrHost},
        {u"other-site"_s, Boundary::OtherSite},
        {u"other-site-or-port"_s, Boundary::OtherSiteOrPort},
        {u"other-authority"_s, Boundary::OtherAuthority},
        {u"absolute-location"_s, Boundary::AbsoluteLocation},
        {u"never"_s, Boundary::Never},
    };
    return all;
}

const QList<std::pair<QString, FieldMaker>> &makers()
{
    static const QList<std::pair<QString, FieldMaker>> all{
        {u"anyone"_s, FieldMaker::Anyone}, {u"user"_s, FieldMaker::User}, {u"client"_s, FieldMaker::Client}};
    return all;
}

/// A rule id that the catalogue knows.
QString reasonId(JsonObjectReader &reader, const QString &name)
{
    QString id = reader.text(name);
    if (!isKnownReason(id)) {
        reader.fail(name, u"no reason is called “%1”"_s.arg(id.left(80)));
    }
    return id;
}

/// Method or field names.
QList<QByteArray> tokens(JsonObjectReader &reader, const QString &name)
{
    QList<QByteArray> all;
    for (const QString &text : reader.texts(name)) {
        const QByteArray token = text.toLatin1();
        if (!isToken(token)) {
            reader.fail(name, u"“%1” is not a token"_s.arg(text.left(80)));
        } else if (all.contains(token)) {
            reader.fail(name, u"“%1” stands there twice"_s.arg(text));
        }
        all.append(token);
    }
    if (all.isEmpty()) {
        reader.fail(name, u"it is empty"_s);
    }
    return all;
}

/// Status codes from 300 to 399; "other-3xx" stands for those without a row and is given as 0.
QList<StatusCode> statuses(JsonObjectReader &reader, const QString &name, bool mayBeOther)
{
    QList<StatusCode> all;
    const QJsonArray items = reader.array(name);
    for (const auto &item : items) {
        const bool isOther = mayBeOther && item.toString() == "other-3xx"_L1;
        const StatusCode status = isOther ? 0 : item.toInt(-1);
        if (!isOther && !isRedirection(status)) {
            reader.fail(name, u"it has to hold codes from 300 to 399"_s);
        }
        all.append(status);
    }
    if (all.isEmpty()) {
        reader.fail(name, u"it is empty"_s);
    }
    return all;
}

/// One entry of the table: (status, methods) → what comes next. An entry without methods is for all others and comes
/// last.
class TableReader final
{
public:
    explicit TableReader(ClientPolicy &policy)
        : m_policy(policy)
    {}

    void readEntry(JsonObjectReader &entry)
    {
        const QList<StatusCode> codes = statuses(entry, u"status"_s, true);
        const QList<QByteArray> methods = entry.has(u"methods"_s) ? tokens(entry, u"methods"_s) : QList<QByteArray>();
        const MethodRule rule = entry.choice(u"next"_s, methodRules());
        const QString reason = reasonId(entry, u"reason"_s);
        for (const StatusCode code : codes) {
            if (m_complete.contains(code)) {
                entry.fail(u"status"_s, u"an entry before it already covers every method of one of its codes"_s);
            }
            add(rowOf(code), methods, rule, reason, entry);
            if (methods.isEmpty()) {
                m_complete.insert(code);
            }
        }
        m_seen.unite(QSet<StatusCode>(codes.begin(), codes.end()));
        entry.finish();
    }

    void finish(JsonObjectReader &reader)
    {
        if (m_seen != m_complete) {
            reader.fail(u"table"_s,
                        u"each code needs an entry without “methods”, for all methods that no other names"_s);
        }
    }

private:
    StatusRow &rowOf(StatusCode code)
    {
        if (code != 0) {
            return m_policy.rows[code];
        }
        if (!m_policy.otherRedirection) {
            m_policy.otherRedirection.emplace();
        }
        return *m_policy.otherRedirection;
    }

    static void add(StatusRow &row, const QList<QByteArray> &methods, MethodRule rule, const QString &reason,
                    JsonObjectReader &entry)
    {
        for (const QByteArray &method : methods) {
            if (row.byMethod.contains(method)) {
                entry.fail(u"methods"_s, u"an entry before it already names %1"_s.arg(QString::fromLatin1(method)));
            }
            row.byMethod.insert(method, rule);
            row.ruleIdByMethod.insert(method, reason);
        }
        if (methods.isEmpty()) {
            row.otherwise = rule;
            row.ruleId = reason;
        }
    }

    ClientPolicy &m_policy;
    QSet<StatusCode> m_seen;
    QSet<StatusCode> m_complete;
};

void readTable(ClientPolicy &policy, JsonObjectReader &reader)
{
    TableReader table(policy);
    QList<JsonObjectReader> entries = reader.objects(u"table"_s);
    if (entries.isEmpty()) {
        reader.fail(u"table"_s, u"it is empty"_s);
    }
    for (JsonObjectReader &entry : entries) {
        table.readEntry(entry);
    }
    table.finish(reader);
}

void readLimit(ClientPolicy &policy, JsonObjectReader limit)
{
    policy.redirectLimit = limit.integer(u"redirects"_s, -1, maximalLimit);
    policy.atLimit = limit.choice(u"then"_s, endings());
    if (limit.has(u"optionOffset"_s)) {
        policy.limitOptionOffset = limit.integer(u"optionOffset"_s, -1, 1);
    }
    if (limit.has(u"zero"_s)) {
        policy.zeroLimit =
            limit.choice<Handling>(u"zero"_s, {{u"no-limit"_s, Handling::Follow}, {u"deliver"_s, Handling::Deliver}});
    }
    limit.finish();
}

void readLocation(ClientPolicy &policy, JsonObjectReader location)
{
    policy.dialect = location.choice(u"dialect"_s, dialects());
    policy.missingLocation = location.choice(u"missing"_s, endings());
    policy.emptyLocation = location.choice(u"empty"_s, handlings());
    policy.unparsableLocation = location.choice(u"unparsable"_s, endings());
    policy.duplicateLocations =
        location.choice<DuplicateLocations>(u"several"_s, {{u"first"_s, DuplicateLocations::First},
                                                           {u"first-not-empty"_s, DuplicateLocations::FirstNotEmpty},
                                                           {u"last"_s, DuplicateLocations::Last},
                                                           {u"join"_s, DuplicateLocations::Join},
                                                           {u"stop"_s, DuplicateLocations::Stop}});
    policy.userinfoAtOtherOrigin = location.choice(u"userinfoAtOtherOrigin"_s, handlings());
    policy.inheritsFragment = location.boolean(u"inheritsFragment"_s);
    if (location.has(u"longest"_s)) {
        policy.longestLocation = location.integer(u"longest"_s, 1, maximalLimit);
    }
    if (location.has(u"relativeTo"_s)) {
        policy.resolvesAgainstHostField =
            location.choice<bool>(u"relativeTo"_s, {{u"target"_s, false}, {u"host-field"_s, true}});
    }
    if (location.has(u"userinfo"_s)) {
        policy.userinfoUse = location.choice<UserinfoUse>(
            u"userinfo"_s, {{u"ignored"_s, UserinfoUse::Ignored},
                            {u"authorization"_s, UserinfoUse::Authorization},
                            {u"authorization-or-stop"_s, UserinfoUse::AuthorizationOrStop},
                            {u"authorization-where-kept"_s, UserinfoUse::AuthorizationWhereKept}});
    }
    if (location.has(u"ownUserinfo"_s)) {
        policy.ownUserinfo =
            location.choice<OwnUserinfo>(u"ownUserinfo"_s, {{u"of-url"_s, OwnUserinfo::OfUrl},
                                                            {u"authorization"_s, OwnUserinfo::Authorization},
                                                            {u"forgotten"_s, OwnUserinfo::Forgotten}});
    }
    location.finish();
}

void readSchemes(ClientPolicy &policy, JsonObjectReader schemes)
{
    policy.otherScheme = schemes.choice(u"other"_s, endings());
    policy.httpsToHttp = schemes.choice(u"httpsToHttp"_s, handlings());
    if (schemes.has(u"followedElsewhere"_s)) {
        policy.schemesElsewhere = tokens(schemes, u"followedElsewhere"_s);
    }
    schemes.finish();
}

void readOneShotContent(ClientPolicy &policy, JsonObjectReader oneShot)
{
    policy.oneShotContent = oneShot.choice<OneShotContent>(u"then"_s, {{u"stop"_s, OneShotContent::Stop},
                                                                       {u"deliver"_s, OneShotContent::Deliver},
                                                                       {u"send-empty"_s, OneShotContent::SendEmpty},
                                                                       {u"buffer"_s, OneShotContent::Buffer}});
    if (oneShot.has(u"evenIfDropped"_s)) {
        policy.oneShotEvenIfDropped = statuses(oneShot, u"evenIfDropped"_s, false);
    }
    if (oneShot.has(u"forcedMethods"_s)) {
        policy.oneShotForcedMethods = tokens(oneShot, u"forcedMethods"_s);
    }
    oneShot.finish();
}

void readRemovedFields(ClientPolicy &policy, JsonObjectReader &entry)
{
    CredentialRule rule;
    const QList<QByteArray> names = tokens(entry, u"names"_s);
    rule.boundary = entry.choice(u"at"_s, boundaries());
    if (entry.has(u"madeBy"_s)) {
        rule.maker = entry.choice(u"madeBy"_s, makers());
    }
    if (entry.has(u"comparedWith"_s)) {
        rule.comparedWithFirst = entry.choice<bool>(u"comparedWith"_s, {{u"previous"_s, false}, {u"first"_s, true}});
    }
    if (entry.has(u"restored"_s)) {
        rule.restoredFromFirst = entry.boolean(u"restored"_s);
    }
    rule.ruleId = reasonId(entry, u"reason"_s);
    for (const QByteArray &name : names) {
        rule.field = name;
        policy.credentials.append(rule);
    }
    entry.finish();
}

void readContentFields(ClientPolicy &policy, JsonObjectReader content)
{
    policy.contentFields = tokens(content, u"names"_s);
    policy.contentFieldsRuleId = reasonId(content, u"reason"_s);
    if (content.has(u"madeBy"_s)) {
        policy.contentFieldsMaker = content.choice(u"madeBy"_s, makers());
    }
    content.finish();
}

void readRegeneratedFields(ClientPolicy &policy, JsonObjectReader regenerated)
{
    policy.regeneratedFields = tokens(regenerated, u"names"_s);
    policy.regeneratedFieldsRuleId = reasonId(regenerated, u"reason"_s);
    regenerated.finish();
}

void readReferer(ClientPolicy &policy, JsonObjectReader referer)
{
    RefererRule rule;
    rule.value =
        referer.choice<RefererRule::Value>(u"becomes"_s, {{u"previous-target"_s, RefererRule::Value::PreviousTarget},
                                                          {u"own-origin"_s, RefererRule::Value::OwnOrigin}});
    rule.maker = referer.choice(u"madeBy"_s, makers());
    rule.adds = referer.boolean(u"added"_s);
    rule.alsoToHttp = referer.boolean(u"alsoToHttp"_s);
    rule.keepsFragment = referer.boolean(u"withFragment"_s);
    rule.ruleId = reasonId(referer, u"reason"_s);
    referer.finish();
    policy.referer = rule;
}

void readFields(ClientPolicy &policy, JsonObjectReader fields)
{
    if (fields.has(u"content"_s)) {
        readContentFields(policy, fields.object(u"content"_s));
    }
    if (fields.has(u"regenerated"_s)) {
        readRegeneratedFields(policy, fields.object(u"regenerated"_s));
    }
    if (fields.has(u"referer"_s)) {
        readReferer(policy, fields.object(u"referer"_s));
    }
    QList<JsonObjectReader> removed = fields.objects(u"removed"_s);
    for (JsonObjectReader &entry : removed) {
        readRemovedFields(policy, entry);
    }
    fields.finish();
}

void readReasons(ClientPolicy &policy, JsonObjectReader reasons)
{
    const QStringList situations = reasons.names();
    for (const QString &situation : situations) {
        policy.reasonIds.insert(situation, reasonId(reasons, situation));
        if (!isKnownReason(situation)) {
            reasons.fail(situation.left(80), u"no reason is called that"_s);
        }
    }
}

void readNames(ClientPolicy &policy, JsonObjectReader &reader)
{
    if (reader.text(u"schema"_s) != schemaName) {
        reader.fail(u"schema"_s, u"it has to be “%1”"_s.arg(schemaName));
    }
    policy.id = reader.text(u"id"_s);
    const bool isId = std::all_of(policy.id.cbegin(), policy.id.cend(),
                                  [](QChar c) { return c == u'-' || (c.unicode() < 0x80 && c.isLetterOrNumber()); });
    if (!isId) {
        reader.fail(u"id"_s, u"it may hold letters, digits and hyphens only"_s);
    }
    policy.name = reader.text(u"name"_s);
    policy.version = reader.text(u"version"_s);
    if (reader.has(u"knownFrom"_s)) {
        policy.knownFrom = reader.choice<KnownFrom>(u"knownFrom"_s, {{u"measured"_s, KnownFrom::Measured},
                                                                     {u"standard"_s, KnownFrom::Standard},
                                                                     {u"tests"_s, KnownFrom::Tests}});
    }
    policy.summary = reader.text(u"summary"_s);
}

/// Everything but the versions.
ClientPolicy readPolicy(JsonObjectReader &reader)
{
    ClientPolicy policy;
    readNames(policy, reader);
    readTable(policy, reader);
    readLimit(policy, reader.object(u"limit"_s));
    readLocation(policy, reader.object(u"location"_s));
    readSchemes(policy, reader.object(u"schemes"_s));
    policy.cycleStops = reader.choice<bool>(u"cycle"_s, {{u"follow"_s, false}, {u"stop"_s, true}});
    if (reader.has(u"cycleAfter"_s)) {
        policy.cycleAfter = reader.integer(u"cycleAfter"_s, 1, maximalLimit);
    }
    if (reader.has(u"firstContentReturns"_s)) {
        policy.firstContentReturns = reader.boolean(u"firstContentReturns"_s);
    }
    readOneShotContent(policy, reader.object(u"oneShotContent"_s));
    readFields(policy, reader.object(u"fields"_s));
    if (reader.has(u"reasons"_s)) {
        readReasons(policy, reader.object(u"reasons"_s));
    }
    return policy;
}

void readVersions(ClientPolicy &policy, const QJsonObject &file, JsonObjectReader &reader, std::optional<Error> &error)
{
    const QJsonArray items = reader.array(u"versions"_s);
    QList<JsonObjectReader> entries = reader.objects(u"versions"_s);
    reader.finish(); // what is wrong in the file itself is wrong in each of its versions
    for (qsizetype i = 0; i < entries.size(); ++i) {
        VersionRange range = readVersionRange(entries[i], policy);
        JsonObjectReader whole(policyOfVersions(file, items.at(i).toObject()), u"versions[%1]"_s.arg(i), error);
        range.policy = std::make_shared<const ClientPolicy>(readPolicy(whole));
        whole.finish();
        policy.versions.append(range);
    }
}

} // namespace

Result<ClientPolicy> ClientPolicy::fromJson(const QByteArray &json)
{
    if (json.size() > maximalSize) {
        return Error{u"bad-policy"_s, u"The file is larger than 1 MiB."_s};
    }
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (!document.isObject()) {
        return Error{
            u"bad-policy"_s,
            parseError.error == QJsonParseError::NoError
                ? u"The file holds no JSON object."_s
                : u"The file is not JSON: %1 at byte %2."_s.arg(parseError.errorString()).arg(parseError.offset)};
    }
    std::optional<Error> error;
    JsonObjectReader reader(document.object(), QString(), error);
    ClientPolicy policy = readPolicy(reader);
    if (reader.has(u"versions"_s)) {
        readVersions(policy, document.object(), reader, error);
    } else {
        reader.finish();
    }
    if (error) {
        return *error;
    }
    return policy;
}

} // namespace Detour
