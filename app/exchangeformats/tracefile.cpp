// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/tracefile.h"

#include "exchangeformats/tracejson.h"
#include "exchangeformats/tracereader.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace Detour {

using namespace Qt::StringLiterals;

QByteArray traceText(const RedirectChain &chain, bool showsSecrets)
{
    return QJsonDocument(traceToJson(chain, showsSecrets)).toJson();
}

Result<QString> saveTraceFile(const RedirectChain &chain, const QString &file, bool showsSecrets)
{
    QSaveFile target(file);
    target.setDirectWriteFallback(true); // a folder in which no new file may be made
    const QByteArray text = traceText(chain, showsSecrets);
    if (!target.open(QIODevice::WriteOnly) || target.write(text) != text.size() || !target.commit()) {
        return Error{u"file"_s, u"%1 could not be written: %2."_s.arg(file, target.errorString())};
    }
    return file;
}

Result<RedirectChain> readTraceFile(const QString &file)
{
    const QFileInfo info(file);
    if (info.exists() && !info.isFile()) { // a pipe would wait for ever, a device never end
        return Error{u"file"_s, u"%1 is no file that can be opened as a trace."_s.arg(file)};
    }
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly)) {
        return Error{u"file"_s, u"%1 could not be read: %2."_s.arg(file, source.errorString())};
    }
    return readTrace(source.read(longestTrace + 1));
}

} // namespace Detour
