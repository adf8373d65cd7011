// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/expectation.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// What people make of a relative Location who hang it on the end of the address: at /list/new, "thanks" as
/// /list/new/thanks, and "//host/x" as a path. Empty where nobody would.
QByteArray naiveJoining(const Request &request, const Response &response)
{
    const QByteArray location = response.fields.value("Location").value_or(QByteArray());
    const QByteArray reference = location.split('#').constFirst();
    const bool isPath = reference.startsWith('/') && !reference.startsWith("//");
    if (reference.isEmpty() || isPath || schemeLength(reference) >= 0) {
        return {};
    }
    TargetUri joined = request.target.withoutFragment().withoutUserinfo();
    joined.query.reset();
    joined.path = reference.startsWith("//") ? QByteArray() : joined.path;
    const bool needsSlash = !joined.path.endsWith('/') && !reference.startsWith('/') && !reference.startsWith('?');
    return joined.toBytes() + (needsSlash ? "/" : "") + reference;
}

class Alternatives final
{
public:
    Alternatives(const Request &request, const Response &response)
        : m_request(request)
        , m_location(locationTarget(request, response))
        , m_naive(naiveJoining(request, response))
        , m_again(request.target.withoutFragment().withoutUserinfo().toBytes())
    {
        if (m_location.isEmpty()) {
            m_location = m_again;
        }
    }

    [[nodiscard]] QList<Expectation> listed(const Expectation &decided) const
    {
        QList<Expectation> all = sentTo(m_location, decided);
        Expectation again = all.constFirst();
        const bool isShort = all.size() < 3;
        for (const QByteArray &target : {m_naive, isShort ? m_again : QByteArray()}) {
            again.target = target;
            if (!target.isEmpty() && !all.contains(again) && all.size() + 1 < mostAlternatives) {
                all.append(again);
            }
        }
        if (decided.sends && !all.contains(decided)) {
            all.resize(std::min(all.size(), mostAlternatives - 2));
            all.append(decided);
        }
        all.append(nothing());
        return all;
    }

private:
    static Expectation nothing()
    {
        Expectation none;
        none.sends = false;
        return none;
    }

    struct Shape
    {
        QByteArray method;
        ContentFate content;
    };

    /// An empty body is on nobody's mind but where it comes to that.
    [[nodiscard]] QList<Shape> shapes(const Expectation &decided) const
    {
        const QByteArray method = m_request.method.token();
        if (!m_request.content) {
            return method == "GET" ? QList<Shape>{{method, ContentFate::None}}
                                   : QList<Shape>{{method, ContentFate::None}, {"GET", ContentFate::None}};
        }
        QList<Shape> shapes{{method, ContentFate::Same}, {"GET", ContentFate::None}};
        if (method != "GET") {
            shapes.append({method, ContentFate::None});
        }
        if (decided.content == ContentFate::Empty) {
            shapes.append({decided.method, ContentFate::Empty});
        }
        return shapes;
    }

    [[nodiscard]] QList<Expectation> sentTo(const QByteArray &target, const Expectation &decided) const
    {
        const bool hasCredentials = !credentialOf(m_request).isEmpty();
        QList<Expectation> all;
        for (const Shape &shape : shapes(decided)) {
            Expectation option{true, shape.method, shape.content, std::nullopt, target};
            if (!hasCredentials) {
                all.append(option);
                continue;
            }
            for (const bool kept : {true, false}) {
                option.credentialsKept = kept;
                all.append(option);
            }
        }
        return all;
    }

    const Request &m_request;
    QByteArray m_location;
    QByteArray m_naive;
    QByteArray m_again;
};

} // namespace

QList<Expectation> alternativesTo(const Request &request, const Response &response, const Decision &decision)
{
    return Alternatives(request, response).listed(expectationOf(request, decision));
}

} // namespace Detour
