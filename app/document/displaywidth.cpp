// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/displaywidth.h"

#include <algorithm>
#include <array>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

/// Unicode's East_Asian_Width W and F in whole blocks, and the pictures that terminals draw wide.
constexpr std::array wideRanges{
    Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0x33FF},   Range{0x3400, 0x4DBF},
    Range{0x4E00, 0x9FFF},   Range{0xA000, 0xA4CF},   Range{0xA960, 0xA97C},   Range{0xAC00, 0xD7A3},
    Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},   Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},
    Range{0x16FE0, 0x18AFF}, Range{0x1B000, 0x1B2FF}, Range{0x1F300, 0x1F64F}, Range{0x1F680, 0x1F6FF},
    Range{0x1F900, 0x1FAFF}, Range{0x20000, 0x3FFFD},
};

/// The character at `at`, which moves behind it; a lone surrogate is one of its own.
char32_t takeCharacter(QStringView text, qsizetype &at)
{
    const QChar first = text.at(at++);
    if (first.isHighSurrogate() && at < text.size() && text.at(at).isLowSurrogate()) {
        return QChar::surrogateToUcs4(first, text.at(at++));
    }
    return first.unicode();
}

int widthOf(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format
        || category == QChar::Other_Control) {
        return 0;
    }
    const bool isWide = std::any_of(wideRanges.begin(), wideRanges.end(),
                                    [c](const Range &range) { return c >= range.first && c <= range.last; });
    return isWide ? 2 : 1;
}

/// How many code units of `text` fit into `width` cells, at least one character.
qsizetype fitting(QStringView text, int width)
{
    qsizetype end = 0;
    for (qsizetype at = 0, used = 0; at < text.size(); end = at) {
        used += widthOf(takeCharacter(text, at));
        if (used > width && end > 0) {
            return end;
        }
    }
    return text.size();
}

} // namespace

int displayWidth(QStringView text)
{
    int width = 0;
    for (qsizetype at = 0; at < text.size();) {
        width += widthOf(takeCharacter(text, at));
    }
    return width;
}

QStringList wrapText(const QString &text, int width, bool cutsWords)
{
    QStringList lines;
    QString line;
    int used = 0;
    for (QStringView word : QStringView(text).split(u' ', Qt::SkipEmptyParts)) {
        const int wordWidth = displayWidth(word);
        if (used > 0 && used + 1 + wordWidth > width) {
            lines.append(line);
            line.clear();
            used = 0;
        }
        if (used > 0) {
            line += u' ';
            ++used;
        }
        while (cutsWords && displayWidth(word) > width) {
            const qsizetype end = fitting(word, width);
            lines.append(word.left(end).toString());
            word = word.mid(end);
        }
        line += word;
        used += displayWidth(word);
    }
    if (!line.isEmpty() || lines.isEmpty()) {
        lines.append(line);
    }
    return lines;
}

QString padded(const QString &text, int width)
{
    return text + QString(qMax(0, width - displayWidth(text)), u' ');
}

} // namespace Detour
