// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/locationsteps.h"

#include "semantics/rfc3986.h"
#include "semantics/urlpieces.h"

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

struct Clause
{
    const char16_t *name;
    const char16_t *url;
};

constexpr Clause splitting{u"RFC 3986 §4.1", u"https://www.rfc-editor.org/rfc/rfc3986.html#section-4.1"};
constexpr Clause sameDocument{u"RFC 3986 §4.4", u"https://www.rfc-editor.org/rfc/rfc3986.html#section-4.4"};
constexpr Clause transforming{u"RFC 3986 §5.2.2", u"https://www.rfc-editor.org/rfc/rfc3986.html#section-5.2.2"};
constexpr Clause merging{u"RFC 3986 §5.2.3", u"https://www.rfc-editor.org/rfc/rfc3986.html#section-5.2.3"};
constexpr Clause dotSegments{u"RFC 3986 §5.2.4", u"https://www.rfc-editor.org/rfc/rfc3986.html#section-5.2.4"};
constexpr Clause inheriting{u"RFC 9110 §10.2.2", u"https://www.rfc-editor.org/rfc/rfc9110.html#section-10.2.2"};
constexpr Clause caseNormal{u"RFC 3986 §6.2.2.1", u"https://www.rfc-editor.org/rfc/rfc3986.html#section-6.2.2.1"};
constexpr Clause schemeNormal{u"RFC 3986 §6.2.3", u"https://www.rfc-editor.org/rfc/rfc3986.html#section-6.2.3"};
constexpr Clause urlParsing{u"URL standard, basic URL parser",
                            u"https://url.spec.whatwg.org/#concept-basic-url-parser"};
constexpr Clause ownWay{u"", u""};

/// Those that read by the URL standard: they tidy a reference up before they take it apart.
bool isOfUrlStandard(LocationDialect dialect)
{
    return dialect == LocationDialect::WhatwgUrl || dialect == LocationDialect::NodeHttp
           || dialect == LocationDialect::RustUrl;
}

/// The book keeper of the steps: base and reference in pieces, the target in the making.
class Working final
{
public:
    Working(LocationWork &work, LocationDialect dialect)
        : m_work(work)
        , m_dialect(dialect)
        , m_base(piecesOf(work.base))
    {}

    /// What RFC 3986 §5.2 makes of the two; notes its steps.
    [[nodiscard]] UrlPieces resolve();
    /// What the client's own target differs in.
    void normalize(const UrlPieces &byTheBook, const TargetUri &target);
    void inherit(TargetUri &target, bool inherits);
    void note(UriPart part, const QByteArray &from, const QByteArray &to, const QString &text, const Clause &clause)
    {
        m_work.steps.append({part, from, to, text, QString::fromUtf16(clause.name), QString::fromUtf16(clause.url)});
    }

private:
    [[nodiscard]] QByteArray tidied(const QByteArray &reference);
    void split(const UrlPieces &reference);
    void path(const UrlPieces &reference, UrlPieces &target);
    void withoutDots(UrlPieces &target);
    void query(const UrlPieces &reference, UrlPieces &target);
    void normalizePart(UriPart part, const std::optional<QByteArray> &from, const std::optional<QByteArray> &to);

    LocationWork &m_work;
    LocationDialect m_dialect;
    UrlPieces m_base;
};

QByteArray Working::tidied(const QByteArray &reference)
{
    if (!isOfUrlStandard(m_dialect)) {
        const QByteArray trimmed = withoutBlanks(reference).toByteArray();
        if (trimmed != reference)
            note(UriPart::Whole, reference, trimmed, u"Blanks around the value do not belong to it."_s, ownWay);
        return trimmed;
    }
    QByteArray text = reference;
    const auto isControlOrSpace = [](char c) { return c >= '\0' && c <= ' '; };
    while (!text.isEmpty() && isControlOrSpace(text.back()))
        text.chop(1);
    text.remove(0, std::find_if_not(text.cbegin(), text.cend(), isControlOrSpace) - text.cbegin());
    text.removeIf([](char c) { return c == '\t' || c == '\n' || c == '\r'; });
    if (text != reference)
        note(UriPart::Whole, reference, text, u"Blanks around it, and tabs and line ends within it, are thrown away."_s,
             urlParsing);
    const qsizetype end =
        std::find_if(text.cbegin(), text.cend(), [](char c) { return c == '?' || c == '#'; }) - text.cbegin();
    const QByteArray straight = text.first(end).replace('\\', '/') + text.mid(end);
    if (straight != text)
        note(UriPart::Whole, text, straight, u"A backslash counts as a slash."_s, urlParsing);
    return straight;
}

void Working::split(const UrlPieces &reference)
{
    const QByteArray text = reference.toBytes();
    QString words = u"It is a relative path."_s;
    if (text.isEmpty())
        words = u"The reference is empty: the same document."_s;
    else if (!reference.scheme.isEmpty())
        words = u"It has a scheme: an absolute URI, which needs nothing of the base."_s;
    else if (reference.authority)
        words = u"It begins with two slashes: it names a host, and only the scheme is the base’s."_s;
    else if (reference.path.startsWith('/'))
        words = u"It begins with a slash: a path from the root of the same host."_s;
    else if (reference.path.isEmpty())
        words = reference.query ? u"It is a query alone: the path stays."_s
                                : u"It is a fragment alone: the same document."_s;
    note(UriPart::Whole, text, text, words, text.isEmpty() ? sameDocument : splitting);
}

void Working::path(const UrlPieces &reference, UrlPieces &target)
{
    target.path = reference.path;
    if (!reference.scheme.isEmpty() || reference.authority || reference.path.startsWith('/')) {
        note(UriPart::Path, reference.path, target.path,
             reference.path.isEmpty() ? u"The reference has an empty path."_s : u"The path is the reference’s."_s,
             transforming);
    } else if (reference.path.isEmpty()) {
        target.path = m_base.path;
        note(UriPart::Path, m_base.path, target.path, u"The reference has no path, so the base’s stays."_s,
             transforming);
    } else {
        const bool hasRootOnly = m_base.authority && m_base.path.isEmpty();
        target.path = (hasRootOnly ? QByteArrayLiteral("/") : m_base.path.first(m_base.path.lastIndexOf('/') + 1))
                      + reference.path;
        note(UriPart::Path, m_base.path, target.path,
             u"The base’s path up to its last slash, and the reference’s behind it."_s, merging);
    }
    if (!reference.path.isEmpty() || !reference.scheme.isEmpty() || reference.authority)
        withoutDots(target);
}

void Working::withoutDots(UrlPieces &target)
{
    const QByteArray clean = withoutDotSegments(target.path);
    if (clean == target.path)
        return;
    note(UriPart::Path, target.path, clean, u"“.” means this folder and “..” the one above: both are worked out."_s,
         dotSegments);
    target.path = clean;
}

void Working::query(const UrlPieces &reference, UrlPieces &target)
{
    const bool isSame = reference.scheme.isEmpty() && !reference.authority && reference.path.isEmpty();
    target.query = isSame && !reference.query ? m_base.query : reference.query;
    if (reference.query)
        note(UriPart::Query, *reference.query, *target.query, u"The query is the reference’s."_s, transforming);
    else if (isSame && m_base.query)
        note(UriPart::Query, *m_base.query, *target.query,
             u"Without a path and a query of its own, the base’s query stays."_s, transforming);
    else if (m_base.query)
        note(UriPart::Query, *m_base.query, {}, u"The reference has no query, and the base’s does not go along."_s,
             transforming);
}

UrlPieces Working::resolve()
{
    const QByteArray text = tidied(m_work.reference);
    const UrlPieces reference = splitUrl(text);
    split(reference);
    UrlPieces target;
    const bool isAbsolute = !reference.scheme.isEmpty();
    target.scheme = isAbsolute ? reference.scheme : m_base.scheme;
    const QByteArray written = isAbsolute ? text.first(reference.scheme.size()) : m_base.scheme;
    note(UriPart::Scheme, written, target.scheme,
         isAbsolute ? u"The scheme is the reference’s."_s : u"The scheme is the base’s."_s, transforming);
    target.authority = isAbsolute || reference.authority ? reference.authority : m_base.authority;
    if (isAbsolute || reference.authority)
        note(UriPart::Authority, target.authority.value_or(QByteArray()), target.authority.value_or(QByteArray()),
             target.authority ? u"Host and port are the reference’s."_s : u"The reference names no host."_s,
             transforming);
    else
        note(UriPart::Authority, target.authority.value_or(QByteArray()), target.authority.value_or(QByteArray()),
             u"Host and port are the base’s."_s, transforming);
    path(reference, target);
    query(reference, target);
    target.fragment = reference.fragment;
    if (reference.fragment)
        note(UriPart::Fragment, *reference.fragment, *reference.fragment, u"The fragment is the reference’s."_s,
             transforming);
    return target;
}

bool isDefaultPort(const QByteArray &authority, const QByteArray &scheme)
{
    return authority.endsWith(':') || (scheme == "http" && authority.endsWith(":80"))
           || (scheme == "https" && authority.endsWith(":443"));
}

void Working::normalizePart(UriPart part, const std::optional<QByteArray> &from, const std::optional<QByteArray> &to)
{
    if (from == to)
        return;
    const QByteArray old = from.value_or(QByteArray());
    const QByteArray now = to.value_or(QByteArray());
    const bool isStandard = isOfUrlStandard(m_dialect);
    QString words = u"The client writes it this way."_s;
    Clause clause = isStandard ? urlParsing : ownWay;
    if (part == UriPart::Authority && old.toLower() == now) {
        words = u"A host is written in lower case."_s;
        clause = caseNormal;
    } else if (part == UriPart::Authority && isDefaultPort(old.toLower(), m_work.target->scheme)
               && old.toLower().first(old.lastIndexOf(':')) == now) {
        words = u"The port goes without saying, so it is left out."_s;
        clause = schemeNormal;
    } else if (part == UriPart::Path && old.isEmpty() && now == "/") {
        words = u"An empty path of http is the root."_s;
        clause = schemeNormal;
    } else if (part == UriPart::Path && old.count('/') != now.count('/')) {
        words = old.toLower().contains("%2e") ? u"“%2e” counts as a dot, too."_s
                                              : u"The client cuts the path into other segments."_s;
    } else if (now.count('%') > old.count('%')) {
        words = u"What a URI cannot hold is percent-encoded."_s;
    } else if (old.count('%') > now.count('%')) {
        words = u"What need not be percent-encoded is written out."_s;
    } else if (!to) {
        words = u"This client leaves it out."_s;
    } else if (part == UriPart::Authority) {
        words = u"The client reads the host so."_s;
    }
    m_work.isByTheBook = m_work.isByTheBook && (clause.name == caseNormal.name || clause.name == schemeNormal.name);
    note(part, old, now, words, clause);
}

void Working::normalize(const UrlPieces &byTheBook, const TargetUri &target)
{
    const UrlPieces own = piecesOf(target);
    const UrlPieces &book = byTheBook;
    if (book.toBytes() == target.toBytes())
        return;
    const bool isOther = own.scheme != book.scheme || own.authority.has_value() != book.authority.has_value();
    if (isOther) {
        m_work.isByTheBook = false;
        note(UriPart::Whole, book.toBytes(), target.toBytes(),
             u"This client reads the reference otherwise than RFC 3986 does."_s,
             isOfUrlStandard(m_dialect) ? urlParsing : ownWay);
        return;
    }
    normalizePart(UriPart::Authority, book.authority, own.authority);
    normalizePart(UriPart::Path, book.path, own.path);
    normalizePart(UriPart::Query, book.query, own.query);
    normalizePart(UriPart::Fragment, book.fragment, own.fragment);
}

void Working::inherit(TargetUri &target, bool inherits)
{
    const std::optional<QByteArray> &fragment = m_work.base.fragment;
    if (target.fragment || !fragment)
        return;
    if (inherits) {
        inheritFragment(target, m_work.base);
        note(UriPart::Fragment, *fragment, *fragment,
             u"The reference has no fragment, so the base’s goes along. It is never sent."_s, inheriting);
    } else {
        note(UriPart::Fragment, *fragment, {}, u"The base’s fragment should go along; this client drops it."_s,
             inheriting);
    }
}

} // namespace

std::optional<QByteArray> locationThatCounts(const QList<QByteArray> &values, DuplicateLocations duplicates)
{
    const bool areEqual = values.count(values.constFirst()) == values.size();
    switch (duplicates) {
    case DuplicateLocations::Join:
        return values.join(", ");
    case DuplicateLocations::First:
        return values.constFirst();
    case DuplicateLocations::FirstNotEmpty: {
        const auto isThere = [](const QByteArray &value) { return !value.isEmpty(); };
        const auto first = std::find_if(values.cbegin(), values.cend(), isThere);
        return first == values.cend() ? values.constFirst() : *first;
    }
    case DuplicateLocations::Last:
        return values.constLast();
    case DuplicateLocations::Stop:
        return areEqual ? std::optional(values.constFirst()) : std::nullopt;
    }
    Q_UNREACHABLE();
}

TargetUri locationBase(const Request &request, const ClientPolicy &policy)
{
    const TargetUri &base = request.target;
    const std::optional<QByteArray> host = request.fields.value("Host");
    if (!policy.resolvesAgainstHostField || !host)
        return base;
    UrlPieces pieces = piecesOf(base);
    const bool hasPort = host->indexOf(':', host->lastIndexOf(']') + 1) >= 0;
    const bool keepsPort = base.port && !hasPort; // the setter of URL.host leaves the port as it is
    pieces.authority = keepsPort ? *host + ':' + QByteArray::number(*base.port) : *host;
    const Result<TargetUri> other = targetOf(pieces, HostNames::Idna);
    return other ? *other : base;
}

QString uriPartName(UriPart part)
{
    switch (part) {
    case UriPart::Whole:
        return u"Reference"_s;
    case UriPart::Scheme:
        return u"Scheme"_s;
    case UriPart::Authority:
        return u"Host"_s;
    case UriPart::Path:
        return u"Path"_s;
    case UriPart::Query:
        return u"Query"_s;
    case UriPart::Fragment:
        return u"Fragment"_s;
    }
    Q_UNREACHABLE();
}

LocationWork locationSteps(const TargetUri &base, QByteArrayView location, LocationDialect dialect,
                           bool inheritsFragment)
{
    LocationWork work;
    work.base = base;
    work.reference = location.toByteArray();
    Working working(work, dialect);
    const UrlPieces byTheBook = working.resolve();
    Result<TargetUri> target = resolveLocation(base, location, dialect);
    if (!target) {
        work.problem = target.error().message;
        return work;
    }
    work.target = *target;
    working.normalize(byTheBook, *target);
    working.inherit(*work.target, inheritsFragment);
    return work;
}

} // namespace Detour
