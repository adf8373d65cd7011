// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/tracewords.h"

#include "cli/commandcontext.h"
#include "cli/didyoumean.h"
#include "cli/numbers.h"
#include "session/requestwords.h"

#include <algorithm>
#include <cerrno>
#include <limits>
#include <unistd.h>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

Error badWords(const QString &sentence)
{
    return {u"bad-words"_s, sentence};
}

/// The one member that each reader fills, or the sentence that says why it cannot.
using Trouble = std::optional<Error>;

Trouble readRequest(const CommandLine &line, TracePlan &plan)
{
    const QByteArray method = line.value("request").value_or(line.has("data") ? "POST" : "GET");
    const Result<Request> request = requestFromWords(method, line.values("header"));
    if (!request) {
        const QString option = request.error().code == "bad-method"_L1 ? u"--request: "_s : u"--header: "_s;
        return badWords(option + request.error().message);
    }
    plan.spec.request = *request;
    return {};
}

Result<std::shared_ptr<BodySource>> bodyFromWord(const QByteArray &typed, TracePlan &plan, int inputDescriptor)
{
    if (typed == "@-") {
        char none = 0; // reading nothing takes nothing, but tells of a folder and of a closed descriptor
        if (::read(inputDescriptor, &none, 0) < 0) {
            return Error{u"body-unreadable"_s, u"standard input cannot be read: "_s + qt_error_string(errno)};
        }
        plan.standardInput = std::make_shared<QFile>();
        if (!plan.standardInput->open(inputDescriptor, QIODevice::ReadOnly | QIODevice::Unbuffered)) {
            return Error{u"body-unreadable"_s, u"standard input cannot be read"_s};
        }
        return bodyFromPipe(plan.standardInput.get());
    }
    if (typed == "@") {
        return badWords(u"--data “@” names no file: write @FILE, or @- for standard input"_s);
    }
    if (typed.startsWith('@')) {
        return bodyFromFile(QFile::decodeName(typed.sliced(1)));
    }
    return bodyFromMemory(typed);
}

/// curl joins several -d with "&".
Trouble readBody(const CommandLine &line, TracePlan &plan, int inputDescriptor)
{
    const QList<QByteArray> typed = line.values("data");
    if (typed.isEmpty()) {
        return {};
    }
    const bool hasFile =
        std::any_of(typed.cbegin(), typed.cend(), [](const QByteArray &word) { return word.startsWith('@'); });
    if (hasFile && typed.size() > 1) {
        return badWords(u"--data: with @ there can be one body only; leave out the other --data"_s);
    }
    const Result<std::shared_ptr<BodySource>> body = bodyFromWord(typed.join('&'), plan, inputDescriptor);
    if (!body) {
        return body.error();
    }
    plan.spec.body = *body;
    giveContent(plan.spec.request, *plan.spec.body, formContentType);
    return {};
}

Trouble readLimits(const CommandLine &line, TracePlan &plan)
{
    if (const std::optional<QByteArray> typed = line.value("max-redirects")) {
        const Result<int> limit = wholeNumber("--max-redirects", *typed, -1, std::numeric_limits<int>::max());
        if (!limit) {
            return limit.error();
        }
        plan.spec.redirectLimit = *limit;
    }
    if (const std::optional<QByteArray> typed = line.value("timeout")) {
        const Result<std::chrono::milliseconds> timeout = seconds("--timeout", *typed);
        if (!timeout) {
            return timeout.error();
        }
        plan.spec.timeout = *timeout;
    }
    return {};
}

void readSwitches(const CommandLine &line, TracePlan &plan)
{
    plan.url = line.argument().value_or(QByteArray());
    plan.spec.follows = !line.has("no-follow");
    plan.spec.locationTrusted = line.has("location-trusted");
    plan.spec.keepsCookies = line.has("cookies");
    plan.spec.verifiesTls = !line.has("insecure");
    plan.isJson = line.value("format") == "json";
    plan.showsSecrets = line.has("show-secrets");
    if (line.value("output") != "-") {
        plan.outputFile = line.value("output");
    }
}

} // namespace

Result<ClientPolicy> clientNamed(const QByteArray &typed, const PolicyCatalog &policies)
{
    Result<ClientPolicy> policy = policies.policy(QString::fromUtf8(typed));
    if (policy || policy.error().code != "no-client"_L1) {
        return policy;
    }
    QList<QByteArray> known;
    const QStringList ids = policies.ids();
    for (const QString &id : ids) {
        known.append(id.toUtf8());
    }
    const QString mend = mendFor(typed, known, u"known: "_s + ids.join(u", "));
    return badWords(u"--as does not know %1: %2"_s.arg(quotedWord(typed), mend));
}

int exitCodeOf(const Error &error)
{
    if (error.code.startsWith("lab-"_L1)) {
        return exitNetwork;
    }
    return error.code == "body-unreadable"_L1 || error.code == "bad-policy"_L1 || error.code == "file-unwritable"_L1
               ? exitFile
               : exitBadWords;
}

Result<TracePlan> requestPlan(const CommandLine &line, int inputDescriptor)
{
    TracePlan plan;
    readSwitches(line, plan);
    Trouble trouble = readRequest(line, plan);
    if (!trouble) {
        trouble = readLimits(line, plan);
    }
    if (!trouble) { // last: the other words are looked at before a file is
        trouble = readBody(line, plan, inputDescriptor);
    }
    if (trouble) {
        return *trouble;
    }
    return plan;
}

Result<TracePlan> tracePlan(const CommandLine &line, const PolicyCatalog &policies, int inputDescriptor)
{
    const Result<ClientPolicy> policy = clientNamed(line.value("as").value_or("fetch"), policies);
    if (!policy) {
        return policy.error();
    }
    Result<TracePlan> plan = requestPlan(line, inputDescriptor);
    if (plan) {
        plan->spec.policy = *policy;
    }
    return plan;
}

} // namespace Detour
