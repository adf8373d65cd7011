// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "content/builtinpages.h"
#include "content/markdownwalk.h"
#include "document/displaywidth.h"
#include "support/testregistry.h"

#include <QRegularExpression>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// content/servers.json against content/README.md.
class ServersTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void languagesAreKnown();
    void everyCodeIsSentOrItsAbsenceSaid();
    void snippetsNameNoOtherCode();
    void linesFitTheColumn();
    void defaultsAreInTheirNotes();

private:
    QList<Server> m_servers;
};

void ServersTest::initTestCase()
{
    // Neither file nor fence: nothing is to be shown. One without the other is a mistake.
    qsizetype fences = 0;
    for (const QString &slug : builtInPages().slugs()) {
        const auto page = builtInPages().page(slug);
        fences += page ? countFences(treeOf(**page).blocks, u"servers"_s) : 0;
    }
    if (fences == 0 && !ContentStore().read(u"servers.json"_s)) {
        return;
    }
    const auto list = builtInPages().servers().servers();
    QVERIFY2(list, list ? "" : qPrintable(list.error().message));
    m_servers = *list;
}

void ServersTest::languagesAreKnown()
{
    const QStringList known{u"js"_s,   u"python"_s, u"java"_s,  u"csharp"_s, u"go"_s,
                            u"ruby"_s, u"php"_s,    u"nginx"_s, u"apache"_s, u"caddy"_s};
    for (const Server &server : m_servers) {
        QVERIFY2(known.contains(server.language), qPrintable(server.id + ": "_L1 + server.language));
    }
}

void ServersTest::everyCodeIsSentOrItsAbsenceSaid()
{
    for (const Server &server : m_servers) {
        for (const StatusCode code : referenceStatusCodes()) {
            const bool isSaid = server.absent.contains(code);
            QVERIFY2(!canBeSent(code) || server.snippetFor(code) || isSaid,
                     qPrintable(u"%1 says nothing of %2"_s.arg(server.id).arg(code)));
        }
    }
}

void ServersTest::snippetsNameNoOtherCode()
{
    static const QRegularExpression code(u"\\b30[0-8]\\b"_s);
    for (const Server &server : m_servers) {
        for (const StatusCode status : referenceStatusCodes()) {
            const auto snippet = server.snippetFor(status);
            if (!snippet || !canBeSent(status)) {
                continue;
            }
            QVERIFY2(!snippet->code.contains("{status}"_L1) && !snippet->code.contains("{phrase}"_L1),
                     qPrintable(snippet->code));
            for (auto found = code.globalMatch(snippet->code); found.hasNext();) {
                QVERIFY2(found.next().captured().toInt() == status,
                         qPrintable(u"%1, %2:\n%3"_s.arg(server.id).arg(status).arg(snippet->code)));
            }
        }
    }
}

void ServersTest::linesFitTheColumn()
{
    for (const Server &server : m_servers) {
        for (const StatusCode status : referenceStatusCodes()) {
            const auto snippet = server.snippetFor(status);
            for (const QString &line : snippet ? snippet->code.split(u'\n') : QStringList()) {
                QVERIFY2(displayWidth(line) <= 68, qPrintable(server.id + ": "_L1 + line));
            }
        }
    }
}

void ServersTest::defaultsAreInTheirNotes()
{
    for (const Server &server : m_servers) {
        if (server.defaultStatus != 0) {
            QVERIFY2(server.defaultNote.contains(QString::number(server.defaultStatus)), qPrintable(server.id));
        }
    }
}

DETOUR_TEST(ServersTest)
#include "tst_servers.moc"
