// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/preconditions.h"

#include "support/testregistry.h"

#include <QTest>

using namespace Detour;

/// RFC 9110 §13.2.2, row by row. The resource has the tag of its row and was modified on 8 January 2026.
class PreconditionsTest final : public QObject
{
    Q_OBJECT

private slots:
    void conditionsAreEvaluated_data();
    void conditionsAreEvaluated();
};

void PreconditionsTest::conditionsAreEvaluated_data()
{
    QTest::addColumn<QByteArray>("tag");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("result");
    const auto row = [](const char *tag, const char *method, const char *fields, Precondition result) {
        QTest::addRow("%s %s %s", tag, method, fields)
            << QByteArray(tag) << QByteArray(method) << QByteArray(fields) << int(result);
    };
    constexpr auto passed = Precondition::Passed;
    constexpr auto notModified = Precondition::NotModified;
    constexpr auto failed = Precondition::Failed;
    row("\"v7\"", "GET", "", passed);
    row("\"v7\"", "GET", "If-None-Match: \"v7\"", notModified);
    row("\"v7\"", "HEAD", "If-None-Match: \"v7\"", notModified);
    row("\"v7\"", "GET", "If-None-Match: \"v6\"", passed);
    row("\"v7\"", "GET", "If-None-Match: \"v6\", W/\"v7\"", notModified); // weak comparison
    row("W/\"v7\"", "GET", "If-None-Match: \"v7\"", notModified);
    row("\"v7\"", "GET", "If-None-Match: \"a,b\", \"v7\"", notModified);
    row("\"v7\"", "GET", "If-None-Match: v7", passed); // a tag has quotes
    row("\"v7\"", "GET", "If-None-Match: *", notModified);
    row("", "GET", "If-None-Match: *", notModified);
    row("", "GET", "If-None-Match: \"v7\"", passed);
    row("\"v7\"", "PUT", "If-None-Match: *", failed);
    row("\"v7\"", "DELETE", "If-None-Match: \"v7\"", failed);
    row("\"v7\"", "PUT", "If-None-Match: \"v6\"", passed);
    row("\"v7\"", "PUT", "If-Match: \"v7\"", passed);
    row("\"v7\"", "PUT", "If-Match: \"v6\"", failed);
    row("\"v7\"", "GET", "If-Match: \"v6\"", failed);
    row("\"v7\"", "PUT", "If-Match: *", passed);
    row("\"v7\"", "PUT", "If-Match: W/\"v7\"", failed); // strong comparison
    row("W/\"v7\"", "PUT", "If-Match: W/\"v7\"", failed);
    row("\"v7\"", "GET", "If-Modified-Since: Thu, 08 Jan 2026 00:00:00 GMT", notModified);
    row("\"v7\"", "GET", "If-Modified-Since: Wed, 07 Jan 2026 00:00:00 GMT", passed);
    row("\"v7\"", "GET", "If-Modified-Since: 0", passed);
    row("\"v7\"", "POST", "If-Modified-Since: Thu, 08 Jan 2026 00:00:00 GMT", passed);
    row("\"v7\"", "PUT", "If-Unmodified-Since: Thu, 08 Jan 2026 00:00:00 GMT", passed);
    row("\"v7\"", "PUT", "If-Unmodified-Since: Wed, 07 Jan 2026 00:00:00 GMT", failed);
    row("\"v7\"", "PUT", "If-Unmodified-Since: soon", passed);
    // The tag beats the date, either way round.
    row("\"v7\"", "GET", "If-None-Match: \"v6\"\nIf-Modified-Since: Thu, 08 Jan 2026 00:00:00 GMT", passed);
    row("\"v7\"", "GET", "If-None-Match: \"v7\"\nIf-Modified-Since: Wed, 07 Jan 2026 00:00:00 GMT", notModified);
    row("\"v7\"", "PUT", "If-Match: \"v7\"\nIf-Unmodified-Since: Wed, 07 Jan 2026 00:00:00 GMT", passed);
    row("\"v7\"", "GET", "If-Match: \"v6\"\nIf-None-Match: \"v7\"", failed);
    row("\"v7\"", "GET", "If-Match: \"v7\"\nIf-None-Match: \"v7\"", notModified);
}

void PreconditionsTest::conditionsAreEvaluated()
{
    QFETCH(const QByteArray, tag);
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, fields);
    FieldList list;
    for (const QByteArray &line : fields.split('\n')) {
        if (!line.isEmpty()) {
            list.append(*Field::fromLine(line));
        }
    }
    const Validators current{tag, QDateTime(QDate(2026, 1, 8), QTime(0, 0), Qt::UTC)};
    QTEST(int(precondition(*Method::fromToken(method), list, current)), "result");
}

DETOUR_TEST(PreconditionsTest)
#include "tst_preconditions.moc"
