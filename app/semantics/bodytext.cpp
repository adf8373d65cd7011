// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/bodytext.h"

#include "semantics/safetext.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qsizetype hexRow = 16;
constexpr int deepest = 40;

bool isJsonBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

QByteArray mediaType(QByteArrayView contentType)
{
    return contentType.toByteArray().split(';').constFirst().trimmed().toLower();
}

/// Walks through JSON and writes it anew, token by token.
class Indenter final
{
public:
    [[nodiscard]] QByteArray indented(QByteArrayView json)
    {
        for (qsizetype at = 0; at < json.size(); ++at) {
            const char c = json[at];
            if (m_inString || !isJsonBlank(c))
                take(c, json.sliced(at + 1));
        }
        return m_out;
    }

private:
    void take(char c, QByteArrayView rest)
    {
        if (m_inString) {
            m_out += c;
            m_inString = c != '"' || m_escaped;
            m_escaped = c == '\\' && !m_escaped;
        } else if (c == '{' || c == '[') {
            m_out += c;
            ++m_level;
            const auto next = std::find_if_not(rest.begin(), rest.end(), isJsonBlank);
            m_isEmpty = next != rest.end() && (*next == '}' || *next == ']');
            if (!m_isEmpty)
                newLine();
        } else if (c == '}' || c == ']') {
            --m_level;
            if (!m_isEmpty)
                newLine();
            m_isEmpty = false;
            m_out += c;
        } else if (c == ',') {
            m_out += c;
            newLine();
        } else {
            m_out += c;
            m_out += c == ':' ? " " : "";
            m_inString = c == '"';
        }
    }

    void newLine() { m_out += '\n' + QByteArray(2 * std::clamp(m_level, 0, deepest), ' '); }

    QByteArray m_out;
    int m_level = 0;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_isEmpty = false; ///< the bracket that was opened last holds nothing
};

} // namespace

bool looksLikeText(QByteArrayView bytes)
{
    return std::none_of(bytes.begin(), bytes.end(), [](char byte) {
        return byte >= 0 && byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t';
    });
}

BodySyntax bodySyntax(QByteArrayView bytes, QByteArrayView contentType, bool isWhole)
{
    if (bytes.isEmpty())
        return BodySyntax::Empty;
    if (!looksLikeText(bytes))
        return BodySyntax::Binary;
    const QByteArray type = mediaType(contentType);
    if (type == "application/x-www-form-urlencoded")
        return BodySyntax::Form;
    const char first = bytes.trimmed().isEmpty() ? '\0' : bytes.trimmed().front();
    const bool claimsJson = type == "application/json" || type.endsWith("+json");
    const bool mayBeJson = claimsJson || first == '{' || first == '[';
    if (mayBeJson && isWhole)
        return QJsonDocument::fromJson(bytes.toByteArray()).isNull() ? BodySyntax::Text : BodySyntax::Json;
    return claimsJson ? BodySyntax::Json : BodySyntax::Text;
}

QString linesAsText(QByteArrayView bytes)
{
    QStringList lines;
    for (const QByteArray &line : bytes.toByteArray().split('\n')) {
        QStringList cells; // a tab indents; it neither hides nor reorders anything
        for (const QByteArray &cell : (line.endsWith('\r') ? line.chopped(1) : line).split('\t'))
            cells.append(safeText(cell));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

QString indentedJson(QByteArrayView json)
{
    return linesAsText(Indenter().indented(json));
}

QString hexListing(QByteArrayView bytes)
{
    QString result;
    for (qsizetype row = 0; row < bytes.size(); row += hexRow) {
        const QByteArrayView part = bytes.sliced(row, qMin(hexRow, bytes.size() - row));
        QString letters;
        for (const char byte : part)
            letters += (byte >= 0x20 && byte < 0x7F) ? QChar(QLatin1Char(byte)) : QChar(u'.');
        result += u"%1  %2  %3\n"_s.arg(uint(row), 6, 16, QChar(u'0'))
                      .arg(QString::fromLatin1(part.toByteArray().toHex(' ')), -int(hexRow * 3))
                      .arg(letters);
    }
    return result;
}

} // namespace Detour
