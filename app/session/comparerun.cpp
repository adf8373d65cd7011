// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/comparerun.h"

#include "fetch/pipedevice.h"
#include "session/session.h"

#include <QTimer>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestPipe = qint64(16) * 1024 * 1024;
constexpr qint64 chunkBytes = qint64(64) * 1024;

} // namespace

CompareRun::CompareRun(Session &session, CompareSpec spec)
    : m_session(session)
    , m_spec(std::move(spec))
    , m_unfinished(m_spec.clients.size())
{}

CompareRun::~CompareRun() = default;

Result<std::shared_ptr<CompareRun>> CompareRun::start(Session &session, CompareSpec spec)
{
    std::shared_ptr<CompareRun> run(new CompareRun(session, std::move(spec)));
    const std::shared_ptr<BodySource> &body = run->m_spec.request.body;
    const bool isFromPipe = body && !body->isReplayable();
    if (const std::optional<Error> error = isFromPipe ? run->openPipe() : run->startTraces()) {
        return *error;
    }
    return run;
}

std::optional<Error> CompareRun::openPipe()
{
    Result<std::unique_ptr<QIODevice>> pipe = m_spec.request.body->open();
    if (!pipe) {
        return pipe.error();
    }
    m_pipe = *std::move(pipe);
    connect(m_pipe.get(), &QIODevice::readyRead, this, &CompareRun::readPipe);
    QTimer::singleShot(0, this, &CompareRun::readPipe);
    return std::nullopt;
}

void CompareRun::readPipe()
{
    while (m_pipe) {
        QByteArray chunk(chunkBytes, Qt::Uninitialized);
        const qint64 count = m_pipe->read(chunk.data(), chunk.size());
        if (count == 0) {
            return; // readyRead() comes
        }
        if (count < 0) {
            const auto *pipe = qobject_cast<PipeDevice *>(m_pipe.get());
            endPipe(pipe && pipe->hasFailed() ? std::optional<Error>(
                        {u"body-unreadable"_s, u"The content cannot be read: %1."_s.arg(pipe->errorString())})
                                              : std::nullopt);
            return;
        }
        m_content.append(chunk.constData(), count);
        if (m_content.size() > largestPipe) {
            endPipe(
                Error{u"body-unreadable"_s,
                      u"The content from the pipe is larger than 16 MiB; to compare clients, give it as a file."_s});
            return;
        }
    }
}

void CompareRun::endPipe(std::optional<Error> error)
{
    m_pipe.release()->deleteLater(); // this may be one of its signals
    if (!error) {
        error = startTraces();
    }
    if (error) {
        m_error = std::move(error);
        m_runs.clear();
        m_unfinished = 0;
        emit finished();
    }
}

std::shared_ptr<BodySource> CompareRun::bodyForOne() const
{
    const std::shared_ptr<BodySource> &body = m_spec.request.body;
    return body && !body->isReplayable() ? oneShotBodyFromMemory(m_content) : body;
}

std::optional<Error> CompareRun::startTraces()
{
    for (const ClientPolicy &client : std::as_const(m_spec.clients)) {
        TraceSpec trace = m_spec.request;
        trace.policy = client;
        trace.body = bodyForOne();
        trace.request.content.reset();
        const Result<std::shared_ptr<TraceRun>> run = m_session.startTrace(std::move(trace));
        if (!run) {
            m_runs.clear();
            return run.error();
        }
        const int index = static_cast<int>(m_runs.size());
        m_runs.append(*run);
        connect(run->get(), &TraceRun::finished, this, [this, index] {
            --m_unfinished;
            emit traceFinished(index);
            if (m_unfinished == 0) {
                emit finished();
            }
        });
    }
    return std::nullopt;
}

void CompareRun::cancel()
{
    if (m_pipe) {
        endPipe(Error{u"cancelled"_s, u"Cancelled by you before anything was sent."_s});
        return;
    }
    const QList<std::shared_ptr<TraceRun>> runs = m_runs;
    for (const std::shared_ptr<TraceRun> &run : runs) {
        run->cancel();
    }
}

QList<RedirectChain> CompareRun::chains() const
{
    QList<RedirectChain> chains;
    for (const std::shared_ptr<TraceRun> &run : m_runs) {
        chains.append(run->chain());
    }
    return chains;
}

} // namespace Detour
