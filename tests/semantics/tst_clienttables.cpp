// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include "samples.h"

#include <QFile>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

namespace {

/// The lines of a table without comments and heading, cut into columns.
QList<QStringList> readTable(const QString &name, bool hasHeading)
{
    QFile file(QStringLiteral(DETOUR_TABLES_DIR "/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        QTest::qFail(qPrintable(file.fileName() + u" cannot be read"_s), __FILE__, __LINE__);
    }
    QList<QStringList> lines;
    const QStringList all = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : all) {
        if (!line.startsWith(u'#')) {
            lines.append(hasHeading ? line.simplified().split(u' ') : line.split(u'\t'));
        }
    }
    return hasHeading ? lines.mid(1) : lines;
}

/// Undoes the \xNN of a table.
QByteArray bytesOf(const QString &text)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.mid(i, 2) == u"\\x"_s) {
            bytes += static_cast<char>(text.mid(i + 2, 2).toInt(nullptr, 16));
            i += 3;
        } else {
            bytes += text[i].toLatin1();
        }
    }
    return bytes;
}

/// The outcome in the words of methods.txt.
QString methodOutcome(const Request &sent, const Decision &decision)
{
    if (!decision.next) {
        return u"-"_s;
    }
    if (decision.next->method != sent.method) {
        return decision.next->method.toString().toLower();
    }
    if (!sent.content || decision.content == ContentFate::Same) {
        return u"keep"_s;
    }
    return decision.content == ContentFate::Empty ? u"empty"_s : u"bare"_s;
}

QString keptFields(const Decision &decision)
{
    if (!decision.next) {
        return u"no"_s;
    }
    QString kept;
    for (const auto &[letter, name] :
         {std::pair{u'A', "Authorization"}, {u'C', "Cookie"}, {u'P', "Proxy-Authorization"}, {u'X', "X-Custom"}}) {
        if (decision.next->fields.contains(name)) {
            kept += letter;
        }
    }
    return kept.isEmpty() ? u"none"_s : kept;
}

} // namespace

/// The project's own tables of what real clients do (tables/*.txt), held against decide().
class TestClientTables final : public QObject
{
    Q_OBJECT

private slots:
    void methods_data()
    {
        addColumns();
        addCells(u"methods.txt"_s, {u"GET"_s, u"HEAD"_s, u"POST+"_s, u"PUT+"_s, u"PATCH+"_s, u"DELETE"_s, u"DELETE+"_s,
                                    u"OPTIONS"_s, u"PURGE"_s});
        addCells(u"bodies.txt"_s, {u"GET+"_s, u"OPTIONS+"_s});
    }

    void methods()
    {
        QFETCH(QStringList, cell);
        const QByteArray method = cell[2].chopped(cell[2].endsWith(u'+') ? 1 : 0).toLatin1();
        const auto made = cell[2].endsWith(u'+') ? requestWithContent : request;
        const Request sent = made(method.constData(), "http://a.test/d/0", {});
        const Decision decision = decide(sent, redirect(cell[1].toInt(), "h1"), {}, policy(cell[0]));
        count(u"status and method"_s, methodOutcome(sent, decision) == cell[3]);
        QCOMPARE(methodOutcome(sent, decision), cell[3]);
    }

    void credentials_data()
    {
        addColumns();
        for (const QStringList &line : readTable(u"credentials.txt"_s, true)) {
            QTest::newRow(qPrintable(line.join(u' '))) << line;
        }
    }

    void credentials()
    {
        QFETCH(QStringList, cell);
        FieldList fields{{"Authorization", "a"}, {"Cookie", "b"}, {"X-Custom", "d"}};
        fields.append("Proxy-Authorization", "c");
        const QByteArray location = cell[2].toLatin1() + "/t/1";
        const Decision decision = decide(request("GET", qPrintable(cell[1] + u"/t/0"_s), fields),
                                         redirect(302, location.constData()), {}, policy(cell[0]));
        count(u"credentials"_s, keptFields(decision) == cell[3]);
        QCOMPARE(keptFields(decision), cell[3]);
    }

    void locations_data()
    {
        addColumns();
        for (const QStringList &line : readTable(u"locations.txt"_s, false)) {
            QTest::newRow(qPrintable(line.join(u' '))) << line;
        }
    }

    void locations()
    {
        QFETCH(QStringList, cell);
        const bool isException = cell[0].startsWith(u'~');
        const QString client = cell[0].mid(isException ? 1 : 0);
        const Decision decision = decide(request("GET", "http://a.test:8001/t/d/0"),
                                         redirect(302, bytesOf(cell[1]).constData()), {}, policy(client));
        QByteArray target("-");
        if (decision.next) {
            target = decision.next->target.withoutFragment().withoutUserinfo().toBytes();
        }
        count(u"Location"_s, target == bytesOf(cell[2]));
        if (isException) {
            QVERIFY2(target != bytesOf(cell[2]), "it agrees by now: take the ~ away, and its line in exceptions.md");
        } else {
            QCOMPARE(target, bytesOf(cell[2]));
        }
    }

    void cleanupTestCase()
    {
        int agreed = 0;
        int all = 0;
        for (auto table = m_agreement.cbegin(); table != m_agreement.cend(); ++table) {
            qInfo().noquote() << u"%1: %2 of %3 agree"_s.arg(table.key()).arg(table->first).arg(table->second);
            agreed += table->first;
            all += table->second;
        }
        if (all > 0) {
            qInfo().noquote() << u"all tables: %1 of %2 agree, %3 %"_s.arg(agreed).arg(all).arg(100.0 * agreed / all, 0,
                                                                                                'f', 2);
        }
    }

private:
    static void addColumns() { QTest::addColumn<QStringList>("cell"); }

    /// A row for each client, status and method of a table; the methods are its columns.
    static void addCells(const QString &table, const QStringList &methods)
    {
        for (const QStringList &line : readTable(table, true)) {
            for (const QString &status : line[1].split(u',')) {
                for (qsizetype i = 0; i < methods.size(); ++i) {
                    if (line[i + 2] != u"."_s) {
                        const QStringList cell{line[0], status, methods[i], line[i + 2]};
                        QTest::newRow(qPrintable(cell.join(u' '))) << cell;
                    }
                }
            }
        }
    }

    void count(const QString &table, bool agrees)
    {
        m_agreement[table].first += agrees ? 1 : 0;
        ++m_agreement[table].second;
    }

    const ClientPolicy &policy(const QString &id)
    {
        if (!m_policies.contains(id)) {
            m_policies.insert(id, policyOf(id));
        }
        return m_policies[id];
    }

    QHash<QString, ClientPolicy> m_policies;
    QMap<QString, std::pair<int, int>> m_agreement; ///< table → (agreed, all)
};

DETOUR_TEST(TestClientTables)

#include "tst_clienttables.moc"
