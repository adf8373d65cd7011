// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/stagescenes.h"

#include "story/chains.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Detour::Test {

namespace {

constexpr QSize small(560, 300);
constexpr QSize lower(560, 350);
constexpr QSize high(560, 432);

TargetUri secure(const QByteArray &host, const QByteArray &path)
{
    TargetUri result = uri(host, path, std::nullopt);
    result.scheme = "https";
    return result;
}

/// The moment at which `share` of the first beat of this kind is over.
qreal within(const Storyboard &board, BeatKind kind, qreal share)
{
    for (const Beat &beat : board.beats()) {
        if (beat.kind == kind)
            return beat.start + share * beat.duration;
    }
    qFatal("The story has no such beat.");
}

StageScene at(const QString &name, const RedirectChain &chain, BeatKind kind, qreal share, QSize size,
              bool dark = false)
{
    const Storyboard board = Storyboard::fromChain(chain);
    return {name, board, within(board, kind, share), size, dark};
}

StageScene atEnd(const QString &name, const RedirectChain &chain, QSize size, bool dark = false)
{
    const Storyboard board = Storyboard::fromChain(chain);
    return {name, board, board.duration(), size, dark};
}

RedirectChain circle()
{
    RedirectChain chain = ChainMaker::get(uri("a.localhost", "/a"))
                              .becomesGetAt(302, uri("a.localhost", "/b"))
                              .becomesGetAt(302, uri("a.localhost", "/a"))
                              .stops(302, "/b", u"too-many-redirects"_s)
                              .chain();
    chain.findings = {{u"cycle"_s, {1, 3}, u"Hop 3 sends the same request as hop 1."_s}};
    return chain;
}

RedirectChain remembered(AnswerSource source)
{
    RedirectChain chain = ChainMaker::get(uri("shop.localhost", "/old"))
                              .keepsTo(308, uri("shop.localhost", "/new"))
                              .delivers(200)
                              .chain();
    chain.hops[0].exchange.answeredBy = source;
    chain.hops[0].exchange.response->fields.append("Date", "Sat, 28 Nov 2026 12:04:05 GMT");
    return chain;
}

RedirectChain changed()
{
    RedirectChain chain = ChainMaker::post(uri("shop.localhost", "/cart"))
                              .keepsTo(307, uri("shop.localhost", "/basket"))
                              .delivers(200)
                              .chain();
    chain.hops[1].exchange.changedByUser = true;
    chain.hops[1].exchange.request.method = Method::known("PUT");
    chain.hops[1].exchange.request.content = ContentInfo{30, "other", false, {}};
    return chain;
}

RedirectChain emptied()
{
    RedirectChain chain = ChainMaker::post(uri("shop.localhost", "/cart"))
                              .keepsTo(307, uri("shop.localhost", "/basket"))
                              .delivers(200)
                              .chain();
    chain.hops[0].decision->next->content = ContentInfo();
    chain.hops[0].decision->content = ContentFate::Empty;
    chain.hops[1].exchange.request.content = ContentInfo();
    return chain;
}

RedirectChain hostile()
{
    ChainMaker maker = ChainMaker::get(uri("a.localhost", "/" + QByteArray(60'000, 'x')));
    maker.stops(302, "http://" + QByteArray(200, 'h') + ".example/" + QByteArray(60'000, 'p'), u"bad-location"_s);
    RedirectChain chain = maker.chain();
    chain.hops[0].exchange.response->reasonPhrase = QString(u"שלום עולם"_s).repeated(40).toUtf8();
    return chain;
}

/// The POST's answer is there, and what is sent next is withheld.
RedirectChain asked()
{
    return ChainMaker::post(uri("shop.localhost", "/checkout"), 48)
        .answeredWithoutDecision(302, "http://bank.localhost:8307/thanks")
        .chain();
}

/// The same after a turn that was told.
RedirectChain askedAgain()
{
    return ChainMaker::post(uri("shop.localhost", "/checkout"), 48)
        .keepsTo(307, uri("pay.localhost", "/checkout"))
        .answeredWithoutDecision(303, "/thanks")
        .chain();
}

} // namespace

RedirectChain eightOrigins()
{
    ChainMaker maker = ChainMaker::get(uri("shop.localhost", "/0"));
    int number = 0;
    for (const char *host : {"login", "accounts", "identity-provider", "pay", "bank", "mail", "www"})
        maker.becomesGetAt(302, uri(QByteArray(host) + ".localhost", "/" + QByteArray::number(++number)));
    return maker.delivers(200).chain();
}

RedirectChain credentialsOverHosts()
{
    ChainMaker maker = ChainMaker::post(secure("shop.example", "/pay"), 48);
    maker.addField("Cookie", "id=1");
    return maker.keepsTo(307, uri("bank.example", "/pay", std::nullopt)).delivers(200).chain();
}

QList<StageScene> stageScenes()
{
    const RedirectChain refused =
        ChainMaker::get(uri("shop.localhost", "/login")).stops(302, "javascript:alert(1)", u"refused-scheme"_s).chain();
    const RedirectChain failed = ChainMaker::post(uri("shop.localhost", "/checkout"))
                                     .keepsTo(307, uri("pay.localhost", "/checkout"))
                                     .fails(u"connection-refused"_s, u"Nothing listens on pay.localhost:8307."_s)
                                     .chain();
    const Storyboard waiting = Storyboard::waiting(checkout().hops.first().exchange.request, u"Browsers (Fetch)"_s);
    return {
        {u"waiting"_s, waiting, 0, small, false},
        at(u"on-its-way"_s, checkout(), BeatKind::Request, 0.5, small),
        at(u"answer"_s, checkout(), BeatKind::Answer, 0.5, small),
        at(u"sign"_s, checkout(), BeatKind::SignArrives, 0.5, small),
        at(u"question-rises"_s, asked(), BeatKind::SignArrives, 0.62, small),
        atEnd(u"question"_s, asked(), small),
        atEnd(u"question-dark"_s, askedAgain(), high, true),
        at(u"flip"_s, checkout(), BeatKind::Flip, 0.4, small),
        at(u"sheet-falls"_s, checkout(), BeatKind::SheetFalls, 0.5, small, true),
        atEnd(u"two-hops"_s, checkout(), high),
        atEnd(u"three-hops-dark"_s, upload(), high, true),
        at(u"token-refused"_s, credentialsOverHosts(), BeatKind::TokenFalls, 0.3, lower),
        at(u"token-fallen"_s, credentialsOverHosts(), BeatKind::TokenFalls, 1, lower),
        at(u"padlock-opens"_s, credentialsOverHosts(), BeatKind::PadlockTurns, 0.7, lower),
        atEnd(u"credentials"_s, credentialsOverHosts(), high),
        atEnd(u"circle"_s, circle(), QSize(560, 600)),
        at(u"recall"_s, remembered(AnswerSource::StoredRedirect), BeatKind::Answer, 0.4, small),
        atEnd(u"remembered"_s, remembered(AnswerSource::StoredRedirect), high),
        atEnd(u"hsts-dark"_s, remembered(AnswerSource::HstsUpgrade), high, true),
        atEnd(u"changed"_s, changed(), high),
        atEnd(u"emptied"_s, emptied(), high),
        atEnd(u"refused"_s, refused, small),
        atEnd(u"failed"_s, failed, high),
        atEnd(u"eight-origins"_s, eightOrigins(), QSize(700, 1500)),
        atEnd(u"hostile"_s, hostile(), small),
    };
}

} // namespace Detour::Test
