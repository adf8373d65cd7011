// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include "semantics/fieldpairs.h"

#include <QTest>

using namespace Detour;

namespace {

/// "=Name", "~Name", "-Name", "+Name" for kept, changed, removed and added.
QByteArray summary(const QList<FieldPair> &pairs)
{
    QByteArray words;
    for (const FieldPair &pair : pairs) {
        words += words.isEmpty() ? "" : " ";
        words += "=~-+"[int(pair.change)];
        words += pair.before ? pair.before->name : pair.after->name;
    }
    return words;
}

} // namespace

class TestFieldPairs final : public QObject
{
    Q_OBJECT

private slots:
    void linesPairByName()
    {
        const FieldList before{{"Host", "a"}, {"Cookie", "x"}, {"Accept", "*/*"}};
        const FieldList after{{"accept", "*/*"}, {"Host", "b"}, {"Referer", "r"}};
        const QList<FieldPair> pairs = pairFields(before, after);
        QCOMPARE(summary(pairs), QByteArray("~Host -Cookie =Accept +Referer"));
        QVERIFY(pairs.at(2).isRespelled());
        QVERIFY(!pairs.at(0).isRespelled());
    }

    void repeatsPairInTheirOrder()
    {
        const FieldList before{{"A", "1"}, {"A", "2"}, {"A", "3"}};
        const FieldList after{{"A", "1"}, {"a", "9"}};
        QCOMPARE(summary(pairFields(before, after)), QByteArray("=A ~A -A"));
        QCOMPARE(summary(pairFields(after, before)), QByteArray("=A ~a +A"));
    }

    void anEmptyListPairsWithNothing()
    {
        QVERIFY(pairFields({}, {}).isEmpty());
        QCOMPARE(summary(pairFields({}, FieldList{{"A", ""}})), QByteArray("+A"));
        QCOMPARE(summary(pairFields(FieldList{{"A", ""}}, {})), QByteArray("-A"));
    }

    void noLineIsLost()
    {
        FieldList before;
        FieldList after;
        for (int i = 0; i < 500; ++i) {
            before.append("F" + QByteArray::number(i % 70), QByteArray::number(i % 3));
            after.append("f" + QByteArray::number(i % 90), QByteArray::number(i % 5));
        }
        FieldList left;
        qsizetype right = 0;
        for (const FieldPair &pair : pairFields(before, after)) {
            if (pair.before)
                left.append(*pair.before);
            right += pair.after ? 1 : 0;
        }
        QCOMPARE(left, before);
        QCOMPARE(right, after.size());
    }
};

DETOUR_TEST(TestFieldPairs)
#include "tst_fieldpairs.moc"
