// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/linereader.h"
#include "document/policycatalog.h"
#include "exchangeformats/decisionjson.h"
#include "exchangeformats/decisionquestion.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// One line of JSON without its line feed; `isGood` turns false where the line could not be answered.
QByteArray answerTo(const LineReader::Line &line, const PolicyCatalog &policies, bool &isGood)
{
    if (line.isTooLong) {
        isGood = false;
        return decisionErrorToJsonLine(QJsonValue::Null, u"The line is longer than 16 MiB."_s);
    }
    const Result<DecisionQuestion> question = questionFromJson(line.bytes);
    if (!question) {
        isGood = false;
        return decisionErrorToJsonLine(questionId(line.bytes), question.error().message);
    }
    const Result<ClientPolicy> policy = policies.policy(question->client);
    if (!policy) {
        isGood = false;
        return decisionErrorToJsonLine(question->id, policy.error().message);
    }
    return decisionToJsonLine(question->id, decide(question->request, question->response, question->context, *policy));
}

} // namespace

int runDecide(const CommandContext &context)
{
    LineReader reader(context.inputDescriptor, DecisionQuestion::longestLine);
    const PolicyCatalog policies(context.content); // keeps what it read
    bool isGood = true;
    while (const std::optional<LineReader::Line> line = reader.next()) {
        if (line->bytes.trimmed().isEmpty() && !line->isTooLong) {
            continue;
        }
        context.out.write(QByteArray(answerTo(*line, policies, isGood) + '\n'));
        if (context.out.isBroken()) {
            break;
        }
    }
    return context.finish(isGood ? exitDone : exitBadWords);
}

} // namespace Detour
