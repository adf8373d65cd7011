// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/faults.h"
#include "lab/labserver.h"
#include "rawclient.h"
#include "support/testregistry.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <cerrno>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Detour;
using namespace Detour::Test;

namespace {

const QByteArray brokenText = "This answer is broken on purpose.\n";

qsizetype residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE)
                                          : 0;
}

/// A connection by the system's own calls: they tell RST from FIN.
class SystemClient final
{
    Q_DISABLE_COPY_MOVE(SystemClient)

public:
    explicit SystemClient(int port)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(quint16(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience{20, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
        m_error = ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0 ? 0 : errno;
    }
    ~SystemClient() { ::close(m_socket); }

    void send(const QByteArray &bytes)
    {
        (void)::send(m_socket, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL);
    }
    /// All until the end, or `enough` bytes.
    QByteArray receive(qsizetype enough = std::numeric_limits<qsizetype>::max())
    {
        QByteArray received;
        QByteArray buffer(256 * 1024, Qt::Uninitialized);
        while (received.size() < enough) {
            const auto count = ::recv(m_socket, buffer.data(), size_t(buffer.size()), 0);
            if (count <= 0) {
                m_error = count < 0 ? errno : 0;
                break;
            }
            received += buffer.first(count);
            ++m_reads;
        }
        return received;
    }
    [[nodiscard]] int error() const { return m_error; } ///< of the end; 0: FIN
    [[nodiscard]] int reads() const { return m_reads; }

private:
    int m_socket = ::socket(AF_INET, SOCK_STREAM, 0);
    int m_error = 0;
    int m_reads = 0;
};

} // namespace

/// What a client reads of each fault of /lab/chain, to the byte.
class FaultsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_lab.reset(); }

    void bytesAreExact_data();
    void bytesAreExact();
    void headGetsTheHeadAlone_data();
    void headGetsTheHeadAlone();
    void ownContentIsBroken();
    void resetSendsRst();
    void closeSendsFin();
    void hugeHasAMebibyte();
    void hugeKeepsTheConnection();
    void twiceKeepsTheConnection();
    void dripComesByteByByte();
    void dripGoesWithAFault();
    void endlessGoesOnAndStops();
    void endlessWaitsForItsClient();
    void faultsStallNobody();
    void faultsAreRecorded();
    void stoppingEndsThem();

private:
    [[nodiscard]] QByteArray exchange(const QByteArray &target, const QByteArray &method = "GET") const
    {
        SystemClient client(m_port);
        client.send(method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        return client.receive();
    }

    std::unique_ptr<LabServer> m_lab; ///< in its own thread: the client may block
    int m_port = 0;
};

void FaultsTest::init()
{
    m_lab = std::make_unique<LabServer>();
    const auto ports = m_lab->start({});
    QVERIFY(ports);
    m_port = ports->first;
}

void FaultsTest::bytesAreExact_data()
{
    QTest::addColumn<QByteArray>("received");
    const QByteArray head = "HTTP/1.1 302 Found\r\nLocation: /lab/echo\r\n";
    const QByteArray type = "Content-Type: text/plain; charset=utf-8\r\n";
    QTest::newRow("302~truncate") << QByteArray(head + type
                                                + "Content-Length: 34\r\nConnection: close\r\n\r\nThis answer is br");
    QTest::newRow("302~badlength") << QByteArray(
        head + type + "Content-Length: 17\r\nContent-Length: 68\r\nConnection: close\r\n\r\n" + brokenText);
    QTest::newRow("302~badchunk") << QByteArray(head + type
                                                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n22\r\n"
                                                + brokenText + "\r\nno size\r\nno chunk\r\n");
    QTest::newRow("302~garbage") << QByteArray("\x8f\xfe These bytes are no status line.\r\n\x01\x02\x03\r\n\r\n");
    QTest::newRow("302~close") << QByteArray();
    // Location, the faults that the answer itself holds.
    QTest::newRow("302~dup~field=Connection2:x")
        << QByteArray(head + "Location: /lab/echo?second\r\nConnection2: x\r\nContent-Length: 0\r\n\r\n");
}

void FaultsTest::bytesAreExact()
{
    const QByteArray segment = QTest::currentDataTag();
    SystemClient client(m_port);
    client.send("GET /lab/chain/" + segment + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QFETCH(QByteArray, received);
    if (segment.contains("~dup")) { // this one would keep the connection
        QCOMPARE(client.receive(received.size()), received);
        return;
    }
    QCOMPARE(client.receive(), received);
    QCOMPARE(client.error(), 0);
}

void FaultsTest::headGetsTheHeadAlone_data()
{
    QTest::addColumn<QByteArray>("fault");
    for (const char *fault : {"truncate", "badlength", "badchunk", "endless"}) {
        QTest::newRow(fault) << QByteArray(fault);
    }
}

void FaultsTest::headGetsTheHeadAlone()
{
    QFETCH(QByteArray, fault);
    const QByteArray received = exchange("/lab/chain/200~" + fault, "HEAD");
    QVERIFY(received.startsWith("HTTP/1.1 200 OK\r\n"));
    QCOMPARE(received.indexOf("\r\n\r\n"), received.size() - 4);
}

void FaultsTest::ownContentIsBroken()
{
    const QByteArray received = exchange("/lab/chain/200~body=0123456789~truncate~field=Content-Type:a%2Fb");
    QVERIFY2(received.endsWith("Content-Type: a/b\r\nContent-Length: 10\r\nConnection: close\r\n\r\n01234"),
             received.constData());
}

void FaultsTest::resetSendsRst()
{
    SystemClient client(m_port);
    client.send("POST /lab/chain/307~reset HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nhi");
    QCOMPARE(client.receive(), QByteArray());
    QCOMPARE(client.error(), ECONNRESET);
}

void FaultsTest::closeSendsFin()
{
    SystemClient client(m_port);
    client.send("POST /lab/chain/307~close HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nhi");
    QCOMPARE(client.receive(), QByteArray());
    QCOMPARE(client.error(), 0);
}

void FaultsTest::hugeHasAMebibyte()
{
    SystemClient client(m_port);
    client.send(getRequest("/lab/chain/302~huge"));
    const QByteArray received = client.receive();
    QVERIFY(received.startsWith("HTTP/1.1 302 Found\r\nLocation: /lab/echo\r\nX-Huge: xxx"));
    QVERIFY(received.endsWith("xxx\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
    QCOMPARE(received.count('x'), 1024 * 1024);
    QCOMPARE(m_lab->transcript().entries().constLast().rawAnswerHead.size(), 64 * 1024);
}

void FaultsTest::hugeKeepsTheConnection()
{
    SystemClient client(m_port);
    client.send("GET /lab/chain/302~huge HTTP/1.1\r\nHost: localhost\r\n\r\n" + getRequest("/lab/chain/303"));
    const QByteArray received = client.receive();
    QVERIFY(received.contains("x\r\nContent-Length: 0\r\n\r\nHTTP/1.1 303 See Other\r\n"));
}

void FaultsTest::twiceKeepsTheConnection()
{
    SystemClient client(m_port);
    client.send("GET /lab/chain/302~twice HTTP/1.1\r\nHost: localhost\r\n\r\n" + getRequest("/lab/chain/303"));
    const QByteArray received = client.receive();
    QVERIFY2(received.startsWith("HTTP/1.1 302 Found\r\nLocation: /lab/echo\r\nContent-Length: 0\r\n\r\n"
                                 "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 41\r\n"
                                 "\r\nA second answer, which nobody asked for.\nHTTP/1.1 303 See Other\r\n"),
             received.constData());
    QCOMPARE(m_lab->transcript().entries().size(), 2);
}

void FaultsTest::dripComesByteByByte()
{
    SystemClient client(m_port);
    QElapsedTimer clock;
    clock.start();
    client.send(getRequest("/lab/chain/302~drip=2"));
    const QByteArray received = client.receive();
    QCOMPARE(received, "HTTP/1.1 302 Found\r\nLocation: /lab/echo\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    QVERIFY(clock.elapsed() >= 2 * (received.size() - 1));
    QVERIFY2(client.reads() > received.size() / 4, qPrintable(QString::number(client.reads())));
}

void FaultsTest::dripGoesWithAFault()
{
    SystemClient client(m_port);
    client.send("GET /lab/chain/200~twice~drip=0~body=a HTTP/1.1\r\nHost: localhost\r\n\r\n"
                + getRequest("/lab/chain/303"));
    const QByteArray received = client.receive();
    QVERIFY(received.contains("\r\n\r\naHTTP/1.1 200 OK\r\n"));
    QVERIFY(received.contains("asked for.\nHTTP/1.1 303 See Other\r\n"));
    QVERIFY(exchange("/lab/chain/200~truncate~drip=0").endsWith("\r\n\r\nThis answer is br"));
}

void FaultsTest::endlessGoesOnAndStops()
{
    constexpr qsizetype enough = 20'000'000;
    {
        SystemClient client(m_port);
        client.send(getRequest("/lab/chain/302~endless"));
        const QByteArray received = client.receive(enough);
        QVERIFY(received.startsWith("HTTP/1.1 302 Found\r\nLocation: /lab/echo\r\nContent-Type: text/plain; "
                                    "charset=utf-8\r\nConnection: close\r\n\r\nThis content does not end.\n"));
        QVERIFY(received.size() >= enough);
    }
    SystemClient slow(m_port); // with a drip it has no end either
    slow.send(getRequest("/lab/chain/302~endless~drip=0"));
    QVERIFY(slow.receive(20'000).count("This content does not end.\n") > 600);
}

void FaultsTest::endlessWaitsForItsClient()
{
    SystemClient greedy(m_port); // reads nothing
    const qsizetype before = residentBytes();
    greedy.send(getRequest("/lab/chain/302~endless"));
    for (int i = 0; i < 200; ++i) {
        QVERIFY(roundTrip(m_port, getRequest("/lab/chain/302")).startsWith("HTTP/1.1 302 Found\r\n"));
    }
    // At full speed it would have been hundreds of mebibytes by now.
    QVERIFY2(residentBytes() - before < 16 * 1024 * 1024, qPrintable(QString::number(residentBytes() - before)));
}

void FaultsTest::faultsStallNobody()
{
    std::vector<std::unique_ptr<SystemClient>> clients;
    for (const char *segment : {"302~endless", "302~endless~drip=1", "302~drip=10000", "302~delay=60000~huge"}) {
        for (int i = 0; i < 8; ++i) {
            clients.push_back(std::make_unique<SystemClient>(m_port));
            clients.back()->send(getRequest("/lab/chain/" + QByteArray(segment)));
        }
    }
    for (int i = 0; i < 20; ++i) {
        QVERIFY(roundTrip(m_port, getRequest("/lab/echo")).startsWith("HTTP/1.1 200 OK\r\n"));
    }
}

void FaultsTest::faultsAreRecorded()
{
    const QByteArray garbage = exchange("/lab/chain/302~garbage");
    (void)exchange("/lab/chain/302~reset");
    (void)exchange("/lab/chain/302~truncate");
    const QList<TranscriptEntry> entries = m_lab->transcript().entries();
    QCOMPARE(entries.size(), 3);
    QCOMPARE(entries.at(0).fault, WireFault::Garbage);
    QCOMPARE(entries.at(0).status, 0);
    QCOMPARE(entries.at(0).rawAnswerHead, garbage);
    QCOMPARE(entries.at(1).fault, WireFault::Reset);
    QCOMPARE(entries.at(1).status, 0);
    QVERIFY(entries.at(1).rawAnswerHead.isEmpty());
    QCOMPARE(entries.at(2).fault, WireFault::Truncate);
    QCOMPARE(entries.at(2).status, 302);
}

void FaultsTest::stoppingEndsThem()
{
    SystemClient endless(m_port);
    endless.send(getRequest("/lab/chain/302~endless"));
    QVERIFY(!endless.receive(1).isEmpty());
    SystemClient drip(m_port);
    drip.send(getRequest("/lab/chain/302~drip=10000"));
    QVERIFY(!drip.receive(1).isEmpty());
    m_lab->stop();
    (void)endless.receive();
    (void)drip.receive();
    QVERIFY(endless.error() != EAGAIN && drip.error() != EAGAIN);
}

DETOUR_TEST(FaultsTest)
#include "tst_faults.moc"
