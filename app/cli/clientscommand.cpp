// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/textlayout.h"
#include "document/policycatalog.h"
#include "exchangeformats/policyjson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

QString ruleText(MethodRule rule)
{
    switch (rule) {
    case MethodRule::Keep:
        return u"same method, same body"_s;
    case MethodRule::KeepWithoutContent:
        return u"same method, no body"_s;
    case MethodRule::KeepWithEmptyContent:
        return u"same method, empty body"_s;
    case MethodRule::Get:
        return u"GET, no body"_s;
    case MethodRule::GetIfContent:
        return u"GET if it has a body"_s;
    case MethodRule::Deliver:
        return u"not followed"_s;
    case MethodRule::Refuse:
        return u"an error"_s;
    }
    Q_UNREACHABLE();
}

QString rowText(const QString &status, const StatusRow &row)
{
    QStringList parts;
    QMap<QByteArray, MethodRule> sorted; // a QHash has an order of its own at each start
    for (auto entry = row.byMethod.cbegin(); entry != row.byMethod.cend(); ++entry) {
        sorted.insert(entry.key(), entry.value());
    }
    for (auto entry = sorted.cbegin(); entry != sorted.cend(); ++entry) {
        parts.append(QString::fromLatin1(entry.key()) + u": "_s + ruleText(entry.value()));
    }
    parts.append((parts.isEmpty() ? u"any method: "_s : u"others: "_s) + ruleText(row.otherwise));
    return wrapped(parts.join(u"; "), u"  "_s + status.leftJustified(5), u"       "_s);
}

bool isSameRow(const StatusRow &a, const StatusRow &b)
{
    return a.byMethod == b.byMethod && a.otherwise == b.otherwise;
}

/// The rows of `policy` that differ from those of `base`; all of them where there is none.
QString rowsText(const ClientPolicy &policy, const ClientPolicy *base)
{
    QString text;
    for (auto row = policy.rows.cbegin(); row != policy.rows.cend(); ++row) {
        const StatusRow *other = base ? base->rowFor(row.key()) : nullptr;
        if (!other || !isSameRow(row.value(), *other)) {
            text += rowText(QString::number(row.key()), row.value());
        }
    }
    const bool hasOther = base && base->otherRedirection;
    if (policy.otherRedirection && !(hasOther && isSameRow(*policy.otherRedirection, *base->otherRedirection))) {
        text += rowText(u"3xx"_s, *policy.otherRedirection);
    }
    return text;
}

/// What other versions do in another way: the sentence that says it, and the rows that differ.
QString versionsText(const ClientPolicy &policy)
{
    QString text;
    for (const VersionRange &range : policy.versions) {
        const QString words = u"From %1 to before %2 (%3): %4"_s.arg(range.from, range.before, range.policy->version,
                                                                     range.policy->summary);
        text += wrapped(words, u"  "_s, u"  "_s) + rowsText(*range.policy, &policy);
    }
    return text;
}

QString policyText(const ClientPolicy &policy)
{
    const QString limit =
        policy.redirectLimit < 0 ? u"no limit"_s : u"at most %1 redirects"_s.arg(policy.redirectLimit);
    QString text = u"%1  %2, %3, %4\n"_s.arg(policy.id, policy.name, policy.version, limit);
    text += wrapped(policy.summary, u"  "_s, u"  "_s);
    text += rowsText(policy, nullptr) + versionsText(policy);
    return text;
}

} // namespace

int runClients(const CommandLine &line, const CommandContext &context)
{
    const PolicyCatalog catalog(context.content);
    const QStringList ids = catalog.ids();
    QJsonArray clients;
    QStringList texts;
    for (const QString &id : ids) {
        const Result<ClientPolicy> policy = catalog.policy(id);
        if (!policy) {
            return context.complain(policy.error().message, exitFile);
        }
        clients.append(policyToJson(*policy));
        texts.append(policyText(*policy));
    }
    if (line.value("format") == "json") {
        context.out.write(QJsonDocument(QJsonObject{{u"clients"_s, clients}}).toJson());
    } else {
        context.out.write(texts.join(u'\n'));
    }
    return context.finish();
}

} // namespace Detour
