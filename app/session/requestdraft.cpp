// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/requestdraft.h"

#include "session/requestwords.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>

#include <algorithm>

#ifdef Q_OS_UNIX
#    include <cerrno>
#    include <fcntl.h>
#endif

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

QList<QByteArray> linesOf(const QString &text)
{
    QList<QByteArray> lines;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.trimmed().isEmpty()) {
            lines.append(line.trimmed().toUtf8());
        }
    }
    return lines;
}

Result<TargetUri> targetFor(const QString &url, Session &session, RequestDraft::For purpose)
{
    const QByteArray typed = url.trimmed().toUtf8();
    if (purpose == RequestDraft::For::Sending) {
        return session.resolveUrl(typed);
    }
    if (typed.startsWith("lab:")) {
        return parseFirstUrl(QByteArray("http://127.0.0.1" + typed.mid(4)));
    }
    return parseFirstUrl(typed);
}

bool isPipe(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() && !info.isFile() && !info.isDir();
}

Error unreadable(const QString &path, const QString &why)
{
    return {u"body-unreadable"_s, u"The file %1 cannot be read: %2."_s.arg(path, why)};
}

/// The source reads from the file, so both live as long as the other.
struct PipeOfFile
{
    QFile file;
    std::shared_ptr<BodySource> source;
};

/// Opened without waiting for somebody to write: the window must not stand still meanwhile.
Result<std::shared_ptr<BodySource>> bodyFromPipeAt(const QString &path)
{
#ifdef Q_OS_UNIX
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) {
        return unreadable(path, qt_error_string(errno));
    }
    auto pipe = std::make_shared<PipeOfFile>();
    if (!pipe->file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        return unreadable(path, pipe->file.errorString());
    }
    pipe->source = bodyFromPipe(&pipe->file);
    return std::shared_ptr<BodySource>(pipe, pipe->source.get());
#else
    return bodyFromFile(path, FileDigest::WhenSent);
#endif
}

Result<std::shared_ptr<BodySource>> bodyFor(const RequestDraft &draft)
{
    if (draft.bodyKind != BodyKind::File) {
        return bodyFromMemory(draft.body);
    }
    if (draft.bodyFile.isEmpty()) {
        return Error{u"body-unreadable"_s, u"The body is to be a file, but none is chosen."_s};
    }
    if (QFileInfo(draft.bodyFile).isDir()) {
        return unreadable(draft.bodyFile, u"it is a folder"_s);
    }
    return isPipe(draft.bodyFile) ? bodyFromPipeAt(draft.bodyFile) : bodyFromFile(draft.bodyFile, FileDigest::WhenSent);
}

bool isOriginOf(const Script &script, const TargetUri &target)
{
    return script.origins.contains(Origin::of(target));
}

BodyKind kindFor(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').constFirst().trimmed().toLower();
    if (type == formContentType) {
        return BodyKind::Form;
    }
    return type == "application/json" || type.endsWith("+json") ? BodyKind::Json : BodyKind::Text;
}

/// Shows what there is without reading it: a pipe gives its bytes once.
class UnopenedBody final : public BodySource
{
    Q_DISABLE_COPY_MOVE(UnopenedBody)

public:
    explicit UnopenedBody(const RequestDraft &draft)
    {
        m_info.bytes = draft.bodySize();
        m_info.oneShot = draft.bodyKind == BodyKind::File && isPipe(draft.bodyFile);
    }
    Result<std::unique_ptr<QIODevice>> open() override { return unreadable({}, u"it is only shown"_s); }
    qint64 size() const override { return m_info.bytes; }
    bool isReplayable() const override { return !m_info.oneShot; }
    ContentInfo info() const override { return m_info; }

private:
    ContentInfo m_info;
};

} // namespace

RequestDraft RequestDraft::fromRequest(const Request &request)
{
    RequestDraft draft;
    draft.method = request.method.toString();
    draft.url = request.target.toDisplayString();
    for (const Field &field : request.fields) {
        // The transport makes these two itself, from the target and the body.
        if (!field.isNamed("Host") && !field.isNamed("Content-Length")) {
            draft.fieldLines += QString::fromUtf8(field.name + ": " + field.value) + u'\n';
        }
    }
    for (const QByteArray &name : request.generated) {
        draft.generated.append(QString::fromLatin1(name));
    }
    draft.hasBody = request.content.has_value();
    if (draft.hasBody) {
        draft.body = request.content->preview;
    }
    const std::optional<QByteArray> type = request.fields.value("Content-Type");
    draft.bodyKind = kindFor(type.value_or(QByteArray()));
    draft.impliesType = !draft.hasBody || type.has_value(); // what the request does not say is not sent
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
    QList<QByteArray> generatedNames;
    for (const QString &name : generated) {
        generatedNames.append(name.toUtf8());
    }
    Result<Request> request = requestFromWords(method.trimmed().toUtf8(), linesOf(fieldLines), generatedNames);
    if (!request) {
        return request.error();
    }
    const Result<TargetUri> target = targetFor(url, session, purpose);
    if (!target) {
        return target.error();
    }
    const Result<ClientPolicy> policy = session.policies().policy(client);
    if (!policy) {
        return policy.error();
    }
    TraceSpec spec;
    spec.request = *std::move(request);
    spec.request.target = *target;
    if (hasBody) {
        const bool isShownFile = purpose == For::Showing && bodyKind == BodyKind::File;
        const Result<std::shared_ptr<BodySource>> source =
            isShownFile ? std::shared_ptr<BodySource>(std::make_shared<UnopenedBody>(*this)) : bodyFor(*this);
        if (!source) {
            return source.error();
        }
        spec.body = *source;
        giveContent(spec.request, *spec.body, impliedContentType());
    }
    spec.policy = *policy;
    spec.redirectLimit = redirectLimit;
    spec.locationTrusted = locationTrusted;
    spec.verifiesTls = verifiesTls;
    spec.keepsCookies = keepsCookies;
    spec.remembers = remembers;
    spec.timeout = timeout.value_or(spec.timeout);
    if (script && isOriginOf(*script, *target)) {
        spec.script = script;
    }
    return spec;
}

qint64 RequestDraft::bodySize() const
{
    if (!hasBody) {
        return 0;
    }
    if (bodyKind != BodyKind::File) {
        return body.size();
    }
    return isPipe(bodyFile) ? -1 : QFileInfo(bodyFile).size();
}

int RequestDraft::fieldCount() const
{
    return int(linesOf(fieldLines).size());
}

bool RequestDraft::hasField(const QString &name) const
{
    const QList<QByteArray> lines = linesOf(fieldLines);
    return std::any_of(lines.cbegin(), lines.cend(), [&name](const QByteArray &line) {
        return QString::fromUtf8(line.left(line.indexOf(':'))).trimmed().compare(name, Qt::CaseInsensitive) == 0;
    });
}

QByteArray RequestDraft::impliedContentType() const
{
    if (!hasBody || !impliesType || hasField(u"Content-Type"_s)) {
        return {};
    }
    switch (bodyKind) {
    case BodyKind::Text:
        return "text/plain;charset=UTF-8"; // what browsers send for a text
    case BodyKind::Json:
        return "application/json";
    case BodyKind::Form:
        return formContentType;
    case BodyKind::File:
        return QMimeDatabase().mimeTypeForFile(bodyFile, QMimeDatabase::MatchExtension).name().toLatin1();
    }
    Q_UNREACHABLE();
}

} // namespace Detour
