// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/contentstore.h"
#include "document/scenariofile.h"
#include "semantics/expectation.h"

namespace Detour {

/// A wrong idea of redirects that a wrong choice shows, as content/misconceptions.json tells it.
struct Misconception
{
    /// The answered request and its answer; what is absent or empty matches anything.
    struct When
    {
        QList<StatusCode> status;
        QList<QByteArray> method;
        std::optional<bool> crossOrigin; ///< the Location leads to another origin
        std::optional<bool> body;        ///< the request has content
        std::optional<bool> credentials; ///< it carries some (credentialOf())

        friend bool operator==(const When &, const When &) = default;
    };

    enum class Target {
        Location, ///< where the Location leads
        Again,    ///< the request's own
        Other,    ///< neither
    };

    /// Facets of what was chosen, or of what really happened; absent: anything. One that sends nothing has no other
    /// facet.
    struct Facets
    {
        std::optional<bool> sends;
        bool sameMethod = false; ///< as the answered request's
        QByteArray method;       ///< by name; empty: any
        std::optional<ContentFate> body;
        std::optional<bool> credentialsKept;
        std::optional<Target> target;

        friend bool operator==(const Facets &, const Facets &) = default;
    };

    QString id;   ///< a slug
    QString name; ///< "302 keeps POST"
    QString why;  ///< Markdown: what is true instead
    FurtherReading clause;
    When when;
    Facets chosen;
    Facets instead;

    /// Pure: whether choosing `chosen` where `happened` came after this answer shows this idea. Never where they are
    /// equal.
    [[nodiscard]] bool matches(const Request &request, const Response &response, const Expectation &chosen,
                               const Expectation &happened) const;
};

/// All of them, in the file's order.
class Misconceptions final
{
public:
    /// Error "bad-misconceptions" with the path of the offending member.
    [[nodiscard]] static Result<Misconceptions> fromJson(const QByteArray &json);
    /// Reads content/misconceptions.json. Errors: those of ContentStore::read(), "bad-misconceptions".
    [[nodiscard]] static Result<Misconceptions> fromStore(const ContentStore &store);

    [[nodiscard]] const QList<Misconception> &all() const { return m_all; }
    /// Null if there is none of that id. Lives as long as this list.
    [[nodiscard]] const Misconception *find(const QString &id) const;
    /// The first that matches, or null.
    [[nodiscard]] const Misconception *shownBy(const Request &request, const Response &response,
                                               const Expectation &chosen, const Expectation &happened) const;

private:
    QList<Misconception> m_all;
};

} // namespace Detour
