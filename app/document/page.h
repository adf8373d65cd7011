// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "scenario/script.h"
#include "semantics/statuscode.h"

namespace Detour {

struct Heading
{
    int level = 2;
    QString text;
    QString anchor;
};

/// "Next, the client sends …" as a claim that a test can check.
struct NextClaim
{
    bool stops = false;    ///< an error: nothing is sent
    bool delivers = false; ///< the client follows nothing and takes the 3xx as the answer
    QString stopCode;      ///< with stops
    QByteArray method;
    QByteArray target; ///< as written: origin form or absolute
    QString content;   ///< "same", "none" or "empty"
    QString rest;      ///< the sentence's end, Markdown inline; the whole sentence with delivers

    [[nodiscard]] bool sends() const { return !stops && !delivers; }
};

/// An `http` block of a page.
struct Example
{
    QString id; ///< unique within the page; empty for an illustration
    QString title;
    QString text;  ///< as written
    Script script; ///< valid if runnable
    bool runnable = false;
    QString client = QStringLiteral("fetch"); ///< id of the policy that it is followed by
    QList<NextClaim> next;
};

struct FactsStrip
{
    QString method;
    QString body;
    QString lasts;
    QString cached;
    QString location;
    QString since;
};

/// A page of the reference, as written (content/README.md has the format).
struct Page
{
    QString slug;        ///< "307", "welcome"
    StatusCode code = 0; ///< 0: not a status code's page
    QString title;
    StatusKind kind = StatusKind::Other;
    bool isGuide = false; ///< its kind is "guide"; `kind` is then Other
    QString reference;
    QString referenceUrl;
    FactsStrip facts;
    QString summary;
    QStringList aliases; ///< further words to find it by
    bool brief = false;  ///< definition only
    QString markdown;    ///< without the front matter
    QList<Heading> headings;
    QList<Example> examples;

    [[nodiscard]] const Example *example(const QString &id) const;
    [[nodiscard]] const Example *firstRunnable() const;
};

} // namespace Detour
