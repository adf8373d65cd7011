// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/publishedscripts.h"
#include "rawclient.h"
#include "scenario/httpblocks.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class PublishedScriptsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        const auto script =
            scriptFromHttpBlocks(u"door"_s, u"GET / HTTP/1.1\nHost: news.localhost:8307\n---\n"
                                            "HTTP/1.1 302 Found\nLocation: /check\nContent-Length: 0\n---\n"
                                            "GET /check HTTP/1.1\nHost: news.localhost:8307\n---\n"
                                            "HTTP/1.1 302 Found\nLocation: /\nContent-Length: 0\n---\n"
                                            "GET / HTTP/1.1\nHost: news.localhost:8307\n---\n"
                                            "HTTP/1.1 200 OK\nContent-Length: 2\n\nhi"_s);
        QVERIFY2(script, script ? "" : qPrintable(script.error().message));
        publish({"/lab/scenario/door/broken", u"The door"_s, *script});
    }

    void storyIsToldInOrderAndAnew()
    {
        for (int visit = 0; visit < 3; ++visit) {
            QCOMPARE(get("/"), QByteArray("302 /lab/scenario/door/broken/check"));
            QCOMPARE(get("/check"), QByteArray("302 /lab/scenario/door/broken/"));
            QCOMPARE(get("/"), QByteArray("200 "));
        }
    }

    void wrongHostsAndTargetsHaveNoAnswer()
    {
        QCOMPARE(get("/", "other.localhost:9001"), QByteArray("404 "));
        QCOMPARE(get("/nothing"), QByteArray("404 "));
        QCOMPARE(get("x"), QByteArray("404 "));
        const auto kept =
            m_published.answer(Test::requestFrom("POST /lab/scenario/door/broken/check HTTP/1.1\r\n"
                                                 "Host: news.localhost:9001\r\nContent-Length: 0\r\n\r\n"),
                               place());
        QCOMPARE(kept->status, 405);
        QCOMPARE(kept->fields.value("Allow"), std::optional(QByteArray("GET")));
        QVERIFY(kept->content.contains("with GET. Yours sent POST."));
    }

    void listNamesThem()
    {
        const auto list = m_published.answer(request("/lab/scenario", "localhost:9001"), place());
        QVERIFY(list);
        QCOMPARE(list->status, 200);
        QVERIFY(list->content.contains("/lab/scenario/door/broken"));
        QVERIFY(list->content.contains("The door"));
        QCOMPARE(m_published.answer(request("/lab/scenario/none", "localhost:9001"), place())->status, 404);
        QVERIFY(!m_published.answer(request("/lab/scenarios", "localhost:9001"), place()));
        QVERIFY(!m_published.answer(request("/get", "localhost:9001"), place()));
    }

    void barePathBeginsTheStory()
    {
        const auto script = scriptFromHttpBlocks(u"up"_s, u"PUT /a HTTP/1.1\nHost: f.localhost:8308\n---\n"
                                                          "HTTP/1.1 204 No Content\nContent-Length: 0"_s);
        QVERIFY2(script, script ? "" : qPrintable(script.error().message));
        publish({"/lab/scenario/up/fixed", u"Up"_s, *script});
        const auto answer = m_published.answer(request("/lab/scenario/up/fixed", "127.0.0.1:9001"), place());
        QCOMPARE(answer->status, 307);
        QCOMPARE(answer->fields.value("Location"),
                 std::optional(QByteArray("http://f.localhost:9002/lab/scenario/up/fixed/a")));
    }

    void everyPortIsKnownWhereverOneCameIn()
    {
        const auto script = scriptFromHttpBlocks(u"up"_s, u"GET /a HTTP/1.1\nHost: f.localhost:8309\n---\n"
                                                          "HTTP/1.1 302 Found\nLocation: http://f.localhost:8308/b\n"
                                                          "Content-Length: 0"_s);
        QVERIFY2(script, script ? "" : qPrintable(script.error().message));
        publish({"/lab/scenario/up/fixed", u"Up"_s, *script});
        LabPlace tls = place();
        tls.scheme = "https";
        tls.port = 9003;
        const auto over = m_published.answer(request("/lab/scenario/up/fixed/a", "f.localhost:9003"), tls);
        QCOMPARE(over->fields.value("Location"),
                 std::optional(QByteArray("http://f.localhost:9002/lab/scenario/up/fixed/b")));
        LabPlace second = place();
        second.port = 9002;
        second.otherPort = 9001;
        const auto bare = m_published.answer(request("/lab/scenario/up/fixed", "127.0.0.1:9002"), second);
        QCOMPARE(bare->fields.value("Location"),
                 std::optional(QByteArray("https://f.localhost:9003/lab/scenario/up/fixed/a")));
    }

    void sourceIsAskedOnceAndOnlyWhenNeeded()
    {
        int asked = 0;
        m_published.publish([&asked] {
            ++asked;
            return QList<PublishedScript>();
        });
        QVERIFY(!m_published.answer(request("/get", "localhost:9001"), place()));
        QCOMPARE(asked, 0);
        for (int i = 0; i < 2; ++i)
            QVERIFY(m_published.answer(request("/lab/scenario", "localhost:9001"), place()));
        QCOMPARE(asked, 1);
    }

private:
    void publish(const PublishedScript &script)
    {
        m_published.publish([script] { return QList<PublishedScript>{script}; });
    }

    static LabPlace place()
    {
        LabPlace here;
        here.port = 9001;
        here.otherPort = 9002;
        here.httpPort = 9001;
        here.httpsPort = 9003;
        return here;
    }

    static LabRequest request(const QByteArray &target, const QByteArray &host)
    {
        return Test::requestFrom("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    }

    /// Status and Location of the answer below the scenario's path.
    QByteArray get(const QByteArray &target, const QByteArray &host = "news.localhost:9001")
    {
        const auto answer = m_published.answer(request("/lab/scenario/door/broken" + target, host), place());
        return answer
                   ? QByteArray::number(answer->status) + ' ' + answer->fields.value("Location").value_or(QByteArray())
                   : QByteArray("none");
    }

    PublishedScripts m_published;
};

DETOUR_TEST(PublishedScriptsTest)
#include "tst_publishedscripts.moc"
