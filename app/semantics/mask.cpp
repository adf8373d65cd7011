// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/mask.h"

#include "semantics/location.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr auto maskText = "***";

bool isNamed(const QByteArray &name, const char *other)
{
    return name.compare(other, Qt::CaseInsensitive) == 0;
}

bool isSecretField(const QByteArray &name)
{
    constexpr std::array secret{"Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie"};
    return std::any_of(secret.begin(), secret.end(), [&name](const char *one) { return isNamed(name, one); });
}

/// Userinfo in every URL of a text, also of one that is percent-encoded as a parameter of another.
QString maskedText(QString text)
{
    static const QRegularExpression plain(uR"((//|\\\\)[^/\\?#“”]*@)"_s);
    static const QRegularExpression encoded(uR"((%2f%2f)(?:(?!%2f|%3f|%23)[^\s/?#&])*(?:%40|@))"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    text.replace(plain, uR"(\1***@)"_s);
    text.replace(encoded, uR"(\1***%40)"_s);
    return text;
}

/// One byte a character there and back, so that nothing but the userinfo changes.
QByteArray maskedBytes(const QByteArray &bytes)
{
    return maskedText(QString::fromLatin1(bytes)).toLatin1();
}

QByteArray maskedLocation(QByteArray location)
{
    if (const auto [at, length] = findUserinfo(location); at >= 0) {
        location.replace(at, length, maskText);
    }
    return maskedBytes(location);
}

QByteArray maskedValue(const QByteArray &name, const QByteArray &value)
{
    if (isSecretField(name)) {
        return maskText;
    }
    return isNamed(name, "Location") ? maskedLocation(value) : maskedBytes(value);
}

/// The secrets of one chain, to be found again in what a server echoes.
class Masker final
{
public:
    explicit Masker(const RedirectChain &chain)
    {
        for (const Hop &hop : chain.hops) {
            collect(hop.exchange.request.fields);
            if (hop.exchange.response) {
                collect(hop.exchange.response->fields);
            }
        }
        arrange();
    }

    explicit Masker(const QList<FieldList> &messages)
    {
        for (const FieldList &fields : messages) {
            collect(fields);
        }
        arrange();
    }

    [[nodiscard]] Hop masked(Hop hop) const;
    void mask(QByteArray &content) const;

private:
    void arrange()
    {
        // The longer first: one may be a part of another.
        std::sort(m_secrets.begin(), m_secrets.end(), [](const QByteArray &a, const QByteArray &b) {
            return a.size() != b.size() ? a.size() > b.size() : a < b;
        });
        m_secrets.erase(std::unique(m_secrets.begin(), m_secrets.end()), m_secrets.end());
    }

    void collect(const FieldList &fields);
    void mask(std::optional<ContentInfo> &content) const;
    void mask(Request &request) const;
    static void mask(std::optional<LabRecord> &record);
    static void mask(std::optional<JarChange> &cookies);
    void mask(Exchange &exchange) const;
    void mask(Decision &decision) const;

    QList<QByteArray> m_secrets;
};

void Masker::collect(const FieldList &fields)
{
    constexpr qsizetype shortest = 4; // shorter ones would tear holes into every text
    for (const Field &field : fields) {
        if (!isSecretField(field.name)) {
            continue;
        }
        // The whole value, and what stands behind "Bearer " or "name=".
        const QByteArray first = field.value.split(';').constFirst();
        const qsizetype separator = isNamed(field.name, "Set-Cookie") || isNamed(field.name, "Cookie")
                                        ? first.indexOf('=')
                                        : first.indexOf(' ');
        for (const QByteArray &secret : {field.value, first, first.mid(separator + 1).trimmed()}) {
            if (secret.size() >= shortest) {
                m_secrets.append(secret);
            }
        }
    }
}

void Masker::mask(std::optional<ContentInfo> &content) const
{
    if (content) {
        mask(content->preview);
    }
}

void Masker::mask(QByteArray &content) const
{
    for (const QByteArray &secret : m_secrets) {
        content.replace(secret, maskText);
    }
}

void Masker::mask(Request &request) const
{
    request.target = request.target.masked();
    request.fields = Detour::masked(request.fields);
    mask(request.content);
}

void Masker::mask(std::optional<LabRecord> &record)
{
    if (record) {
        record->rawRequestHead = maskedHead(record->rawRequestHead);
        record->rawAnswerHead = maskedHead(record->rawAnswerHead);
    }
}

void Masker::mask(std::optional<JarChange> &cookies)
{
    if (!cookies)
        return;
    for (QList<StoredCookie> *jar : {&cookies->before, &cookies->after}) {
        for (StoredCookie &cookie : *jar)
            cookie.value = maskText;
    }
}

void Masker::mask(Exchange &exchange) const
{
    mask(exchange.request);
    exchange.note = maskedText(exchange.note);
    for (std::optional<Response> *response : {&exchange.response, &exchange.stored}) {
        if (*response) {
            (*response)->fields = Detour::masked((*response)->fields);
            mask((*response)->content);
        }
    }
    if (exchange.failure) {
        exchange.failure->message = maskedText(exchange.failure->message);
    }
    if (exchange.received) {
        exchange.received->line = maskedBytes(exchange.received->line);
        exchange.received->fields = Detour::masked(exchange.received->fields);
        mask(exchange.received->content);
    }
    mask(exchange.labRecord);
    mask(exchange.cookies);
}

void Masker::mask(Decision &decision) const
{
    if (decision.next) {
        mask(*decision.next);
    }
    for (Change &change : decision.changes) {
        for (QByteArray *value : {&change.from, &change.to}) {
            *value = value->isEmpty() ? *value : maskedValue(change.name, *value);
        }
    }
    for (Reason &reason : decision.reasons) {
        reason.text = maskedText(reason.text);
    }
}

Hop Masker::masked(Hop hop) const
{
    mask(hop.exchange);
    if (hop.decision) {
        mask(*hop.decision);
    }
    return hop;
}

} // namespace

QByteArray maskedHead(const QByteArray &head)
{
    QByteArray shown;
    bool inSecret = false;
    for (qsizetype at = 0; at < head.size();) {
        const qsizetype lineFeed = head.indexOf('\n', at);
        const qsizetype next = lineFeed < 0 ? head.size() : lineFeed + 1;
        qsizetype end = lineFeed < 0 ? next : lineFeed;
        end -= end > at && head.at(end - 1) == '\r' ? 1 : 0;
        const QByteArray line = head.mid(at, end - at);
        const qsizetype colon = line.indexOf(':');
        const bool continues = inSecret && (line.startsWith(' ') || line.startsWith('\t'));
        inSecret = continues || (colon > 0 && isSecretField(line.left(colon).trimmed()));
        if (continues)
            shown += QByteArray(" ") + maskText;
        else if (inSecret)
            shown += line.left(colon + 1) + ' ' + maskText;
        else if (colon > 0 && isNamed(line.left(colon), "Location"))
            shown += line.left(colon + 1) + maskedLocation(line.mid(colon + 1));
        else
            shown += maskedBytes(line);
        shown += head.mid(end, next - end);
        at = next;
    }
    return shown;
}

QByteArray maskedContent(QByteArray content, const QList<FieldList> &messages)
{
    const Masker masker(messages);
    masker.mask(content);
    return content;
}

FieldList masked(const FieldList &fields)
{
    FieldList shown;
    for (const Field &field : fields) {
        shown.append(field.name, maskedValue(field.name, field.value));
    }
    return shown;
}

ChainDifference masked(const ChainDifference &difference)
{
    ChainDifference shown = difference;
    for (QByteArray *value : {&shown.from, &shown.to}) {
        *value = value->isEmpty() ? *value : maskedValue(shown.name, *value);
    }
    return shown;
}

RedirectChain masked(const RedirectChain &chain)
{
    const Masker masker(chain);
    RedirectChain shown = chain;
    for (Hop &hop : shown.hops) {
        hop = masker.masked(hop);
    }
    if (shown.end) {
        shown.end->message = maskedText(shown.end->message);
    }
    for (Finding &finding : shown.findings) {
        finding.message = maskedText(finding.message);
    }
    return shown;
}

} // namespace Detour
