// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/curlcommand.h"

#include "exchangeformats/curldata.h"
#include "exchangeformats/curloptions.h"
#include "exchangeformats/shellwords.h"
#include "semantics/safetext.h"
#include "semantics/targeturi.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr auto formType = "application/x-www-form-urlencoded";

Error badWords(const QString &sentence)
{
    return {u"bad-words"_s, sentence};
}

QByteArrayView withoutPrompt(QByteArrayView text)
{
    text = text.trimmed();
    return text.startsWith("$ ") ? text.sliced(2).trimmed() : text;
}

class CurlReader final
{
public:
    Result<CurlCommand> read(const ShellLine &line)
    {
        m_words = line.words;
        for (m_at = 1; m_at < m_words.size() && !m_error && !m_ended; ++m_at) {
            readWord(m_words.at(m_at));
        }
        if (!line.rest.isEmpty()) {
            note(u"Left out, since it follows the command: %1."_s.arg(wireText(line.rest, 80)));
        }
        if (!m_error && m_result.url.isEmpty()) {
            m_error = badWords(u"The command names no URL."_s);
        }
        if (m_error) {
            return *m_error;
        }
        finish();
        return m_result;
    }

private:
    void note(const QString &sentence) { m_result.notes.append(sentence); }

    void readWord(const QByteArray &word)
    {
        if (m_onlyUrls || word == "-" || !word.startsWith('-')) {
            takeUrl(word);
        } else if (word == "--") {
            m_onlyUrls = true;
        } else if (word.startsWith("--")) {
            readLong(word);
        } else {
            readLetters(word);
        }
    }

    void readLong(const QByteArray &word)
    {
        const QByteArray name = word.mid(2);
        std::optional<KnownCurlOption> option = curlOptionNamed(name);
        if (!option && name.startsWith("no-")) {
            m_unused.append(word); // "--no-compressed" and the like put a default back
            return;
        }
        if (!option) {
            m_unknown.append(word);
            return;
        }
        if (!option->takesValue) {
            apply(option->meaning, word, {});
        } else if (++m_at < m_words.size()) {
            apply(option->meaning, word, m_words.at(m_at));
        } else {
            m_error = badWords(u"%1 has no value."_s.arg(wireText(word, 40)));
        }
    }

    /// "-sSLd data": letters joined; one that takes a value takes the rest of the word, or the next one.
    void readLetters(const QByteArray &word)
    {
        for (qsizetype i = 1; i < word.size(); ++i) {
            const QByteArray name = QByteArray("-") + word.at(i);
            const std::optional<KnownCurlOption> option = curlOptionOf(word.at(i));
            if (!option) {
                m_unknown.append(name);
                continue;
            }
            if (!option->takesValue) {
                apply(option->meaning, name, {});
                continue;
            }
            if (i + 1 < word.size()) {
                apply(option->meaning, name, word.mid(i + 1));
            } else if (++m_at < m_words.size()) {
                apply(option->meaning, name, m_words.at(m_at));
            } else {
                m_error = badWords(u"%1 has no value."_s.arg(wireText(name, 40)));
            }
            return;
        }
    }

    void takeUrl(const QByteArray &word)
    {
        if (m_result.url.isEmpty()) {
            m_result.url = word;
        } else {
            m_otherUrls.append(word);
        }
    }

    void apply(CurlOption option, const QByteArray &name, const QByteArray &value)
    {
        switch (option) {
        case CurlOption::Method:
            m_result.method = value;
            m_result.namesMethod = true;
            return;
        case CurlOption::Header:
            return addHeader(value);
        case CurlOption::Data:
        case CurlOption::DataRaw:
        case CurlOption::DataBinary:
        case CurlOption::DataUrlencode:
        case CurlOption::Json:
            m_isJson = m_isJson || option == CurlOption::Json;
            m_isData = true;
            return m_data.add(option, name, value);
        case CurlOption::UploadFile:
            m_upload = value;
            return;
        case CurlOption::User:
        case CurlOption::BearerToken:
        case CurlOption::Cookie:
        case CurlOption::UserAgent:
        case CurlOption::Referer:
        case CurlOption::Compressed:
            return addMade(option, value);
        case CurlOption::MaxRedirects:
        case CurlOption::Timeout:
            return takeNumber(option, name, value);
        case CurlOption::Url:
            return takeUrl(value);
        case CurlOption::Head:
        case CurlOption::Get:
        case CurlOption::Follow:
        case CurlOption::LocationTrusted:
        case CurlOption::KeepPost:
        case CurlOption::Insecure:
        case CurlOption::NoGlobbing:
        case CurlOption::Next:
            return takeSwitch(option, name);
        case CurlOption::OutputOnly:
            m_unused.append(name);
            return;
        case CurlOption::Unsupported:
            m_unknown.append(value.isEmpty() ? name : name + ' ' + value);
            return;
        }
    }

    void takeSwitch(CurlOption option, const QByteArray &name)
    {
        if (option == CurlOption::KeepPost) {
            m_keepsPost.append(name);
        } else if (option == CurlOption::Next) {
            m_ended = true;
            note(u"What follows --next is a request of its own and was left out."_s);
        }
        m_isHead = m_isHead || option == CurlOption::Head;
        m_isGet = m_isGet || option == CurlOption::Get;
        m_isLiteral = m_isLiteral || option == CurlOption::NoGlobbing;
        m_result.locationTrusted = m_result.locationTrusted || option == CurlOption::LocationTrusted;
        m_result.follows = m_result.follows || option == CurlOption::Follow || option == CurlOption::LocationTrusted;
        m_result.verifiesTls = m_result.verifiesTls && option != CurlOption::Insecure;
    }

    void takeNumber(CurlOption option, const QByteArray &name, const QByteArray &value)
    {
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        if (!isNumber) {
            m_error = badWords(u"%1 needs a number, not “%2”."_s.arg(wireText(name), wireText(value, 40)));
        } else if (option == CurlOption::Timeout) {
            m_result.timeout = number;
        } else {
            m_result.redirectLimit = int(qBound(-1.0, number, 2e9));
        }
    }

    /// "Name: value"; "Name;" has an empty value; "Name:" takes one of curl's own fields away.
    void addHeader(const QByteArray &value)
    {
        const qsizetype colon = value.indexOf(':');
        if (value.startsWith('@')) {
            m_unknown.append("-H " + value);
        } else if (colon > 0 && value.mid(colon + 1).trimmed().isEmpty()) {
            m_removed.append(value.left(colon).trimmed().toLower());
        } else if (colon < 0 && value.endsWith(';')) {
            m_result.fieldLines.append(value.chopped(1) + ':');
            m_typed.append(value.chopped(1).toLower());
        } else {
            m_result.fieldLines.append(value);
            m_typed.append(value.left(qMax<qsizetype>(0, colon)).trimmed().toLower());
        }
    }

    void addMade(CurlOption option, const QByteArray &value)
    {
        if (option == CurlOption::User) {
            m_made.emplaceBack("Authorization", "Basic " + (value.contains(':') ? value : value + ':').toBase64());
            if (!value.contains(':')) {
                note(u"curl would ask for a password of the user %1; here it is empty."_s.arg(wireText(value, 40)));
            }
        } else if (option == CurlOption::BearerToken) {
            m_made.emplaceBack("Authorization", "Bearer " + value);
        } else if (option == CurlOption::UserAgent) {
            m_made.emplaceBack("User-Agent", value);
        } else if (option == CurlOption::Compressed) {
            m_made.emplaceBack("Accept-Encoding", "deflate, gzip, br, zstd");
        } else if (option == CurlOption::Cookie) {
            addCookie(value);
        } else {
            addReferer(value);
        }
    }

    void addCookie(const QByteArray &value)
    {
        if (!value.contains('=')) {
            m_unknown.append("-b " + value); // the name of a file with cookies
            return;
        }
        m_cookie += (m_cookie.isEmpty() ? "" : ";") + value;
    }

    /// Only with ";auto" does curl put another Referer in its place at a redirect.
    void addReferer(const QByteArray &value)
    {
        const bool isAuto = value.endsWith(";auto");
        const QByteArray url = isAuto ? value.chopped(5) : value;
        if (url.isEmpty()) {
            m_unknown.append("-e " + value);
        } else if (isAuto) {
            m_made.emplaceBack("Referer", url);
        } else {
            addHeader("Referer: " + url);
        }
    }

    void finish()
    {
        finishUrl();
        finishContent();
        finishMethod();
        if (!m_cookie.isEmpty()) {
            m_made.emplaceBack("Cookie", m_cookie);
        }
        for (const auto &[name, value] : std::as_const(m_made)) {
            if (!m_typed.contains(name.toLower()) && !m_removed.contains(name.toLower())) {
                m_result.fieldLines.append(name + ": " + value);
                m_result.generated.append(name);
            }
        }
        finishNotes();
    }

    void finishUrl()
    {
        const qsizetype scheme = m_result.url.indexOf("://");
        if (scheme < 0 && !m_result.url.startsWith("lab:")) {
            m_result.url.prepend("http://");
        }
        const bool globs = m_result.url.contains('{') || m_result.url.contains('[');
        if (globs && !m_isLiteral && !m_result.url.contains("://[")) {
            note(u"curl would read [ ] and { } in the URL as a pattern for several; here they stand for themselves."_s);
        }
        if (!m_otherUrls.isEmpty()) {
            note(u"The command has more than one URL; only the first is used."_s);
        }
    }

    void finishContent()
    {
        m_result.notes += m_data.notes();
        if (m_isData && m_isGet) {
            const QByteArray query = m_data.bytes();
            const qsizetype fragment = m_result.url.indexOf('#');
            QByteArray url = fragment < 0 ? m_result.url : m_result.url.left(fragment);
            if (!query.isEmpty()) {
                url += (url.contains('?') ? '&' : '?') + query;
            }
            m_result.url = url;
            return;
        }
        if (m_isData) {
            m_result.file = m_data.file();
            if (!m_result.file) {
                m_result.data = m_data.bytes();
            }
            m_result.isForm = !m_isJson;
            if (m_isJson) {
                addUnlessTyped("Content-Type", "application/json");
                addUnlessTyped("Accept", "application/json");
            } else {
                m_made.emplaceBack("Content-Type", formType);
            }
        } else if (!m_upload.isEmpty()) {
            m_result.file = m_upload;
        }
    }

    void addUnlessTyped(const QByteArray &name, const QByteArray &value)
    {
        if (!m_typed.contains(name.toLower()) && !m_removed.contains(name.toLower())) {
            addHeader(name + ": " + value);
        }
    }

    void finishMethod()
    {
        if (m_result.namesMethod) {
            return;
        }
        const bool hasData = m_isData && !m_isGet;
        m_result.method = m_isHead ? "HEAD" : hasData ? "POST" : !m_upload.isEmpty() ? "PUT" : "GET";
    }

    static QString list(const QList<QByteArray> &words)
    {
        QStringList shown;
        for (const QByteArray &word : words) {
            shown.append(wireText(word, 60));
        }
        return shown.join(u", ");
    }

    void finishNotes()
    {
        if (!m_unknown.isEmpty()) {
            note(u"Left out, because Detour has nothing like it: %1."_s.arg(list(m_unknown)));
        }
        if (!m_unused.isEmpty()) {
            note(u"Without effect on what is sent: %1."_s.arg(list(m_unused)));
        }
        if (!m_keepsPost.isEmpty()) {
            note(u"%1 would keep POST; the profile of curl knows no such option."_s.arg(list(m_keepsPost)));
        }
        if (!m_result.follows) {
            note(u"Without -L, curl would stop at the first answer; here redirects are followed."_s);
        }
    }

    CurlCommand m_result;
    QList<QByteArray> m_words;
    qsizetype m_at = 0;
    std::optional<Error> m_error;
    CurlData m_data;
    QByteArray m_upload;
    QByteArray m_cookie;
    QList<std::pair<QByteArray, QByteArray>> m_made; ///< fields of options, weaker than those of -H
    QList<QByteArray> m_typed;                       ///< lower-case names of -H
    QList<QByteArray> m_removed;                     ///< likewise, of "-H 'Name:'"
    QList<QByteArray> m_unknown;
    QList<QByteArray> m_unused;
    QList<QByteArray> m_keepsPost;
    QList<QByteArray> m_otherUrls;
    bool m_isData = false;
    bool m_isJson = false;
    bool m_isHead = false;
    bool m_isGet = false;
    bool m_isLiteral = false;
    bool m_onlyUrls = false;
    bool m_ended = false;
};

} // namespace

bool looksLikeCurl(QByteArrayView text)
{
    text = withoutPrompt(text);
    for (const QByteArrayView name : {QByteArrayView("curl"), QByteArrayView("curl.exe")}) {
        if (text.startsWith(name) && text.size() > name.size()
            && QByteArrayView(" \t\n\r\\").contains(text[name.size()])) {
            return true;
        }
    }
    return false;
}

Result<CurlCommand> importCurl(QByteArrayView text)
{
    if (!looksLikeCurl(text)) {
        return badWords(u"This is not a curl command: it does not begin with “curl”."_s);
    }
    const Result<ShellLine> line = shellWords(withoutPrompt(text));
    if (!line) {
        return line.error();
    }
    return CurlReader().read(*line);
}

} // namespace Detour
