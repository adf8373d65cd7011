// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/comparison.h"

#include <QCryptographicHash>

#include <algorithm>

namespace Detour {

bool isCredentialField(QByteArrayView name)
{
    const auto isIt = [name](const char *known) { return name.compare(known, Qt::CaseInsensitive) == 0; };
    return isIt("Authorization") || isIt("Proxy-Authorization") || isIt("Cookie");
}

namespace {

/// Everything that a server could tell two clients apart by, but for most fields; as a digest, because a chain may be
/// long.
QByteArray keyOf(const RedirectChain &chain)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray &part) {
        hash.addData(part);
        hash.addData(QByteArrayView("\0", 1));
    };
    for (const Hop &hop : chain.hops) {
        const Request &request = hop.exchange.request;
        TargetUri sent = request.target;
        sent.fragment.reset(); // never leaves the client (RFC 9110 §7.1)
        sent.userinfo.reset();
        add(request.method.token());
        add(sent.toBytes());
        const bool hasBytes = request.content && request.content->bytes != 0;
        add(hasBytes ? QByteArray(QByteArray::number(request.content->bytes) + ' ' + request.content->sha256)
                     : QByteArray());
        for (const char *credential : {"authorization", "proxy-authorization", "cookie"}) {
            add(request.fields.contains(credential) ? credential : "");
        }
    }
    add(outcomeName(chain.outcome).toLatin1());
    add(chain.end ? chain.end->code.toLatin1() : QByteArray());
    return hash.result();
}

} // namespace

QList<ComparisonGroup> groupsByWhatIsSent(const QList<RedirectChain> &chains)
{
    QList<ComparisonGroup> groups;
    QHash<QByteArray, qsizetype> places;
    for (qsizetype i = 0; i < chains.size(); ++i) {
        const QByteArray key = keyOf(chains.at(i));
        const auto known = places.constFind(key);
        if (known == places.constEnd()) {
            places.insert(key, groups.size());
            groups.append(ComparisonGroup{{static_cast<int>(i)}});
        } else {
            groups[*known].members.append(static_cast<int>(i));
        }
    }
    if (!groups.isEmpty()) {
        std::stable_sort(groups.begin() + 1, groups.end(), [](const ComparisonGroup &a, const ComparisonGroup &b) {
            return a.members.size() > b.members.size();
        });
    }
    return groups;
}

LeftOver contentTypeOf(const RedirectChain &chain)
{
    if (chain.hops.size() < 2) {
        return LeftOver::NothingToSay;
    }
    const Request &first = chain.hops.constFirst().exchange.request;
    const Request &last = chain.hops.constLast().exchange.request;
    if (!first.fields.contains("Content-Type")) {
        return LeftOver::NothingToSay;
    }
    if (!last.fields.contains("Content-Type")) {
        return LeftOver::Removed;
    }
    const bool hasContent = last.content && (last.content->bytes != 0 || first.content == last.content);
    return hasContent ? LeftOver::Kept : LeftOver::LeftBehind;
}

} // namespace Detour
