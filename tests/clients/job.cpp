// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "clients/job.h"

#include <QRandomGenerator>

namespace Detour::Test {

using namespace Qt::StringLiterals;

namespace {

const QByteArray home = "127.0.0.1";

QByteArray freshId()
{
    QByteArray id;
    for (int i = 0; i < 4; ++i) {
        id += QByteArray::number(QRandomGenerator::system()->generate(), 16).rightJustified(8, '0');
    }
    return id;
}

QByteArray baseOf(const QByteArray &host, const LabPorts &ports)
{
    return "http://" + host + ':' + QByteArray::number(ports.first);
}

/// `segments` end with the one that carries the id.
Job job(const QString &name, const QByteArray &method, const QByteArray &base, const QByteArray &segments)
{
    Job made;
    made.id = freshId();
    made.name = name;
    made.method = method;
    made.url = base + "/lab/chain/" + segments + "/200~body=" + made.id;
    return made;
}

void addBody(Job &job)
{
    job.body = "hello=there";
    job.fields.append("Content-Type", "text/x-greeting");
    job.fields.append("Content-Language", "en");
}

void addCredentials(Job &job)
{
    job.fields.append("Authorization", "Bearer of-mine");
    job.fields.append("Cookie", "name=value");
    job.fields.append("Proxy-Authorization", "Basic bmFtZTp3b3Jk");
    job.fields.append("X-Own", "mine");
}

/// The value of ~loc that leads to an address which carries the id. It is encoded, and holds no "~": some clients write
/// a %7E as the tilde that it stands for.
QByteArray directly(const QByteArray &base, const QByteArray &id)
{
    return "~loc=" + QByteArray(base + "/lab/echo?" + id).toPercentEncoding();
}

struct Way
{
    const char *name;
    QByteArray from;
    QByteArray segments; ///< each S is the status; empty: directly to `to`
    QByteArray to;
};

/// The ways, walked by GET and, with the method kept and changed, by POST.
QList<Job> walked(const QList<Way> &ways, const LabPorts &ports)
{
    QList<Job> jobs;
    for (const Way &way : ways) {
        for (const auto &[method, status] :
             {std::pair<QByteArray, QByteArray>{"GET", "302"}, {"POST", "302"}, {"POST", "307"}}) {
            QByteArray segments = way.segments;
            const QString name =
                QString::fromLatin1(method + (method == "POST" ? "+body " : " ") + status + ' ' + way.name);
            Job made = job(name, method, baseOf(way.from, ports), segments.replace('S', status));
            if (!way.to.isEmpty()) {
                made.url =
                    baseOf(way.from, ports) + "/lab/chain/" + segments + directly(baseOf(way.to, ports), made.id);
            }
            addCredentials(made);
            if (method == "POST") {
                addBody(made);
            }
            jobs.append(made);
        }
    }
    return jobs;
}

} // namespace

QList<Job> methodJobs(const LabPorts &ports, BodyType type)
{
    QList<Job> jobs;
    for (const int status : {300, 301, 302, 303, 304, 305, 306, 307, 308, 399}) {
        for (const QByteArray method : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}) {
            for (const bool hasBody : {false, true}) {
                const QString name =
                    QString::fromLatin1(method) + (hasBody ? u"+body"_s : QString()) + u' ' + QString::number(status);
                Job made = job(name, method, baseOf(home, ports), QByteArray::number(status));
                made.fields.append("X-Own", "mine");
                if (hasBody) {
                    addBody(made);
                }
                if (hasBody && type == BodyType::ByClient) {
                    made.name += u", type not given"_s;
                    made.fields.remove("Content-Type");
                }
                if (hasBody || type == BodyType::ByHand) {
                    jobs.append(made);
                }
            }
        }
    }
    return jobs;
}

QList<Job> chainJobs(const LabPorts &ports)
{
    QList<Job> jobs;
    for (const QByteArray method : {"POST", "PUT", "DELETE"}) {
        for (const QByteArray segments : {"302/307", "303/308", "307/303", "308/301", "307/308"}) {
            Job made = job(QString::fromLatin1(method + "+body " + segments), method, baseOf(home, ports), segments);
            addBody(made);
            jobs.append(made);
        }
    }
    return jobs;
}

QList<Job> credentialJobs(const LabPorts &ports)
{
    return walked(
        {
            {"on one origin", home, "S", {}},
            {"on one origin, absolute", home, "S~abs", {}},
            {"to the other port", home, "S~port", {}},
            {"to the other host", home, "S", "localhost"},
            {"from the other host", "localhost", "S~host=", {}},
            {"to the other port and onwards", home, "S~port/S", {}},
            {"to the other port and back", home, "S~port/S~port", {}},
            {"from the other host and onwards", "localhost", "S~host=/S", {}},
            {"from the other host and back", "localhost", "S~host=/S", "localhost"},
        },
        ports);
}

QList<Job> namedHostJobs(const LabPorts &ports)
{
    return walked(
        {
            {"to pay.localhost", home, "S~host=pay", {}},
            {"to pay.localhost and back", home, "S~host=pay/S~host=", {}},
            {"from localhost to pay.localhost", "localhost", "S~host=pay", {}},
            {"from pay.localhost to its subdomain", "pay.localhost", "S~host=new.pay", {}},
            {"from pay.localhost to shop.localhost", "pay.localhost", "S~host=shop", {}},
            {"from pay.localhost's subdomain to it", "new.pay.localhost", "S~host=pay", {}},
        },
        ports);
}

QList<Job> limitJobs(const LabPorts &ports, int limit)
{
    QList<Job> jobs;
    for (const int redirects : {limit, limit + 2}) {
        const QByteArray segments = QByteArray("302/").repeated(redirects).chopped(1);
        jobs.append(job(u"GET, %1 redirects"_s.arg(redirects), "GET", baseOf(home, ports), segments));
    }
    return jobs;
}

} // namespace Detour::Test
