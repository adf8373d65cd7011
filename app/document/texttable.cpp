// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/texttable.h"

#include "document/displaywidth.h"

#include <algorithm>
#include <numeric>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnGap = 2;
constexpr int narrowest = 3;

/// Natural widths; where they do not fit, the widest column gives way first.
QList<int> columnWidths(const QList<QStringList> &rows, int width)
{
    QList<int> widths;
    for (const QStringList &row : rows) {
        widths.resize(qMax(widths.size(), row.size()));
        for (qsizetype i = 0; i < row.size(); ++i) {
            widths[i] = qMax(qMax(widths.at(i), narrowest), qMin(width, displayWidth(row.at(i))));
        }
    }
    const int available = width - columnGap * (int(widths.size()) - 1);
    int total = std::accumulate(widths.begin(), widths.end(), 0);
    while (total > available) {
        const auto widest = std::max_element(widths.begin(), widths.end());
        if (*widest <= narrowest) {
            break;
        }
        --*widest;
        --total;
    }
    return widths;
}

void trimEnd(QString &line)
{
    while (line.endsWith(u' ')) {
        line.chop(1);
    }
}

QStringList drawRow(const QStringList &row, const QList<int> &widths)
{
    QList<QStringList> cells;
    qsizetype height = 1;
    for (qsizetype i = 0; i < widths.size(); ++i) {
        cells.append(wrapText(row.value(i), widths.at(i), true));
        height = qMax(height, cells.last().size());
    }
    QStringList lines;
    for (qsizetype y = 0; y < height; ++y) {
        QString line;
        for (qsizetype i = 0; i < widths.size(); ++i) {
            line += padded(cells.at(i).value(y), widths.at(i) + columnGap);
        }
        trimEnd(line);
        lines.append(line);
    }
    return lines;
}

} // namespace

QStringList drawTextTable(const QList<QStringList> &rows, int width)
{
    const QList<int> widths = columnWidths(rows, width);
    QStringList lines;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        lines += drawRow(rows.at(i), widths);
        if (i == 0) {
            QString rule;
            for (const int column : widths) {
                rule += QString(column, u'-') + QString(columnGap, u' ');
            }
            trimEnd(rule);
            lines.append(rule);
        }
    }
    return lines;
}

} // namespace Detour
