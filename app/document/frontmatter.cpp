// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/frontmatter.h"

#include <QStringDecoder>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// C0 and C1 controls, the marks that reorder text, and the line separators that are no LF.
bool isForbidden(QChar c)
{
    const char16_t u = c.unicode();
    if (u == u'\n') {
        return false;
    }
    return u < 0x20 || (u >= 0x7F && u < 0xA0) || (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069)
           || u == 0x200E || u == 0x200F || u == 0x061C || u == 0x2028 || u == 0x2029 || u == 0xFEFF;
}

std::optional<Error> checkCharacters(const QString &text)
{
    int line = 1;
    for (const QChar c : text) {
        if (c == u'\n') {
            ++line;
        } else if (c == u'\t') {
            return badPage(line, u"a tab; indent with spaces."_s);
        } else if (c == u'\r') {
            return badPage(line, u"the line must end with LF alone."_s);
        } else if (isForbidden(c)) {
            return badPage(line, u"the character U+%1 may not stand in a page."_s.arg(c.unicode(), 4, 16, QChar(u'0')));
        }
    }
    return std::nullopt;
}

/// Takes the next line off the text's front.
QStringView takeLine(QStringView &text)
{
    const qsizetype end = text.indexOf(u'\n');
    const QStringView line = end < 0 ? text : text.left(end);
    text = end < 0 ? QStringView() : text.mid(end + 1);
    return line;
}

} // namespace

Error badPage(int line, const QString &what)
{
    return {u"bad-page"_s, u"Line %1: %2"_s.arg(line).arg(what)};
}

Result<FrontMatter> readFrontMatter(const QByteArray &utf8)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(utf8);
    if (decoder.hasError()) {
        return badPage(1, u"the file is not valid UTF-8."_s);
    }
    if (const auto error = checkCharacters(text)) {
        return *error;
    }
    QStringView left(text);
    if (takeLine(left) != u"---") {
        return badPage(1, u"a page begins with a line “---”."_s);
    }
    FrontMatter result;
    for (int number = 2; !left.isEmpty(); ++number) {
        const QStringView line = takeLine(left);
        if (line == u"---") {
            result.rest = left.toString();
            result.restLine = number + 1;
            return result;
        }
        const qsizetype colon = line.indexOf(u':');
        const QString key = line.left(qMax(qsizetype(0), colon)).trimmed().toString();
        const QString value = line.mid(colon + 1).trimmed().toString();
        if (key.isEmpty() || value.isEmpty()) {
            return badPage(number, u"front matter is written “key: value”."_s);
        }
        if (result.values.contains(key)) {
            return badPage(number, u"“%1” stands twice."_s.arg(key));
        }
        result.values.insert(key, {value, number});
        result.keys.append(key);
    }
    return badPage(1, u"the front matter has no end: a second line “---” is missing."_s);
}

} // namespace Detour
