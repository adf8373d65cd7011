// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/reason.h"

// The only place where reasons are worded. Places in a sentence:
//   reasons of the table   %1 the method before, %2 the method of the next request, %3 the status code
//   reasons about fields   %1 the fields' names ("Authorization and Cookie"), %2 the target's origin, %3 the verb in
//   the
//                          number that fits ("stays", "stay")
//   all others             as their sentences read
// Titles and sentences are plain text. An empty reference stands for "measured: CLIENT VERSION" of the policy at work.

namespace Detour {

namespace {

constexpr ReasonTemplate tableReasons[] = {
    {u"final-response", u"The final response", u"%3 is not a redirection: this response is the answer.",
     u"RFC 9110 §15", u"https://www.rfc-editor.org/rfc/rfc9110.html#section-15"},
    {u"300-leaves-the-choice", u"300 leaves the choice",
     u"300 offers several representations. A Location only names the server's preference; the choice is left to you.",
     u"RFC 9110 §15.4.1", u"https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4.1"},
    {u"304-is-no-redirect", u"304 is no redirect",
     u"304 points to the copy that the client already has. Nothing more is sent, whatever Location says.",
     u"RFC 9110 §15.4.5", u"https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4.5"},
    {u"305-is-deprecated", u"305 is deprecated",
     u"305 once named a proxy. It is deprecated, because a server must not choose the client's proxy; nothing is "
     u"followed.",
     u"RFC 9110 §15.4.6", u"https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4.6"},
    {u"306-is-unused", u"306 is unused", u"306 is reserved and says nothing. Nothing is followed.", u"RFC 9110 §15.4.7",
     u"https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4.7"},
    {u"not-a-redirect-status", u"Not a redirect status",
     u"Only 301, 302, 303, 307 and 308 are redirect statuses, so this %3 is handed over as it is.",
     u"Fetch, redirect status", u"https://fetch.spec.whatwg.org/#redirect-status"},
    {u"unknown-3xx-may-be-followed", u"An unknown 3xx with a Location",
     u"%3 is not registered, but any 3xx with a Location may be followed. Nothing allows another method: it stays %2.",
     u"RFC 9110 §15.4", u"https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4"},
    {u"not-followed", u"Following is switched off",
     u"A client may follow a redirect by itself, it need not. Following is switched off here, so the response is "
     u"handed "
     u"over as it is.",
     u"RFC 9110 §15.4", u"https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4"},
    {u"post-becomes-get", u"POST becomes GET",
     u"POST becomes GET: RFC 9110 allows it for %3, the Fetch standard requires it.", u"Fetch, HTTP-redirect fetch",
     u"https://fetch.spec.whatwg.org/#http-redirect-fetch"},
    {u"only-post-changes", u"Only POST changes", u"%3 turns only POST into GET. The next request is %2 again.",
     u"Fetch, HTTP-redirect fetch", u"https://fetch.spec.whatwg.org/#http-redirect-fetch"},
    {u"301-keeps-method", u"301 need not change the method",
     u"RFC 9110 lets POST become GET on 301, but does not ask for it. The next request is %2 again.",
     u"RFC 9110 §15.4.2", u"https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4.2"},
    {u"302-keeps-method", u"302 need not change the method",
     u"RFC 9110 lets POST become GET on 302, but does not ask for it. The next request is %2 again.",
     u"RFC 9110 §15.4.3", u"https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4.3"},
    {u"303-becomes-get", u"303 asks for GET", u"303 says: look at another resource. %1 becomes GET.",
     u"RFC 9110 §15.4.4", u"https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4.4"},
    {u"303-keeps-retrieval", u"303 keeps GET and HEAD",
     u"303 says: look at another resource. %1 does that already, so the next request is %2 again.", u"RFC 9110 §15.4.4",
     u"https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4.4"},
    {u"307-keeps-method", u"307 keeps the method", u"307 keeps the method. The next request is %2 again.",
     u"RFC 9110 §15.4.8", u"https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4.8"},
    {u"308-keeps-method", u"308 keeps the method", u"308 keeps the method. The next request is %2 again.",
     u"RFC 9110 §15.4.9", u"https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4.9"},
};

/// What real programs do on their own account: measured, or read from their tests.
constexpr ReasonTemplate measuredTableReasons[] = {
    {u"client-repeats", u"The request is repeated",
     u"This client repeats the request on %3: %2 again, with its body if it has one.", u"", u""},
    {u"client-keeps-method", u"The method stays", u"This client changes only POST on %3. The next request is %2 again.",
     u"", u""},
    {u"client-post-becomes-get", u"POST becomes GET", u"This client turns POST into GET on %3, as RFC 9110 allows.",
     u"", u""},
    {u"client-becomes-get", u"Every method becomes GET",
     u"This client turns %1 into GET on %3. RFC 9110 allows that for POST only.", u"", u""},
    {u"client-head-becomes-get", u"HEAD becomes GET",
     u"This client turns HEAD into GET on %3: it has one rule for all.", u"", u""},
    {u"client-keeps-without-body", u"The body is lost, the method stays",
     u"This client sends %2 again on %3, but without a body.", u"", u""},
    {u"client-303-becomes-get", u"303 asks for GET",
     u"303 says: look at another resource. This client turns %1 into GET.", u"", u""},
    {u"client-does-not-follow", u"Not followed", u"This client does not follow %3: it hands the response over.", u"",
     u""},
    {u"client-does-not-follow-method", u"Not for this method",
     u"This client does not follow %3 after %1: it hands the response over, as an error.", u"", u""},
    {u"client-follows-any-3xx", u"Any 3xx with a Location",
     u"This client follows every 3xx that has a Location, %3, too.", u"", u""},
    {u"client-follows-300", u"300 is followed",
     u"300 leaves a choice, and this client takes the one that Location names.", u"", u""},
    {u"client-follows-305", u"305 is followed",
     u"305 is deprecated: Location named a proxy. This client follows it like any other Location.", u"", u""},
    {u"curl-x-names-method", u"-X names every method",
     u"-X names the method of every request in the chain, so %3 does not change it.", u"", u""},
    {u"curl-x-drops-body", u"-X keeps the method, not the body",
     u"-X names the method of every request in the chain, so it stays %2 on %3. The body goes as if it were GET.", u"",
     u""},
    {u"forced-method-stays", u"The method was named by hand",
     u"A body that is read once goes out as %1 only where %1 is named by hand, so %3 changes the body, not the method.",
     u"", u""},
    {u"curl-get-for-data", u"Data was for the first request",
     u"On %3 curl asks for the result by GET, where -d or -T had brought a body. A method named by -X stays.", u"",
     u""},
};

constexpr ReasonTemplate locationReasons[] = {
    {u"no-location", u"No Location", u"The %1 names no Location, so there is nowhere to go: it is the answer.",
     u"Fetch, location URL", u"https://fetch.spec.whatwg.org/#concept-response-location-url"},
    {u"no-location-strict", u"No Location", u"The %1 names no Location, so there is nowhere to go: it is the answer.",
     u"RFC 9110 §15.4", u"https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4"},
    {u"missing-location", u"No Location", u"The %1 names no Location, and this client takes that for an error.", u"",
     u""},
    {u"empty-location-same-target", u"An empty Location",
     u"An empty Location is a valid reference: it means the same target again.", u"RFC 3986 §4.4",
     u"https://www.rfc-editor.org/rfc/rfc3986.html#section-4.4"},
    {u"empty-location-delivered", u"An empty Location",
     u"This client takes an empty Location for none: the %1 is the answer.", u"", u""},
    {u"empty-location", u"An empty Location", u"This client takes an empty Location for an error.", u"", u""},
    {u"bad-location", u"The Location cannot be read", u"The Location “%1” is not followed: %2.", u"Fetch, location URL",
     u"https://fetch.spec.whatwg.org/#concept-response-location-url"},
    {u"bad-location-strict", u"The Location is no URI reference", u"The Location “%1” is not followed: %2.",
     u"RFC 9110 §10.2.2", u"https://www.rfc-editor.org/rfc/rfc9110.html#section-10.2.2"},
    {u"bad-location-delivered", u"The Location cannot be read",
     u"The Location “%1” cannot be read (%2), so the response is handed over.", u"", u""},
    {u"ambiguous-location", u"Two different Locations",
     u"The response names %1 different Locations. Nobody can tell which one is meant, so none is followed.",
     u"Fetch, location URL", u"https://fetch.spec.whatwg.org/#concept-response-location-url"},
    {u"ambiguous-location-strict", u"Two different Locations",
     u"The response names %1 different Locations, but a response has at most one. None is followed.",
     u"RFC 9110 §10.2.2", u"https://www.rfc-editor.org/rfc/rfc9110.html#section-10.2.2"},
    {u"first-location", u"The first Location counts", u"The response names %1 Locations. This client takes the first.",
     u"", u""},
    {u"last-location", u"The last Location counts", u"The response names %1 Locations. This client takes the last.",
     u"", u""},
    {u"joined-locations", u"The Locations are joined",
     u"The response names %1 Locations. This client joins them by commas and reads the whole as one.", u"", u""},
    {u"location-userinfo", u"Credentials in the Location",
     u"The Location holds a user name or password and leads to another origin, %1. Fetch refuses that.",
     u"Fetch, HTTP-redirect fetch", u"https://fetch.spec.whatwg.org/#http-redirect-fetch"},
    {u"location-userinfo-delivered", u"Credentials in the Location",
     u"The Location holds a user name or password for another origin, %1, so the response is handed over.", u"", u""},
    {u"location-resolved", u"The Location names the target", u"The Location names the next target: %1.",
     u"RFC 9110 §10.2.2", u"https://www.rfc-editor.org/rfc/rfc9110.html#section-10.2.2"},
    {u"fragment-inherited", u"The fragment is inherited",
     u"The Location has no fragment of its own, so #%1 goes along. It is not sent.", u"RFC 9110 §10.2.2",
     u"https://www.rfc-editor.org/rfc/rfc9110.html#section-10.2.2"},
    {u"fragment-replaced", u"The fragment is replaced", u"The Location has a fragment of its own, so #%1 is given up.",
     u"RFC 9110 §10.2.2", u"https://www.rfc-editor.org/rfc/rfc9110.html#section-10.2.2"},
    {u"bad-location-measured", u"The Location cannot be read", u"This client cannot read the Location “%1”: %2.", u"",
     u""},
    {u"first-content-returns", u"The first body returns",
     u"The first request’s body, dropped by a redirect in between, goes along again: %1 sent.", u"", u""},
    {u"two-authorizations", u"Two authorizations",
     u"The Location brings a user name, and the request has an Authorization already. This client takes that for an "
     u"error.",
     u"", u""},
    {u"fragment-lost", u"The fragment is lost", u"This client does not hand #%1 on, though RFC 9110 asks for it.", u"",
     u""},
};

constexpr ReasonTemplate guardReasons[] = {
    {u"method-refused", u"Not for this method", u"This client does not follow a %3 after %1: it reports an error.", u"",
     u""},
    {u"refused-scheme", u"Only http and https are followed",
     u"The Location uses %1:, and only http and https are followed.", u"Fetch, HTTP-redirect fetch",
     u"https://fetch.spec.whatwg.org/#http-redirect-fetch"},
    {u"refused-scheme-strict", u"Only http and https are followed",
     u"The Location uses %1:, and HTTP sends requests to http and https only.", u"RFC 9110 §4.2",
     u"https://www.rfc-editor.org/rfc/rfc9110.html#section-4.2"},
    {u"refused-scheme-delivered", u"Only http and https are followed",
     u"The Location uses %1:, so this client hands the response over.", u"", u""},
    {u"refused-scheme-measured", u"Only http and https are followed",
     u"The Location uses %1:, and this client follows http and https only.", u"", u""},
    {u"scheme-followed-elsewhere", u"Followed by another protocol",
     u"This client would go on with %1:. Detour speaks HTTP only, so the chain ends here.", u"", u""},
    {u"https-to-http-measured", u"From https to http",
     u"The next target is not encrypted any more. This client follows it all the same.", u"", u""},
    {u"https-to-http", u"From https to http",
     u"The next target is not encrypted any more. The redirect rules allow it; a browser refuses it to a page that "
     u"came by "
     u"https, as mixed content.",
     u"Mixed Content §4.4", u"https://www.w3.org/TR/mixed-content/#should-block-fetch"},
    {u"https-to-http-strict", u"From https to http",
     u"The next target is not encrypted any more. RFC 9110 does not forbid to follow it; only Referer must not be sent "
     u"there.",
     u"RFC 9110 §10.1.3", u"https://www.rfc-editor.org/rfc/rfc9110.html#section-10.1.3"},
    {u"insecure-downgrade", u"From https to http",
     u"The next target is not encrypted any more. This client refuses that.", u"", u""},
    {u"insecure-downgrade-delivered", u"From https to http",
     u"The next target is not encrypted any more, so this client hands the response over.", u"", u""},
    {u"too-many-redirects", u"Too many redirects", u"%1 followed already, and this client follows no more.",
     u"Fetch, HTTP-redirect fetch", u"https://fetch.spec.whatwg.org/#http-redirect-fetch"},
    {u"too-many-redirects-strict", u"Too many redirects",
     u"%1 followed already. RFC 9110 names no number, only that endless redirection should be noticed.",
     u"RFC 9110 §15.4", u"https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4"},
    {u"too-many-redirects-measured", u"Too many redirects", u"%1 followed already, and this client follows no more.",
     u"", u""},
    {u"your-limit", u"Your limit", u"%1 followed already, and you allow no more.", u"your --max-redirects", u""},
    {u"limit-delivered", u"Too many redirects", u"%1 followed already. This client hands over the response it has.",
     u"", u""},
    {u"cycle", u"A circle", u"This very request was sent before. This client does not go round in circles.", u"", u""},
    {u"body-not-replayable", u"The body cannot be sent again",
     u"The body came from a source that can be read only once, so it cannot be sent a second time.",
     u"Fetch, HTTP-redirect fetch", u"https://fetch.spec.whatwg.org/#http-redirect-fetch"},
    {u"body-not-replayable-strict", u"The body cannot be sent again",
     u"%1 would need its body again, and that came from a source that can be read only once.", u"RFC 9110 §15.4",
     u"https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4"},
    {u"body-not-replayable-measured", u"The body cannot be sent again",
     u"The body came from a source that can be read only once, and this client gives up.", u"", u""},
    {u"one-shot-delivered", u"The body cannot be sent again",
     u"The body can be read only once, so this client hands the response over.", u"", u""},
};

constexpr ReasonTemplate contentReasons[] = {
    {u"content-sent-again", u"The body goes along", u"The body goes along: %1 sent again.", u"RFC 9110 §15.4",
     u"https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4"},
    {u"content-dropped", u"The body stays behind", u"The body stays behind: %1 not sent again.", u"RFC 9110 §9.3.1",
     u"https://www.rfc-editor.org/rfc/rfc9110.html#section-9.3.1"},
    {u"content-dropped-fetch", u"The body stays behind", u"The body stays behind: %1 not sent again.",
     u"Fetch, HTTP-redirect fetch", u"https://fetch.spec.whatwg.org/#http-redirect-fetch"},
    {u"content-emptied", u"The body is emptied", u"The method stays, but the body is emptied: %1 not sent again.", u"",
     u""},
    {u"one-shot-sent-empty", u"The body is lost",
     u"The body can be read only once. This client sends an empty one in its place, and says nothing.", u"", u""},
    {u"content-sent-again-measured", u"The body goes along", u"The body goes along: %1 sent again.", u"", u""},
    {u"content-dropped-measured", u"The body stays behind", u"The body stays behind: %1 not sent again.", u"", u""},
    {u"content-fields-measured", u"Fields of the body go", u"%1 described the body and %3 with it.", u"", u""},
    {u"content-fields-generated", u"Fields of the body go",
     u"The client had made %1 for the body and %3 with it. One that you type is repeated.", u"", u""},
    {u"content-length-goes", u"The length goes", u"%1 told how the body was sent and %3 with it.", u"", u""},
    {u"content-fields-fetch", u"Fields of the body go", u"%1 described the body and %3 with it.",
     u"Fetch, HTTP-redirect fetch", u"https://fetch.spec.whatwg.org/#http-redirect-fetch"},
    {u"content-fields", u"Fields of the body go", u"%1 described the body and %3 with it.", u"RFC 9110 §15.4",
     u"https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4"},
};

constexpr ReasonTemplate fieldReasons[] = {
    {u"same-origin-keeps", u"Same origin", u"Same origin, so %1 %3.", u"RFC 9110 §15.4",
     u"https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4"},
    {u"same-origin-keeps-fetch", u"Same origin", u"Same origin, so %1 %3.", u"Fetch, HTTP-redirect fetch",
     u"https://fetch.spec.whatwg.org/#http-redirect-fetch"},
    {u"kept-elsewhere", u"Credentials go along", u"%1 %3, though %2 is another origin.", u"", u""},
    {u"cookies-know-no-port", u"Cookies know no port",
     u"A browser keeps its cookies by host, not by port: %1 %3, though %2 is another origin.", u"RFC 6265 §8.5",
     u"https://www.rfc-editor.org/rfc/rfc6265.html#section-8.5"},
    {u"kept-as-trusted", u"You trust the target", u"You trust whatever Location names, so %1 %3, to %2, too.",
     u"your --location-trusted", u""},
    {u"returns-at-first-origin", u"Back at the first origin", u"Back where it was meant for, so %1 %3 again.", u"",
     u""},
    {u"same-origin-keeps-measured", u"Same origin", u"Same origin, so %1 %3.", u"", u""},
    {u"returns-elsewhere", u"Held back, then sent",
     u"It was held back on the way here, but %1 %3 again: this client copies from the first request.", u"", u""},
    {u"client-removes-elsewhere", u"Another origin", u"%2 is not where it was meant for, so %1 %3.", u"", u""},
    {u"client-always-removes", u"Not repeated", u"This client makes it anew for each request, so %1 %3.", u"", u""},
    {u"client-removes-content-fields", u"Not repeated",
     u"This client copies all fields but those of a body to the next request, so %1 %3.", u"", u""},
    {u"client-host-names-target", u"Host names the target", u"Host names the next target, so one set by hand %3.", u"",
     u""},
    {u"client-keeps-host", u"Host set by hand stays", u"%1 %3, though %2 may be another host.", u"", u""},
    {u"own-userinfo-becomes-authorization", u"Credentials of the URL",
     u"The user name in the URL was sent as Authorization, and goes along as such.", u"", u""},
    {u"userinfo-becomes-authorization", u"Credentials of the Location",
     u"The user name in the Location becomes the Authorization of the next request.", u"", u""},
    {u"referer-previous-target", u"Referer is the previous target", u"Referer names the previous target: %1.", u"",
     u""},
    {u"referer-own-origin", u"Referer is cut to its origin",
     u"At another origin Referer tells no more than where it comes from: %1.",
     u"Referrer Policy, strict-origin-when-cross-origin",
     u"https://www.w3.org/TR/referrer-policy/#referrer-policy-strict-origin-when-cross-origin"},
    {u"referer-not-to-http", u"No Referer to http", u"Referer must not go from https to http, so it is left out.",
     u"RFC 9110 §10.1.3", u"https://www.rfc-editor.org/rfc/rfc9110.html#section-10.1.3"},
    {u"other-origin-removes-authorization", u"Another origin", u"%2 is another origin, so %1 %3.",
     u"Fetch, HTTP-redirect fetch", u"https://fetch.spec.whatwg.org/#http-redirect-fetch"},
    {u"other-origin-removes-cookie", u"Another origin",
     u"%2 is another origin, so %1 %3. (A page cannot set these fields; where a program can, they are removed.)",
     u"measured: Node 20.20.2", u""},
    {u"other-origin-removes-credentials", u"Another origin", u"%2 is another origin, so %1 %3.", u"RFC 9110 §15.4",
     u"https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4"},
    {u"host-follows-target", u"Host names the target",
     u"Host always names the target of its request, so one set by hand is not repeated.", u"measured: Node 20.20.2",
     u""},
    {u"host-names-target", u"Host names the target", u"Host has to name the new target, %2, so one set by hand %3.",
     u"RFC 9110 §7.2", u"https://www.rfc-editor.org/rfc/rfc9110.html#section-7.2"},
    {u"regenerated-fields", u"Fields made for the old target",
     u"The client had made %1 for the previous target, so %3 here.", u"RFC 9110 §15.4",
     u"https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4"},
};

} // namespace

QList<ReasonTemplate> reasonCatalog()
{
    QList<ReasonTemplate> all;
    const auto append = [&all](const auto &part) {
        for (const ReasonTemplate &entry : part) {
            all.append(entry);
        }
    };
    append(tableReasons);
    append(measuredTableReasons);
    append(locationReasons);
    append(guardReasons);
    append(contentReasons);
    append(fieldReasons);
    return all;
}

} // namespace Detour
