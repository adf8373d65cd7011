// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/playground/requestdraft.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

Result<FieldList> fieldsFrom(const QString &lines)
{
    FieldList fields;
    for (const QString &line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.trimmed().isEmpty())
            continue;
        Result<Field> field = Field::fromLine(line.trimmed().toUtf8());
        if (!field)
            return field.error();
        fields.append(*std::move(field));
    }
    return fields;
}

Result<TargetUri> targetFor(const QString &url, Session &session, RequestDraft::For purpose)
{
    const QByteArray typed = url.trimmed().toUtf8();
    if (purpose == RequestDraft::For::Sending)
        return session.resolveUrl(typed);
    if (typed.startsWith("lab:"))
        return parseFirstUrl(QByteArray("http://127.0.0.1" + typed.mid(4)));
    return parseFirstUrl(typed);
}

Result<std::shared_ptr<BodySource>> bodyFor(const RequestDraft &draft)
{
    if (!draft.hasBody)
        return std::shared_ptr<BodySource>();
    if (!draft.bodyFile.isEmpty())
        return bodyFromFile(draft.bodyFile, FileDigest::WhenSent);
    return bodyFromMemory(draft.body);
}

bool isOriginOf(const Script &script, const TargetUri &target)
{
    return script.origins.contains(Origin::of(target));
}

} // namespace

RequestDraft RequestDraft::fromRequest(const Request &request)
{
    RequestDraft draft;
    draft.method = request.method.toString();
    draft.url = request.target.toDisplayString();
    for (const Field &field : request.fields) {
        // The transport makes these two itself, from the target and the body.
        if (!field.isNamed("Host") && !field.isNamed("Content-Length"))
            draft.fieldLines += QString::fromUtf8(field.name + ": " + field.value) + u'\n';
    }
    draft.hasBody = request.content.has_value();
    if (draft.hasBody)
        draft.body = request.content->preview;
    return draft;
}

RequestDraft RequestDraft::fromScript(const Script &script)
{
    RequestDraft draft = fromRequest(script.first);
    draft.script = script;
    return draft;
}

RequestDraft RequestDraft::fromExample(const Example &example)
{
    RequestDraft draft = fromScript(example.script);
    draft.client = example.client;
    return draft;
}

Result<TraceSpec> RequestDraft::toSpec(Session &session, For purpose) const
{
    const Result<Method> parsedMethod = Method::fromToken(method.trimmed().toUtf8());
    if (!parsedMethod)
        return parsedMethod.error();
    const Result<TargetUri> target = targetFor(url, session, purpose);
    if (!target)
        return target.error();
    const Result<FieldList> fields = fieldsFrom(fieldLines);
    if (!fields)
        return fields.error();
    const Result<std::shared_ptr<BodySource>> source = bodyFor(*this);
    if (!source)
        return source.error();
    const Result<ClientPolicy> policy = session.policies().policy(client);
    if (!policy)
        return policy.error();

    TraceSpec spec;
    spec.request.method = *parsedMethod;
    spec.request.target = *target;
    spec.request.fields = *fields;
    spec.body = *source;
    if (spec.body)
        spec.request.content = spec.body->info();
    spec.policy = *policy;
    spec.redirectLimit = redirectLimit;
    spec.keepsCookies = keepsCookies;
    spec.remembers = remembers;
    if (script && isOriginOf(*script, *target))
        spec.script = script;
    return spec;
}

qint64 RequestDraft::bodySize() const
{
    if (!hasBody)
        return 0;
    return bodyFile.isEmpty() ? body.size() : QFileInfo(bodyFile).size();
}

int RequestDraft::fieldCount() const
{
    int count = 0;
    for (const QString &line : fieldLines.split(u'\n', Qt::SkipEmptyParts))
        count += line.trimmed().isEmpty() ? 0 : 1;
    return count;
}

} // namespace Detour
