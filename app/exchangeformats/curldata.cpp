// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/curldata.h"

#include "semantics/safetext.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// "content", "=content" and "name=content"; only the content is encoded.
QByteArray urlencoded(const QByteArray &value)
{
    const qsizetype equals = value.indexOf('=');
    if (equals < 0) {
        return value.toPercentEncoding();
    }
    const QByteArray content = value.mid(equals + 1).toPercentEncoding();
    return equals == 0 ? content : value.left(equals + 1) + content;
}

} // namespace

void CurlData::add(CurlOption option, const QByteArray &name, const QByteArray &value)
{
    if (option == CurlOption::DataUrlencode) {
        const qsizetype at = value.indexOf('@');
        const qsizetype equals = value.indexOf('=');
        if (at >= 0 && (equals < 0 || at < equals)) {
            m_notes.append(
                u"Left out, since it would encode a file: %1 %2."_s.arg(wireText(name), wireText(value, 60)));
            return;
        }
    } else if (option != CurlOption::DataRaw && value.startsWith('@')) {
        addFile(option, value.mid(1));
        return;
    }
    if (m_hasBytes && option != CurlOption::Json) {
        m_bytes += '&';
    }
    m_bytes += option == CurlOption::DataUrlencode ? urlencoded(value) : value;
    m_hasBytes = true;
}

void CurlData::addFile(CurlOption option, const QByteArray &path)
{
    m_files.append(path);
    m_stripsLines = m_stripsLines || option == CurlOption::Data;
}

std::optional<QByteArray> CurlData::file() const
{
    return !m_hasBytes && m_files.size() == 1 && m_files.constFirst() != "-" ? std::optional(m_files.constFirst())
                                                                             : std::nullopt;
}

QStringList CurlData::notes() const
{
    QStringList notes = m_notes;
    if (file()) {
        if (m_stripsLines) {
            notes.append(u"curl’s -d takes the line ends out of a file; here it is sent as it is."_s);
        }
    } else if (m_files.contains("-")) {
        notes.append(
            u"The body of the command comes from standard input, which is not there: choose a file or write it."_s);
    } else if (!m_files.isEmpty()) {
        notes.append(u"A body of several parts cannot hold a file here: the files were left out."_s);
    }
    return notes;
}

} // namespace Detour
