// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/fencebody.h"

#include "document/frontmatter.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

struct FenceLine
{
    int number = 0; ///< in the page
    QStringList words;
};

QList<FenceLine> linesOf(const QString &text, int fenceLine)
{
    QList<FenceLine> lines;
    int number = fenceLine;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
        if (!words.isEmpty()) {
            lines.append({number, words});
        }
    }
    return lines;
}

std::optional<Error> readStatus(const FenceLine &line, StatusCode &status)
{
    status = line.words.value(1).toInt();
    if (line.words.size() != 2 || !isRedirection(status)) {
        return badPage(line.number, u"a status is written “status 302”."_s);
    }
    return std::nullopt;
}

std::optional<Error> readMethods(const FenceLine &line, QList<Method> &methods)
{
    static const QStringList known{u"GET"_s, u"HEAD"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s};
    methods.clear();
    for (const QString &word : line.words.mid(1)) {
        const auto method = Method::fromToken(word.toUtf8());
        if (!method || !known.contains(word)) {
            return badPage(line.number, u"“%1” is none of the methods %2."_s.arg(word, known.join(", "_L1)));
        }
        methods.append(*method);
    }
    if (methods.isEmpty() || methods.size() > 2) {
        return badPage(line.number, u"one or two methods stand in a table."_s);
    }
    return std::nullopt;
}

std::optional<Error> needStatus(StatusCode status, int fenceLine)
{
    if (status != 0) {
        return std::nullopt;
    }
    return badPage(fenceLine, u"on a page without a code, the fence says which: “status 302”."_s);
}

} // namespace

Result<ClientsFence> readClientsFence(const QString &text, StatusCode pageCode, int fenceLine)
{
    ClientsFence fence;
    fence.status = pageCode;
    fence.methods = {*Method::fromToken("POST"), *Method::fromToken("PUT")};
    for (const FenceLine &line : linesOf(text, fenceLine)) {
        std::optional<Error> error;
        if (line.words.first() == "status"_L1) {
            error = readStatus(line, fence.status);
        } else if (line.words.first() == "methods"_L1) {
            error = readMethods(line, fence.methods);
        } else {
            error = badPage(line.number, u"a clients fence has the lines “status” and “methods” only."_s);
        }
        if (error) {
            return *error;
        }
    }
    if (const auto error = needStatus(fence.status, fenceLine)) {
        return *error;
    }
    return fence;
}

Result<StatusCode> readServersFence(const QString &text, StatusCode pageCode, int fenceLine)
{
    StatusCode status = pageCode;
    for (const FenceLine &line : linesOf(text, fenceLine)) {
        if (line.words.first() != "status"_L1) {
            return badPage(line.number, u"a servers fence has the line “status” only."_s);
        }
        if (const auto error = readStatus(line, status)) {
            return *error;
        }
    }
    if (const auto error = needStatus(status, fenceLine)) {
        return *error;
    }
    return status;
}

Result<QStringList> readCodesFence(const QString &text, int fenceLine)
{
    static const QStringList known{u"method"_s, u"body"_s, u"lasts"_s, u"cached"_s, u"location"_s, u"since"_s};
    QStringList columns;
    for (const FenceLine &line : linesOf(text, fenceLine)) {
        for (const QString &word : line.words) {
            if (!known.contains(word) || columns.contains(word)) {
                return badPage(line.number, u"the columns are any of %1, each once."_s.arg(known.join(", "_L1)));
            }
            columns.append(word);
        }
    }
    if (columns.isEmpty()) {
        return badPage(fenceLine, u"a codes fence names its columns: any of %1."_s.arg(known.join(", "_L1)));
    }
    return columns;
}

} // namespace Detour
