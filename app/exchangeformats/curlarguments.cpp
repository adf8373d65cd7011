// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/curlarguments.h"

#include "exchangeformats/shellwords.h"
#include "semantics/displaytext.h"
#include "semantics/mask.h"

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr auto formType = "application/x-www-form-urlencoded";
constexpr auto placeholderFile = "body.bin";

class ArgumentWriter final
{
public:
    ArgumentWriter(const Request &request, const CurlExportOptions &options, bool namesMethod)
        : m_request(request)
        , m_options(options)
    {
        m_result.sent = request;
        m_result.sent.generated.clear();
        m_result.namesMethod = namesMethod;
    }

    CurlArguments write()
    {
        const QByteArray url = m_request.target.toBytes();
        m_result.url = shellQuoted(url);
        if (std::any_of(url.cbegin(), url.cend(), [](char c) { return QByteArrayView("[]{}").contains(c); })) {
            add("-g"); // or curl would make several addresses of it
        }
        writeMethod();
        for (const Field &field : m_request.fields) {
            writeField(field);
        }
        writeContent();
        if (!m_options.verifiesTls && m_request.target.scheme == "https") {
            add("-k");
        }
        if (m_isMasked || m_request.target.userinfo == "***") {
            m_result.notes.append(u"Credentials stand as ***: put your own in their place."_s);
        }
        return m_result;
    }

private:
    void add(const QByteArray &option) { m_result.options.append(option); }
    void add(const QByteArray &option, QByteArrayView value) { add(option + ' ' + shellQuoted(value)); }
    void addMade(const QByteArray &name, const QByteArray &option, QByteArrayView value)
    {
        add(option, value);
        m_result.sent.generated.append(name);
    }

    void writeMethod()
    {
        const Method &method = m_request.method;
        const bool hasContent = m_request.content.has_value();
        m_uploads = method.is("PUT") && hasContent && !m_options.bodyFile.isEmpty() && !m_result.namesMethod;
        if (method.is("HEAD") && !hasContent) {
            add("-I");
            if (!m_result.namesMethod) {
                return;
            }
        }
        const bool isImplied = m_uploads || method.is("POST") || (method.is("GET") && !hasContent);
        if (isImplied && !m_result.namesMethod) {
            return;
        }
        m_result.namesMethod = true;
        add("-X", method.token());
        if (method.is("HEAD") && hasContent) {
            m_result.notes.append(
                u"curl has no HEAD with a body: with -X it waits for a body that the answer does not have."_s);
        }
    }

    [[nodiscard]] bool sendsData() const
    {
        const bool isPlainPost = m_request.method.is("POST") && !m_result.namesMethod;
        return !m_uploads && (m_request.content || isPlainPost);
    }

    void writeField(const Field &field)
    {
        const bool isMade = m_request.isGenerated(field.name);
        m_isMasked = m_isMasked || field.value == "***";
        if (field.isNamed("Content-Type") && isMade && sendsData() && field.value == formType) {
            m_result.sent.generated.append("Content-Type"); // curl writes the same one for -d
        } else if (field.isNamed("Cookie") && isMade && field.value.contains('=')) {
            addMade("Cookie", "-b", field.value);
        } else if (field.isNamed("User-Agent") && isMade && !field.value.isEmpty()) {
            addMade("User-Agent", "-A", field.value);
        } else if (field.isNamed("Referer") && isMade && !field.value.isEmpty()) {
            addMade("Referer", "-e", QByteArray(field.value + ";auto")); // without it, curl keeps it as it is
        } else if (field.isNamed("Accept-Encoding") && isMade) {
            add("--compressed");
            m_result.sent.generated.append("Accept-Encoding");
        } else if (const QByteArray pair = basicPair(field); isMade && !pair.isEmpty()) {
            addMade("Authorization", "-u", pair);
        } else if (field.value.isEmpty()) {
            add("-H", QByteArray(field.name + ';')); // "Name:" would remove it
        } else {
            add("-H", QByteArray(field.name + ": " + field.value));
        }
    }

    /// "user:password" of a Basic Authorization, or empty.
    [[nodiscard]] static QByteArray basicPair(const Field &field)
    {
        if (!field.isNamed("Authorization") || !field.value.startsWith("Basic ")) {
            return {};
        }
        const auto decoded = QByteArray::fromBase64Encoding(field.value.mid(6));
        return decoded && decoded.decoded.contains(':') ? decoded.decoded : QByteArray();
    }

    void writeContent()
    {
        if (m_uploads) {
            add("-T", m_options.bodyFile);
            return;
        }
        if (!sendsData()) {
            return;
        }
        if (!m_request.fields.contains("Content-Type")) {
            add("-H", "Content-Type:"); // or curl would name it a form
        }
        if (!m_options.bodyFile.isEmpty()) {
            add("--data-binary", QByteArray('@' + m_options.bodyFile));
            return;
        }
        const ContentInfo content = m_request.content.value_or(ContentInfo());
        m_result.sent.content = content; // a POST always has one, if an empty one
        if (content.bytes == content.preview.size() && !content.preview.contains('\0')) {
            add("--data-raw", content.preview);
            return;
        }
        add("--data-binary", QByteArray('@' + QByteArray(placeholderFile)));
        const QString size = content.bytes < 0 ? u"of unknown length"_s : u"of "_s + byteCountInWords(content.bytes);
        m_result.notes.append(u"The body %1 does not fit into a command: save it as %2 first."_s.arg(
            size, QLatin1StringView(placeholderFile)));
    }

    const Request &m_request;
    const CurlExportOptions &m_options;
    CurlArguments m_result;
    bool m_uploads = false;
    bool m_isMasked = false;
};

} // namespace

QString CurlArguments::command() const
{
    constexpr qsizetype longestLine = 76;
    QList<QByteArray> parts = options;
    parts.append(url);
    const QByteArray line = "curl " + parts.join(' ');
    if (line.size() <= longestLine && !line.contains('\n')) {
        return QString::fromUtf8(line);
    }
    return QString::fromUtf8("curl " + parts.join(" \\\n  "));
}

CurlArguments curlArguments(const Request &request, const CurlExportOptions &options, bool namesMethod)
{
    return ArgumentWriter(request, options, namesMethod).write();
}

} // namespace Detour
