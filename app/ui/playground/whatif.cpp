// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/playground/whatif.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

QString lineOf(const Field &field)
{
    return QString::fromUtf8(field.name + ": " + field.value).trimmed();
}

bool hasOtherBody(const RequestDraft &a, const RequestDraft &b)
{
    const bool isFile = a.bodyKind == BodyKind::File;
    return a.hasBody != b.hasBody || isFile != (b.bodyKind == BodyKind::File)
           || (isFile ? a.bodyFile != b.bodyFile : a.body != b.body)
           || a.impliedContentType() != b.impliedContentType();
}

bool isBodyOf(const RequestDraft &draft, const ContentInfo &content)
{
    if (!draft.hasBody || draft.bodySize() != content.bytes)
        return false;
    return draft.bodyKind == BodyKind::File || draft.body.startsWith(content.preview);
}

} // namespace

WhatIf::WhatIf(const Request &decided, const RequestDraft &sentBody)
    : m_decided(decided)
    , m_draft(RequestDraft::fromRequest(decided))
{
    m_draft.client = sentBody.client;
    if (decided.content && isBodyOf(sentBody, *decided.content)) {
        m_draft.body = sentBody.body;
        m_draft.bodyFile = sentBody.bodyFile;
        m_draft.bodyKind = sentBody.bodyKind;
    }
}

/// The lines that are still as they were stand for their own bytes: text is not always able to hold them.
FieldList WhatIf::fieldsOf(const TraceSpec &spec) const
{
    QHash<QString, Field> untouched;
    FieldList fields;
    for (const Field &field : m_decided.fields) {
        untouched.insert(lineOf(field), field);
        if (field.isNamed("Host") && spec.request.target == m_decided.target)
            fields.append(field); // not among the lines that can be edited
    }
    for (const Field &field : spec.request.fields)
        fields.append(untouched.value(lineOf(field), field));
    return fields;
}

Result<ChangedRequest> WhatIf::asEdited(const RequestDraft &edited, Session &session, RequestDraft::For purpose) const
{
    const bool otherBody = hasOtherBody(m_draft, edited);
    ChangedRequest result;
    result.request = m_decided;
    if (edited.method == m_draft.method && edited.url == m_draft.url && edited.fieldLines == m_draft.fieldLines
        && !otherBody)
        return result;

    RequestDraft typed = edited;
    if (edited.url == m_draft.url)
        typed.url = u"http://127.0.0.1/"_s; // stands in for a target that need not be read again
    Result<TraceSpec> spec = typed.toSpec(session, purpose);
    if (!spec)
        return spec.error();
    if (edited.url == m_draft.url)
        spec->request.target = m_decided.target;
    if (edited.method != m_draft.method)
        result.request.method = spec->request.method;
    result.request.target = spec->request.target;
    if (edited.fieldLines != m_draft.fieldLines || otherBody)
        result.request.fields = fieldsOf(*spec);
    if (otherBody) {
        result.request.content = spec->request.content;
        if (spec->request.isGenerated("Content-Type") && !result.request.isGenerated("Content-Type"))
            result.request.generated.append("Content-Type"); // the kind of body implies it
    }
    // A redirect may have emptied the content: then the chain's own source is not the one to send.
    const bool isEmptied = m_decided.content && m_decided.content->bytes == 0;
    if (otherBody || isEmptied)
        result.body = spec->body;
    result.request.generated.removeIf([&](const QByteArray &name) { return !result.request.fields.contains(name); });
    if (const std::optional<Error> problem = Session::requestProblem(result.request))
        return *problem;
    result.isChanged = otherBody || result.request != m_decided;
    return result;
}

} // namespace Detour
