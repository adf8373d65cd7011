// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/shellwords.h"

#include <QStringDecoder>

#include <algorithm>
#include <optional>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isOctal(char c)
{
    return c >= '0' && c <= '7';
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

class WordReader final
{
public:
    explicit WordReader(QByteArrayView text)
        : m_text(text)
    {}

    Result<ShellLine> read()
    {
        while (!atEnd() && m_rest.isEmpty()) {
            if (!readPiece()) {
                return Error{u"bad-words"_s,
                             u"The command ends within a quote that began with %1."_s.arg(QLatin1Char(m_openQuote))};
            }
        }
        endWord();
        return ShellLine{m_words, m_rest};
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }

    void add(char c) { m_word = m_word.value_or(QByteArray()) + c; }

    void endWord()
    {
        if (m_word) {
            m_words.append(*m_word);
            m_word.reset();
        }
    }

    bool readPiece()
    {
        const char c = m_text[m_at++];
        if (isSpace(c)) {
            endWord();
        } else if (c == '\\') {
            readBackslash();
        } else if (c == '\'') {
            return readSingle();
        } else if (c == '"') {
            return readDouble();
        } else if (c == '$' && peek() == '\'') {
            ++m_at;
            return readAnsi();
        } else if (c == '#' && !m_word) {
            while (!atEnd() && peek() != '\n') {
                ++m_at;
            }
        } else if (QByteArrayView("|;&<>").contains(c)) {
            m_rest = m_text.sliced(m_at - 1).toByteArray().trimmed();
        } else {
            add(c);
        }
        return true;
    }

    /// Joined lines are no part of any word.
    [[nodiscard]] bool skipLineEnd()
    {
        if (peek() == '\r' && peek(1) == '\n') {
            m_at += 2;
            return true;
        }
        if (peek() == '\n') {
            ++m_at;
            return true;
        }
        return false;
    }

    void readBackslash()
    {
        if (!atEnd() && !skipLineEnd()) {
            add(m_text[m_at++]);
        }
    }

    bool readSingle()
    {
        m_openQuote = '\'';
        const qsizetype end = m_text.indexOf('\'', m_at);
        if (end < 0) {
            return false;
        }
        m_word = m_word.value_or(QByteArray()) + m_text.sliced(m_at, end - m_at).toByteArray();
        m_at = end + 1;
        return true;
    }

    bool readDouble()
    {
        m_openQuote = '"';
        m_word = m_word.value_or(QByteArray());
        while (!atEnd()) {
            const char c = m_text[m_at++];
            if (c == '"') {
                return true;
            }
            if (c != '\\') {
                add(c);
            } else if (QByteArrayView("\\\"$`").contains(peek()) && !atEnd()) {
                add(m_text[m_at++]);
            } else if (!skipLineEnd()) {
                add('\\');
            }
        }
        return false;
    }

    bool readAnsi()
    {
        m_openQuote = '\'';
        m_word = m_word.value_or(QByteArray());
        while (!atEnd()) {
            const char c = m_text[m_at++];
            if (c == '\'') {
                return true;
            }
            if (c == '\\' && !atEnd()) {
                readAnsiEscape();
            } else {
                add(c);
            }
        }
        return false;
    }

    void readAnsiEscape()
    {
        const char c = m_text[m_at++];
        constexpr QByteArrayView letters("abeEfnrtv");
        constexpr QByteArrayView meanings("\a\b\033\033\f\n\r\t\v");
        if (const qsizetype letter = letters.indexOf(c); letter >= 0) {
            add(meanings[letter]);
        } else if (c == 'x' && hexValue(peek()) >= 0) {
            add(char(number(16, 2)));
        } else if ((c == 'u' || c == 'U') && hexValue(peek()) >= 0) {
            const char32_t code = number(16, c == 'u' ? 4 : 8);
            const QByteArray utf8 = QString::fromUcs4(&code, 1).toUtf8();
            m_word = m_word.value_or(QByteArray()) + utf8;
        } else if (isOctal(c)) {
            --m_at;
            add(char(number(8, 3)));
        } else {
            add(c); // of \\, \' and \" the character; of an unknown escape it is as good as any
        }
    }

    char32_t number(int base, int digits)
    {
        char32_t value = 0;
        for (int i = 0; i < digits && !atEnd(); ++i) {
            const int digit = hexValue(peek());
            if (digit < 0 || digit >= base) {
                break;
            }
            value = value * char32_t(base) + char32_t(digit);
            ++m_at;
        }
        return value;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    QList<QByteArray> m_words;
    std::optional<QByteArray> m_word; ///< '' is a word, nothing is none
    char m_openQuote = 0;
    QByteArray m_rest;
};

bool isPlain(QByteArrayView bytes)
{
    return !bytes.isEmpty() && std::all_of(bytes.begin(), bytes.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
               || QByteArrayView("-_./:@%+,").contains(c);
    });
}

/// Line feeds and tabs may stand in '…'; other controls would be changed or lost on the way through a clipboard.
bool needsAnsi(QByteArrayView bytes)
{
    const bool hasControl = std::any_of(bytes.begin(), bytes.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
    });
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(bytes);
    return hasControl || decoder.hasError() || decoded.toUtf8().size() != bytes.size();
}

} // namespace

Result<ShellLine> shellWords(QByteArrayView command)
{
    return WordReader(command).read();
}

QByteArray shellQuoted(QByteArrayView bytes)
{
    if (isPlain(bytes)) {
        return bytes.toByteArray();
    }
    if (!needsAnsi(bytes)) {
        return '\'' + bytes.toByteArray().replace("'", "'\\''") + '\'';
    }
    QByteArray quoted = "$'";
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\'' || c == '\\') {
            quoted += '\\';
            quoted += c;
        } else if (byte >= 0x20 && byte < 0x7F) {
            quoted += c;
        } else if (byte != 0) { // three octal digits end by themselves; \x would eat a hex digit that follows
            quoted += '\\' + QByteArray::number(byte, 8).rightJustified(3, '0');
        }
    }
    return quoted + '\'';
}

} // namespace Detour
