// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/session.h"

#include "fetch/requestcheck.h"
#include "session/certificatenames.h"
#include "session/hostmap.h"
#include "session/tracerunprivate.h"

#include <QTcpServer>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView labScheme("lab:");

bool isLabUrl(QByteArrayView typed)
{
    return typed.first(qMin(typed.size(), labScheme.size())).compare(labScheme, Qt::CaseInsensitive) == 0;
}

/// The path of a "lab:" URL; "lab:" alone is the lab's first page.
Result<QByteArray> labPath(QByteArrayView typed)
{
    const QByteArrayView path = typed.sliced(labScheme.size());
    if (path.isEmpty()) {
        return QByteArrayLiteral("/");
    }
    if (!path.startsWith('/') || path.startsWith("//")) {
        return Error{u"bad-url"_s, u"A lab URL is “lab:” and a path, such as lab:/lab/chain/307/302."_s};
    }
    return path.toByteArray();
}

/// True if this computer still lets the port be taken: whatever answers there, it is not another program.
bool isFree(int port)
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost, static_cast<quint16>(port));
}

/// Each scenario that can be read, as it goes wrong and as it goes right.
QList<PublishedScript> publishedScripts(const ContentStore &content)
{
    QList<PublishedScript> scripts;
    const ScenarioCatalog scenarios(content); // one of its own: a catalogue belongs to its thread
    for (const QString &id : scenarios.ids()) {
        const auto scenario = scenarios.scenario(id);
        if (!scenario) {
            continue; // its own test names what is wrong; the others go on
        }
        for (const ScenarioTake *take : {&(*scenario)->broken, &(*scenario)->fixed}) {
            scripts.append({"/lab/scenario/" + take->example.id.toLatin1(), (*scenario)->title, take->example.script});
        }
    }
    return scripts;
}

} // namespace

class Session::Private final
{
public:
    Private(ContentStore store, LabPorts ports, QByteArray programVersion, TraceIdSource ids)
        : content(std::move(store))
        , scenarios(content)
        , lessons(content)
        , pages(content)
        , wanted(ports)
        , version(std::move(programVersion))
        , traceIds(std::move(ids))
    {}

    [[nodiscard]] bool needsLab(const TraceSpec &spec) const
    {
        const Origin origin = Origin::of(spec.request.target);
        const bool isWanted = origin.scheme == "https" ? origin.port == wanted.https
                                                       : origin.port == wanted.first || origin.port == wanted.second;
        return spec.script
               || (origin.port > 0 && isWanted && isLoopbackHost(origin.host) && !isRunning() && isFree(origin.port));
    }

    [[nodiscard]] CertificatePlan certificatePlan() const
    {
        return {certificateFolder, [store = content] { return certificateNames(store); }};
    }

    [[nodiscard]] bool isRunning() const { return lab && lab->isRunning(); }

    ContentStore content;
    ScenarioCatalog scenarios;
    LessonCatalog lessons;
    std::optional<Misconceptions> misconceptions; ///< once they were asked for
    std::optional<QuizCatalog> quiz;              ///< likewise
    PageCatalog pages;
    LabPorts wanted;
    QString certificateFolder;
    QByteArray version;
    TraceIdSource traceIds;
    std::shared_ptr<LabServer> lab;
    std::shared_ptr<MemoryKeeper> memory = std::make_shared<MemoryKeeper>();
    Transcript emptyTranscript;
};

Session::Session(ContentStore content, LabPorts wanted, QByteArray version, QObject *parent, TraceIdSource traceIds)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(content), wanted, std::move(version), std::move(traceIds)))
{}

Session::~Session() = default;

void Session::keepCertificateIn(const QString &folder)
{
    d->certificateFolder = folder;
}

PageCatalog &Session::pages()
{
    return d->pages;
}

const PolicyCatalog &Session::policies() const
{
    return d->pages.policies();
}

const ScenarioCatalog &Session::scenarios() const
{
    return d->scenarios;
}

const LessonCatalog &Session::lessons() const
{
    return d->lessons;
}

const Misconceptions &Session::misconceptions() const
{
    if (!d->misconceptions) {
        const Result<Misconceptions> read = Misconceptions::fromStore(d->content);
        d->misconceptions = read ? *read : Misconceptions();
    }
    return *d->misconceptions;
}

const QuizCatalog &Session::quiz() const
{
    if (!d->quiz) {
        d->quiz.emplace(d->content);
    }
    return *d->quiz;
}

Result<LabPorts> Session::ensureLab()
{
    if (d->isRunning()) {
        return d->lab->ports();
    }
    auto lab = std::make_shared<LabServer>();
    lab->publish([content = d->content] { return publishedScripts(content); });
    Result<LabPorts> ports = lab->start(d->wanted, d->certificatePlan());
    if (ports) {
        d->lab = std::move(lab);
        emit labStarted();
    }
    return ports;
}

bool Session::labIsRunning() const
{
    return d->isRunning();
}

void Session::stopLab()
{
    if (d->isRunning()) {
        d->lab->stop();
        emit labStopped();
    }
}

LabCertificate Session::labCertificate() const
{
    return d->lab ? d->lab->certificate() : LabCertificate();
}

QStringList Session::labRemarks() const
{
    QStringList remarks = d->isRunning() ? d->lab->remarks() : QStringList();
    if (const QString note = labCertificate().note; !note.isEmpty()) {
        remarks.append(note);
    }
    return remarks;
}

QList<TargetUri> Session::labBaseUris() const
{
    return d->isRunning() ? d->lab->baseUris() : QList<TargetUri>();
}

const Transcript &Session::labTranscript() const
{
    return d->lab ? std::as_const(*d->lab).transcript() : d->emptyTranscript;
}

void Session::clearLabTranscript()
{
    if (d->lab) {
        d->lab->transcript().clear();
    }
}

MemoryKeeper &Session::memory() const
{
    return *d->memory;
}

Result<TargetUri> Session::resolveUrl(QByteArrayView typed)
{
    if (!isLabUrl(typed)) {
        return parseFirstUrl(typed);
    }
    const Result<QByteArray> path = labPath(typed);
    if (!path) {
        return path.error();
    }
    if (const Result<LabPorts> ports = ensureLab(); !ports) {
        return ports.error();
    }
    TargetUri base = labBaseUris().constFirst();
    base.path.clear();
    return parseFirstUrl(QByteArray(base.toBytes() + *path));
}

bool Session::goesToNetwork(QByteArrayView typed)
{
    const Result<TargetUri> target = parseFirstUrl(typed);
    return !isLabUrl(typed) && target && target->host && !isLoopbackHost(*target->host);
}

std::optional<Error> Session::requestProblem(const Request &request)
{
    return Detour::requestProblem(request);
}

Result<std::shared_ptr<TraceRun>> Session::startTrace(TraceSpec spec)
{
    if (spec.body && !spec.request.content) {
        spec.request.content = spec.body->info();
    }
    if (const std::optional<Error> problem = requestProblem(spec.request)) {
        return *problem;
    }
    if (d->needsLab(spec)) {
        if (const Result<LabPorts> ports = ensureLab(); !ports) {
            return ports.error();
        }
    }
    auto priv = std::make_unique<TraceRun::Private>(std::move(spec), d->isRunning() ? d->lab : nullptr, d->memory,
                                                    d->traceIds(), d->version);
    return std::shared_ptr<TraceRun>(new TraceRun(std::move(priv)));
}

} // namespace Detour
