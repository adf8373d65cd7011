// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include "semantics/messagehead.h"

#include <QTest>

using namespace Detour;

class TestMessageHead final : public QObject
{
    Q_OBJECT

private slots:
    void aHeadIsTakenApart()
    {
        const MessageHead head = parseHead("GET /x HTTP/1.1\r\nHost:  a \r\nX: 1\r\n\r\nbody: no");
        QCOMPARE(head.startLine, QByteArray("GET /x HTTP/1.1"));
        QCOMPARE(head.fields, (FieldList{{"Host", "a"}, {"X", "1"}}));
    }

    void oddLinesStay()
    {
        const MessageHead head = parseHead("HTTP/1.1 200\nA: 1\n  2\nno colon\n: nameless");
        QCOMPARE(head.startLine, QByteArray("HTTP/1.1 200"));
        QCOMPARE(head.fields, (FieldList{{"A", "1 2"}, {"", "no colon"}, {"", "nameless"}}));
        QVERIFY(parseHead({}).fields.isEmpty());
    }

    void aHeadIsPutTogether()
    {
        const FieldList fields{{"Host", "a"}, {"X", ""}};
        QCOMPARE(headOf("GET / HTTP/1.1", fields), QByteArray("GET / HTTP/1.1\r\nHost: a\r\nX: \r\n"));
        QCOMPARE(parseHead(headOf("GET / HTTP/1.1", fields)).fields, fields);
    }
};

DETOUR_TEST(TestMessageHead)
#include "tst_messagehead.moc"
