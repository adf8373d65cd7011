// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/request/jsontext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("JsonText", text);
}

JsonTrouble troubleAt(const QString &text, qsizetype at, const QString &what)
{
    JsonTrouble trouble;
    trouble.at = qBound<qsizetype>(0, at, text.size());
    const QStringView before = QStringView(text).first(trouble.at);
    trouble.line = int(before.count(u'\n')) + 1;
    trouble.column = int(trouble.at - (before.lastIndexOf(u'\n') + 1)) + 1;
    trouble.sentence = translated("Line %1, column %2: %3").arg(trouble.line).arg(trouble.column).arg(what);
    return trouble;
}

constexpr int deepest = 500; ///< levels; a stack has an end

/// Reads a text by the grammar of RFC 8259 and stops where it leaves it.
class JsonReader final
{
public:
    explicit JsonReader(const QString &text)
        : m_text(text)
    {}

    std::optional<JsonTrouble> read()
    {
        if (readValue(0)) {
            skipSpace();
            if (m_at < m_text.size())
                fail("something stands after the end.");
        }
        return m_trouble;
    }

private:
    [[nodiscard]] QChar peek() const { return m_at < m_text.size() ? m_text.at(m_at) : QChar(); }

    bool fail(const char *what) { return failAt(m_at, what); }

    bool failAt(qsizetype at, const char *what)
    {
        if (at == m_text.size()) { // what is missing at the end is missing after the last thing written
            while (at > 0 && m_text.at(at - 1).isSpace())
                --at;
        }
        m_trouble = troubleAt(m_text, at, translated(what));
        return false;
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && QStringView(u" \t\n\r").contains(m_text.at(m_at)))
            ++m_at;
    }

    bool readValue(int depth)
    {
        skipSpace();
        if (depth > deepest)
            return fail("it is nested too deeply.");
        const QChar c = peek();
        if (c == u'{')
            return readMembers(depth);
        if (c == u'[')
            return readElements(depth);
        if (c == u'"')
            return readString();
        if (c == u'-' || (c >= u'0' && c <= u'9'))
            return readNumber();
        for (const QStringView word : {QStringView(u"true"), QStringView(u"false"), QStringView(u"null")}) {
            if (QStringView(m_text).sliced(m_at).startsWith(word)) {
                m_at += word.size();
                return true;
            }
        }
        return fail("a value must stand here.");
    }

    bool readMembers(int depth)
    {
        ++m_at;
        skipSpace();
        if (takes(u'}'))
            return true;
        for (;;) {
            skipSpace();
            if (peek() != u'"')
                return fail("a name in quotes must stand here.");
            if (!readString())
                return false;
            skipSpace();
            if (!takes(u':'))
                return fail("a “:” is missing.");
            if (!readValue(depth + 1))
                return false;
            skipSpace();
            if (takes(u'}'))
                return true;
            if (!takes(u','))
                return fail("a “,” or “}” is missing.");
        }
    }

    bool readElements(int depth)
    {
        ++m_at;
        skipSpace();
        if (takes(u']'))
            return true;
        for (;;) {
            if (!readValue(depth + 1))
                return false;
            skipSpace();
            if (takes(u']'))
                return true;
            if (!takes(u','))
                return fail("a “,” or “]” is missing.");
        }
    }

    bool takes(char16_t c)
    {
        if (peek() != c)
            return false;
        ++m_at;
        return true;
    }

    bool readString()
    {
        const qsizetype opened = m_at++;
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at);
            if (c == u'"') {
                ++m_at;
                return true;
            }
            if (c == u'\n')
                break;
            if (c < u' ')
                return fail("a control character has to be written as an escape.");
            if (c == u'\\' && !readEscape())
                return fail("JSON has no such escape after “\\”.");
            ++m_at;
        }
        return failAt(opened, "the string has no closing quote.");
    }

    /// From the backslash to the last character of the escape.
    bool readEscape()
    {
        const QStringView rest = QStringView(m_text).sliced(m_at + 1);
        if (rest.startsWith(u'u')) {
            const auto isHex = [](QChar c) { return QStringView(u"0123456789abcdefABCDEF").contains(c); };
            const QStringView digits = rest.sliced(1).first(qMin<qsizetype>(4, rest.size() - 1));
            if (digits.size() < 4 || !std::all_of(digits.begin(), digits.end(), isHex))
                return false;
            m_at += 5;
            return true;
        }
        if (rest.isEmpty() || !QStringView(u"\"\\/bfnrt").contains(rest.front()))
            return false;
        ++m_at;
        return true;
    }

    bool readNumber()
    {
        static const QRegularExpression pattern(u"-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?(?![0-9A-Za-z.])"_s);
        const auto match =
            pattern.match(m_text, m_at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            return fail("this is not a number as JSON writes it.");
        m_at = match.capturedEnd();
        return true;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    std::optional<JsonTrouble> m_trouble;
};

} // namespace

std::optional<JsonTrouble> jsonTrouble(const QString &text)
{
    return JsonReader(text).read();
}

QString indentedJson(const QString &text)
{
    QString result;
    int depth = 0;
    bool inString = false;
    const auto newLine = [&] { result += u'\n' + QString(2 * depth, u' '); };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (inString) {
            result += c;
            if (c == u'\\' && i + 1 < text.size())
                result += text.at(++i);
            inString = c != u'"';
            continue;
        }
        if (c.isSpace())
            continue;
        if (c == u'}' || c == u']') {
            --depth;
            if (result.endsWith(u'{') || result.endsWith(u'['))
                result += c;
            else {
                newLine();
                result += c;
            }
            continue;
        }
        if (result.endsWith(u'{') || result.endsWith(u'[') || result.endsWith(u','))
            newLine();
        result += c;
        inString = c == u'"';
        depth += c == u'{' || c == u'[' ? 1 : 0;
        if (c == u':')
            result += u' ';
    }
    return result;
}

} // namespace Detour
