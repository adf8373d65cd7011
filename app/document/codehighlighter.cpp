// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/codehighlighter.h"

#include <QSet>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

struct Language
{
    QString comment; ///< what begins a comment; it ends with the line
    QString quotes;
    QSet<QString> keywords;
    bool stringsBeforeColonAreNames = false; ///< JSON's members
    bool firstWordIsKeyword = false;         ///< a command, a directive
    bool dashedWordsAreNames = false;        ///< a command's options
};

QSet<QString> wordSet(const char *words)
{
    const QStringList list = QString::fromLatin1(words).split(u' ');
    return {list.begin(), list.end()};
}

const Language *languageNamed(const QString &name)
{
    static const Language js{
        u"//"_s,
        u"'\"`"_s,
        wordSet("async await break case catch class const continue default else export extends false finally for from "
                "function "
                "if import in instanceof let new null of return switch this throw true try typeof undefined var while"),
        false,
        false,
        false};
    static const Language sh{u"#"_s, u"'\""_s, {}, false, true, true};
    static const Language nginx{u"#"_s, u"'\""_s, {}, false, true, false};
    static const Language json{{}, u"\""_s, wordSet("true false null"), true, false, false};
    static const Language python{u"#"_s,
                                 u"'\""_s,
                                 wordSet("and as assert async await break class continue def elif else except False "
                                         "finally for from if import in is "
                                         "lambda None not or pass raise return True try while with yield"),
                                 false,
                                 false,
                                 false};
    if (name == "js"_L1 || name == "javascript"_L1) {
        return &js;
    }
    if (name == "sh"_L1 || name == "bash"_L1) {
        return &sh;
    }
    if (name == "nginx"_L1) {
        return &nginx;
    }
    if (name == "json"_L1) {
        return &json;
    }
    return name == "python"_L1 ? &python : nullptr;
}

class Pieces final
{
public:
    void add(CodeRole role, QStringView text)
    {
        if (text.isEmpty()) {
            return;
        }
        if (!m_list.isEmpty() && m_list.last().role == role) {
            m_list.last().text += text;
        } else {
            m_list.append({role, text.toString()});
        }
    }
    [[nodiscard]] QList<CodePiece> take() { return std::move(m_list); }

private:
    QList<CodePiece> m_list;
};

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'$' || c == u'-';
}

qsizetype endOfString(QStringView code, qsizetype begin)
{
    const QChar quote = code.at(begin);
    for (qsizetype i = begin + 1; i < code.size(); ++i) {
        if (code.at(i) == u'\\') {
            ++i;
        } else if (code.at(i) == quote) {
            return i + 1;
        } else if (code.at(i) == u'\n' && quote != u'`') {
            return i;
        }
    }
    return code.size();
}

qsizetype endOfWord(QStringView code, qsizetype begin)
{
    qsizetype i = begin;
    while (i < code.size() && isWordCharacter(code.at(i))) {
        ++i;
    }
    return i;
}

bool isColonNext(QStringView code, qsizetype at)
{
    while (at < code.size() && code.at(at) == u' ') {
        ++at;
    }
    return at < code.size() && code.at(at) == u':';
}

CodeRole roleOfWord(const Language &language, QStringView word, bool isFirst)
{
    if (word.front().isDigit()) {
        // In a command, digits are part of an address as often as not.
        return language.dashedWordsAreNames ? CodeRole::Plain : CodeRole::String;
    }
    if (language.dashedWordsAreNames && word.front() == u'-') {
        return CodeRole::Name;
    }
    if ((language.firstWordIsKeyword && isFirst) || language.keywords.contains(word.toString())) {
        return CodeRole::Keyword;
    }
    return CodeRole::Plain;
}

QList<CodePiece> highlightProgram(const Language &language, QStringView code)
{
    Pieces pieces;
    bool isFirst = true;      // nothing but spaces stands before it on its line
    bool isAfterSpace = true; // a "#" inside a word begins no comment
    for (qsizetype i = 0; i < code.size();) {
        const QChar c = code.at(i);
        qsizetype end = i + 1;
        CodeRole role = CodeRole::Plain;
        if (isAfterSpace && !language.comment.isEmpty() && code.sliced(i).startsWith(language.comment)) {
            const qsizetype lineEnd = code.indexOf(u'\n', i);
            end = lineEnd < 0 ? code.size() : lineEnd;
            role = CodeRole::Comment;
        } else if (language.quotes.contains(c)) {
            end = endOfString(code, i);
            const bool isName = language.stringsBeforeColonAreNames && isColonNext(code, end);
            role = isName ? CodeRole::Name : CodeRole::String;
        } else if (isWordCharacter(c)) {
            end = endOfWord(code, i);
            role = roleOfWord(language, code.sliced(i, end - i), isFirst);
        }
        pieces.add(role, code.sliced(i, end - i));
        isFirst = c == u'\n' || (isFirst && c.isSpace()) || (language.firstWordIsKeyword && c == u'{');
        isAfterSpace = c.isSpace() || c == u';' || c == u'{';
        i = end;
    }
    return pieces.take();
}

void addStartLine(Pieces &pieces, QStringView line)
{
    const qsizetype space = line.indexOf(u' ');
    if (space < 0) {
        pieces.add(CodeRole::Plain, line);
    } else if (line.startsWith("HTTP/"_L1)) {
        pieces.add(CodeRole::Plain, line.left(space + 1));
        pieces.add(CodeRole::Status, line.mid(space + 1));
    } else {
        pieces.add(CodeRole::Method, line.left(space));
        pieces.add(CodeRole::Plain, line.mid(space));
    }
}

QList<CodePiece> highlightMessage(QStringView message)
{
    Pieces pieces;
    bool isStart = true;
    while (!message.isEmpty()) {
        const qsizetype end = message.indexOf(u'\n');
        const QStringView line = end < 0 ? message : message.left(end);
        if (line.isEmpty()) {
            pieces.add(CodeRole::Plain, message); // the body, as it is
            break;
        }
        const qsizetype colon = line.indexOf(u':');
        if (isStart) {
            addStartLine(pieces, line);
        } else {
            pieces.add(CodeRole::Name, line.left(qMax(qsizetype(0), colon)));
            pieces.add(CodeRole::Plain, line.mid(qMax(qsizetype(0), colon)));
        }
        if (end >= 0) {
            pieces.add(CodeRole::Plain, u"\n");
        }
        message = end < 0 ? QStringView() : message.mid(end + 1);
        isStart = false;
    }
    return pieces.take();
}

} // namespace

QList<CodePiece> highlight(const QString &language, const QString &code)
{
    if (language == "http"_L1) {
        return highlightMessage(code);
    }
    if (const Language *known = languageNamed(language)) {
        return highlightProgram(*known, code);
    }
    Pieces pieces;
    pieces.add(CodeRole::Plain, code);
    return pieces.take();
}

} // namespace Detour
